/// Loops over layers, losses and parameters, compiled for several kinds of processor. All of them give the same bits: a vector
/// lane is one unit, one sample or one parameter, never a part of a sum, and every sum of products begins with its bias, where
/// it has one, and runs over its index from 0 upwards as a chain of fused multiply-adds, sum ← fma(a, b, sum): an operation of
/// IEEE 754 with one right answer, an instruction of x86-64 with AVX2 and of Arm64, and exact in software elsewhere.
///
/// Matrices are row-major and dense: values [samples][units], weights [inputs][units].
#ifndef LECTERN_KERNELS_H
#define LECTERN_KERNELS_H
#include "Elementary.h"

enum arithmetic_activation { arithmetic_linear, arithmetic_logistic, arithmetic_tangent, arithmetic_rectifier };

enum arithmetic_loss {
    arithmetic_half_squared, arithmetic_mean_squared, arithmetic_binary, arithmetic_categorical,
    arithmetic_binary_logits, arithmetic_categorical_logits
};

/// What becomes of a sum: it is stored; it begins with a bias, one for all columns or one for each; it is multiplied by
/// `factor`; the number stored before is moved by −rate · factor · sum. With `continue` the sum begins with the number stored
/// before, with `accumulate` it is added to it when it is complete.
enum arithmetic_end {
    arithmetic_store, arithmetic_from_shared, arithmetic_from_each, arithmetic_scale, arithmetic_descend, arithmetic_continue,
    arithmetic_accumulate
};

enum arithmetic_method {
    arithmetic_gradient_descent, arithmetic_momentum, arithmetic_nesterov, arithmetic_adagrad, arithmetic_rmsprop,
    arithmetic_adam
};

/// One step of an optimiser: see `Optimizer` for the formulas. `scale` goes before every gradient, which is then cut to ±`limit`;
/// `l1` and `l2` weigh the
/// penalties λ₁ Σ|w| and ½ λ₂ Σ w²; `decay` is η λ, `correction1` and `correction2` are 1 − βᵗ.
struct arithmetic_step {
    enum arithmetic_method method;
    double rate, scale, limit, decay, l1, l2, beta1, beta2, epsilon, correction1, correction2;
};

/// A dense layer with its activation. `bias` is null, one number for all units (`shared`), or one for each.
struct arithmetic_layer {
    long inputs, units;
    double *_Nonnull weights;
    double *_Nullable bias;
    int shared;
    enum arithmetic_activation activation;
};

/// Memory for the steps of a batch: the outputs of each layer, the slopes of two layers, and a place for the weights of one or
/// the losses of all samples.
struct arithmetic_room {
    double *_Nonnull const *_Nonnull values;
    double *_Nonnull slopes[2];
    double *_Nonnull scratch;
};

/// The numbers under each window of a pooling layer: window p has the places list[ends[p − 1]] … list[ends[p] − 1], where `channels`
/// numbers begin.
struct arithmetic_pool {
    long windows, channels, inputs;
    const long *_Nonnull ends, *_Nonnull list;
};

/// Numbers of a sample that share a mean and a variance: a group begins at its start and takes `size` numbers at each of `places`
/// places, `width` numbers apart.
struct arithmetic_groups {
    long groups, places, size, width, inputs;
    double epsilon;
    const long *_Nonnull starts;
};

/// One time step of `samples` sequences: a number of a state stands `state_gap` after that of the sample before, a sum of a gate
/// `gate_gap` after.
struct arithmetic_moment {
    long samples, units, state_gap, gate_gap;
};

struct arithmetic_kernels {
    const char *_Nonnull name;

