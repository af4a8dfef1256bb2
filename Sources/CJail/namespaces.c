#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

// <sys/mount.h> and <linux/mount.h> can't be had together.
int mount(const char *, const char *, const char *, unsigned long, const void *);
int umount2(const char *, int);
enum { MS_NOSUID_ = 2, MS_NODEV_ = 4, MS_NOEXEC_ = 8, MS_BIND_ = 4096, MS_REC_ = 16384, MS_PRIVATE_ = 1 << 18, DETACH_ = 2 };

static bool write_text(const char *path, const char *text) {
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return false;
    bool done = write(file, text, strlen(text)) == (ssize_t)strlen(text);
    close(file);
    return done;
}

bool namespaces_enter(void) {
    char text[64];
    uid_t user = geteuid();
    gid_t group = getegid();
    int kinds = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
    // With users of its own it owns nothing outside. Where only the system's owner may do that, the others have to do.
    if (unshare(CLONE_NEWUSER | kinds) != 0) return user == 0 && unshare(kinds) == 0;
    if (!write_text("/proc/self/setgroups", "deny") && errno != ENOENT) return false;
    snprintf(text, sizeof text, "%u %u 1", user, user);
    if (!write_text("/proc/self/uid_map", text)) return false;
    snprintf(text, sizeof text, "%u %u 1", group, group);
    return write_text("/proc/self/gid_map", text);
}

/// Makes the folders of a path below the new root, and the last part as a folder or an empty file.
static bool make_target(const char *path, bool is_folder) {
    char part[4096];
    if (snprintf(part, sizeof part, ".%s", path) >= (int)sizeof part) return false;
    for (char *end = part + 2; *end != 0; end++) {
        if (*end != '/') continue;
        *end = 0;
        if (mkdir(part, 0755) != 0 && errno != EEXIST && errno != EROFS) return false;
        *end = '/';
    }
    if (is_folder) return mkdir(part, 0755) == 0 || errno == EEXIST;
    int file = open(part, O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
    if (file >= 0) close(file);
    return file >= 0 || errno == EEXIST || access(part, F_OK) == 0;
}

/// Shows a file or a folder in the new root, with nothing more than is allowed.
static bool show(const char *path, int descriptor, int access, bool is_device) {
    char source[64], target[4096];
    struct stat status;
    if (descriptor < 0) return true;
    if (fstat(descriptor, &status) != 0 || !make_target(path, S_ISDIR(status.st_mode))) return false;
    snprintf(source, sizeof source, "/proc/self/fd/%d", descriptor);
    snprintf(target, sizeof target, ".%s", path);
    // What was removed meanwhile isn't shown.
    if (mount(source, target, NULL, MS_BIND_ | MS_REC_, NULL) != 0) return errno == ENOENT;
    struct mount_attr rights = {.attr_set = MOUNT_ATTR_NOSUID};
    if (!is_device) rights.attr_set |= MOUNT_ATTR_NODEV;
    if (!(access & may_write)) rights.attr_set |= MOUNT_ATTR_RDONLY;
    else if (!(access & may_run)) rights.attr_set |= MOUNT_ATTR_NOEXEC;
    return syscall(__NR_mount_setattr, AT_FDCWD, target, 0x8000 /* AT_RECURSIVE */, &rights, sizeof rights) == 0;
}

/// Whether the largest number of a process belongs to a process namespace: since Linux 6.14.
static bool counts_processes_here(void) {
    struct utsname system;
    int major = 0, minor = 0;
    if (uname(&system) != 0 || sscanf(system.release, "%d.%d", &major, &minor) != 2) return false;
    return major > 6 || (major == 6 && minor >= 14);
}

bool namespaces_mount(const struct jail *jail) {
    static const char *devices[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};
    struct mount_attr fixed = {.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV};
    int opened[5];
    char *here = getcwd(NULL, 0);
    if (here == NULL || mount(NULL, "/", NULL, MS_REC_ | MS_PRIVATE_, NULL) != 0) return false;
    // Opened here: what was opened before belongs to the old namespace, and can't be shown in the new one.
    for (int index = 0; index < jail->rule_count; index++) {
        struct rule *rule = &jail->rules[index];
        if (rule->descriptor >= 0) close(rule->descriptor);
        rule->descriptor = open_rule(rule);
    }
    for (int index = 0; index < 5; index++) opened[index] = open(devices[index], O_PATH | O_CLOEXEC);
    // Any folder does to stand the new root on; all that is shown in it is open already.
    if (mount("lectern", "/tmp", "tmpfs", MS_NOSUID_ | MS_NODEV_, "size=16m,mode=755") != 0) return false;
    if (chdir("/tmp") != 0 || mkdir("proc", 0755) != 0 || mkdir("old", 0755) != 0) return false;
    for (int index = 0; index < jail->rule_count; index++) {
        const struct rule *rule = &jail->rules[index];
        if (!show(rule->path, rule->descriptor, rule->access, false)) return false;
    }
    for (int index = 0; index < 5; index++)
        if (!show(devices[index], opened[index], may_read | may_write, true)) return false;
    // Of this namespace's processes only.
    if (mount("proc", "proc", "proc", MS_NOSUID_ | MS_NODEV_ | MS_NOEXEC_, NULL) != 0) return false;
    if (!make_target(here, true)) return false;
    if (syscall(__NR_pivot_root, ".", "old") != 0 || chdir("/") != 0) return false;
    // Root's threads are counted nowhere else. Before Linux 6.14 this number is the whole machine's, and root could change it.
    if (counts_processes_here()) write_text("/proc/sys/kernel/pid_max", "2048");
    // To the system the user is still who it was, and root's settings would be root's to write.
    if (syscall(__NR_mount_setattr, AT_FDCWD, "/proc", 0, &fixed, sizeof fixed) != 0) return false;
    if (umount2("/old", DETACH_) != 0 || rmdir("/old") != 0) return false;
    if (syscall(__NR_mount_setattr, AT_FDCWD, "/", 0, &fixed, sizeof fixed) != 0) return false;
    bool back = chdir(here) == 0;
    free(here);
    return back;
}
#endif
