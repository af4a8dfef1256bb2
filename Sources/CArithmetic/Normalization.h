/// Numbers of a sample brought to mean 0 and variance 1, group by group. Included once, after the loops over memory.
///
/// Every sum is one after the other, as it is written for one group; eight groups go side by side, so that they needn't wait.

/// Where a group of the whole batch begins.
INLINE long group_start(const struct arithmetic_groups *all, long group) {
    return group / all->groups * all->inputs + all->starts[group % all->groups];
}

/// Visits the numbers of `some` groups at a time: `q` is the group, `i` the place of its number, `k` its feature.
#define EACH_OF_GROUPS(some, body) \
    for (long p = 0; p < all->places; p++) \
        for (long j = 0; j < all->size; j++) { \
            _Pragma("clang loop unroll(full)") for (int q = 0; q < (some); q++) { \
                const long i = starts[q] + p * all->width + j; \
                body \
            } \
        }

INLINE void moments(
    const int some, const struct arithmetic_groups *all, long group, const double *x, double *means, double *deviations) {
    const double count = (double)(all->places * all->size);
    long starts[8];
    double sums[8] = {0}, variances[8] = {0};
    for (int q = 0; q < some; q++) starts[q] = group_start(all, group + q);
    EACH_OF_GROUPS(some, sums[q] += x[i];)
    for (int q = 0; q < some; q++) means[q] = sums[q] / count;
    EACH_OF_GROUPS(some, const double d = x[i] - means[q]; variances[q] += d * d;)
    for (int q = 0; q < some; q++) deviations[q] = __builtin_sqrt(variances[q] / count + all->epsilon);
}

static void normalize(
    const struct arithmetic_groups *all, long samples, const double *x, const double *scale, const double *shift,
    double *hats, double *deviations, double *y) {
    const long count = samples * all->groups;
    for (long group = 0; group < count;) {
        const int some = count - group < 8 ? 1 : 8;
        double means[8];
        if (some == 8) moments(8, all, group, x, means, deviations + group);
        else moments(1, all, group, x, means, deviations + group);
        for (int q = 0; q < some; q++, group++) {
            const long start = group_start(all, group), first = all->starts[group % all->groups] % all->width;
            const double mean = means[q], deviation = deviations[group];
            for (long p = 0; p < all->places; p++) {
                const double *from = x + start + p * all->width, *factors = scale + first, *terms = shift + first;
                double *hat = hats + start + p * all->width, *out = y + start + p * all->width;
#define BODY(n) \
    { \
        doubles_##n h = (load_##n(from + i) - mean) / deviation; \
        store_##n(hat + i, h); \
        store_##n(out + i, load_##n(factors + i) * h + load_##n(terms + i)); \
    }
                SWEEP(all->size, BODY);
#undef BODY
            }
        }
    }
}

/// Σ h and Σ h x̂ of each group, with h = γ g.
INLINE void slope_sums(
    const int some, const struct arithmetic_groups *all, long group, const double *hats, const double *scale, const double *dy,
    double *sums, double *products) {
    long starts[8], firsts[8];
    for (int q = 0; q < some; q++) {
        starts[q] = group_start(all, group + q);
        firsts[q] = all->starts[(group + q) % all->groups] % all->width;
        sums[q] = products[q] = 0;
    }
    EACH_OF_GROUPS(some, const double slope = scale[firsts[q] + j] * dy[i]; sums[q] += slope; products[q] += slope * hats[i];)
}

static void reverse_normalize(
    const struct arithmetic_groups *all, long samples, const double *hats, const double *deviations, const double *scale,
    const double *dy, double *dx) {
    const long count = samples * all->groups;
    const double n = (double)(all->places * all->size);
    for (long group = 0; group < count;) {
        const int some = count - group < 8 ? 1 : 8;
        double sums[8], products[8];
        if (some == 8) slope_sums(8, all, group, hats, scale, dy, sums, products);
        else slope_sums(1, all, group, hats, scale, dy, sums, products);
        for (int q = 0; q < some; q++, group++) {
            const long start = group_start(all, group), first = all->starts[group % all->groups] % all->width;
            const double sum = sums[q], product = products[q], below = n * deviations[group];
            for (long p = 0; p < all->places; p++) {
                const long place = start + p * all->width;
                const double *hat = hats + place, *slopes = dy + place, *factors = scale + first;
                double *out = dx + place;
#define BODY(n_) \
    store_##n_(out + i, (n * load_##n_(factors + i) * load_##n_(slopes + i) - sum - load_##n_(hat + i) * product) / below);
                SWEEP(all->size, BODY);
#undef BODY
            }
        }
    }
}
#undef EACH_OF_GROUPS

static void scale_slopes(
    long rows, long columns, const double *hats, const double *dy, double *scales, double *shifts, enum arithmetic_end end) {
#define BODY(n) \
    { \
        doubles_##n scale = {}, shift = {}; \
        for (long r = 0; r < rows; r++) { \
            doubles_##n slope = load_##n(dy + r * columns + i); \
            scale = scale + slope * load_##n(hats + r * columns + i); \
            shift = shift + slope; \
        } \
        if (end == arithmetic_accumulate) { \
            scale = load_##n(scales + i) + scale; \
            shift = load_##n(shifts + i) + shift; \
        } \
        store_##n(scales + i, scale); \
        store_##n(shifts + i, shift); \
    }
    SWEEP(columns, BODY);
#undef BODY
}
