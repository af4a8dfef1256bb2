#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static char *nothing[] = {NULL, "--nothing", NULL};

/// Whether the means can be applied: it is tried in a process of its own.
static bool works(struct jail jail) {
    pid_t child = fork();
    if (child < 0) return false;
    if (child == 0) {
        int silent = open("/dev/null", O_WRONLY);
        if (silent >= 0) dup2(silent, 2);
        int status = supervise(&jail);
        // Started and refused its arguments: everything before that worked.
        _exit(WIFEXITED(status) && WEXITSTATUS(status) == 124 ? 0 : 1);
    }
    int status;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void probe(void) {
    // This program is linked statically: it needs nothing but itself.
    static char self[4096];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0) return;
    nothing[0] = self;
    struct rule rule = {self, self, may_read | may_run, false, open(self, O_PATH | O_CLOEXEC)};
    struct jail none = {.rules = &rule, .rule_count = 1, .lifeline_only = true, .program = nothing};
    struct jail all = none;
    all.landlock = landlock_version();
    all.seccomp = all.namespaces = true;
    // Nearly everywhere all hold: one process shows that. Elsewhere each is tried by itself.
    bool together = works(all);
    struct jail jail = none;
    jail.landlock = all.landlock;
    if (all.landlock > 0 && (together || works(jail))) printf("landlock %d\n", all.landlock);
    jail = none;
    jail.seccomp = true;
    if (together || works(jail)) puts("seccomp");
    jail = none;
    jail.namespaces = true;
    if (together || works(jail)) puts("namespaces");
}
#endif
