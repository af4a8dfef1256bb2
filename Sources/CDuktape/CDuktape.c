#include "CDuktape.h"
#include <duktape.h>
#include <stdlib.h>

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
