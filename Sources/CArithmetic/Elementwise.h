/// Activations over memory, N numbers at a time: included after Functions.h, once for each N.

INLINE vd F(activated)(enum arithmetic_activation kind, vd x) {
    switch (kind) {
    case arithmetic_logistic: return F(sigmoid)(x);
    case arithmetic_tangent: return F(tanh)(x);
    case arithmetic_rectifier: return F(select)(x > 0.0, x, (vd){});
    default: return x;
    }
}

/// f′ written with y = f(x).
INLINE vd F(slope)(enum arithmetic_activation kind, vd y) {
    switch (kind) {
    case arithmetic_logistic: return F(fused)(-y, y, y);
    case arithmetic_tangent: return F(fused)(-y, y, F(all)(1));
    case arithmetic_rectifier: return F(select)(y > 0.0, F(all)(1), (vd){});
    default: return F(all)(1);
    }
}

/// What one output adds to the loss of its sample, before a mean over the outputs is taken.
INLINE vd F(loss_part)(enum arithmetic_loss kind, vd o, vd t) {
    vd d = t - o, none = {};
    switch (kind) {
    case arithmetic_half_squared: return 0.5 * d * d;
    case arithmetic_mean_squared: return d * d;
    case arithmetic_binary:
        return F(select)(t == 0.0, none, -t * F(log)(o)) - F(select)(t == 1.0, none, (1.0 - t) * F(log)(1.0 - o));
    case arithmetic_categorical: return F(select)(t == 0.0, none, -t * F(log)(o));
    case arithmetic_binary_logits:
        return F(select)(o > 0.0, o, none) - o * t + F(log1p)(F(exp)(-F(magnitude)(o)));
    default: return none;
    }
}

/// ∂loss/∂output for the losses that take their outputs one by one; `count` outputs to a sample.
INLINE vd F(loss_slope)(enum arithmetic_loss kind, vd o, vd t, double count) {
    vd d = o - t, none = {};
    switch (kind) {
    case arithmetic_half_squared: return d;
    case arithmetic_mean_squared: return 2.0 * d / count;
    case arithmetic_binary: {
        // Where o is t: the slope of the one logarithm that is left of a target of 0 or 1.
        vd left = F(select)(o == 0.0, F(all)(1), F(select)(o == 1.0, F(all)(-1), none));
        return F(select)(d == 0.0, left, d / (o * (1.0 - o))) / count;
    }
    case arithmetic_categorical: return F(select)(t == 0.0, none, -t / o);
    case arithmetic_binary_logits: return ((1.0 - t) * F(sigmoid)(o) - t * F(sigmoid)(-o)) / count;
    default: return none;
    }
}

/// One step of N parameters. `s` is a copy of the loop's own, so that no store can change it.
INLINE void F(step)(
    const enum arithmetic_method method, const struct arithmetic_step s, double *w, const double *g, double *first,
    double *second) {
    vd old = F(load)(w), slope = F(load)(g) * s.scale;
    slope = F(select)(slope > s.limit, F(all)(s.limit), F(select)(slope < -s.limit, F(all)(-s.limit), slope));
    if (s.l2 != 0) slope = F(fused)(F(all)(s.l2), old, slope);
    if (s.l1 != 0)
        slope = F(fused)(
            F(all)(s.l1), F(select)(old > 0.0, F(all)(1), F(select)(old < 0.0, F(all)(-1), (vd){})), slope);
    // The parameter moves by −rate · direction.
    vd direction = slope;
    double rate = s.rate;
    switch (method) {
    case arithmetic_momentum:
    case arithmetic_nesterov: {
        vd v = F(fused)(F(all)(s.beta1), F(load)(first), slope);
        F(store)(first, v);
        direction = method == arithmetic_nesterov ? F(fused)(F(all)(s.beta1), v, slope) : v;
        break;
    }
    case arithmetic_adagrad:
    case arithmetic_rmsprop: {
        vd v = method == arithmetic_adagrad ? F(fused)(slope, slope, F(load)(second))
                                            : F(fused)(F(all)(s.beta2), F(load)(second), (1 - s.beta2) * slope * slope);
        F(store)(second, v);
        direction = slope / (F(root)(v) + s.epsilon);
        break;
    }
    case arithmetic_adam: {
        vd m = F(fused)(F(all)(s.beta1), F(load)(first), (1 - s.beta1) * slope);
        vd v = F(fused)(F(all)(s.beta2), F(load)(second), (1 - s.beta2) * slope * slope);
        F(store)(first, m);
        F(store)(second, v);
        // The corrections go before and below as η / (1 − β₁ᵗ) and 1 / √(1 − β₂ᵗ), which `step` holds in their places.
        rate = s.correction1;
        direction = m / F(fused)(F(root)(v), F(all)(s.correction2), F(all)(s.epsilon));
        break;
    }
    default: break;
    }
    vd moved = F(fused)(F(all)(-rate), direction, old);
    if (s.decay != 0) moved = F(fused)(F(all)(-s.decay), old, moved);
    F(store)(w, moved);
}
