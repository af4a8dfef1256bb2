/// Matrix products for N columns at a time: included after Functions.h, once for each N.
///
/// Every sum begins with its bias, if there is one, and runs over its index from 0 upwards as a chain of fused steps: lanes are
/// columns, never parts of one sum, so a result has the same bits for every N and every tile.

/// One tile: out[r · pitch + 0..<N · PANELS] = Σ_k a[r · across + k · along] · b[k · span], for ROWS rows; and what `end` asks
/// for. When `gathered`, a number on the left stands at starts[r] + steps[k].
INLINE void F(tile)(const int ROWS, const int PANELS, const int gathered, const struct product *p, long row, long column) {
    vd sums[ROWS][PANELS], right[PANELS];
    const long across = p->across, along = p->along, span = p->span, pitch = p->pitch;
    const double *a = gathered ? p->a : p->a + row * across, *b = p->b + column;
    double *out = p->out + row * pitch + column;
    const double *lefts[ROWS];
#pragma clang loop unroll(full)
    for (int r = 0; r < ROWS; r++) lefts[r] = gathered ? a + p->starts[row + r] : a;
#define LEFT(r, k) (gathered ? lefts[r][p->steps[k]] : a[(r) * across + (k) * along])
#define EACH_SUM \
    _Pragma("clang loop unroll(full)") for (int r = 0; r < ROWS; r++) \
        _Pragma("clang loop unroll(full)") for (int q = 0; q < PANELS; q++)
#define RIGHT(k) \
    _Pragma("clang loop unroll(full)") for (int q = 0; q < PANELS; q++) right[q] = F(load)(b + (k) * span + q * N)
    RIGHT(0);
    if (p->end == arithmetic_continue) {
        EACH_SUM sums[r][q] = F(fused)(F(all)(LEFT(r, 0)), right[q], F(load)(out + r * pitch + q * N));
    } else {
        vd start[PANELS];
#pragma clang loop unroll(full)
        for (int q = 0; q < PANELS; q++) {
            start[q] = (vd){};
            if (p->end == arithmetic_from_shared) start[q] = F(all)(p->bias[0]);
            if (p->end == arithmetic_from_each) start[q] = F(load)(p->bias + column + q * N);
        }
        EACH_SUM sums[r][q] = F(fused)(F(all)(LEFT(r, 0)), right[q], start[q]);
    }
    for (long k = 1; k < p->depth; k++) {
        RIGHT(k);
        EACH_SUM sums[r][q] = F(fused)(F(all)(LEFT(r, k)), right[q], sums[r][q]);
    }
    switch (p->end) {
    case arithmetic_store:
    case arithmetic_from_shared:
    case arithmetic_from_each:
    case arithmetic_continue: break;
    case arithmetic_scale:
        EACH_SUM sums[r][q] = sums[r][q] * p->factor;
        break;
    case arithmetic_descend:
        EACH_SUM sums[r][q] =
            F(fused)(F(all)(-p->rate), sums[r][q] * p->factor, F(load)(out + r * pitch + q * N));
        break;
    case arithmetic_accumulate:
        EACH_SUM sums[r][q] = F(load)(out + r * pitch + q * N) + sums[r][q];
        break;
    }
    EACH_SUM F(store)(out + r * pitch + q * N, sums[r][q]);
#undef LEFT
#undef EACH_SUM
#undef RIGHT
}

/// All rows of N · PANELS columns.
INLINE void F(panel)(const int PANELS, const int gathered, const struct product *p, long column) {
    long row = 0;
    for (; row + TILE_ROWS <= p->rows; row += TILE_ROWS) F(tile)(TILE_ROWS, PANELS, gathered, p, row, column);
    if (TILE_ROWS > 4 && row + 4 <= p->rows) {
        F(tile)(4, PANELS, gathered, p, row, column);
        row += 4;
    }
    if (TILE_ROWS > 2 && row + 2 <= p->rows) {
        F(tile)(2, PANELS, gathered, p, row, column);
        row += 2;
    }
    if (row < p->rows) F(tile)(1, PANELS, gathered, p, row, column);
}
