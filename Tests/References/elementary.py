"""Coefficients and reference values of Lectern's elementary functions (Sources/CArithmetic), by mpmath with 60 digits.

`python3 elementary.py coefficients` prints the polynomials; `python3 elementary.py values > elementary.txt` writes the table
that ElementaryTests reads: function, argument, nearest double, and what the exact value lacks to it in ulp.
"""
import math
import random
import sys

from mpmath import atanh, cos, erf, erfc, exp, expm1, log, log1p, lu_solve, matrix, mp, mpf, pi, sin, sqrt, tanh

mp.dps = 60


def interpolation(f, low, high, degree):
    """The polynomial through f at the Chebyshev nodes of [low, high], lowest coefficient first."""
    nodes = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * degree + 2)) for k in range(degree + 1)]
    powers = matrix(degree + 1, degree + 1)
    values = matrix(degree + 1, 1)
    for i, x in enumerate(nodes):
        values[i] = f(x)
        for j in range(degree + 1):
            powers[i, j] = x**j
    return [float(c).hex() for c in lu_solve(powers, values)]


def coefficients():
    r = log(2) / 2 * mpf("1.001")
    yield "exp", interpolation(lambda x: (expm1(x) - x) / x**2 if abs(x) > 1e-15 else mpf(1) / 2 + x / 6, -r, r, 10)
    z = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * mpf("1.001")
    yield "log", interpolation(lambda x: (2 * atanh(sqrt(x)) / sqrt(x) - 2) / x, mpf(0), z, 6)
    yield "erf", interpolation(lambda x: erf(sqrt(x)) / sqrt(x) - 1, mpf(0), mpf(1), 12)
    for low, high, degree in [(1, 2, 18), (2, 3, 17), (3, 4, 17), (4, 6, 21)]:
        middle, half = mpf(low + high) / 2, mpf(high - low) / 2
        yield "erfc from %d" % low, interpolation(lambda h: erfc(middle + h), -half, half, degree)
    t = (pi / 4) ** 2 * mpf("1.002")
    yield "sin", interpolation(lambda x: (sin(sqrt(x)) - sqrt(x)) / sqrt(x) ** 3, mpf(0), t, 6)
    yield "cos", interpolation(lambda x: (cos(sqrt(x)) - 1 + x / 2) / x**2, mpf(0), t, 5)


def uniform(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def spread(low, high, count):
    """Both signs, all magnitudes from 10^low to 10^high."""
    return [random.choice((-1, 1)) * 10 ** random.uniform(low, high) for _ in range(count)]


def arguments():
    random.seed(1)
    multiples = [k * math.pi / 2 for k in range(-12, 13)]
    return [
        ("exp", exp, uniform(-745, 709, 60) + uniform(-2, 2, 60) + spread(-20, 2, 20) + [-745.1, -708.5, 709.7]),
        ("expm1", expm1, uniform(-50, 709, 40) + uniform(-2, 2, 100) + spread(-20, 1, 30) + [709.7]),
        ("sigmoid", lambda x: 1 / (1 + exp(-x)), uniform(-740, 40, 40) + uniform(-8, 8, 120) + spread(-10, 1, 20)),
        ("tanh", tanh, uniform(-20, 20, 40) + uniform(-1, 1, 160) + spread(-300, 0, 30)),
        ("log", log, [abs(x) for x in spread(-320, 308, 60)] + uniform(0.5, 2, 80)),
        ("log1p", log1p, uniform(-0.99, 3, 80) + spread(-20, -1, 40) + [abs(x) for x in spread(-3, 300, 20)]),
        ("erf", erf, uniform(-6.5, 6.5, 80) + uniform(-1.2, 1.2, 60) + spread(-300, 0, 20)),
        ("sin", sin, uniform(-7, 7, 80) + uniform(-1e6, 1e6, 40) + spread(-20, 0, 20) + multiples),
        ("cos", cos, uniform(-7, 7, 80) + uniform(-1e6, 1e6, 40) + multiples),
    ]


def values():
    for name, function, points in arguments():
        for x in points:
            exact = function(mpf(x))
            nearest = float(exact)
            yield name, x.hex(), nearest.hex(), "%.4f" % float((exact - mpf(nearest)) / mpf(math.ulp(nearest)))


for row in {"coefficients": coefficients, "values": values}[sys.argv[1]]():
    print(*row)
