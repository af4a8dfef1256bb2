"""What `Draw` draws for some seeds, apart from Swift: FNV-1a over seed, name and attempt, spread by SplitMix64, and whole
numbers by Lemire's method (ACM TOMACS 29, 2019) as Swift's `Int.random(in:using:)` has it. `python3 draws.py` prints the rows of
`DrawTests`.
"""
M = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed & M

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & M
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
        return z ^ (z >> 31)

    def below(self, bound):
        product = self.next() * bound
        if product & M < bound:
            while product & M < ((1 << 64) - bound) % bound:
                product = self.next() * bound
        return product >> 64


def seed(seed, name, attempt):
    state = 0xCBF29CE484222325
    for byte in seed.to_bytes(8, "little") + name.encode() + b"\0" + attempt.to_bytes(8, "little"):
        state = ((state ^ byte) * 0x100000001B3) & M
    return SplitMix64(state).next()


def numbers(generator, count, low, high, decimals):
    first, last, taken = round(low * 10**decimals), round(high * 10**decimals), []
    while len(taken) < count:
        step = first + generator.below(last - first + 1)
        if step != 0 and step not in taken:
            taken.append(step)
    return [step / 10**decimals for step in taken]


for start, name in [(0, ""), (1, ""), (1, "second"), (2**64 - 1, "größe")]:
    generator = SplitMix64(seed(start, name, 0))
    four = numbers(generator, 4, -0.9, 0.9, 1)
    two = numbers(generator, 2, 0.1, 1, 2)
    size = 2 + generator.below(3)
    choice = [0.1, 0.5, 0.25][generator.below(3)]
    print(f"        ({start}, \"{name}\", {four + two + [float(size), choice]}),")
