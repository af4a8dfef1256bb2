#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define CALL_NUMBER offsetof(struct seccomp_data, nr)
// The lower half of an argument; both processors are little-endian.
#define ARGUMENT(n) (offsetof(struct seccomp_data, args) + 8 * (n))

enum { most_code = 1024 };
static struct sock_filter code[most_code];
static unsigned short length;

static void add(uint16_t operation, uint32_t value, uint8_t yes, uint8_t no) {
    if (length == most_code) {
        errno = E2BIG;
        fail("seccomp");
    }
    code[length++] = (struct sock_filter){operation, yes, no, value};
}

static void load(uint32_t offset) { add(BPF_LD | BPF_W | BPF_ABS, offset, 0, 0); }
static void answer(uint32_t with) { add(BPF_RET | BPF_K, with, 0, 0); }
static uint32_t refused(int error) { return SECCOMP_RET_ERRNO | (uint32_t)error; }

/// A call that always has this answer.
static void always(long call, uint32_t with) {
    add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1);
    answer(with);
}

/// A call that is refused if one of its arguments compares to this value.
static void never_when(uint16_t comparison, long call, int argument, uint32_t value) {
    add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
    load(ARGUMENT(argument));
    add(BPF_JMP | comparison | BPF_K, value, 0, 1);
    answer(refused(EPERM));
    load(CALL_NUMBER);
}

/// A call that is refused if one of its arguments has this value.
static void never_with(long call, int argument, uint32_t value) { never_when(BPF_JEQ, call, argument, value); }

/// A call that is refused if one of its arguments has any of these bits.
static void never_with_any(long call, int argument, uint32_t bits) { never_when(BPF_JSET, call, argument, bits); }

/// A call that is refused if one of its arguments has one of these bits, while another has this value.
static void never_with_bits(long call, int argument, uint32_t value, int bits_argument, uint32_t bits) {
    add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 6);
    load(ARGUMENT(argument));
    add(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 3);
    load(ARGUMENT(bits_argument));
    add(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1);
    answer(refused(EPERM));
    load(CALL_NUMBER);
}

/// A call that is refused unless one of its arguments has one of these values.
static void only_with_any(long call, int argument, const uint32_t *values, uint8_t count) {
    add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, (uint8_t)(2 * count + 3));
    load(ARGUMENT(argument));
    for (uint8_t index = 0; index < count; index++) {
        add(BPF_JMP | BPF_JEQ | BPF_K, values[index], 0, 1);
        answer(SECCOMP_RET_ALLOW);
    }
    answer(refused(EPERM));
    load(CALL_NUMBER);
}

/// A call that is refused unless one of its arguments has this value.
static void only_with(long call, int argument, uint32_t value) { only_with_any(call, argument, &value, 1); }

/// A call that is refused if one of its arguments has all of these bits.
static void never_with_all(long call, int argument, uint32_t bits) {
    add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
    load(ARGUMENT(argument));
    add(BPF_ALU | BPF_AND | BPF_K, bits, 0, 0);
    add(BPF_JMP | BPF_JEQ | BPF_K, bits, 0, 1);
    answer(refused(EPERM));
    load(CALL_NUMBER);
}

/// Pairs of streams alone: a socket for datagrams sends to any other by its name, paired or not.
static void only_streams(void) {
    add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)__NR_socketpair, 0, 8);
    load(ARGUMENT(0));
    add(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 4);
    load(ARGUMENT(1));
    add(BPF_ALU | BPF_AND | BPF_K, 0xF, 0, 0);
    add(BPF_JMP | BPF_JEQ | BPF_K, SOCK_STREAM, 0, 1);
    answer(SECCOMP_RET_ALLOW);
    answer(refused(EPERM));
    load(CALL_NUMBER);
}

/// The newest call of Linux that somebody has looked at for this filter. Both processors count new ones alike.
enum { newest_known = 469 };

