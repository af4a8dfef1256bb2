/// The loops of `arithmetic_kernels` for one kind of processor: included by one file for each, with KERNELS, KERNELS_NAME and
/// TILE_ROWS and TILE_PANELS, the sums of one tile of a product, defined.
#include "CArithmetic.h"
#include <string.h>

#define MOST_LAYERS 8

struct product {
    long rows, depth, columns, across, along, span, pitch;
    const double *a, *b, *bias;
    double *out, factor, rate;
    enum arithmetic_end end;
    const long *starts, *steps;
};

#define N 8
#include "Lanes.h"
#include "Functions.h"
#include "Products.h"
#include "Elementwise.h"
#include "Single.h"
#undef N
#define N 4
#include "Lanes.h"
#include "Functions.h"
#include "Products.h"
#include "Elementwise.h"
#include "Single.h"
#undef N
#define N 2
#include "Lanes.h"
#include "Functions.h"
#include "Products.h"
#include "Elementwise.h"
#include "Single.h"
#undef N
#define N 1
#include "Lanes.h"
#include "Functions.h"
#include "Products.h"
#include "Elementwise.h"

/// `body` for 8, 4, 2 and 1 lanes until all of `count` is done; `i` is where it stands.
#define SWEEP_FROM(start, count, body) \
    do { \
        long i = (start); \
        for (; i + 8 <= (count); i += 8) { body(8) } \
        if (i + 4 <= (count)) { body(4) i += 4; } \
        if (i + 2 <= (count)) { body(2) i += 2; } \
        if (i < (count)) { body(1) } \
    } while (0)
#define SWEEP(count, body) SWEEP_FROM(0, count, body)

/// One row of `panels` · 8 columns at a time: with few rows, more sums at once than one panel has.
INLINE long strips(const int panels, const struct product *p, long row, long column) {
    for (; column + 8 * panels <= p->columns; column += 8 * panels) {
        const double *a = p->a + row * p->across, *b = p->b + column;
        double *out = p->out + row * p->pitch + column;
        doubles_8 sums[panels];
#pragma clang loop unroll(full)
        for (int q = 0; q < panels; q++) {
            doubles_8 start = p->end == arithmetic_continue ? load_8(out + 8 * q) : (doubles_8){};
            sums[q] = fused_8(all_8(a[0]), load_8(b + 8 * q), start);
        }
        for (long k = 1; k < p->depth; k++) {
            doubles_8 left = all_8(a[k * p->along]);
#pragma clang loop unroll(full)
            for (int q = 0; q < panels; q++) sums[q] = fused_8(left, load_8(b + k * p->span + 8 * q), sums[q]);
        }
#pragma clang loop unroll(full)
        for (int q = 0; q < panels; q++) store_8(out + 8 * q, sums[q]);
    }
    return column;
}

/// Whether there is nothing to add up, so that there is no more to do.
static int is_empty(const struct product *p) {
    if (p->depth > 0) return 0;
    if (p->end == arithmetic_store || p->end == arithmetic_scale)
        for (long r = 0; r < p->rows; r++) memset(p->out + r * p->pitch, 0, (size_t)p->columns * sizeof *p->out);
    return 1;
}

static void product(const struct product *p) {
    if (is_empty(p)) return;
    long done = 0;
    if (p->rows == 1 && (p->end == arithmetic_continue || p->end == arithmetic_store)) done = strips(2, p, 0, strips(4, p, 0, 0));
    if (TILE_PANELS > 1)
        for (; done + 8 * TILE_PANELS <= p->columns; done += 8 * TILE_PANELS) panel_8(TILE_PANELS, 0, p, done);
#define BODY(n) panel_##n(1, 0, p, i);
    SWEEP_FROM(done, p->columns, BODY);
#undef BODY
}

static void multiply(
    long rows, long depth, long columns, const double *a, long across, long along, const double *b, const double *bias,
    double *out, enum arithmetic_end end, double factor, double rate) {
    struct product p = {rows, depth, columns, across, along, columns, columns, a, b, bias, out, factor, rate, end, NULL, NULL};
    product(&p);
}

static void multiply_within(
    long rows, long depth, long columns, const double *a, long across, long along, const double *b, long span, double *out,
    long pitch, enum arithmetic_end end) {
    struct product p = {rows, depth, columns, across, along, span, pitch, a, b, NULL, out, 1, 0, end, NULL, NULL};
    product(&p);
}

