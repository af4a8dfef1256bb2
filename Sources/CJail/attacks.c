#ifdef __linux__
#define _GNU_SOURCE
#include "jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <mqueue.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// What a hostile lesson would try, and beside each what an honest one does: run inside the jail, by `lectern doctor` and tests.

static const char *course, *temporary, *outside;

static int opened(const char *folder, const char *name, int flags) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", folder, name);
    int file = open(path, flags | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    close(file);
    return 0;
}

static int started(char *program) {
    pid_t child;
    int status;
    char *arguments[] = {program, "--nothing", NULL};
    int error = posix_spawn(&child, program, NULL, NULL, arguments, (char *[]){NULL});
    if (error != 0) {
        errno = error;
        return -1;
    }
    return waitpid(child, &status, 0) == child ? 0 : -1;
}

static int forked(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child < 0 ? -1 : waitpid(child, NULL, 0) < 0 ? -1 : 0;
}

static int shared(void) {
    int memory = shmget(IPC_PRIVATE, 4096, 0600);
    return memory < 0 ? -1 : shmctl(memory, IPC_RMID, NULL);
}

static int counted(void) {
    int semaphore = semget(IPC_PRIVATE, 1, 0600);
    return semaphore < 0 ? -1 : semctl(semaphore, 0, IPC_RMID);
}

static int queued(void) {
    int queue = msgget(IPC_PRIVATE, 0600);
    return queue < 0 ? -1 : msgctl(queue, IPC_RMID, NULL);
}

static int named_queue(void) {
    mqd_t queue = mq_open("/lectern-attack", O_CREAT | O_RDWR, 0600, NULL);
    if (queue == (mqd_t)-1) return -1;
    mq_unlink("/lectern-attack");
    return mq_close(queue);
}

static int mapped(int protection, int flags, int file) {
    void *memory = mmap(NULL, 4096, protection, flags, file, 0);
    return memory == MAP_FAILED ? -1 : munmap(memory, 4096);
}

static int mapped_file(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", folder, name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    int result = mapped(PROT_READ, MAP_SHARED, file), error = errno;
    close(file);
    errno = error;
    return result;
}

/// Asks something of a file that it has for reading and writing.
static int asked(unsigned long wish, void *argument) {
    int file = open(temporary, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    int result = ioctl(file, wish, argument), error = errno;
    close(file);
    errno = error;
    return result;
}

/// The newest way to change what Landlock says nothing about.
static int attributed(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", folder, name);
    return (int)syscall(469 /* file_setattr */, AT_FDCWD, path, &(struct { uint64_t flags; uint32_t others[4]; }){0}, 24UL, 0U);
}

static int taken(void) {
    int file = open(temporary, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    int result = fallocate(file, 0, 0, 4096);
    int error = errno;
    close(file);
    errno = error;
    return result;
}

static void *nothing_to_do(void *argument) { return argument; }

static int threaded(void) {
    pthread_t thread;
    int error = pthread_create(&thread, NULL, nothing_to_do, NULL);
    errno = error;
    return error == 0 ? pthread_join(thread, NULL) : -1;
}

static int given(int descriptor) { return descriptor < 0 ? -1 : close(descriptor); }

static int paired(int kind) {
    int ends[2];
    return socketpair(AF_UNIX, kind, 0, ends) == 0 ? close(ends[0]) | close(ends[1]) : -1;
}

static int reserved(size_t megabytes) {
    void *memory = mmap(NULL, megabytes << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory == MAP_FAILED ? -1 : munmap(memory, megabytes << 20);
}

/// Makes a file as large as this, with nothing in it.
static int grown(off_t megabytes) {
    char path[4096];
    snprintf(path, sizeof path, "%s/large", temporary);
    int file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return -1;
    signal(SIGXFSZ, SIG_IGN);
    int result = ftruncate(file, megabytes << 20), error = errno;
    close(file);
    unlink(path);
    errno = error;
    return result;
}

static int held(int count) {
    int first = open("/dev/null", O_RDONLY | O_CLOEXEC), last = first;
    for (int index = 1; index < count && last >= 0; index++) last = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int error = errno;
    if (first >= 0) syscall(__NR_close_range, (unsigned)first, ~0U, 0U);
    errno = error;
    return last < 0 ? -1 : 0;
}

static int watched(pid_t process) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d", (int)process);
    return opened(path, "/environ", O_RDONLY);
}

static int changed(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", folder, name);
    return chmod(path, 0666);
}

/// In both ways that take no opening for writing.
static int emptied(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", folder, name);
    if (truncate(path, 0) == 0) return 0;
    return opened(folder, name, O_RDONLY | O_TRUNC);
}

static int executed_from(const char *folder) {
    char path[4096];
    snprintf(path, sizeof path, "%s/attack", folder);
    int file = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0700);
    if (file < 0 || write(file, "#!/bin/sh\n", 10) != 10 || close(file) != 0) return -1;
    int result = started(path), error = errno;
    unlink(path);
    errno = error;
    return result;
}

/// Without changing anything: to ask is refused as well.
static int limited(pid_t process) { return prlimit(process, RLIMIT_NOFILE, NULL, &(struct rlimit){0, 0}); }

static int scheduled(pid_t process) { return sched_setscheduler(process, SCHED_OTHER, &(struct sched_param){0}); }

/// Makes a file say by a signal to a process that it is ready.
static int signalling(bool by_call, pid_t process) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -1;
    int result = by_call ? fcntl(ends[0], F_SETOWN, process) : ioctl(ends[0], FIOSETOWN, &process), error = errno;
    close(ends[0]);
    close(ends[1]);
    errno = error;
    return result;
}

