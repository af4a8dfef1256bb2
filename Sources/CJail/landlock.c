#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// https://docs.kernel.org/userspace-api/landlock.html, written out: the header of an older system lacks the newer rights.
#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_add_rule 445
#define __NR_landlock_restrict_self 446
#endif

enum {
    fs_execute = 1 << 0, fs_write_file = 1 << 1, fs_read_file = 1 << 2, fs_read_dir = 1 << 3, fs_remove_dir = 1 << 4,
    fs_remove_file = 1 << 5, fs_make_dir = 1 << 7, fs_make_reg = 1 << 8, fs_make_sym = 1 << 12, fs_refer = 1 << 13,
    fs_truncate = 1 << 14, fs_ioctl_dev = 1 << 15,
};

struct ruleset { uint64_t fs, net, scoped; };
struct path_rule { uint64_t access; int32_t parent; } __attribute__((packed));

int landlock_version(void) {
    long version = syscall(__NR_landlock_create_ruleset, NULL, 0, 1);
    return version > 0 ? (int)version : 0;
}

/// The rights over files that a version knows: 13 in the first, then one more at a time.
static uint64_t known_rights(int version) {
    uint64_t rights = (1 << 13) - 1;
    if (version >= 2) rights |= fs_refer;
    if (version >= 3) rights |= fs_truncate;
    if (version >= 5) rights |= fs_ioctl_dev;
    return rights;
}

static uint64_t rights(const struct rule *rule, bool is_folder) {
    uint64_t rights = fs_read_file | fs_read_dir;
    if (rule->access & may_run) rights |= fs_execute;
    if (rule->access & may_write)
        rights |= fs_write_file | fs_remove_dir | fs_remove_file | fs_make_dir | fs_make_reg | fs_make_sym | fs_refer | fs_truncate;
    return is_folder ? rights : rights & (fs_execute | fs_write_file | fs_read_file | fs_truncate);
}

/// What was opened, not what lies at the path now.
static void allow(int ruleset, const struct rule *rule, uint64_t known) {
    struct stat status;
    // What isn't there needs no rule.
    if (rule->descriptor < 0) return;
    if (fstat(rule->descriptor, &status) != 0) fail(rule->path);
    struct path_rule entry = {rights(rule, S_ISDIR(status.st_mode)) & known, rule->descriptor};
    if (syscall(__NR_landlock_add_rule, ruleset, 1, &entry, 0) != 0) fail(rule->path);
}

/// What belongs to the file system as it is now.
static void allow_here(int ruleset, const char *path, int access, uint64_t known) {
    struct rule rule = {path, path, access, false, -1};
    rule.descriptor = open_rule(&rule);
    allow(ruleset, &rule, known);
    if (rule.descriptor >= 0) close(rule.descriptor);
}

void landlock_apply(const struct jail *jail) {
    int version = jail->landlock;
    // Older than what it was asked for, it would refuse rules that it doesn't know; here they would be missed.
    if (landlock_version() < version) {
        errno = ENOSYS;
        fail("Landlock");
    }
    struct ruleset handled = {.fs = known_rights(version)};
    // Neither TCP (version 4) nor abstract sockets and signals to outside (version 6): no rule allows any of it.
    if (version >= 4) handled.net = 3;
    if (version >= 6) handled.scoped = 3;
    size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    int ruleset = (int)syscall(__NR_landlock_create_ruleset, &handled, size, 0);
    if (ruleset < 0) fail("Landlock's rules");
    for (int index = 0; index < jail->rule_count; index++) allow(ruleset, &jail->rules[index], handled.fs);
    // Itself and what crashes say of it, and the devices that hold nothing.
    static const char *read[] = {"/proc", "/dev/zero", "/dev/random", "/dev/urandom"};
    static const char *written[] = {"/dev/null", "/dev/full"};
    for (size_t index = 0; index < sizeof read / sizeof *read; index++) allow_here(ruleset, read[index], may_read, handled.fs);
    for (size_t index = 0; index < sizeof written / sizeof *written; index++)
        allow_here(ruleset, written[index], may_read | may_write, handled.fs);
    if (syscall(__NR_landlock_restrict_self, ruleset, 0) != 0) fail("Landlock");
    close(ruleset);
}
#endif