static void multiply_gathered(
    long rows, long depth, long columns, const double *a, const long *starts, const long *steps, const double *b,
    const double *bias, double *out, enum arithmetic_end end) {
    struct product p = {rows, depth, columns, 0, 0, columns, columns, a, b, bias, out, 1, 0, end, starts, steps};
    if (is_empty(&p)) return;
#define BODY(n) panel_##n(1, 1, &p, i);
    SWEEP(columns, BODY);
#undef BODY
}

INLINE void activate_with(const enum arithmetic_activation kind, const double *x, double *y, long count) {
#define BODY(n) store_##n(y + i, activated_##n(kind, load_##n(x + i)));
    SWEEP(count, BODY);
#undef BODY
}

static void activate(enum arithmetic_activation kind, const double *x, double *y, long count) {
    switch (kind) {
    case arithmetic_logistic: activate_with(arithmetic_logistic, x, y, count); break;
    case arithmetic_tangent: activate_with(arithmetic_tangent, x, y, count); break;
    case arithmetic_rectifier: activate_with(arithmetic_rectifier, x, y, count); break;
    default: if (y != x) memmove(y, x, (size_t)count * sizeof *x);
    }
}

INLINE void slope_with(const enum arithmetic_activation kind, const double *y, const double *dy, double *dx, long count) {
#define BODY(n) store_##n(dx + i, load_##n(dy + i) * slope_##n(kind, load_##n(y + i)));
    SWEEP(count, BODY);
#undef BODY
}

static void reverse(enum arithmetic_activation kind, const double *y, const double *dy, double *dx, long count) {
    switch (kind) {
    case arithmetic_logistic: slope_with(arithmetic_logistic, y, dy, dx, count); break;
    case arithmetic_tangent: slope_with(arithmetic_tangent, y, dy, dx, count); break;
    case arithmetic_rectifier: slope_with(arithmetic_rectifier, y, dy, dx, count); break;
    default: if (dx != dy) memmove(dx, dy, (size_t)count * sizeof *dy);
    }
}

static void sum_rows(
    long rows, long columns, const double *a, double *out, enum arithmetic_end end, double factor, double rate) {
#define BODY(n) \
    { \
        doubles_##n sum = load_##n(a + i); \
        if (end == arithmetic_continue) sum = load_##n(out + i) + sum; \
        for (long r = 1; r < rows; r++) sum = sum + load_##n(a + r * columns + i); \
        if (end == arithmetic_scale || end == arithmetic_descend) sum = sum * factor; \
        if (end == arithmetic_descend) sum = fused_##n(all_##n(-rate), sum, load_##n(out + i)); \
        if (end == arithmetic_accumulate) sum = load_##n(out + i) + sum; \
        store_##n(out + i, sum); \
    }
    SWEEP(columns, BODY);
#undef BODY
}

static void transpose(long rows, long columns, const double *a, double *out) {
    for (long i = 0; i < rows; i++)
        for (long j = 0; j < columns; j++) out[j * rows + i] = a[i * columns + j];
}

static void add_scaled(long count, double factor, const double *x, double *y) {
#define BODY(n) store_##n(y + i, fused_##n(all_##n(factor), load_##n(x + i), load_##n(y + i)));
    SWEEP(count, BODY);
#undef BODY
}

static void add(long count, const double *a, const double *b, double *sum) {
#define BODY(n) store_##n(sum + i, load_##n(a + i) + load_##n(b + i));
    SWEEP(count, BODY);
#undef BODY
}

static void divide(long count, double divisor, double *x) {
#define BODY(n) store_##n(x + i, load_##n(x + i) / divisor);
    SWEEP(count, BODY);
#undef BODY
}

static void begin(long rows, long columns, double *a, const double *bias, int shared) {
    for (long r = 0; r < rows; r++, a += columns) {
#define BODY(n) store_##n(a + i, shared ? all_##n(bias[0]) : load_##n(bias + i));
        SWEEP(columns, BODY);
#undef BODY
    }
}

#include "Softmax.h"
#include "CrossEntropy.h"

INLINE double loss_with(
    const enum arithmetic_loss kind, long rows, long columns, const double *o, const double *t, double *scratch, double total) {
    const int mean =
        kind == arithmetic_mean_squared || kind == arithmetic_binary || kind == arithmetic_binary_logits;
#define BODY(n) store_##n(scratch + i, loss_part_##n(kind, load_##n(o + i), load_##n(t + i)));
    SWEEP(rows * columns, BODY);
#undef BODY
    if (columns == 1) {
        for (long r = 0; r < rows; r++) total += scratch[r];
        return total;
    }
    for (long r = 0; r < rows; r++, scratch += columns) {
        double sum = 0;
        for (long j = 0; j < columns; j++) sum += scratch[j];
        total += mean ? sum / (double)columns : sum;
    }
    return total;
}

