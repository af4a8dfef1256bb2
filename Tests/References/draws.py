"""What `Exercise.drawn` draws, written a second time: seeds by FNV-1a, numbers by SplitMix64.

Whole numbers are drawn as Swift's `Int.random(in:using:)` does, by D. Lemire's method (ACM TOMACS 29, 2019). `python3 draws.py`
prints the rows of `DrawTests`; `exercises.py` draws the numbers of the lessons' exercises.
"""
MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        product = self.next() * bound
        if product & MASK < bound:
            threshold = (1 << 64) % bound
            while product & MASK < threshold:
                product = self.next() * bound
        return product >> 64


class Draw:
    def __init__(self, seed, name, attempt):
        fnv = 0xCBF29CE484222325
        for byte in seed.to_bytes(8, "little") + name.encode() + b"\0" + attempt.to_bytes(8, "little"):
            fnv = ((fnv ^ byte) * 0x100000001B3) & MASK
        self.generator = SplitMix64(SplitMix64(fnv).next())

    def integer(self, low, high):
        return low + self.generator.below(high - low + 1)

    def choice(self, of):
        return of[self.generator.below(len(of))]

    def numbers(self, count, low, high, decimals=1):
        scale = 10**decimals
        taken = []
        while len(taken) < count:
            step = self.integer(round(low * scale), round(high * scale))
            if step != 0 and step not in taken:
                taken.append(step)
        return [step / scale for step in taken]

    def number(self, low, high, decimals=1):
        return self.numbers(1, low, high, decimals)[0]

    def matrix(self, rows, columns, low, high, decimals=1):
        numbers = self.numbers(rows * columns, low, high, decimals)
        return [numbers[i * columns:(i + 1) * columns] for i in range(rows)]


def drawn(name, make, seed=0):
    """The answers of the first draw that is of use. `make` says whether it is, and what they are."""
    for attempt in range(1000):
        good, answers = make(Draw(seed, name, attempt))
        if good:
            return answers
    raise ValueError(name)


if __name__ == "__main__":
    # The rows of `DrawTests`.
    for seed, name in [(0, ""), (1, ""), (1, "second"), (2**64 - 1, "größe")]:
        draw = Draw(seed, name, 0)
        drawn = draw.numbers(4, -0.9, 0.9) + draw.numbers(2, 0.1, 1, 2)
        drawn += [float(draw.integer(2, 4)), draw.choice([0.1, 0.5, 0.25])]
        print(f'        ({seed}, "{name}", {drawn}),')
