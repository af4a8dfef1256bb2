/// Matrix products for N columns at a time: included after Functions.h, once for each N.
///
/// Every sum begins with its bias, if there is one, and runs over its index from 0 upwards as a chain of fused steps: lanes are
/// columns, never parts of one sum, so a result has the same bits for every N and every tile.

/// One tile: out[r · pitch + 0..<N] = Σ_k a[r · across + k · along] · b[k · span], for ROWS rows; and what `end` asks for.
/// When `gathered`, a number on the left stands at starts[r] + steps[k].
INLINE void F(tile)(const int ROWS, const int gathered, const struct product *p, long row, long column) {
    vd sums[ROWS];
    const long across = p->across, along = p->along, span = p->span, pitch = p->pitch;
    const double *a = gathered ? p->a : p->a + row * across, *b = p->b + column;
    double *out = p->out + row * pitch + column;
    const double *lefts[ROWS];
#pragma clang loop unroll(full)
    for (int r = 0; r < ROWS; r++) lefts[r] = gathered ? a + p->starts[row + r] : a;
#define LEFT(r, k) (gathered ? lefts[r][p->steps[k]] : a[(r) * across + (k) * along])
    {
        vd right = F(load)(b), start = {};
        if (p->end == arithmetic_from_shared) start = F(all)(p->bias[0]);
        if (p->end == arithmetic_from_each) start = F(load)(p->bias + column);
        if (p->end == arithmetic_continue) {
#pragma clang loop unroll(full)
            for (int r = 0; r < ROWS; r++) sums[r] = F(fused)(F(all)(LEFT(r, 0)), right, F(load)(out + r * pitch));
        } else {
#pragma clang loop unroll(full)
            for (int r = 0; r < ROWS; r++) sums[r] = F(fused)(F(all)(LEFT(r, 0)), right, start);
        }
    }
    for (long k = 1; k < p->depth; k++) {
        vd right = F(load)(b + k * span);
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) sums[r] = F(fused)(F(all)(LEFT(r, k)), right, sums[r]);
    }
#undef LEFT
    switch (p->end) {
    case arithmetic_store:
    case arithmetic_from_shared:
    case arithmetic_from_each:
    case arithmetic_continue: break;
    case arithmetic_scale:
        for (int r = 0; r < ROWS; r++) sums[r] = sums[r] * p->factor;
        break;
    case arithmetic_descend:
        for (int r = 0; r < ROWS; r++)
            sums[r] = F(fused)(F(all)(-p->rate), sums[r] * p->factor, F(load)(out + r * pitch));
        break;
    case arithmetic_accumulate:
        for (int r = 0; r < ROWS; r++) sums[r] = F(load)(out + r * pitch) + sums[r];
        break;
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < ROWS; r++) F(store)(out + r * pitch, sums[r]);
}

/// All rows of N columns.
INLINE void F(panel)(const int gathered, const struct product *p, long column) {
    long row = 0;
    for (; row + TILE_ROWS <= p->rows; row += TILE_ROWS) F(tile)(TILE_ROWS, gathered, p, row, column);
    if (TILE_ROWS > 4 && row + 4 <= p->rows) {
        F(tile)(4, gathered, p, row, column);
        row += 4;
    }
    if (TILE_ROWS > 2 && row + 2 <= p->rows) {
        F(tile)(2, gathered, p, row, column);
        row += 2;
    }
    if (row < p->rows) F(tile)(1, gathered, p, row, column);
}