/// What neither a lesson nor a compiler needs: other processes' memory, the system's configuration, and ways around this filter.
static const int never[] = {
    __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_pidfd_send_signal, __NR_pidfd_getfd, __NR_kcmp,
    __NR_unshare, __NR_setns, __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, __NR_mount_setattr, __NR_open_tree,
    __NR_move_mount, __NR_fsopen, __NR_fsconfig, __NR_fsmount, __NR_fspick, __NR_bpf, __NR_perf_event_open, __NR_userfaultfd,
    __NR_add_key, __NR_request_key, __NR_keyctl, __NR_io_uring_setup, __NR_io_uring_enter, __NR_io_uring_register,
    __NR_kexec_load, __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_reboot, __NR_swapon, __NR_swapoff,
    __NR_acct, __NR_quotactl, __NR_syslog, __NR_settimeofday, __NR_clock_settime, __NR_clock_adjtime, __NR_adjtimex,
    __NR_sethostname, __NR_setdomainname, __NR_personality, __NR_fanotify_init, __NR_name_to_handle_at,
    __NR_open_by_handle_at, __NR_memfd_create, __NR_execveat, __NR_mknodat, __NR_socket, __NR_connect, __NR_bind,
    __NR_listen, __NR_accept, __NR_accept4, __NR_setpriority, __NR_sched_setaffinity, __NR_shmget, __NR_semget, __NR_msgget,
    __NR_mq_open,
    // What others made is reached by a number that can be guessed.
    __NR_shmat, __NR_shmctl, __NR_semop, __NR_semtimedop, __NR_semctl, __NR_msgsnd, __NR_msgrcv, __NR_msgctl, __NR_mq_unlink,
    // Other processes' places on disks, in memory and on processors.
    __NR_ioprio_set, __NR_migrate_pages, __NR_move_pages, 440 /* process_madvise */, 448 /* process_mrelease */,
    // Memory that is held by a file without a name and so counts for nobody; trees of mounts in a newer way.
    447 /* memfd_secret */, 467 /* open_tree_attr */,
#ifdef __NR_mknod
    __NR_mknod,
#endif
#ifdef __NR_iopl
    __NR_iopl, __NR_ioperm, __NR_modify_ldt,
#endif
};

/// What Landlock says nothing about: rights, owners and times of files.
static const int attributes[] = {
    __NR_fchmodat, __NR_fchownat, __NR_utimensat, __NR_setxattr, __NR_lsetxattr, __NR_fsetxattr, __NR_removexattr,
    __NR_lremovexattr, __NR_fremovexattr, 452 /* fchmodat2 */, 463 /* setxattrat */, 466 /* removexattrat */,
    newest_known /* file_setattr */,
#ifdef __NR_chmod
    __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat,
#endif
};

/// Opening that empties a file without a right to write to it: Landlock knows of it since its third version only.
static void never_emptied(long call, int argument) {
    add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
    load(ARGUMENT(argument));
    add(BPF_ALU | BPF_AND | BPF_K, O_TRUNC | O_ACCMODE, 0, 0);
    add(BPF_JMP | BPF_JEQ | BPF_K, O_TRUNC | O_RDONLY, 0, 1);
    answer(refused(EPERM));
    load(CALL_NUMBER);
}

/// What is done to a process by its number is done to the caller alone, whose number may be written as 0.
static void add_own_process_rules(uint32_t self) {
    static const int calls[] = {__NR_prlimit64, __NR_sched_setscheduler, __NR_sched_setparam, __NR_sched_setattr};
    for (size_t index = 0; index < sizeof calls / sizeof *calls; index++) {
        add(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)calls[index], 0, 6);
        load(ARGUMENT(0));
        add(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
        add(BPF_JMP | BPF_JEQ | BPF_K, self, 0, 1);
        answer(SECCOMP_RET_ALLOW);
        answer(refused(EPERM));
        load(CALL_NUMBER);
    }
    // A file that tells of its readiness by a signal, which goes to whoever it names.
    never_with(__NR_fcntl, 1, F_SETOWN);
    never_with(__NR_fcntl, 1, F_SETOWN_EX);
    never_with(__NR_fcntl, 1, F_SETSIG);
    // A lease makes everybody else wait who opens the file.
    never_with(__NR_fcntl, 1, 1024 /* F_SETLEASE */);
    never_with(__NR_fcntl, 1, 1026 /* F_NOTIFY */);
    never_with_bits(__NR_fcntl, 1, F_SETFL, 2, O_ASYNC);
}

/// What the C library and Foundation ask of a descriptor. Not among it: signals from files, words put into a terminal's input,
/// a file's flags and attributes, which Landlock doesn't know, and room on a disk taken in no time.
static void add_descriptor_rules(void) {
    static const uint32_t wishes[] = {
        TCGETS, 0x802C542A /* TCGETS2 */, TIOCGWINSZ, FIONREAD, FIONBIO, FIOCLEX, FIONCLEX,
    };
    only_with_any(__NR_ioctl, 1, wishes, sizeof wishes / sizeof *wishes);
}