static double loss(
    enum arithmetic_loss kind, long rows, long columns, const double *o, const double *t, double *scratch, double total) {
    switch (kind) {
#define CASE(kind) \
    case kind: return loss_with(kind, rows, columns, o, t, scratch, total);
        CASE(arithmetic_half_squared)
        CASE(arithmetic_mean_squared)
        CASE(arithmetic_binary)
        CASE(arithmetic_categorical)
        CASE(arithmetic_binary_logits)
#undef CASE
    case arithmetic_categorical_logits: return cross_entropy(rows, columns, o, t, scratch, total);
    }
    return total;
}

static void loss_slope(enum arithmetic_loss kind, long rows, long columns, const double *o, const double *t, double *slope) {
    switch (kind) {
#define BODY(n) store_##n(slope + i, loss_slope_##n(kind, load_##n(o + i), load_##n(t + i), (double)columns));
#define CASE(known) \
    case known: { \
        const enum arithmetic_loss kind = known; \
        SWEEP(rows * columns, BODY); \
        return; \
    }
        CASE(arithmetic_half_squared)
        CASE(arithmetic_mean_squared)
        CASE(arithmetic_binary)
        CASE(arithmetic_categorical)
        CASE(arithmetic_binary_logits)
#undef CASE
#undef BODY
    case arithmetic_categorical_logits: cross_entropy_slope(rows, columns, o, t, slope);
    }
}

static void step(
    const struct arithmetic_step *given, long count, double *w, const double *g, double *first, double *second) {
    struct arithmetic_step s = *given;
    if (s.method == arithmetic_adam) {
        s.correction1 = s.rate / s.correction1;
        s.correction2 = 1 / __builtin_sqrt(s.correction2);
    }
    switch (s.method) {
#define BODY(n) step_##n(method, s, w + i, g + i, first + i, second + i);
#define CASE(known) \
    case known: { \
        const enum arithmetic_method method = known; \
        SWEEP(count, BODY); \
        return; \
    }
        CASE(arithmetic_gradient_descent)
        CASE(arithmetic_momentum)
        CASE(arithmetic_nesterov)
        CASE(arithmetic_adagrad)
        CASE(arithmetic_rmsprop)
        CASE(arithmetic_adam)
#undef CASE
#undef BODY
    }
}

static long descend_single(
    const struct arithmetic_layer *layers, int count, enum arithmetic_loss kind, const double *x, const double *t, double rate,
    int moves_biases, long times, double *losses) {
    long widest = layers[0].inputs;
    for (int l = 0; l < count; l++) widest = layers[l].units > widest ? layers[l].units : widest;
    return (widest <= 2 ? descend_single_2 : widest <= 4 ? descend_single_4 : descend_single_8)(
        layers, count, kind, x, t, rate, moves_biases, times, losses);
}

#include "Batches.h"
#include "Windows.h"
#include "Normalization.h"
#include "Steps.h"
#include "Scalar.h"

const struct arithmetic_kernels KERNELS = {
    .name = KERNELS_NAME, .multiply = multiply, .multiply_within = multiply_within, .multiply_gathered = multiply_gathered,
    .spread = spread, .sum_rows = sum_rows, .transpose = transpose, .add_scaled = add_scaled,
    .add = add, .divide = divide, .normalize = normalize, .reverse_normalize = reverse_normalize,
    .scale_slopes = scale_slopes, .begin = begin, .activate = activate,
    .reverse = reverse, .softmax = softmax, .reverse_softmax = reverse_softmax, .pool_largest = pool_largest,
    .pool_mean = pool_mean, .reverse_largest = reverse_largest, .reverse_mean = reverse_mean,
    .simple_step = simple_step, .reverse_simple_step = reverse_simple_step, .long_short_step = long_short_step,
    .reverse_long_short_step = reverse_long_short_step, .gated_open = gated_open, .gated_step = gated_step,
    .reverse_gated_step = reverse_gated_step, .reverse_gated_open = reverse_gated_open, .loss = loss,
    .loss_slope = loss_slope, .step = step, .descend_single = descend_single, .descend_batch = descend_batch,
    .functions = {
        .exp = scalar_exp, .expm1 = scalar_expm1, .sigmoid = scalar_sigmoid, .tanh = scalar_tanh, .log = scalar_log,
        .log1p = scalar_log1p, .erf = scalar_erf, .sin = scalar_sin, .cos = scalar_cos}};
