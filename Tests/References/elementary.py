"""Coefficients and reference values of Lectern's elementary functions (Sources/CArithmetic), by mpmath with 60 digits.

`python3 elementary.py coefficients` prints the polynomials; `python3 elementary.py values > elementary.txt` writes the table
that ElementaryTests reads: function, argument, nearest double, and what the exact value lacks to it in ulp.
`python3 elementary.py errors` compiles the functions and prints the largest error of each over 20,000 arguments, in ulp.
`python3 elementary.py fused > fused.txt` writes a table of a, b, c and a b + c rounded once, by exact fractions.
"""
import ctypes
import fractions
import math
import pathlib
import random
import subprocess
import sys
import tempfile

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


def errors():
    random.seed(2)
    sources = pathlib.Path(__file__).parent / "../../Sources/CArithmetic"
    many = 3000
    ranges = {
        "exp": [(-708, 709), (-40, 40), (-2, 2)], "expm1": [(-40, 709), (-2, 2), (-0.4, 0.4)],
        "sigmoid": [(-700, 40), (-8, 8), (-2, 2)], "tanh": [(-20, 20), (-2, 2), (-0.6, 0.6)],
        "log": [(1e-300, 1e300), (0.01, 100), (0.5, 2)], "log1p": [(-0.99, 3), (-0.5, 0.5), (1, 1e9)],
        "erf": [(-6.5, 6.5), (-2, 2), (-1, 1)], "sin": [(-(2**20), 2**20), (-7, 7), (-1, 1)],
        "cos": [(-(2**20), 2**20), (-7, 7), (-1, 1)]}
    exact = {name: function for name, function, _ in arguments()}
    with tempfile.TemporaryDirectory() as folder:
        library = folder + "/functions.so"
        files = [str(path) for path in sources.glob("*.c")]
        subprocess.run(["clang", "-O2", "-shared", "-fPIC", "-I", str(sources / "include"), *files, "-lm", "-o", library], check=True)
        loaded = ctypes.CDLL(library)
    for name, parts in ranges.items():
        function = getattr(loaded, "arithmetic_" + name)
        function.argtypes, function.restype = [ctypes.c_double], ctypes.c_double
        points = [x for low, high in parts for x in uniform(low, high, many)] + spread(-12, math.log10(0.3), 2000)
        points = [abs(x) for x in points] if name == "log" else points
        yield name, max(
            (float(abs(mpf(function(x)) - exact[name](mpf(x))) / mpf(math.ulp(float(exact[name](mpf(x)))))), x) for x in points)


def fused():
    """Cancellation to the last bit, ties, results that are subnormal, sums far apart, and everyday numbers."""
    random.seed(3)
    rows = [(1 + 2**-52, 1 - 2**-53, -1.0), (1 + 2**-27, 1 + 2**-27, -1.0), (2.0**-1000, 2.0**-60, 2.0**-1074), (3.0, 2.0**-55, 1.0)]
    for _ in range(60):
        a, b = random.uniform(-2, 2), random.uniform(-2, 2)
        rows += [(a, b, -a * b), (a, b, random.uniform(-2, 2)), (a, b, -a * b * (1 + 2**-52)), (a, b * 2**-60, 1.0)]
        rows += [(a * 2.0**-530, b * 2.0**-520, random.uniform(-1, 1) * 2**-1040), (1 + a * 2**-26, 1 + b * 2**-26, 2.0**53)]
        rows += [(a * 2.0**600, b * 2.0**400, -a * b * 2.0**1000)]
    for a, b, c in rows:
        exact = fractions.Fraction(a) * fractions.Fraction(b) + fractions.Fraction(c)
        yield a.hex(), b.hex(), c.hex(), (float(exact) if exact else 0.0).hex()


for row in {"errors": errors, "fused": fused, "coefficients": coefficients, "values": values}[sys.argv[1]]():
    print(*row)
