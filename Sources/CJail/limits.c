#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

void drop_capabilities(void) {
    for (int capability = 0; capability < 64; capability++) prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP | SECBIT_NO_SETUID_FIXUP_LOCKED);
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2];
    memset(none, 0, sizeof none);
    if (syscall(__NR_capset, &header, none) != 0) fail("capabilities");
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
}

/// At `value` the limit is felt, at `last` nothing helps; never more than there is.
static void limit_twice(int what, unsigned long value, unsigned long last, const char *name) {
    struct rlimit now, wanted;
    if (getrlimit(what, &now) != 0) fail(name);
    wanted.rlim_cur = now.rlim_max < value ? now.rlim_max : value;
    wanted.rlim_max = now.rlim_max < last ? now.rlim_max : last;
    if (setrlimit(what, &wanted) != 0) fail(name);
}

static void limit(int what, unsigned long value, const char *name) { limit_twice(what, value, value, name); }

void limit_resources(const struct jail *jail) {
    limit(RLIMIT_CORE, 0, "core dumps");
    // First SIGXCPU, which says why a program ended; SIGKILL for one that goes on.
    if (jail->seconds > 0) limit_twice(RLIMIT_CPU, (unsigned long)jail->seconds, (unsigned long)jail->seconds + 5, "seconds");
    if (jail->megabytes > 0) limit(RLIMIT_DATA, (unsigned long)jail->megabytes << 20, "memory");
    if (jail->file_megabytes > 0) limit(RLIMIT_FSIZE, (unsigned long)jail->file_megabytes << 20, "size of files");
    if (jail->files > 0) limit(RLIMIT_NOFILE, (unsigned long)jail->files, "open files");
    // Counted for each user; in users of its own the namespace counts only its own.
    if (jail->processes > 0 && jail->namespaces) limit(RLIMIT_NPROC, (unsigned long)jail->processes, "processes");
}
#endif
