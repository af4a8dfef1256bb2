// lectern-jail: runs one program with as few rights as it needs, and takes all that it started along when it ends.
//
//     lectern-jail --probe
//     lectern-jail [RULES] -- PROGRAM ARGUMENT...
//
// A rule that is asked for and can't be applied ends the launcher with 125; the program isn't run then.
#ifndef JAIL_H
#define JAIL_H

#include <stdbool.h>
#include <sys/types.h>

/// What the program may do with a file or with everything in a folder.
enum access { may_read = 1, may_run = 2, may_write = 4 };

struct rule {
    /// Where the program finds it.
    const char *path;
    /// What it finds there: the same, but for a link.
    const char *target;
    int access;
    /// Whether a link on the way is an attack: what is written to and what is shown of a course is reached through none.
    bool without_links;
    /// What was opened is what is granted, whatever lies at the path afterwards; -1 where nothing was, which grants nothing.
    int descriptor;
};

struct jail {
    struct rule *rules;
    int rule_count;
    /// The version of Landlock whose rules have to hold; 0 for none.
    int landlock;
    /// The other means that have to hold.
    bool seccomp, namespaces;
    /// Whether it may start programs (the compiler does); else nothing but Swift's backtracer.
    bool spawns;
    /// Whether standard input is only Lectern's way of saying that it is still there.
    bool lifeline_only;
    long seconds, megabytes, file_megabytes, files, processes;
    char **program;
};

/// A rule's file or folder; -1 when it isn't there, or can't be reached by this user.
int open_rule(const struct rule *rule);

/// A file or folder below the root, through no link, by its absolute path; -1 with the system's error.
int open_without_links(const char *path);

/// Says what failed and ends with 125.
_Noreturn void fail(const char *what);

/// The version of Landlock's interface here; 0 when there is none.
int landlock_version(void);
void landlock_apply(const struct jail *jail);

void seccomp_apply(const struct jail *jail);

/// Goes to namespaces of its own: users, processes, files, network, messages.
/// Returns false when the system doesn't allow it.
bool namespaces_enter(void);
/// In the first process of the new namespaces: a file system of nothing but what the rules name.
/// Returns false when the system doesn't allow it.
bool namespaces_mount(const struct jail *jail);

/// Gives up every capability for good.
void drop_capabilities(void);
void limit_resources(const struct jail *jail);

/// Starts the program and waits for it or for Lectern's end. Returns the program's status as `wait` gives it.
int supervise(const struct jail *jail);

/// Which means this system offers, a line each.
void probe(void);

/// Tries what is forbidden, and what is allowed beside it, and says of each how it went. `places` are the course, the folder
/// for temporary files and a file outside.
void attack(char *self, char **places);

#endif