    /// out[r][j] = Σ_k a[r · across + k · along] · b[k][j], as `end` says.
    void (*_Nonnull multiply)(
        long rows, long depth, long columns, const double *_Nonnull a, long across, long along, const double *_Nonnull b,
        const double *_Nullable bias, double *_Nonnull out, enum arithmetic_end end, double factor, double rate);
    /// The same among larger matrices: b has `span` numbers to a row, out has `pitch`.
    void (*_Nonnull multiply_within)(
        long rows, long depth, long columns, const double *_Nonnull a, long across, long along, const double *_Nonnull b,
        long span, double *_Nonnull out, long pitch, enum arithmetic_end end);
    /// The same with out[r][j] = Σ_k a[starts[r] + steps[k]] · b[k][j]: windows that slide.
    void (*_Nonnull multiply_gathered)(
        long rows, long depth, long columns, const double *_Nonnull a, const long *_Nonnull starts,
        const long *_Nonnull steps, const double *_Nonnull b, const double *_Nullable bias, double *_Nonnull out,
        enum arithmetic_end end);
    /// The way back: dx[starts[r] + steps[k]] grows by dy[r][f] · w[f][k], one r after the other and for each one f after the
    /// other. `stretch` neighbouring steps each lie side by side.
    void (*_Nonnull spread)(
        long rows, long depth, long columns, long stretch, const double *_Nonnull dy, const double *_Nonnull w,
        const long *_Nonnull starts, const long *_Nonnull steps, double *_Nonnull dx);
    /// out[j] = Σ_r a[r][j], as `end` says.
    void (*_Nonnull sum_rows)(
        long rows, long columns, const double *_Nonnull a, double *_Nonnull out, enum arithmetic_end end, double factor,
        double rate);
    /// y ← y + factor · x, number by number.
    void (*_Nonnull add_scaled)(long count, double factor, const double *_Nonnull x, double *_Nonnull y);
    /// sum = a + b and x = x / divisor, number by number; `sum` may be one of the others.
    void (*_Nonnull add)(long count, const double *_Nonnull a, const double *_Nonnull b, double *_Nonnull sum);
    void (*_Nonnull divide)(long count, double divisor, double *_Nonnull x);
    void (*_Nonnull transpose)(long rows, long columns, const double *_Nonnull a, double *_Nonnull out);
    /// a[r][j] = bias[j], or the one that is shared.
    void (*_Nonnull begin)(long rows, long columns, double *_Nonnull a, const double *_Nonnull bias, int shared);

    /// y = f(x); x and y may be the same.
    void (*_Nonnull activate)(
        enum arithmetic_activation kind, const double *_Nonnull x, double *_Nonnull y, long count);
    /// dx = dy · f′, written with y = f(x); dx and dy may be the same.
    void (*_Nonnull reverse)(
        enum arithmetic_activation kind, const double *_Nonnull y, const double *_Nonnull dy, double *_Nonnull dx, long count);
    void (*_Nonnull softmax)(long rows, long columns, const double *_Nonnull x, double *_Nonnull y);
    void (*_Nonnull reverse_softmax)(
        long rows, long columns, const double *_Nonnull y, const double *_Nonnull dy, double *_Nonnull dx);

    /// x̂ = (x − μ) / √(σ² + ε) and y = γ x̂ + β, with μ and σ² those of x's group; √(σ² + ε) of each group in `deviations`.
    void (*_Nonnull normalize)(
        const struct arithmetic_groups *_Nonnull all, long samples, const double *_Nonnull x, const double *_Nonnull scale,
        const double *_Nonnull shift, double *_Nonnull hats, double *_Nonnull deviations, double *_Nonnull y);
    /// dx = (n h − Σ h − x̂ Σ h x̂) / (n √(σ² + ε)) with h = γ dy, n numbers in a group.
    void (*_Nonnull reverse_normalize)(
        const struct arithmetic_groups *_Nonnull all, long samples, const double *_Nonnull hats,
        const double *_Nonnull deviations, const double *_Nonnull scale, const double *_Nonnull dy, double *_Nonnull dx);
    /// Σ dy x̂ and Σ dy of each column, stored or added as `end` says.
    void (*_Nonnull scale_slopes)(
        long rows, long columns, const double *_Nonnull hats, const double *_Nonnull dy, double *_Nonnull scales,
        double *_Nonnull shifts, enum arithmetic_end end);

    /// The largest number, or the mean, under each window of `samples` samples.
    void (*_Nonnull pool_largest)(
        const struct arithmetic_pool *_Nonnull pool, long samples, const double *_Nonnull x, double *_Nonnull y);
    void (*_Nonnull pool_mean)(
        const struct arithmetic_pool *_Nonnull pool, long samples, const double *_Nonnull x, double *_Nonnull y);
    /// The first of the largest numbers takes the slope, or all take equal parts.
    void (*_Nonnull reverse_largest)(
        const struct arithmetic_pool *_Nonnull pool, long samples, const double *_Nonnull x, const double *_Nonnull y,
        const double *_Nonnull dy, double *_Nonnull dx);
    void (*_Nonnull reverse_mean)(
        const struct arithmetic_pool *_Nonnull pool, long samples, const double *_Nonnull dy, double *_Nonnull dx);

    /// h = f(z)
    void (*_Nonnull simple_step)(
        const struct arithmetic_moment *_Nonnull at, enum arithmetic_activation kind, const double *_Nonnull sums,
        double *_Nonnull states);
    /// slopes = arriving · f′; `arriving` stands sample by sample and is what comes from the step after. Slopes of the layer's
    /// output, where there are any, are added to it first, those of one sample `given_gap` after those of the sample before:
    /// here and below.
    void (*_Nonnull reverse_simple_step)(
        const struct arithmetic_moment *_Nonnull at, enum arithmetic_activation kind, const double *_Nonnull states,
        const double *_Nullable given, long given_gap, double *_Nonnull arriving, double *_Nonnull slopes);

