/// A JavaScript engine behind a few plain functions: duktape's own interface is mostly macros, which Swift can't import.
#ifndef LECTERN_CDUKTAPE_H
#define LECTERN_CDUKTAPE_H
#include <stddef.h>
#include <stdbool.h>

typedef struct script_engine script_engine;

/// A new engine with an empty global object, or NULL without memory.
script_engine *_Nullable script_engine_create(void);
void script_engine_destroy(script_engine *_Nonnull engine);

/// Runs `source`. On failure returns false and `script_engine_result` holds the message.
bool script_engine_run(script_engine *_Nonnull engine, const char *_Nonnull source, size_t length);

/// Compiles `source` without running it; the program is in `script_engine_compiled`. On failure returns false, as above.
bool script_engine_compile(script_engine *_Nonnull engine, const char *_Nonnull source, size_t length);

/// The program compiled last, for engines of this `script_engine_version` on this make of processor; valid until the next call.
const void *_Nullable script_engine_compiled(script_engine *_Nonnull engine, size_t *_Nonnull length);

/// Runs a program that was compiled before. It is believed: bytes from anybody else can do anything. On failure returns false, as
/// above.
bool script_engine_run_compiled(script_engine *_Nonnull engine, const void *_Nonnull program, size_t length);

/// The version of duktape that is linked.
long script_engine_version(void);

/// Calls the global function `name` with string arguments. The result, or the error's message, is in `script_engine_result`.
bool script_engine_call(
    script_engine *_Nonnull engine, const char *_Nonnull name, const char *_Nonnull const *_Nonnull arguments, int count);

/// UTF-8 text of the last result; valid until the next call.
const char *_Nonnull script_engine_result(script_engine *_Nonnull engine);
#endif
