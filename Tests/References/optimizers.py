"""First three positions of every optimiser on f(theta) = theta^2 from 5, rate 0.1: the reference of OptimizerTests."""
from math import sqrt


def run(name, step):
    theta, state, seen = 5.0, {}, []
    for t in range(1, 4):
        theta -= step(2 * theta, state, t, theta)
        seen.append(round(theta, 12))
    print(name, seen)


def momentum(g, s, t, theta):
    s["v"] = 0.9 * s.get("v", 0) + g
    return 0.1 * s["v"]


def nesterov(g, s, t, theta):
    s["v"] = 0.9 * s.get("v", 0) + g
    return 0.1 * (0.9 * s["v"] + g)


def adagrad(g, s, t, theta):
    s["s"] = s.get("s", 0) + g * g
    return 0.1 * g / (sqrt(s["s"]) + 1e-8)


def rmsprop(g, s, t, theta):
    s["s"] = 0.9 * s.get("s", 0) + 0.1 * g * g
    return 0.1 * g / (sqrt(s["s"]) + 1e-8)


def adam(g, s, t, theta, decay=0.0):
    s["m"] = 0.9 * s.get("m", 0) + 0.1 * g
    s["v"] = 0.999 * s.get("v", 0) + 0.001 * g * g
    return 0.1 * (s["m"] / (1 - 0.9**t)) / (sqrt(s["v"] / (1 - 0.999**t)) + 1e-8) + 0.1 * decay * theta


run("gradient descent", lambda g, s, t, theta: 0.1 * g)
run("momentum", momentum)
run("nesterov", nesterov)
run("adagrad", adagrad)
run("rmsprop", rmsprop)
run("adam", adam)
run("adamw", lambda g, s, t, theta: adam(g, s, t, theta, 0.01))
