#include "CDuktape.h"
#include <duktape.h>
#include <stdlib.h>
#include <string.h>

struct script_engine {
    duk_context *context;
};

script_engine *script_engine_create(void) {
    script_engine *engine = malloc(sizeof *engine);
    if (!engine) return NULL;
    engine->context = duk_create_heap_default();
    if (!engine->context) {
        free(engine);
        return NULL;
    }
    duk_push_undefined(engine->context);
    return engine;
}

void script_engine_destroy(script_engine *engine) {
    duk_destroy_heap(engine->context);
    free(engine);
}

bool script_engine_run(script_engine *engine, const char *source, size_t length) {
    duk_set_top(engine->context, 0);
    return duk_peval_lstring(engine->context, source, length) == 0;
}

static duk_ret_t dump(duk_context *context, void *unused) {
    (void)unused;
    duk_dump_function(context);
    return 1;
}

bool script_engine_compile(script_engine *engine, const char *source, size_t length) {
    duk_set_top(engine->context, 0);
    return duk_pcompile_lstring(engine->context, 0, source, length) == 0
        && duk_safe_call(engine->context, dump, NULL, 1, 1) == DUK_EXEC_SUCCESS;
}

const void *script_engine_compiled(script_engine *engine, size_t *length) {
    duk_size_t size = 0;
    const void *program = duk_get_buffer(engine->context, -1, &size);
    *length = size;
    return program;
}

struct program {
    const void *bytes;
    size_t length;
};

static duk_ret_t load(duk_context *context, void *given) {
    const struct program *program = given;
    memcpy(duk_push_fixed_buffer(context, program->length), program->bytes, program->length);
    duk_load_function(context);
    duk_call(context, 0);
    return 1;
}

bool script_engine_run_compiled(script_engine *engine, const void *bytes, size_t length) {
    struct program program = {bytes, length};
    duk_set_top(engine->context, 0);
    return duk_safe_call(engine->context, load, &program, 0, 1) == DUK_EXEC_SUCCESS;
}

long script_engine_version(void) { return DUK_VERSION; }

bool script_engine_call(script_engine *engine, const char *name, const char *const *arguments, int count) {
    duk_context *context = engine->context;
    duk_set_top(context, 0);
    duk_get_global_string(context, name);
    for (int i = 0; i < count; i++) duk_push_string(context, arguments[i]);
    return duk_pcall(context, count) == 0;
}

const char *script_engine_result(script_engine *engine) {
    return duk_safe_to_string(engine->context, -1);
}
