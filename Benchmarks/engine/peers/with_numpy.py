"""Peer "numpy": backpropagation written by hand over whole batches, weights held [inputs][units]."""
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

import tasks


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def classes_slope(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)


def classes_loss(z, y):
    most = z.max(axis=1)
    return np.mean(most + np.log(np.exp(z - most[:, None]).sum(axis=1)) - z[np.arange(len(y)), y])


def dense(t):
    function = {"tanh": np.tanh, "relu": lambda z: np.maximum(z, 0), "sigmoid": sigmoid}[t.activation]
    slope = {"tanh": lambda a: 1 - a * a, "relu": lambda a: a > 0, "sigmoid": lambda a: a * (1 - a)}[t.activation]

    def train():
        ws = [np.array(w.T, order="C") for w, _ in t.layers]
        bs = [b.copy() for _, b in t.layers]
        first = [np.zeros_like(p) for p in ws + bs]
        second = [np.zeros_like(p) for p in ws + bs]

        def forward(x):
            values = [x]
            for w, b in zip(ws[:-1], bs[:-1]):
                values.append(function(values[-1] @ w + b))
            return values, values[-1] @ ws[-1] + bs[-1]

        step = 0
        data = tasks.batches(t)
        for _ in range(t.epochs):
            for x, y in data:
                values, z = forward(x)
                if t.loss == "half squared":
                    o = sigmoid(z)
                    d = (o - y) * o * (1 - o)
                elif t.loss == "binary":
                    d = (sigmoid(z) - y) / len(x)
                else:
                    d = classes_slope(z, y)
                gw, gb = [], []
                for l in reversed(range(len(ws))):
                    gw.insert(0, values[l].T @ d)
                    gb.insert(0, d.sum(axis=0))
                    if l:
                        d = (d @ ws[l].T) * slope(values[l])
                step += 1
                if not t.adam:
                    for p, g in zip(ws + bs if t.trains_biases else ws, gw + gb):
                        p -= t.rate * g
                    continue
                rate, root = t.rate / (1 - 0.9**step), 1 / np.sqrt(1 - 0.999**step)
                for p, g, m, v in zip(ws + bs, gw + gb, first, second):
                    m *= 0.9
                    m += 0.1 * g
                    v *= 0.999
                    v += 0.001 * g * g
                    p -= rate * m / (np.sqrt(v) * root + 1e-8)

        def final():
            z = forward(t.x)[1]
            if t.loss == "half squared":
                return 0.5 * np.sum((t.y - sigmoid(z)) ** 2)
            if t.loss == "binary":
                return np.mean(np.maximum(z, 0) - z * t.y + np.log1p(np.exp(-np.abs(z))))
            return classes_loss(z, t.y)

        return final

    return train


def convolution(t):
    """Windows as rows of a matrix; pooling by reshaping."""
    def train():
        k = np.array(t.kernels.reshape(8, 9).T, order="C")
        c = np.zeros(8)
        w, b = np.array(t.layers[0][0].T, order="C"), t.layers[0][1].copy()

        def forward(x):
            windows = sliding_window_view(x, (3, 3), axis=(1, 2)).reshape(-1, 9)
            a = np.maximum(windows @ k + c, 0).reshape(len(x), 3, 2, 3, 2, 8)
            pooled = a.max(axis=(2, 4))
            return windows, a, pooled, pooled.reshape(len(x), 72) @ w + b

        data = tasks.batches(t)
        for _ in range(t.epochs):
            for x, y in data:
                windows, a, pooled, z = forward(x)
                d = classes_slope(z, y)
                back = (d @ w.T).reshape(len(x), 3, 1, 3, 1, 8)
                w -= t.rate * (pooled.reshape(len(x), 72).T @ d)
                b -= t.rate * d.sum(axis=0)
                back = (np.where((a == pooled[:, :, None, :, None, :]) & (a > 0), back, 0)).reshape(-1, 8)
                k -= t.rate * (windows.T @ back)
                c -= t.rate * back.sum(axis=0)
        return lambda: classes_loss(forward(t.x)[3], t.y)

    return train


def recurrent(t):
    def train():
        w, u = np.array(t.w.T, order="C"), np.array(t.u.T, order="C")
        b = np.zeros(64)
        v, e = np.array(t.layers[0][0].T, order="C"), t.layers[0][1].copy()

        def forward(x):
            h, c, steps = np.zeros((len(x), 16)), np.zeros((len(x), 16)), []
            for s in range(20):
                z = x[:, s] @ w + h @ u + b
                i, f, o = sigmoid(z[:, :16]), sigmoid(z[:, 16:32]), sigmoid(z[:, 48:])
                g = np.tanh(z[:, 32:48])
                before = (h, c)
                c = f * c + i * g
                curved = np.tanh(c)
                h = o * curved
                steps.append((before, i, f, g, o, curved))
            return steps, h, h @ v + e

        data = tasks.batches(t)
        for _ in range(t.epochs):
            for x, y in data:
                steps, h, out = forward(x)
                d = 2 * (out - y) / len(x)
                dh, dc = d @ v.T, np.zeros((len(x), 16))
                gw, gu, gb = np.zeros_like(w), np.zeros_like(u), np.zeros_like(b)
                v -= t.rate * (h.T @ d)
                e -= t.rate * d.sum(axis=0)
                for s in reversed(range(20)):
                    (h0, c0), i, f, g, o, curved = steps[s]
                    dc = dc + dh * o * (1 - curved * curved)
                    dz = np.concatenate(
                        [dc * g * i * (1 - i), dc * c0 * f * (1 - f), dc * i * (1 - g * g), dh * curved * o * (1 - o)], axis=1)
                    gw += x[:, s].T @ dz
                    gu += h0.T @ dz
                    gb += dz.sum(axis=0)
                    dh, dc = dz @ u.T, dc * f
                w -= t.rate * gw
                u -= t.rate * gu
                b -= t.rate * gb
        return lambda: np.mean((forward(t.x)[2] - t.y) ** 2)

    return train


