"""A lesson with many claims, of the kinds authors write, and the same lesson without them.

The networks are 2-2-2 with sigmoid units, computed here a second time, so that every claim is true.
"""
import math
import random


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


class Worked:
    """One network, one sample, one step of gradient descent: every quantity by the name that Lectern gives it."""

    def __init__(self, rng):
        self.w = [round(rng.uniform(-0.9, 0.9), 2) for _ in range(8)]
        self.b = [round(rng.uniform(0.1, 0.9), 2) for _ in range(2)]
        self.x = [round(rng.uniform(0.05, 0.95), 2) for _ in range(2)]
        self.t = [round(rng.uniform(0.05, 0.95), 2) for _ in range(2)]
        w, b, x, t = self.w, self.b, self.x, self.t
        net_h = [w[2 * j] * x[0] + w[2 * j + 1] * x[1] + b[0] for j in range(2)]
        out_h = [sigmoid(v) for v in net_h]
        net_o = [w[4 + 2 * k] * out_h[0] + w[5 + 2 * k] * out_h[1] + b[1] for k in range(2)]
        out_o = [sigmoid(v) for v in net_o]
        errors = [0.5 * (t[k] - out_o[k]) ** 2 for k in range(2)]
        self.values = {}
        for j in range(2):
            self.values[f"net_h{j + 1}"], self.values[f"out_h{j + 1}"] = net_h[j], out_h[j]
            self.values[f"net_o{j + 1}"], self.values[f"out_o{j + 1}"] = net_o[j], out_o[j]
            self.values[f"E_o{j + 1}"] = errors[j]
        self.loss = sum(errors)
        delta_o = [(out_o[k] - t[k]) * out_o[k] * (1 - out_o[k]) for k in range(2)]
        back = [sum(delta_o[k] * w[4 + 2 * k + j] for k in range(2)) for j in range(2)]
        delta_h = [back[j] * out_h[j] * (1 - out_h[j]) for j in range(2)]
        self.gradients = {f"w{2 * j + i + 1}": delta_h[j] * x[i] for j in range(2) for i in range(2)}
        self.gradients |= {f"w{5 + 2 * k + j}": delta_o[k] * out_h[j] for k in range(2) for j in range(2)}
        self.partials = {("E_total", f"out_o{k + 1}"): out_o[k] - t[k] for k in range(2)}
        self.partials |= {(f"out_o{k + 1}", f"net_o{k + 1}"): out_o[k] * (1 - out_o[k]) for k in range(2)}
        self.partials |= {("E_total", f"out_h{j + 1}"): back[j] for j in range(2)}
        self.updated = {name: self.w[int(name[1:]) - 1] - 0.5 * g for name, g in self.gradients.items()}

    def cell(self, n):
        w, b = self.w, self.b
        return f"""```{{swift}}
//| label: network-{n}
let net{n} = Network(inputs: 2) {{
    Dense(2, weights: [[{w[0]}, {w[1]}], [{w[2]}, {w[3]}]], bias: {b[0]})
    Sigmoid()
    Dense(2, weights: [[{w[4]}, {w[5]}], [{w[6]}, {w[7]}]], bias: {b[1]})
    Sigmoid()
}}
let pass{n} = net{n}.backpropagate({self.x}, toward: {self.t}, minimizing: .halfSquaredError)
let next{n} = net{n}.updated(along: pass{n}, by: .gradientDescent(rate: 0.5, updating: .weights))
let outputs{n} = pass{n}.output
let loss{n} = pass{n}.loss
```
"""

    def claims(self, n):
        """Expressions with their values, by kind, as a worked example goes through them."""
        found = [("subscript", f'pass{n}["{name}"]', value) for name, value in sorted(self.values.items())]
        found += [("gradient", f'pass{n}.gradient(of: "{name}")', v) for name, v in sorted(self.gradients.items())]
        found += [("partial", f'pass{n}.partial("{a}", "{b}")', v) for (a, b), v in sorted(self.partials.items())]
        found += [("updated", f'next{n}["{name}"]', v) for name, v in sorted(self.updated.items())]
        found += [("member", f"pass{n}.loss", self.loss), ("name", f"loss{n}", self.loss)]
        found += [("index", f"outputs{n}[{k}]", self.values[f"out_o{k + 1}"]) for k in range(2)]
        found += [("index", f"pass{n}.output[{k}]", self.values[f"out_o{k + 1}"]) for k in range(2)]
        found += [("arithmetic", f'1 - pass{n}["out_o1"]', 1 - self.values["out_o1"]),
                  ("arithmetic", f'outputs{n}[0] - {self.t[0]}', self.values["out_o1"] - self.t[0])]
        return found


def lesson(count, claimed=True, seed=1, networks=25):
    rng = random.Random(seed)
    each = count // networks
    text = "---\ntitle: Many numbers\ndigits: 9\n---\n\nEvery number below was computed twice.\n"
    for n in range(1, networks + 1):
        worked = Worked(rng)
        text += f"\n## Network {n}\n\n{worked.cell(n)}\n"
        claims = worked.claims(n)
        # What a worked example says twice, it says in the middle of the next formula.
        claims += claims[:max(0, each - len(claims))]
        lines = []
        for kind, expression, value in claims[:each]:
            written = f"{value:.9f}".replace("-", "−")
            if kind in ("partial", "arithmetic"):
                formula = f"\\claim{{{written}}}{{{expression}}}" if claimed else written
                lines.append(f"and so $v = {formula}$,")
            else:
                lines.append(f"here [{written}](<claim: {expression}>)," if claimed else f"here {written},")
        text += "\n".join(lines) + "\nand so on.\n"
    return text


if __name__ == "__main__":
    import sys
    print(lesson(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, claimed="--without" not in sys.argv), end="")