/// Files that a lesson leaves give nobody who starts them its rights, and none is a device.
static void add_mode_rules(void) {
    enum { others_rights = S_ISUID | S_ISGID };
    never_with_any(__NR_fchmod, 1, others_rights);
    never_with_any(__NR_fchmodat, 2, others_rights);
    never_with_any(452 /* fchmodat2 */, 2, others_rights);
    never_with_any(__NR_openat, 3, others_rights);
    never_with_any(__NR_mkdirat, 2, others_rights);
#ifdef __NR_chmod
    never_with_any(__NR_chmod, 1, others_rights);
    never_with_any(__NR_open, 2, others_rights);
    never_with_any(__NR_creat, 1, others_rights);
    never_with_any(__NR_mkdir, 1, others_rights);
#endif
    // Its rights stand in memory; the C library then takes openat.
    always(__NR_openat2, refused(ENOSYS));
    never_with_any(__NR_renameat2, 4, 4 /* RENAME_WHITEOUT */);
}

/// A lesson starts nothing but threads and, in the one way that Swift's runtime has, its backtracer; Landlock says what may be
/// executed. It sends signals to itself alone.
static void add_lesson_rules(void) {
#ifdef __NR_fork
    always(__NR_fork, refused(EPERM));
    always(__NR_vfork, refused(EPERM));
#endif
    // Its flags stand in memory, where no filter sees them; the C library then takes clone.
    always(__NR_clone3, refused(ENOSYS));
    add(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 7);
    load(ARGUMENT(0));
    add(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 3, 0);
    add(BPF_ALU | BPF_AND | BPF_K, ~(uint32_t)0xFF, 0, 0);
    add(BPF_JMP | BPF_JEQ | BPF_K, CLONE_VM | CLONE_VFORK, 1, 0);
    answer(refused(EPERM));
    answer(SECCOMP_RET_ALLOW);
    load(CALL_NUMBER);
    uint32_t self = (uint32_t)getpid();
    only_with(__NR_kill, 0, self);
    only_with(__NR_tgkill, 0, self);
    only_with(__NR_rt_sigqueueinfo, 0, self);
    only_with(__NR_rt_tgsigqueueinfo, 0, self);
    always(__NR_tkill, refused(EPERM));
    add_own_process_rules(self);
    add_descriptor_rules();
    add_mode_rules();
    // Its pages stay when it lets go of them, and nobody's memory shows them. Threads share all memory as it is.
    never_with_all(__NR_mmap, 3, MAP_SHARED | MAP_ANONYMOUS);
    // Taking room on a disk in no time; the C library then writes, which the watch keeps up with.
    always(__NR_fallocate, refused(EOPNOTSUPP));
    // Its own rules are made; more of them would be memory that no process is charged for.
    always(444 /* landlock_create_ruleset */, refused(EPERM));
    always(445 /* landlock_add_rule */, refused(EPERM));
    // A link that stays where it may write leads others, who have more rights, to where it wants.
    always(__NR_symlinkat, refused(EPERM));
#ifdef __NR_symlink
    always(__NR_symlink, refused(EPERM));
#endif
    always(__NR_setsid, refused(EPERM));
    always(__NR_setpgid, refused(EPERM));
    always(__NR_pidfd_open, refused(EPERM));
    // It ends with its launcher.
    never_with(__NR_prctl, 0, PR_SET_PDEATHSIG);
}

void seccomp_apply(const struct jail *jail) {
#ifndef THIS_ARCHITECTURE
    errno = ENOSYS;
    fail("seccomp");
#else
    load(offsetof(struct seccomp_data, arch));
    add(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCHITECTURE, 1, 0);
    answer(SECCOMP_RET_KILL_PROCESS);
    load(CALL_NUMBER);
    // The other way to count calls on the same processor.
    add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
    answer(refused(ENOSYS));
    // What a newer system may know: as if this one were older.
    add(BPF_JMP | BPF_JGT | BPF_K, newest_known, 0, 1);
    answer(refused(ENOSYS));
    only_streams();
    if (!jail->spawns) add_lesson_rules();
    for (size_t index = 0; index < sizeof never / sizeof *never; index++) always(never[index], refused(EPERM));
    if (!jail->namespaces) {
        for (size_t index = 0; index < sizeof attributes / sizeof *attributes; index++)
            always(attributes[index], refused(EPERM));
        // Writing a file as a whole ends with these; the file stays as its maker's.
        always(__NR_fchmod, refused(0));
        always(__NR_fchown, refused(0));
    }
    if (!jail->namespaces && jail->landlock < 3) {
        always(__NR_truncate, refused(EPERM));
        // Its flags stand in memory; the C library then takes openat.
        always(__NR_openat2, refused(ENOSYS));
        never_emptied(__NR_openat, 2);
#ifdef __NR_open
        never_emptied(__NR_open, 1);
        always(__NR_creat, refused(EPERM));
#endif
    }
    answer(SECCOMP_RET_ALLOW);
    struct sock_fprog program = {length, code};
    if (syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0) fail("seccomp");
#endif
}
#endif