def transformer(t):
    """All sequences of a batch at once: [sequence][head][position][feature]."""
    def train():
        q, k, v, o = (np.array(w.T, order="C") for w in t.attention)
        (w1, b1), (w2, b2), (w3, b3) = ((np.array(w.T, order="C"), b.copy()) for w, b in t.layers)
        gains, shifts = [np.ones(32) for _ in range(3)], [np.zeros(32) for _ in range(3)]
        parameters = [q, k, v, o, w1, b1, w2, b2, w3, b3, *gains, *shifts]
        first, second = [np.zeros_like(p) for p in parameters], [np.zeros_like(p) for p in parameters]
        size = 32 // t.heads

        def norm(x, n):
            centred = x - x.mean(axis=-1, keepdims=True)
            scale = 1 / np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + 1e-3)
            hat = centred * scale
            return gains[n] * hat + shifts[n], (hat, scale)

        def norm_slope(d, kept, n):
            hat, scale = kept
            h = d * gains[n]
            back = scale * (h - h.mean(axis=-1, keepdims=True) - hat * (h * hat).mean(axis=-1, keepdims=True))
            return back, (d * hat).sum(axis=(0, 1)), d.sum(axis=(0, 1))

        def split(x):
            return x.reshape(len(x), 64, t.heads, size).transpose(0, 2, 1, 3)

        def joined(x):
            return x.transpose(0, 2, 1, 3).reshape(len(x), 64, 32)

        def forward(x):
            a, n1 = norm(x, 0)
            queries, keys, values = split(a @ q), split(a @ k), split(a @ v)
            scores = queries @ keys.swapaxes(2, 3) / np.sqrt(size)
            e = np.exp(scores - scores.max(axis=-1, keepdims=True))
            weights = e / e.sum(axis=-1, keepdims=True)
            mixed = joined(weights @ values)
            s = x + mixed @ o
            c, n2 = norm(s, 1)
            h = np.maximum(c @ w1 + b1, 0)
            top, n3 = norm(s + h @ w2 + b2, 2)
            mean = top.mean(axis=1)
            return (a, n1, queries, keys, values, weights, mixed, c, n2, h, n3, mean), mean @ w3 + b3

        def flat(x):
            return x.reshape(-1, x.shape[-1])

        step = 0
        data = tasks.batches(t)
        for _ in range(t.epochs):
            for x, y in data:
                (a, n1, queries, keys, values, weights, mixed, c, n2, h, n3, mean), out = forward(x)
                d = 2 * (out - y) / len(x)
                g3, gb3 = mean.T @ d, d.sum(axis=0)
                d2, gain3, shift3 = norm_slope(np.repeat((d @ w3.T / 64)[:, None], 64, axis=1), n3, 2)
                g2, gb2 = flat(h).T @ flat(d2), d2.sum(axis=(0, 1))
                dh = (d2 @ w2.T) * (h > 0)
                g1, gb1 = flat(c).T @ flat(dh), dh.sum(axis=(0, 1))
                back, gain2, shift2 = norm_slope(dh @ w1.T, n2, 1)
                d1 = d2 + back
                go = flat(mixed).T @ flat(d1)
                dm = split(d1 @ o.T)
                ds = dm @ values.swapaxes(2, 3)
                dv = joined(weights.swapaxes(2, 3) @ dm)
                ds = weights * (ds - (ds * weights).sum(axis=-1, keepdims=True)) / np.sqrt(size)
                dq, dk = joined(ds @ keys), joined(ds.swapaxes(2, 3) @ queries)
                gq, gk, gv = (flat(a).T @ flat(slope) for slope in (dq, dk, dv))
                _, gain1, shift1 = norm_slope(dq @ q.T + dk @ k.T + dv @ v.T, n1, 0)
                gradients = [gq, gk, gv, go, g1, gb1, g2, gb2, g3, gb3, gain1, gain2, gain3, shift1, shift2, shift3]
                step += 1
                rate, root = t.rate / (1 - 0.9**step), 1 / np.sqrt(1 - 0.999**step)
                for p, g, m, r in zip(parameters, gradients, first, second):
                    m *= 0.9
                    m += 0.1 * g
                    r *= 0.999
                    r += 0.001 * g * g
                    p -= rate * m / (np.sqrt(r) * root + 1e-8)
        return lambda: np.mean((forward(t.x)[1] - t.y) ** 2)

    return train


tasks.report(
    "numpy", lambda t: {"t6": convolution, "t7": recurrent, "t8": transformer}.get(t.name, dense)(t),
    ["t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"])