    /// Of the sums of the gates i, f, g, o their values; c = f · c₀ + i · g, `curved` = tanh c, h = o · curved. Without `before`
    /// c₀ is 0.
    void (*_Nonnull long_short_step)(
        const struct arithmetic_moment *_Nonnull at, double *_Nonnull gates, const double *_Nullable before,
        double *_Nonnull cells, double *_Nonnull curved, double *_Nonnull states);
    /// The slopes of the sums; `arriving_cells` becomes what reaches c₀.
    void (*_Nonnull reverse_long_short_step)(
        const struct arithmetic_moment *_Nonnull at, const double *_Nonnull gates, const double *_Nullable before,
        const double *_Nonnull curved, const double *_Nullable given, long given_gap, const double *_Nonnull arriving,
        double *_Nonnull arriving_cells, double *_Nonnull slopes);

    /// Of the sums of the gates r, z their values; `aside` = r · h₀ unless the reset comes after the product.
    void (*_Nonnull gated_open)(
        const struct arithmetic_moment *_Nonnull at, int resets_after, double *_Nonnull gates, const double *_Nullable before,
        double *_Nonnull aside);
    /// Of the sum of n, to which r · aside is added where the reset comes after the product, its value; h = (1 − z) n + z h₀.
    void (*_Nonnull gated_step)(
        const struct arithmetic_moment *_Nonnull at, int resets_after, double *_Nonnull gates, const double *_Nullable before,
        const double *_Nonnull aside, double *_Nonnull states);
    /// The slopes of the sums of z and n, and of the product with U_n. `arriving` takes up the slopes of the output.
    void (*_Nonnull reverse_gated_step)(
        const struct arithmetic_moment *_Nonnull at, int resets_after, const double *_Nonnull gates,
        const double *_Nullable before, const double *_Nullable given, long given_gap, double *_Nonnull arriving,
        double *_Nonnull slopes, double *_Nonnull products);
    /// The slopes of the sum of r, and in `kept`, which holds products · U_n, what reaches h₀ other than through U_r and U_z.
    void (*_Nonnull reverse_gated_open)(
        const struct arithmetic_moment *_Nonnull at, int resets_after, const double *_Nonnull gates,
        const double *_Nullable before, const double *_Nonnull aside, const double *_Nonnull arriving, double *_Nonnull kept,
        double *_Nonnull slopes);

    /// `total` plus the losses of all rows, one after the other; `scratch` holds rows · columns numbers.
    double (*_Nonnull loss)(
        enum arithmetic_loss kind, long rows, long columns, const double *_Nonnull o, const double *_Nonnull t,
        double *_Nonnull scratch, double total);
    void (*_Nonnull loss_slope)(
        enum arithmetic_loss kind, long rows, long columns, const double *_Nonnull o, const double *_Nonnull t,
        double *_Nonnull slope);

    /// Moves `count` parameters along their gradients; `first` and `second` are what the method remembers of each.
    void (*_Nonnull step)(
        const struct arithmetic_step *_Nonnull step, long count, double *_Nonnull w, const double *_Nonnull g,
        double *_Nullable first, double *_Nullable second);

    /// `times` steps of gradient descent along one sample, for layers of at most 8 inputs and units; puts the loss before
    /// each step into `losses`. Ends before a step whose loss is not finite; returns how many losses were put.
    long (*_Nonnull descend_single)(
        const struct arithmetic_layer *_Nonnull layers, int count, enum arithmetic_loss loss, const double *_Nonnull x,
        const double *_Nonnull t, double rate, int moves_biases, long times, double *_Nonnull losses);

    /// The same along the mean of `rows` samples, for layers of any size with a bias for each unit or none.
    long (*_Nonnull descend_batch)(
        const struct arithmetic_layer *_Nonnull layers, int count, enum arithmetic_loss loss, long rows,
        const double *_Nonnull x, const double *_Nonnull t, double rate, int moves_biases, long times,
        const struct arithmetic_room *_Nonnull room, double *_Nonnull losses);

    /// The elementary functions, for `Elementary.h`.
    struct arithmetic_functions functions;
};

/// The kernels for level 0 (any processor), 1 (AVX2 and FMA) or 2 (AVX-512); null where this processor lacks them. All give the same
/// bits.
const struct arithmetic_kernels *_Nullable arithmetic_kernels_at(int level);

/// The fastest kernels this processor runs.
const struct arithmetic_kernels *_Nonnull arithmetic_best_kernels(void);

/// Whether these kernels have the instruction for fused multiply-add; without it every step of a sum is a call.
int arithmetic_fuses(void);
#endif
