#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void end_with_parent(pid_t parent) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) fail("end with the parent");
    // It may have ended just before.
    if (getppid() != parent && getppid() != 0) _exit(137);
}

/// The program itself: the last rules, then nothing of this launcher is left.
static _Noreturn void run(const struct jail *jail) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    if (jail->lifeline_only) {
        int empty = open("/dev/null", O_RDONLY);
        if (empty < 0 || dup2(empty, 0) < 0) fail("/dev/null");
    }
    syscall(__NR_close_range, 3U, ~0U, 4U /* on exec */);
    if (jail->landlock || jail->seccomp || jail->namespaces) drop_capabilities();
    if (jail->landlock) landlock_apply(jail);
    // After the rules, of which there may be more than the program may have files open.
    limit_resources(jail);
    if (jail->seccomp) seccomp_apply(jail);
    execv(jail->program[0], jail->program);
    // Whoever wrote it may be a moment late in closing it.
    for (int round = 0; errno == ETXTBSY && round < 100; round++) {
        usleep(20000);
        execv(jail->program[0], jail->program);
    }
    fail(jail->program[0]);
}

/// The first process of the namespaces: when it ends, all others end.
static _Noreturn void run_as_first(const struct jail *jail, int report) {
    if (!namespaces_mount(jail)) fail("a file system of its own");
    pid_t program = fork();
    if (program < 0) fail("fork");
    if (program == 0) {
        end_with_parent(1);
        run(jail);
    }
    int status;
    while (true) {
        pid_t ended = wait(&status);
        if (ended == program) break;
        if (ended < 0 && errno == ECHILD) _exit(125);
    }
    if (write(report, &status, sizeof status) != sizeof status) _exit(125);
    _exit(0);
}

/// Whatever the program started and left behind became ours.
static void end_leftovers(void) {
    char path[64], *end;
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    while (true) {
        char text[4096];
        int file = open(path, O_RDONLY | O_CLOEXEC);
        ssize_t count = file < 0 ? 0 : read(file, text, sizeof text - 1);
        if (file >= 0) close(file);
        if (count > 0) {
            text[count] = 0;
            for (char *word = text; *word != 0; word = end) {
                long process = strtol(word, &end, 10);
                if (end == word) break;
                kill((pid_t)process, SIGKILL);
                while (*end == ' ') end++;
            }
        }
        pid_t ended = waitpid(-1, NULL, count > 0 ? 0 : WNOHANG);
        if (ended == 0 || (ended < 0 && errno == ECHILD)) return;
    }
}

int supervise(const struct jail *jail) {
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGCHLD);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGINT);
    sigaddset(&watched, SIGHUP);
    sigprocmask(SIG_BLOCK, &watched, NULL);
    int signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
    int report[2] = {-1, -1};
    if (signals < 0 || pipe2(report, O_CLOEXEC) != 0) fail("signals");
    if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) fail("leftovers");
    if (jail->namespaces && !namespaces_enter()) fail("namespaces");
    pid_t self = getpid();
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
        end_with_parent(self);
        if (jail->namespaces) run_as_first(jail, report[1]);
        run(jail);
    }
    close(report[1]);
    bool is_ended = false;
    int status = 0;
    while (!is_ended) {
        // The other end of standard input is Lectern's; it closes with Lectern, however that ends.
        struct pollfd waits[2] = {{.fd = signals, .events = POLLIN}, {.fd = 0, .events = POLLRDHUP}};
        if (poll(waits, 2, -1) < 0 && errno != EINTR) break;
        struct signalfd_siginfo info;
        bool must_end = (waits[1].revents & (POLLRDHUP | POLLHUP)) != 0;
        while (read(signals, &info, sizeof info) == sizeof info) must_end = must_end || info.ssi_signo != SIGCHLD;
        if (must_end) kill(child, SIGKILL);
        pid_t ended;
        int how;
        while ((ended = waitpid(-1, &how, must_end ? 0 : WNOHANG)) > 0) {
            if (ended != child) continue;
            is_ended = true;
            status = how;
            break;
        }
        if (ended < 0 && errno == ECHILD) is_ended = true;
    }
    end_leftovers();
    int inner;
    if (jail->namespaces && WIFEXITED(status) && WEXITSTATUS(status) == 0 && read(report[0], &inner, sizeof inner) == sizeof inner)
        status = inner;
    return status;
}
#endif
