"""Peer "jax": the whole training as one compiled call, gradients by jax.grad; compiled before the clock starts."""
import jax
import jax.numpy as jnp
import numpy as np

import tasks

jax.config.update("jax_enable_x64", True)


def block(t, p, x):
    def norm(x, kind):
        centred = x - x.mean(axis=-1, keepdims=True)
        return p["gain"][kind] * centred / jnp.sqrt((centred * centred).mean(axis=-1, keepdims=True) + 1e-3) + p["shift"][kind]

    def heads(x):
        return x.reshape(len(x), 64, t.heads, 32 // t.heads)

    a = norm(x, 0)
    q, k, v = (heads(a @ w) for w in p["attention"][:3])
    weights = jax.nn.softmax(jnp.einsum("nihk,njhk->nhij", q, k) / np.sqrt(32 // t.heads), axis=-1)
    x = x + jnp.einsum("nhij,njhk->nihk", weights, v).reshape(len(x), 64, 32) @ p["attention"][3]
    (w1, b1), (w2, b2), (w3, b3) = p["layers"]
    x = x + jax.nn.relu(norm(x, 1) @ w1 + b1) @ w2 + b2
    return norm(x, 2).mean(axis=1) @ w3 + b3


def output(t, p, x):
    if t.name == "t8":
        return block(t, p, x)
    a = x
    if t.name == "t6":
        a = jax.lax.conv_general_dilated(
            x[..., None], p["k"], (1, 1), "VALID", dimension_numbers=("NHWC", "HWIO", "NHWC")) + p["c"]
        a = jax.nn.relu(a).reshape(len(x), 3, 2, 3, 2, 8).max(axis=(2, 4)).reshape(len(x), 72)
    if t.name == "t7":
        def step(state, x):
            h, c = state
            i, f, g, o = jnp.split(x @ p["w"] + h @ p["u"] + p["b"], 4, axis=1)
            c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
            return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None

        zero = jnp.zeros((len(x), 16))
        (a, _), _ = jax.lax.scan(step, (zero, zero), x.swapaxes(0, 1))
    for index, (w, b) in enumerate(p["layers"]):
        a = a @ w + b
        if index + 1 < len(p["layers"]):
            a = {"tanh": jnp.tanh, "relu": jax.nn.relu, "sigmoid": jax.nn.sigmoid}[t.activation](a)
    return a


def loss(t, p, x, y):
    z = output(t, p, x)
    if t.loss == "half squared":
        return 0.5 * jnp.sum((y - jax.nn.sigmoid(z)) ** 2)
    if t.loss == "binary":
        # Not max(z, 0) + log1p(exp(-|z|)): its gradient at exactly 0, where t2 begins, comes out as 0.
        return jnp.mean(jax.nn.softplus(z) - z * y)
    if t.loss == "mean squared":
        return jnp.mean((z - y) ** 2)
    return jnp.mean(jax.nn.logsumexp(z, axis=1) - jnp.take_along_axis(z, y[:, None], axis=1)[:, 0])


def training(t):
    start = {"layers": [(jnp.asarray(w.T), jnp.asarray(b)) for w, b in t.layers]}
    if t.name == "t6":
        start |= {"k": jnp.asarray(t.kernels.transpose(1, 2, 0)[:, :, None]), "c": jnp.zeros(8)}
    if t.name == "t7":
        start |= {"w": jnp.asarray(t.w.T), "u": jnp.asarray(t.u.T), "b": jnp.zeros(64)}
    if t.name == "t8":
        start |= {"attention": [jnp.asarray(w.T) for w in t.attention], "gain": jnp.ones((3, 32)), "shift": jnp.zeros((3, 32))}
    x, y = jnp.asarray(t.x), jnp.asarray(t.y)
    whole = len(x) // t.batch
    xs, ys = (v[:whole * t.batch].reshape((whole, t.batch) + v.shape[1:]) for v in (x, y))
    rest = (x[whole * t.batch:], y[whole * t.batch:])
    zeros = jax.tree.map(jnp.zeros_like, start)

    def step(state, batch):
        p, m, v, n = state
        g = jax.grad(lambda p: loss(t, p, *batch))(p)
        if not t.trains_biases:
            g["layers"] = [(w, jnp.zeros_like(b)) for w, b in g["layers"]]
        if not t.adam:
            return (jax.tree.map(lambda a, d: a - t.rate * d, p, g), m, v, n), None
        n = n + 1
        m = jax.tree.map(lambda a, d: 0.9 * a + 0.1 * d, m, g)
        v = jax.tree.map(lambda a, d: 0.999 * a + 0.001 * d * d, v, g)
        move = lambda a, m, v: a - t.rate * (m / (1 - 0.9**n)) / (jnp.sqrt(v / (1 - 0.999**n)) + 1e-8)
        return (jax.tree.map(move, p, m, v), m, v, n), None

    @jax.jit
    def everything(p, xs, ys, rest):
        def epoch(state, _):
            state, _ = jax.lax.scan(step, state, (xs, ys))
            return (step(state, rest)[0] if len(rest[0]) else state), None

        return jax.lax.scan(epoch, (p, zeros, zeros, jnp.zeros(())), None, length=t.epochs)[0][0]

    def train():
        p = jax.block_until_ready(everything(start, xs, ys, rest))
        return lambda: loss(t, p, x, y)

    return train


tasks.report("jax", training, ["t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"])
