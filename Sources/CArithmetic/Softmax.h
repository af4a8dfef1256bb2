/// Softmax of rows. Included once, after the loops over memory.

INLINE double largest_of(long columns, const double *x) {
    double most = x[0];
    for (long j = 1; j < columns; j++) most = x[j] > most ? x[j] : most;
    return most;
}

/// y = e^(x − largest of its row): rows are seldom as wide as a vector, so the powers of all are taken in one go.
static void powers(long rows, long columns, const double *x, double *y) {
    for (long r = 0; r < rows; r++, x += columns) {
        const double most = largest_of(columns, x);
        double *row = y + r * columns;
#define BODY(n) store_##n(row + i, load_##n(x + i) - most);
        SWEEP(columns, BODY);
#undef BODY
    }
#define BODY(n) store_##n(y + i, exp_##n(load_##n(y + i)));
    SWEEP(rows * columns, BODY);
#undef BODY
}

/// The sums of `some` rows, each one after the other: side by side they needn't wait.
INLINE void row_sums(const int some, long columns, const double *y, double *sums) {
    for (int q = 0; q < some; q++) sums[q] = 0;
    for (long j = 0; j < columns; j++)
#pragma clang loop unroll(full)
        for (int q = 0; q < some; q++) sums[q] += y[q * columns + j];
}

static void softmax(long rows, long columns, const double *x, double *y) {
    powers(rows, columns, x, y);
    for (long r = 0; r < rows;) {
        const int some = rows - r < 8 ? 1 : 8;
        double sums[8];
        if (some == 8) row_sums(8, columns, y, sums);
        else row_sums(1, columns, y, sums);
        for (int q = 0; q < some; q++, r++, y += columns) {
#define BODY(n) store_##n(y + i, load_##n(y + i) / sums[q]);
            SWEEP(columns, BODY);
#undef BODY
        }
    }
}

/// Σ y dy of `some` rows, each one after the other.
INLINE void row_products(const int some, long columns, const double *y, const double *dy, double *sums) {
    for (int q = 0; q < some; q++) sums[q] = 0;
    for (long j = 0; j < columns; j++)
#pragma clang loop unroll(full)
        for (int q = 0; q < some; q++) sums[q] = __builtin_fma(y[q * columns + j], dy[q * columns + j], sums[q]);
}

static void reverse_softmax(long rows, long columns, const double *y, const double *dy, double *dx) {
    for (long r = 0; r < rows;) {
        const int some = rows - r < 8 ? 1 : 8;
        double means[8];
        if (some == 8) row_products(8, columns, y, dy, means);
        else row_products(1, columns, y, dy, means);
        for (int q = 0; q < some; q++, r++, y += columns, dy += columns, dx += columns) {
#define BODY(n) store_##n(dx + i, load_##n(y + i) * (load_##n(dy + i) - means[q]));
            SWEEP(columns, BODY);
#undef BODY
        }
    }
}
