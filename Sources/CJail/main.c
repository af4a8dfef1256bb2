#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

void fail(const char *what) {
    fprintf(stderr, "lectern-jail: %s: %s\n", what, strerror(errno));
    _exit(125);
}

static _Noreturn void misuse(const char *what) {
    fprintf(stderr, "lectern-jail: %s\n", what);
    _exit(125);
}

static long number(const char *text) {
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno != 0 || *end != 0 || value < 0) misuse("a limit is a number");
    return value;
}

int open_without_links(const char *path) {
    struct open_how how = {.flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_NO_SYMLINKS};
    int descriptor = (int)syscall(__NR_openat2, AT_FDCWD, path, &how, sizeof how);
    if (descriptor >= 0 || errno != ENOSYS) return descriptor;
    // An older system, or a filter around this one that doesn't know the call: what was opened says where it lies.
    char self[64], real[4096];
    descriptor = open(path, O_PATH | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return -1;
    snprintf(self, sizeof self, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(self, real, sizeof real - 1);
    real[length < 0 ? 0 : length] = 0;
    struct stat status;
    if (fstat(descriptor, &status) == 0 && !S_ISLNK(status.st_mode) && strcmp(real, path) == 0) return descriptor;
    close(descriptor);
    errno = ELOOP;
    return -1;
}

int open_rule(const struct rule *rule) {
    // Lessons that run at once could put a link there meanwhile. Whoever made the rule has followed all there were.
    int descriptor = rule->without_links ? open_without_links(rule->target) : open(rule->target, O_PATH | O_CLOEXEC);
    if (descriptor >= 0) return descriptor;
    bool is_missing = errno == ENOENT || errno == ENOTDIR || (errno == EACCES && !(rule->access & may_write));
    // What is missing is granted to nobody; any other reason would hide it from a lesson that should see it.
    if (!is_missing) fail(rule->target);
    return -1;
}

static void add_rule(struct jail *jail, const char *path, const char *target, int access, bool without_links) {
    if (path[0] != '/' || target[0] != '/') misuse("a rule names an absolute path");
    struct rule *rule = &jail->rules[jail->rule_count++];
    *rule = (struct rule){path, target, access, without_links, -1};
    rule->descriptor = open_rule(rule);
}

/// Each rule is held open until the program runs, under a limit of its own.
static void hold_many(void) {
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

static void read_arguments(struct jail *jail, char **argument) {
    for (; *argument != NULL; argument++) {
        const char *name = *argument;
        if (strcmp(name, "--") == 0) {
            jail->program = argument + 1;
            return;
        }
        if (strcmp(name, "--seccomp") == 0) jail->seccomp = true;
        else if (strcmp(name, "--namespaces") == 0) jail->namespaces = true;
        else if (strcmp(name, "--spawns") == 0) jail->spawns = true;
        else if (strcmp(name, "--lifeline") == 0) jail->lifeline_only = true;
        else {
            const char *value = *++argument;
            if (value == NULL) misuse("an option lacks its value");
            if (strcmp(name, "--read") == 0) add_rule(jail, value, value, may_read, false);
            else if (strcmp(name, "--run") == 0) add_rule(jail, value, value, may_read | may_run, false);
            else if (strcmp(name, "--write") == 0) add_rule(jail, value, value, may_read | may_write, true);
            // Of the course: where it is found, and what really lies there.
            else if (strcmp(name, "--show") == 0) add_rule(jail, value, value, may_read, true);
            else if (strcmp(name, "--link") == 0) {
                const char *target = *++argument;
                if (target == NULL) misuse("an option lacks its value");
                add_rule(jail, value, target, may_read, true);
            }
            else if (strcmp(name, "--landlock") == 0) jail->landlock = (int)number(value);
            else if (strcmp(name, "--seconds") == 0) jail->seconds = number(value);
            else if (strcmp(name, "--megabytes") == 0) jail->megabytes = number(value);
            else if (strcmp(name, "--file-megabytes") == 0) jail->file_megabytes = number(value);
            else if (strcmp(name, "--files") == 0) jail->files = number(value);
            else if (strcmp(name, "--processes") == 0) jail->processes = number(value);
            else misuse("an option is unknown");
        }
    }
}

/// Ends as the program ended, so that whoever waits for us sees its signal.
static _Noreturn void end_like(int status) {
    if (WIFSIGNALED(status)) {
        struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        signal(WTERMSIG(status), SIG_DFL);
        sigset_t all;
        sigfillset(&all);
        sigprocmask(SIG_UNBLOCK, &all, NULL);
        raise(WTERMSIG(status));
        _exit(128 + WTERMSIG(status));
    }
    _exit(WEXITSTATUS(status));
}

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "--probe") == 0) {
        probe();
        return 0;
    }
    // What a probe runs.
    if (count == 2 && strcmp(arguments[1], "--nothing") == 0) return 124;
    // Inside the jail: COURSE TEMPORARY OUTSIDE.
    if (count == 5 && strcmp(arguments[1], "--attack") == 0) {
        attack(arguments[0], arguments + 2);
        return 0;
    }
    struct jail jail = {0};
    jail.rules = calloc((size_t)count + 8, sizeof(struct rule));
    if (jail.rules == NULL) fail("memory");
    hold_many();
    read_arguments(&jail, arguments + 1);
    if (jail.program == NULL || jail.program[0] == NULL) misuse("there is no program to run");
    end_like(supervise(&jail));
}
#else
#include <stdio.h>

int main(void) {
    fputs("lectern-jail: this system has no means that are used here\n", stderr);
    return 125;
}
#endif