static int flagged(int flags) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -1;
    int result = fcntl(ends[0], F_SETFL, flags), error = errno;
    close(ends[0]);
    close(ends[1]);
    errno = error;
    return result;
}

/// In both ways that there are.
static int linked(const char *target, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", temporary, name);
    if (symlink(target, path) == 0 || symlinkat(target, AT_FDCWD, path) == 0) return unlink(path);
    return -1;
}

/// Makes a file that gives whoever starts it its owner's rights: when it is made, or afterwards.
static int lent(mode_t mode, bool afterwards) {
    char path[4096];
    snprintf(path, sizeof path, "%s/lent", temporary);
    int file = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, afterwards ? 0700 : mode);
    if (file < 0) return -1;
    int result = afterwards ? fchmod(file, mode) : 0, error = errno;
    if (afterwards && result != 0) result = chmod(path, mode), error = errno;
    struct stat status;
    // Where rights aren't changed at all the call says that they are.
    if (result == 0 && mode > 0777 && fstat(file, &status) == 0 && (status.st_mode & (S_ISUID | S_ISGID)) == 0)
        result = -1, error = EPERM;
    close(file);
    unlink(path);
    errno = error;
    return result;
}

/// Gives a temporary file another name.
static int renamed(const char *name, unsigned flags) {
    char before[4096], after[4096];
    snprintf(before, sizeof before, "%s%s", temporary, name);
    snprintf(after, sizeof after, "%s%s-renamed", temporary, name);
    if (opened(temporary, name, O_CREAT | O_WRONLY) != 0) return -1;
    int result = renameat2(AT_FDCWD, before, AT_FDCWD, after, flags), error = errno;
    unlink(before);
    unlink(after);
    errno = error;
    return result;
}

static void tell(bool should_work, const char *name, int result) {
    int error = errno;
    if (result == 0) printf("%s\t%s\t\n", should_work ? "works" : "happened", name);
    else printf("%s\t%s\t%s\n", should_work ? "fails" : "refused", name, strerrorname_np(error));
}

#define ATTACK(name, act) (errno = 0, tell(false, name, (act)))
#define WORK(name, act) (errno = 0, tell(true, name, (act)))

