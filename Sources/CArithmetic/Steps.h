/// Time steps of recurrent layers, but for their products. Included once, after the loops over memory.
///
/// Every line is computed in the order in which the layers in `Networks` write it.

/// For all units of every sample: `state` is where its states begin, `gate` its gates, `packed` its place in what stands sample by
/// sample.
#define EACH_SAMPLE(body) \
    do { \
        const long units = at->units; \
        for (long s = 0; s < at->samples; s++) { \
            const long state = s * at->state_gap, gate = s * at->gate_gap, packed = s * units; \
            (void)state, (void)gate, (void)packed; \
            SWEEP(units, body); \
        } \
    } while (0)

/// The number before the step, 0 at the first.
#define BEFORE(n) (before ? load_##n(before + state + i) : (doubles_##n){})

/// tanh′ of the value y.
#define BENT(n, y) fused_##n(-(y), y, all_##n(1))

INLINE void simple_with(
    const struct arithmetic_moment *at, const enum arithmetic_activation kind, const double *sums, double *states) {
#define BODY(n) store_##n(states + state + i, activated_##n(kind, load_##n(sums + gate + i)));
    EACH_SAMPLE(BODY);
#undef BODY
}

static void simple_step(
    const struct arithmetic_moment *at, enum arithmetic_activation kind, const double *sums, double *states) {
    switch (kind) {
    case arithmetic_logistic: simple_with(at, arithmetic_logistic, sums, states); break;
    case arithmetic_tangent: simple_with(at, arithmetic_tangent, sums, states); break;
    case arithmetic_rectifier: simple_with(at, arithmetic_rectifier, sums, states); break;
    default: simple_with(at, arithmetic_linear, sums, states);
    }
}

/// What arrives from the step after and from the layer's own output.
#define ARRIVED(n) \
    (given ? load_##n(arriving + packed + i) + load_##n(given + s * given_gap + i) : load_##n(arriving + packed + i))

static void reverse_simple_step(
    const struct arithmetic_moment *at, enum arithmetic_activation kind, const double *states, const double *given,
    long given_gap, double *arriving, double *slopes) {
#define BODY(n) store_##n(slopes + gate + i, ARRIVED(n) * slope_##n(kind, load_##n(states + state + i)));
    EACH_SAMPLE(BODY);
#undef BODY
}

static void long_short_step(
    const struct arithmetic_moment *at, double *gates, const double *before, double *cells, double *curved, double *states) {
#define BODY(n) \
    { \
        double *sums = gates + gate + i; \
        doubles_##n in = sigmoid_##n(load_##n(sums)), forget = sigmoid_##n(load_##n(sums + units)); \
        doubles_##n candidate = tanh_##n(load_##n(sums + 2 * units)), out = sigmoid_##n(load_##n(sums + 3 * units)); \
        doubles_##n cell = fused_##n(forget, BEFORE(n), in * candidate), bent = tanh_##n(cell); \
        store_##n(sums, in); \
        store_##n(sums + units, forget); \
        store_##n(sums + 2 * units, candidate); \
        store_##n(sums + 3 * units, out); \
        store_##n(cells + state + i, cell); \
        store_##n(curved + state + i, bent); \
        store_##n(states + state + i, out * bent); \
    }
    EACH_SAMPLE(BODY);
#undef BODY
}

static void reverse_long_short_step(
    const struct arithmetic_moment *at, const double *gates, const double *before, const double *curved, const double *given,
    long given_gap, const double *arriving, double *arriving_cells, double *slopes) {
#define BODY(n) \
    { \
        const double *values = gates + gate + i; \
        double *sums = slopes + gate + i; \
        doubles_##n in = load_##n(values), forget = load_##n(values + units); \
        doubles_##n candidate = load_##n(values + 2 * units), out = load_##n(values + 3 * units); \
        doubles_##n bent = load_##n(curved + state + i), slope = ARRIVED(n); \
        doubles_##n cell = fused_##n(slope * out, BENT(n, bent), load_##n(arriving_cells + packed + i)); \
        store_##n(sums, cell * candidate * in * (1.0 - in)); \
        store_##n(sums + units, cell * BEFORE(n) * forget * (1.0 - forget)); \
        store_##n(sums + 2 * units, cell * in * BENT(n, candidate)); \
        store_##n(sums + 3 * units, slope * bent * out * (1.0 - out)); \
        store_##n(arriving_cells + packed + i, cell * forget); \
    }
    EACH_SAMPLE(BODY);
#undef BODY
}

static void gated_open(
    const struct arithmetic_moment *at, int resets_after, double *gates, const double *before, double *aside) {
#define BODY(n) \
    { \
        double *sums = gates + gate + i; \
        doubles_##n reset = sigmoid_##n(load_##n(sums)), update = sigmoid_##n(load_##n(sums + units)); \
        store_##n(sums, reset); \
        store_##n(sums + units, update); \
        if (!resets_after) store_##n(aside + state + i, reset * BEFORE(n)); \
    }
    EACH_SAMPLE(BODY);
#undef BODY
}

static void gated_step(
    const struct arithmetic_moment *at, int resets_after, double *gates, const double *before, const double *aside,
    double *states) {
#define BODY(n) \
    { \
        double *sums = gates + gate + i; \
        doubles_##n update = load_##n(sums + units), candidate = load_##n(sums + 2 * units); \
        if (resets_after) candidate = fused_##n(load_##n(sums), load_##n(aside + state + i), candidate); \
        candidate = tanh_##n(candidate); \
        store_##n(sums + 2 * units, candidate); \
        store_##n(states + state + i, fused_##n(update, BEFORE(n), (1.0 - update) * candidate)); \
    }
    EACH_SAMPLE(BODY);
#undef BODY
}

static void reverse_gated_step(
    const struct arithmetic_moment *at, int resets_after, const double *gates, const double *before, const double *given,
    long given_gap, double *arriving, double *slopes, double *products) {
#define BODY(n) \
    { \
        const double *values = gates + gate + i; \
        double *sums = slopes + gate + i; \
        doubles_##n slope = ARRIVED(n), update = load_##n(values + units), candidate = load_##n(values + 2 * units); \
        doubles_##n bent = slope * (1.0 - update) * BENT(n, candidate); \
        store_##n(arriving + packed + i, slope); \
        store_##n(sums + units, slope * (BEFORE(n) - candidate) * update * (1.0 - update)); \
        store_##n(sums + 2 * units, bent); \
        store_##n(products + state + i, resets_after ? bent * load_##n(values) : bent); \
    }
    EACH_SAMPLE(BODY);
#undef BODY
}

static void reverse_gated_open(
    const struct arithmetic_moment *at, int resets_after, const double *gates, const double *before, const double *aside,
    const double *arriving, double *kept, double *slopes) {
#define BODY(n) \
    { \
        const double *values = gates + gate + i; \
        double *sums = slopes + gate + i; \
        doubles_##n reset = load_##n(values), update = load_##n(values + units), back = load_##n(kept + packed + i); \
        doubles_##n slope = resets_after ? load_##n(sums + 2 * units) * load_##n(aside + state + i) : back * BEFORE(n); \
        store_##n(sums, slope * reset * (1.0 - reset)); \
        store_##n( \
            kept + packed + i, \
            fused_##n(load_##n(arriving + packed + i), update, resets_after ? back : back * reset)); \
    }
    EACH_SAMPLE(BODY);
#undef BODY
}
#undef ARRIVED
#undef BENT
#undef BEFORE
#undef EACH_SAMPLE
