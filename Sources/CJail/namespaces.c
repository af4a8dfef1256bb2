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
enum { MS_NOSUID_ = 2, MS_NODEV_ = 4, MS_NOEXEC_ = 8, MS_REC_ = 16384, MS_PRIVATE_ = 1 << 18, DETACH_ = 2 };

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

/// Opens the place of a path below the new root, a folder or an empty file, and makes what is missing on the way. No link is
/// followed: the place may lie in a folder of the course that another lesson writes to. -1 where it can't be had.
static int make_target(const char *path, bool is_folder) {
    char part[4096];
    if (snprintf(part, sizeof part, "%s", path) >= (int)sizeof part) return -1;
    int here = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
    char *rest = NULL;
    for (char *name = strtok_r(part, "/", &rest), *next; name != NULL && here >= 0; name = next) {
        next = strtok_r(NULL, "/", &rest);
        bool must_be_folder = next != NULL || is_folder;
        int kind = O_PATH | O_CLOEXEC | O_NOFOLLOW | (must_be_folder ? O_DIRECTORY : 0);
        int below = openat(here, name, kind);
        if (below < 0 && errno == ENOENT) {
            int made = must_be_folder ? mkdirat(here, name, 0755)
                                      : openat(here, name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
            if (made > 0) close(made);
            below = openat(here, name, kind);
        }
        close(here);
        here = below;
    }
    return here;
}

/// Shows a file or a folder in the new root, with nothing more than is allowed. What was opened becomes what is shown.
static bool show(struct rule *rule, bool is_device) {
    struct stat status;
    if (rule->descriptor < 0) return true;
    if (fstat(rule->descriptor, &status) != 0) return false;
    int target = make_target(rule->path, S_ISDIR(status.st_mode));
    if (target < 0) return false;
    struct mount_attr rights = {.attr_set = MOUNT_ATTR_NOSUID};
    if (!is_device) rights.attr_set |= MOUNT_ATTR_NODEV;
    if (!(rule->access & may_write)) rights.attr_set |= MOUNT_ATTR_RDONLY;
    // What a course holds, and what lessons wrote, is no program.
    if (rule->without_links) rights.attr_set |= MOUNT_ATTR_NOEXEC;
    int flags = AT_EMPTY_PATH | 0x8000 /* AT_RECURSIVE */;
    int tree = (int)syscall(__NR_open_tree, rule->descriptor, "", flags | OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
    // Limited before anybody can see it.
    bool done = tree >= 0 && syscall(__NR_mount_setattr, tree, "", flags, &rights, sizeof rights) == 0
        && syscall(__NR_move_mount, tree, "", target, "", MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH) == 0;
    // What was removed meanwhile isn't shown.
    bool is_removed = !done && errno == ENOENT;
    close(target);
    close(rule->descriptor);
    rule->descriptor = done ? tree : -1;
    if (!done && tree >= 0) close(tree);
    return done || is_removed;
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
    char *here = getcwd(NULL, 0);
    if (here == NULL || mount(NULL, "/", NULL, MS_REC_ | MS_PRIVATE_, NULL) != 0) return false;
    // Opened here: what was opened before belongs to the old namespace, and can't be shown in the new one.
    for (int index = 0; index < jail->rule_count; index++) {
        struct rule *rule = &jail->rules[index];
        if (rule->descriptor >= 0) close(rule->descriptor);
        rule->descriptor = open_rule(rule);
    }
    struct rule opened[5];
    for (int index = 0; index < 5; index++) {
        opened[index] = (struct rule){devices[index], devices[index], may_read | may_write, false, -1};
        opened[index].descriptor = open_rule(&opened[index]);
    }
    // Any folder does to stand the new root on; all that is shown in it is open already.
    if (mount("lectern", "/tmp", "tmpfs", MS_NOSUID_ | MS_NODEV_, "size=16m,mode=755") != 0) return false;
    if (chdir("/tmp") != 0 || mkdir("proc", 0755) != 0 || mkdir("old", 0755) != 0) return false;
    for (int index = 0; index < jail->rule_count; index++)
        if (!show(&jail->rules[index], false)) return false;
    for (int index = 0; index < 5; index++) {
        if (!show(&opened[index], true)) return false;
        close(opened[index].descriptor);
    }
    // Of this namespace's processes only.
    if (mount("proc", "proc", "proc", MS_NOSUID_ | MS_NODEV_ | MS_NOEXEC_, NULL) != 0) return false;
    int place = make_target(here, true);
    if (place < 0) return false;
    close(place);
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
