/// Gradient descent along the same samples again and again. Included once, after the loops over memory.
///
/// What a small network computes in a step takes as long as finding out what to compute: here that is known once for all steps.

static long descend_batch(
    const struct arithmetic_layer *layers, int count, enum arithmetic_loss kind, long rows, const double *x, const double *t,
    double rate, int moves_biases, long times, const struct arithmetic_room *room, double *losses) {
    const long outputs = layers[count - 1].units;
    const double factor = 1 / (double)rows;
    long done = 0;
    while (done < times) {
        const double *below = x;
        for (int l = 0; l < count; l++) {
            const struct arithmetic_layer *layer = layers + l;
            multiply(
                rows, layer->inputs, layer->units, below, layer->inputs, 1, layer->weights, layer->bias, room->values[l],
                layer->bias ? arithmetic_from_each : arithmetic_store, 1, 0);
            if (layer->activation != arithmetic_linear)
                activate(layer->activation, room->values[l], room->values[l], rows * layer->units);
            below = room->values[l];
        }
        double sum = loss(kind, rows, outputs, below, t, room->scratch, 0);
        losses[done++] = sum / (double)rows;
        if (sum - sum != 0) break;
        double *dy = room->slopes[0], *dx = room->slopes[1];
        loss_slope(kind, rows, outputs, below, t, dy);
        for (int l = count - 1; l >= 0; l--) {
            const struct arithmetic_layer *layer = layers + l;
            const long inputs = layer->inputs, units = layer->units;
            const double *from = l > 0 ? room->values[l - 1] : x;
            if (layer->activation != arithmetic_linear) reverse(layer->activation, room->values[l], dy, dy, rows * units);
            if (l > 0) {
                const double *turned = layer->weights;
                if (inputs > 1 && units > 1) {
                    transpose(inputs, units, layer->weights, room->scratch);
                    turned = room->scratch;
                }
                multiply(rows, units, inputs, dy, units, 1, turned, NULL, dx, arithmetic_store, 1, 0);
            }
            if (units == 1)
                multiply(1, rows, inputs, dy, 1, 1, from, NULL, layer->weights, arithmetic_descend, factor, rate);
            else
                multiply(inputs, rows, units, from, 1, inputs, dy, NULL, layer->weights, arithmetic_descend, factor, rate);
            if (layer->bias && moves_biases) sum_rows(rows, units, dy, layer->bias, arithmetic_descend, factor, rate);
            double *swap = dy;
            dy = dx;
            dx = swap;
        }
    }
    return done;
}
