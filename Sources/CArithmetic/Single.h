/// Gradient descent along one sample with all of a layer in one vector: included for each N, for layers up to N wide.
///
/// Nothing but weights passes through memory from one operation to the next. Lanes beyond a layer's width hold zeros.

struct F(narrow) {
    vd weights[N], bias;
};

INLINE vd F(partly)(const double *p, long count) {
    vd x = {};
    for (long i = 0; i < count; i++) x[i] = p[i];
    return x;
}

INLINE long F(descend_layers)(
    const int filled, const struct arithmetic_layer *layers, const int count, enum arithmetic_loss kind, const double *x, const double *t, double rate,
    int moves_biases, long times, double *losses) {
    struct F(narrow) narrow[MOST_LAYERS];
    vd values[MOST_LAYERS + 1];
    for (int l = 0; l < count; l++) {
        for (int i = 0; i < N; i++)
            narrow[l].weights[i] =
                i < layers[l].inputs ? F(partly)(layers[l].weights + i * layers[l].units, layers[l].units) : (vd){};
        narrow[l].bias = layers[l].bias ? layers[l].shared ? F(all)(layers[l].bias[0]) : F(partly)(layers[l].bias, layers[l].units)
                                        : (vd){};
    }
    const long outputs = layers[count - 1].units;
    const vd target = F(partly)(t, outputs);
    vl within[MOST_LAYERS];
    for (int l = 0; l < count; l++)
        for (int j = 0; j < N; j++) within[l][j] = j < layers[l].units ? -1 : 0;
    values[0] = F(partly)(x, layers[0].inputs);
    long done = 0;
    while (done < times) {
        vd y = values[0];
        for (int l = 0; l < count; l++) {
            vd sum = narrow[l].bias;
#pragma clang loop unroll(full)
            for (int i = 0; i < N; i++) sum = F(fused)(F(all)(y[i]), narrow[l].weights[i], sum);
            y = F(activated)(layers[l].activation, sum);
            if (!filled) y = (vd)((vl)y & within[l]);
            values[l + 1] = y;
        }
        vd parts = F(loss_part)(kind, y, target);
        double loss = parts[0];
        for (long j = 1; j < outputs; j++) loss += parts[j];
        if (kind == arithmetic_mean_squared || kind == arithmetic_binary || kind == arithmetic_binary_logits) loss /= (double)outputs;
        losses[done++] = loss;
        if (loss - loss != 0) break;
        vd slope = F(loss_slope)(kind, y, target, (double)outputs);
        if (!filled) slope = (vd)((vl)slope & within[count - 1]);
        for (int l = count - 1; l >= 0; l--) {
            slope = slope * F(slope)(layers[l].activation, values[l + 1]);
            vd below = {};
            if (l > 0) {
                // Column j of the weights, so that the sum over the units j is one of whole vectors.
#pragma clang loop unroll(full)
                for (int j = 0; j < N; j++) {
                    vd column;
#pragma clang loop unroll(full)
                    for (int i = 0; i < N; i++) column[i] = narrow[l].weights[i][j];
                    below = F(fused)(column, F(all)(slope[j]), below);
                }
            }
            vd x = values[l];
#pragma clang loop unroll(full)
            for (int i = 0; i < N; i++)
                narrow[l].weights[i] = F(fused)(F(all)(-rate), F(all)(x[i]) * slope, narrow[l].weights[i]);
            if (moves_biases && layers[l].bias) {
                if (layers[l].shared) {
                    double sum = slope[0];
                    for (long j = 1; j < layers[l].units; j++) sum += slope[j];
                    narrow[l].bias = F(fused)(F(all)(-rate), F(all)(sum), narrow[l].bias);
                } else {
                    narrow[l].bias = F(fused)(F(all)(-rate), slope, narrow[l].bias);
                }
            }
            slope = below;
        }
    }
    for (int l = 0; l < count; l++) {
        for (long i = 0; i < layers[l].inputs; i++)
            for (long j = 0; j < layers[l].units; j++) layers[l].weights[i * layers[l].units + j] = narrow[l].weights[i][j];
        if (layers[l].bias)
            for (long j = 0; j < (layers[l].shared ? 1 : layers[l].units); j++) layers[l].bias[j] = narrow[l].bias[j];
    }
    return done;
}

static long F(descend_single)(
    const struct arithmetic_layer *layers, int count, enum arithmetic_loss kind, const double *x, const double *t, double rate,
    int moves_biases, long times, double *losses) {
    int filled = layers[0].inputs == N;
    for (int l = 0; l < count; l++) filled &= layers[l].units == N;
    // Two layers of exactly N units stay in registers from step to step, and need no zeros kept.
    if (N <= 4 && count == 2 && filled) return F(descend_layers)(1, layers, 2, kind, x, t, rate, moves_biases, times, losses);
    return F(descend_layers)(0, layers, count, kind, x, t, rate, moves_biases, times, losses);
}
