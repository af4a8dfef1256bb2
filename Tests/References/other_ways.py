"""Numbers as they come out where a formula that authors write in several ways is written another way, or a rule is broken.

For OtherWayTests. Run: python3 other_ways.py
"""
import numpy as np


def adam(w, gradients, rate=0.1, b1=0.9, b2=0.999, eps=1e-8, first=True, second=True, inside=False, constant=False):
    m = v = 0.0
    for t, g in enumerate(gradients, 1):
        p = 1 if constant else t
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g * g
        mh = m / (1 - b1**p) if first else m
        vh = v / (1 - b2**p) if second else v
        w -= rate * mh / (np.sqrt(vh + eps) if inside else np.sqrt(vh) + eps)
    return w


g = [0.437, 0.291]
print("adam", adam(0.5, g))
print("uncorrected", adam(0.5, g, first=False, second=False))
print("first", adam(0.5, g, second=False))
print("second", adam(0.5, g, first=False))
print("constant", adam(0.5, g, constant=True))
print("inside", adam(0.5, g, eps=0.01, inside=True), "outside", adam(0.5, g, eps=0.01))


def momentum(w, gradients, rate=0.1, beta=0.9, averaged=False, nesterov=False):
    v = 0.0
    for g in gradients:
        v = beta * v + (1 - beta if averaged else 1) * g
        w -= rate * (beta * v + g if nesterov else v)
    return w


print("momentum", momentum(0.5, g), momentum(0.5, g, averaged=True), momentum(0.5, g, nesterov=True))

x = np.array([1.3, 2.1, 4.7, 7.2])
d = x - x.mean()
print("norm", d / np.sqrt(x.var() + 1e-3))
print("unbiased", d / np.sqrt(x.var(ddof=1) + 1e-3))
print("outside", d / (x.std() + 1e-3))
print("other", d / np.sqrt(x.var() + 1e-5))

k, y, b = np.array([0.3, 0.7]), np.array([1.1, 2.3, 3.7, 4.1]), 0.25
print("windows", np.correlate(y, k) + b, "biasless", np.correlate(y, k), "turned", np.convolve(y, k, "valid") + b)

# h_t = tanh(w x_t + u h_{t-1}), out = v h_3 + c, E = (1 - out)^2 / 2
w, u, v, c, xs = 0.53, 0.31, 0.71, 0.05, [0.9, 0.4, 0.7]


def gradient(steps):
    h = [0.0]
    for xt in xs:
        h.append(np.tanh(w * xt + u * h[-1]))
    slope = (v * h[3] + c - 1) * v
    dw = du = 0.0
    for t in range(3, 3 - steps, -1):
        delta = slope * (1 - h[t] ** 2)
        dw += delta * xs[t - 1]
        du += delta * h[t - 1]
        slope = delta * u
    return dw, du


for steps in (3, 2, 1):
    print("through", steps, gradient(steps))

# Descent on (w x - t)^2 / 2 over three samples, the mean or the sum of their gradients.
X, T = np.array([0.5, 1.2, 2.0]), np.array([1.0, 2.5, 3.9])


def descend(rate, steps, reduce):
    w = 0.3
    for _ in range(steps):
        w -= rate * reduce((w * X - T) * X)
    return w


print("descent", descend(0.1, 5, np.mean), descend(0.1, 5, np.sum))
