"""The tasks of ../README.md for the Python peers, and the clock and output they share."""
import json
import os
import sys
import time
from types import SimpleNamespace

import numpy as np


def uniform(stream, places):
    with np.errstate(over="ignore"):
        z = (np.uint64(stream << 32) + np.asarray(places, np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


def glorot(stream, inputs, units, fans=None):
    """One row for each unit."""
    fans = fans or inputs + units
    return ((2 * uniform(stream, np.arange(units * inputs)) - 1) * np.sqrt(6 / fans)).reshape(units, inputs)


def moons():
    n = np.arange(1000)
    a = np.pi * (n // 2 * 229 % 500) / 499
    right = n % 2 == 1
    x = np.stack([np.where(right, 1 - np.cos(a), np.cos(a)), np.where(right, 0.5 - np.sin(a), np.sin(a))], axis=1)
    return x + 0.4 * (uniform(1, np.arange(2000)).reshape(1000, 2) - 0.5), (n % 2).astype(float)[:, None]


def prototypes(count, width, mix, stream, noise):
    label = np.arange(count) % 10
    centre = uniform(stream, np.arange(10 * width)).reshape(10, width)
    x = mix * centre[label] + (1 - mix) * uniform(noise, np.arange(count * width)).reshape(count, width)
    return x, label


def sequences():
    x = uniform(70, np.arange(256 * 20 * 2)).reshape(256, 20, 2)
    return x, (x[:, :, 0] * x[:, :, 1]).mean(axis=1, keepdims=True)


def task(name):
    """Dense layers as (weights [units][inputs], biases)."""
    zeros = np.zeros
    common = SimpleNamespace(name=name, adam=False, trains_biases=True)

    def given(**values):
        common.__dict__.update(values)
        return common

    if name == "t1":
        return given(
            x=np.array([[0.05, 0.10]]), y=np.array([[0.01, 0.99]]), activation="sigmoid", loss="half squared", rate=0.5,
            batch=1, epochs=10000, trains_biases=False,
            layers=[(np.array([[0.15, 0.20], [0.25, 0.30]]), np.full(2, 0.35)),
                    (np.array([[0.40, 0.45], [0.50, 0.55]]), np.full(2, 0.60))])
    if name == "t2":
        return given(
            x=np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), y=np.array([[0], [1], [1], [0.0]]), activation="tanh",
            loss="binary", rate=0.5, batch=4, epochs=5000,
            layers=[(np.sin(np.arange(1.0, 9)).reshape(4, 2), zeros(4)), (np.sin(np.arange(9.0, 13)).reshape(1, 4), zeros(1))])
    if name == "t3":
        x, y = moons()
        return given(
            x=x, y=y, activation="tanh", loss="binary", rate=0.1, batch=32, epochs=100,
            layers=[(glorot(30, 2, 16), zeros(16)), (glorot(31, 16, 16), zeros(16)), (glorot(32, 16, 1), zeros(1))])
    if name == "t4":
        x, y = prototypes(1797, 64, 0.3, 2, 3)
        return given(
            x=x, y=y, activation="relu", loss="classes", rate=1e-3, adam=True, batch=32, epochs=20,
            layers=[(glorot(40, 64, 64), zeros(64)), (glorot(41, 64, 10), zeros(10))])
    if name == "t5":
        x, y = prototypes(10000, 784, 0.1, 4, 5)
        return given(
            x=x, y=y, activation="relu", loss="classes", rate=0.05, batch=128, epochs=3,
            layers=[(glorot(50, 784, 256), zeros(256)), (glorot(51, 256, 128), zeros(128)), (glorot(52, 128, 10), zeros(10))])
    if name == "t6":
        x, y = prototypes(1797, 64, 0.3, 2, 3)
        return given(
            x=x.reshape(-1, 8, 8), y=y, loss="classes", rate=0.1, batch=32, epochs=3,
            kernels=glorot(60, 9, 8, fans=81).reshape(8, 3, 3), layers=[(glorot(61, 72, 10), zeros(10))])
    if name == "t8":
        x = uniform(90, np.arange(128 * 64 * 32)).reshape(128, 64, 32)
        return given(
            x=x, y=(x[:, :, 0] * x[:, :, 1]).mean(axis=1, keepdims=True), loss="mean squared", rate=1e-3, adam=True, batch=16, epochs=2,
            heads=4, attention=[glorot(stream, 32, 32) for stream in range(91, 95)],
            layers=[(glorot(95, 32, 64), zeros(64)), (glorot(96, 64, 32), zeros(32)), (glorot(97, 32, 1), zeros(1))])
    x, y = sequences()
    return given(
        x=x, y=y, loss="mean squared", rate=0.1, batch=32, epochs=5, w=glorot(71, 2, 64), u=glorot(72, 16, 64),
        layers=[(glorot(73, 16, 1), zeros(1))])


def samples(t):
    return len(t.x) * t.epochs


def batches(t):
    return [(t.x[s:s + t.batch], t.y[s:s + t.batch]) for s in range(0, len(t.x), t.batch)]


def report(peer, train, known):
    """`train(t)` gives a function that trains once and returns a function of the final loss; arguments: tasks, repetitions."""
    names = sys.argv[1].split(",") if len(sys.argv) > 1 else known
    for name in [n for n in names if n in known]:
        t = task(name)
        run = train(t)
        times = []
        for _ in range(1 + (int(sys.argv[2]) if len(sys.argv) > 2 else 3)):
            start = time.perf_counter()
            final = run()
            times.append(time.perf_counter() - start)
        best = min(times[1:])
        print(json.dumps({
            "peer": peer, "task": name, "seconds": best, "final_loss": float(final()), "samples_per_s": samples(t) / best,
            "threads": int(os.environ.get("OPENBLAS_NUM_THREADS", "1")), "reps": times[1:], "first_s": times[0]}), flush=True)
