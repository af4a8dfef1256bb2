/// A JavaScript engine behind four plain functions: duktape's own interface is mostly macros, which Swift can't import.
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

/// Calls the global function `name` with string arguments. The result, or the error's message, is in `script_engine_result`.
bool script_engine_call(
    script_engine *_Nonnull engine, const char *_Nonnull name, const char *_Nonnull const *_Nonnull arguments, int count);

/// UTF-8 text of the last result; valid until the next call.
const char *_Nonnull script_engine_result(script_engine *_Nonnull engine);
#endif
