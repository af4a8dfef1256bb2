"""The first numbers that SplitMix64 with seed 1 gives: uniform in [-1, 1), and normal by Box and Muller's method.

Needs mpmath. The reference of InitializerTests.
"""
from mpmath import cos, log, mp, mpf, pi, sqrt

mp.dps = 40
MASK = (1 << 64) - 1


def splitmix(state):
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def uniforms():
    return ((z >> 11) * 2.0**-53 for z in splitmix(1))


draws = uniforms()
print([2 * next(draws) - 1 for _ in range(3)])
draws = uniforms()
print([float(sqrt(-2 * log(1 - mpf(next(draws)))) * cos(2 * pi * mpf(next(draws)))) for _ in range(3)])
