/// The cross-entropy of softmax from its logits o against targets t. Included once, after Softmax.h.
///
/// With few classes, eight samples stand side by side, one to a lane; with many, or fewer samples, one comes after the other.
/// Every sum runs over the classes in their order either way, so both give the same bits.

/// More classes than these are worth a vector of their own.
#define FEW_CLASSES 32

/// The number of class `j` of eight samples.
INLINE doubles_8 class_of(const double *a, long columns, long j) {
    a += j;
    return (doubles_8){
        a[0], a[columns], a[2 * columns], a[3 * columns], a[4 * columns], a[5 * columns], a[6 * columns], a[7 * columns]};
}

/// Eight samples: the largest logit of each, and what e^(o − largest) of the others adds up to; the powers in `powers` if they
/// are asked for, those of the first of the largest as well.
INLINE doubles_8 rests_of(const double *o, long columns, doubles_8 *largest, doubles_8 *powers) {
    doubles_8 most = class_of(o, columns, 0), rests = {};
    for (long j = 1; j < columns; j++) {
        const doubles_8 logit = class_of(o, columns, j);
        most = select_8(logit > most, logit, most);
    }
    integers_8 seen = {};
    for (long j = 0; j < columns; j++) {
        const doubles_8 logit = class_of(o, columns, j), power = exp_8(logit - most);
        const integers_8 first = (logit == most) & ~seen;
        seen |= first;
        rests += select_8(first, (doubles_8){}, power);
        if (powers) powers[j] = power;
    }
    *largest = most;
    return rests;
}

static double cross_entropy(long rows, long columns, const double *o, const double *t, double *scratch, double total) {
    for (; rows >= 8 && columns <= FEW_CLASSES; rows -= 8, o += 8 * columns, t += 8 * columns) {
        doubles_8 largest, sums = {};
        const doubles_8 logarithms = log1p_8(rests_of(o, columns, &largest, NULL));
        for (long j = 0; j < columns; j++)
            sums += class_of(t, columns, j) * (logarithms + (largest - class_of(o, columns, j)));
        for (int q = 0; q < 8; q++) total += sums[q];
    }
    powers(rows, columns, o, scratch);
    for (long r = 0; r < rows; r++, scratch += columns, o += columns, t += columns) {
        const double largest = largest_of(columns, o);
        long first = 0;
        while (first < columns - 1 && o[first] != largest) first++;
        double rest = 0, sum = 0;
        for (long j = 0; j < columns; j++)
            if (j != first) rest += scratch[j];
        const double logarithm = log1p_1((doubles_1){rest})[0];
        for (long j = 0; j < columns; j++) sum += t[j] * (logarithm + (largest - o[j]));
        total += sum;
    }
    return total;
}

/// p · Σ t − t, the class of a sample that has one alone as −t times what all others have, which 1 − p would lose in rounding.
static void cross_entropy_slope(long rows, long columns, const double *o, const double *t, double *slope) {
    for (; rows >= 8 && columns <= FEW_CLASSES; rows -= 8, o += 8 * columns, t += 8 * columns, slope += 8 * columns) {
        doubles_8 shares[FEW_CLASSES], largest, sums = {}, weights = {}, others = {};
        integers_8 labels = {};
        rests_of(o, columns, &largest, shares);
        for (long j = 0; j < columns; j++) sums += shares[j];
        for (long j = 0; j < columns; j++) {
            const doubles_8 target = class_of(t, columns, j);
            shares[j] /= sums;
            weights += target;
            labels -= target != 0.0;
            // The last class with a weight is the only one where there is one alone.
            others += select_8(target != 0.0, (doubles_8){}, shares[j]);
        }
        const integers_8 alone = labels == 1;
        for (long j = 0; j < columns; j++) {
            const doubles_8 target = class_of(t, columns, j);
            const doubles_8 found = select_8(alone & (target != 0.0), -target * others, shares[j] * weights - target);
            for (int q = 0; q < 8; q++) slope[q * columns + j] = found[q];
        }
    }
    softmax(rows, columns, o, slope);
    for (long r = 0; r < rows; r++, slope += columns, t += columns) {
        double weight = 0, others = 0;
        long labels = 0, only = 0;
        for (long j = 0; j < columns; j++) {
            weight += t[j];
            if (t[j] != 0) labels++, only = j;
        }
        for (long j = 0; j < columns; j++)
            if (j != only) others += slope[j];
#define BODY(n) store_##n(slope + i, load_##n(slope + i) * weight - load_##n(t + i));
        SWEEP(columns, BODY);
#undef BODY
        if (labels == 1) slope[only] = -t[only] * others;
    }
}