void attack(char *self, char **places) {
    course = places[0];
    temporary = places[1];
    outside = places[2];
    ATTACK("read a file outside the course", opened(outside, "", O_RDONLY));
    WORK("read a file of the course", opened(course, "/data.csv", O_RDONLY));
    ATTACK("read another lesson", opened(course, "/other.md", O_RDONLY));
    ATTACK("read the cache of results", opened(course, "/.lectern", O_RDONLY));
    ATTACK("write into the course", opened(course, "/new.csv", O_CREAT | O_WRONLY));
    ATTACK("overwrite a file of the course", opened(course, "/data.csv", O_WRONLY | O_TRUNC));
    ATTACK("empty a file of the course", emptied(course, "/data.csv"));
    WORK("write a temporary file", opened(temporary, "/file", O_CREAT | O_WRONLY));
    ATTACK("leave a link to a file outside the course", linked(outside, "/link"));
    ATTACK("make a file that lends its owner's rights", lent(04755, false));
    ATTACK("lend the owner's rights by a file", lent(06755, true));
    WORK("make a file for everybody to start", lent(0755, false));
    ATTACK("leave a device in a file's place", renamed("/file", 4 /* RENAME_WHITEOUT */));
    WORK("rename a temporary file", renamed("/file", 0));
    ATTACK("change the rights of a file of the course", changed(course, "/data.csv"));
    ATTACK("start a shell", started("/bin/sh"));
    ATTACK("start a program that it wrote itself", executed_from(temporary));
    WORK("start the backtracer, as Swift's runtime does", started(self));
    ATTACK("fork", forked());
    WORK("start a thread", threaded());
    ATTACK("open a socket to the network", given(socket(AF_INET, SOCK_STREAM, 0)));
    ATTACK("open a socket to another process", given(socket(AF_UNIX, SOCK_STREAM, 0)));
    ATTACK("make a socket that sends to any other", paired(SOCK_DGRAM));
    WORK("make a pair of sockets", paired(SOCK_STREAM));
    ATTACK("send a signal to another process", kill(getppid() > 0 ? getppid() : 1, 0));
    ATTACK("send a signal to every process", kill(-1, 0));
    WORK("send a signal to itself", kill(getpid(), 0));
    ATTACK("make a file send signals to another process", signalling(true, getppid() > 0 ? getppid() : 1));
    ATTACK("make a file send signals to another process, the other way", signalling(false, getppid() > 0 ? getppid() : 1));
    ATTACK("make a file send signals", flagged(O_ASYNC));
    WORK("read without waiting", flagged(O_NONBLOCK));
    ATTACK("change another process's limits", limited(getppid() > 0 ? getppid() : 1));
    WORK("ask for its own limits", limited(0) | limited(getpid()));
    ATTACK("change how another process is scheduled", scheduled(getppid() > 0 ? getppid() : 1));
    WORK("set how it is scheduled itself", scheduled(0));
    ATTACK("leave its session", setsid() < 0 ? -1 : 0);
    ATTACK("outlive its launcher", prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0));
    WORK("name its thread", prctl(PR_SET_NAME, "attack", 0, 0, 0));
    ATTACK("read another process's environment", watched(getppid() > 0 ? getppid() : 1));
    WORK("read its own environment", watched(getpid()));
    ATTACK("change the system's settings", opened("/proc/sys/kernel", "/core_pattern", O_WRONLY));
    ATTACK("take 64 GB of memory", reserved(64 << 10));
    WORK("take 64 MB of memory", reserved(64));
    ATTACK("make a file of 64 GB", grown(64 << 10));
    WORK("make a file of 1 MB", grown(1));
    ATTACK("open 4096 files", held(4096));
    WORK("open 16 files", held(16));
    ATTACK("trace a process", (int)ptrace(PTRACE_TRACEME, 0, NULL, NULL));
    ATTACK("go to namespaces of its own", unshare(CLONE_NEWUSER));
    ATTACK("make a program in memory", given((int)syscall(__NR_memfd_create, "a", 0)));
    ATTACK("keep memory that outlives it", shared());
    ATTACK("keep semaphores that outlive it", counted());
    ATTACK("keep a queue of messages that outlives it", queued());
    ATTACK("open a queue of messages by its name", named_queue());
    ATTACK("take memory that nobody counts", mapped(PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1));
    ATTACK("take memory by a file that nobody sees", given((int)syscall(447 /* memfd_secret */, 0)));
    ATTACK("take memory by rules of its own", given((int)syscall(444 /* landlock_create_ruleset */, &(uint64_t[1]){1}, 8, 0)));
    WORK("share memory among its threads", mapped(PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1));
    WORK("map a file of the course", mapped_file(course, "/data.csv"));
    ATTACK("take room on the disk in no time", taken());
    ATTACK("take room on the disk in no time, the other way", asked(0x4030582A /* FS_IOC_RESVSP64 */, &(uint64_t[6]){0, 0, 4096}));
    ATTACK("change a file's flags", asked(FS_IOC_SETFLAGS, &(int){FS_NODUMP_FL}));
    ATTACK("change the attributes of a file of the course", attributed(course, "/data.csv"));
    WORK("ask how much there is to read", asked(FIONREAD, &(int){0}));
    ATTACK("ask for asynchronous input and output", given((int)syscall(425 /* io_uring_setup */, 1, NULL)));
}
#endif
