/// What slides over samples: the way back through a convolution, and pooling. Included once, after the loops over memory.

static void spread(
    long rows, long depth, long columns, long stretch, const double *dy, const double *w, const long *starts,
    const long *steps, double *dx) {
    for (long r = 0; r < rows; r++, dy += columns) {
        for (long k = 0; k < depth; k += stretch) {
            double *target = dx + starts[r] + steps[k];
            const double *weights = w + k;
#define BODY(n) \
    { \
        doubles_##n sum = load_##n(target + i); \
        for (long f = 0; f < columns; f++) sum = fused_##n(all_##n(dy[f]), load_##n(weights + f * depth + i), sum); \
        store_##n(target + i, sum); \
    }
            SWEEP(stretch, BODY);
#undef BODY
        }
    }
}

/// For every window of every sample: `places` are those of its numbers, `count` of them, and y stands at its output.
#define EACH_WINDOW(body) \
    do { \
        const long channels = pool->channels; \
        for (long s = 0, start = 0; s < samples; s++) { \
            for (long p = 0, first = 0; p < pool->windows; first = pool->ends[p], p++) { \
                const long *places = pool->list + first, count = pool->ends[p] - first; \
                const long out = (s * pool->windows + p) * channels; \
                SWEEP(channels, body); \
            } \
            start += pool->inputs; \
        } \
    } while (0)

static void pool_largest(const struct arithmetic_pool *pool, long samples, const double *x, double *y) {
#define BODY(n) \
    { \
        doubles_##n most = load_##n(x + start + places[0] + i); \
        for (long k = 1; k < count; k++) { \
            doubles_##n other = load_##n(x + start + places[k] + i); \
            most = select_##n(other > most, other, most); \
        } \
        store_##n(y + out + i, most); \
    }
    EACH_WINDOW(BODY);
#undef BODY
}

static void reverse_largest(
    const struct arithmetic_pool *pool, long samples, const double *x, const double *y, const double *dy, double *dx) {
    memset(dx, 0, (size_t)(samples * pool->inputs) * sizeof *dx);
#define BODY(n) \
    { \
        doubles_##n most = load_##n(y + out + i), slope = load_##n(dy + out + i); \
        integers_##n given = {}; \
        for (long k = 0; k < count; k++) { \
            double *target = dx + start + places[k] + i; \
            integers_##n takes = (load_##n(x + start + places[k] + i) == most) & ~given; \
            given = given | takes; \
            store_##n(target, load_##n(target) + select_##n(takes, slope, (doubles_##n){})); \
        } \
    }
    EACH_WINDOW(BODY);
#undef BODY
}

static void pool_mean(const struct arithmetic_pool *pool, long samples, const double *x, double *y) {
#define BODY(n) \
    { \
        doubles_##n sum = load_##n(x + start + places[0] + i); \
        for (long k = 1; k < count; k++) sum = sum + load_##n(x + start + places[k] + i); \
        store_##n(y + out + i, sum / (double)count); \
    }
    EACH_WINDOW(BODY);
#undef BODY
}

static void reverse_mean(const struct arithmetic_pool *pool, long samples, const double *dy, double *dx) {
    memset(dx, 0, (size_t)(samples * pool->inputs) * sizeof *dx);
#define BODY(n) \
    { \
        doubles_##n part = load_##n(dy + out + i) / (double)count; \
        for (long k = 0; k < count; k++) { \
            double *target = dx + start + places[k] + i; \
            store_##n(target, load_##n(target) + part); \
        } \
    }
    EACH_WINDOW(BODY);
#undef BODY
}
#undef EACH_WINDOW
