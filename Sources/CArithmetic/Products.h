/// Matrix products for N columns at a time: included after Functions.h, once for each N.
///
/// Every sum runs over its index from 0 upwards, one addition after the other: lanes are columns, never parts of one sum, so a
/// result has the same bits for every N and every tile.

/// One tile: out[r][0..<N] = Σ_k a[r·across + k·along] · b[k·columns], for ROWS rows; then what `end` asks for.
INLINE void F(tile)(const int ROWS, const struct product *p, const double *a, const double *b, double *out, long column) {
    vd sums[ROWS];
    const long across = p->across, along = p->along, columns = p->columns;
    {
        vd right = F(load)(b);
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) sums[r] = F(all)(a[r * across]) * right;
        if (p->end == arithmetic_continue) {
#pragma clang loop unroll(full)
            for (int r = 0; r < ROWS; r++) sums[r] = F(load)(out + r * columns) + sums[r];
        }
    }
    for (long k = 1; k < p->depth; k++) {
        vd right = F(load)(b + k * columns);
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) sums[r] = sums[r] + F(all)(a[r * across + k * along]) * right;
    }
    switch (p->end) {
    case arithmetic_store:
    case arithmetic_continue: break;
    case arithmetic_add_shared:
        for (int r = 0; r < ROWS; r++) sums[r] = sums[r] + F(all)(p->bias[0]);
        break;
    case arithmetic_add_each:
        for (int r = 0; r < ROWS; r++) sums[r] = sums[r] + F(load)(p->bias + column);
        break;
    case arithmetic_scale:
        for (int r = 0; r < ROWS; r++) sums[r] = sums[r] * p->factor;
        break;
    case arithmetic_descend:
        for (int r = 0; r < ROWS; r++) sums[r] = F(load)(out + r * columns) - p->rate * (sums[r] * p->factor);
        break;
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < ROWS; r++) F(store)(out + r * columns, sums[r]);
}

/// All rows of N columns.
INLINE void F(panel)(const struct product *p, long column) {
    long row = 0;
    for (; row + TILE_ROWS <= p->rows; row += TILE_ROWS)
        F(tile)(TILE_ROWS, p, p->a + row * p->across, p->b + column, p->out + row * p->columns + column, column);
    for (; row < p->rows; row++)
        F(tile)(1, p, p->a + row * p->across, p->b + column, p->out + row * p->columns + column, column);
}
