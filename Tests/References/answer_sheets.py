"""A made-up class with known slips: `python3 answer_sheets.py key.json SEED answers.csv truth.json`.

Reads what the exercise of `GradingTests` gives each student (weights, biases, inputs, targets, rate) from the names in the key
and computes everything else itself, in plain Python: forward and backward pass of a 2-2-2 network of sigmoids with
½ Σ (t − o)², and a step of gradient descent. A student makes one slip or none, goes on from his own numbers as they are written,
and writes four digits. Nothing of it is shared with Lectern's search.

Answers, in the order of the key: a_h1, a_h2, a_o1, a_o2, E, δ_o1, δ_o2, δ_h1, δ_h2, ∂E/∂w1, w1 after the step.
"""
import csv
import json
import math
import random
import sys

DIGITS = 4


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def rounded(value):
    return float(f"{value:.{DIGITS}f}")


SLIPS = {
    # name: (causes that a true word about it may have, the answers in which it shows first)
    "bias forgotten": {"missing-term"},
    "activation left out": {"missing-function"},
    "slope left out in the outputs": {"missing-factor"},
    "slope left out in the hidden layer": {"missing-factor"},
    "slope of the sum": {"slope"},
    "sign of the error": {"sign"},
    "half forgotten": {"factor", "missing-factor"},
    "one way alone": {"missing-term"},
    "not through the weights": {"missing-factor"},
    "input forgotten": {"missing-factor", "neighbour"},
    "uphill": {"sign"},
    "without the rate": {"missing-factor"},
    "digits swapped": {"typo"},
    "point moved": {"factor"},
}


def answers(given, slip, generator, exact):
    """What a student writes, number by number, each computed from those written before."""
    write = (lambda value: value) if exact else rounded
    w, b, x, t, rate = given["w"], given["b"], given["x"], given["t"], given["rate"]

    def neuron(weights, bias, inputs):
        z = sum(a * c for a, c in zip(weights, inputs)) + (0 if slip == "bias forgotten" else bias)
        return write(z if slip == "activation left out" else sigmoid(z))

    def slope(layer, weights, bias, inputs, a):
        if slip == f"slope left out in the {layer}":
            return 1
        z = sum(p * q for p, q in zip(weights, inputs)) + bias
        return z * (1 - z) if slip == "slope of the sum" else a * (1 - a)

    h = [neuron(w[0:2], b[0], x), neuron(w[2:4], b[1], x)]
    o = [neuron(w[4:6], b[2], h), neuron(w[6:8], b[3], h)]
    loss = write((1 if slip == "half forgotten" else 0.5) * sum((c - d) ** 2 for c, d in zip(t, o)))
    sign = -1 if slip == "sign of the error" else 1
    delta_o = [
        write(sign * (o[k] - t[k]) * slope("outputs", w[4 + 2 * k:6 + 2 * k], b[2 + k], h, o[k])) for k in range(2)
    ]
    delta_h = []
    for k in range(2):
        ways = [delta_o[0] * w[4 + k], delta_o[1] * w[6 + k]]
        if slip == "not through the weights":
            ways = list(delta_o)
        if slip == "one way alone":
            ways = ways[:1]
        delta_h.append(write(sum(ways) * slope("hidden layer", w[2 * k:2 * k + 2], b[k], x, h[k])))
    gradient = write(delta_h[0] * (1 if slip == "input forgotten" else x[0]))
    step = {"uphill": -rate, "without the rate": 1}.get(slip, rate)
    numbers = h + o + [loss] + delta_o + delta_h + [gradient, write(w[0] - step * gradient)]
    if slip in ("digits swapped", "point moved") and not exact:
        place = generator.randrange(len(numbers))
        text = f"{numbers[place]:.{DIGITS}f}"
        if slip == "point moved":
            numbers[place] = float(f"{10 * numbers[place]:.{DIGITS - 1}f}")
        else:
            first = len(text) - generator.randint(2, DIGITS)
            numbers[place] = float(text[:first] + text[first + 1] + text[first] + text[first + 2:])
    return numbers


def main():
    key = json.load(open(sys.argv[1]))
    generator = random.Random(int(sys.argv[2]))
    truth = {}
    names = [f"{item['exercise']} {item['question']}" + (f".{item['field']}" if item["fields"] > 1 else "")
             for item in key["items"]]
    with open(sys.argv[3], "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id"] + names)
        for number, student in enumerate(key["students"]):
            place = next(p for p in key["layouts"][student["layout"]] if p)
            graph = student["graphs"][place["graph"]]
            nodes = key["shapes"][graph["shape"]]["nodes"]
            named = dict(zip((node.get("name") for node in nodes if not node["operands"]), graph["givens"]))
            given = dict(
                w=[named[f"w{k}"] for k in range(1, 9)], b=[named[f"b{k}"] for k in range(1, 5)],
                x=[named["i1"], named["i2"]], t=[named["target_o1"], named["target_o2"]], rate=0.5)
            right = answers(given, None, generator, exact=True)
            for value, answer in zip(right, student["answers"]):
                assert abs(value - answer["value"]) < 1e-9, (value, answer)
            # A third makes no slip; of these a half rounds on the way, the others on a calculator at the end.
            slip = None if number % 3 == 0 else generator.choice(sorted(SLIPS))
            written = answers(given, slip, generator, exact=number % 6 == 0)
            texts = [f"{value:.{DIGITS}f}" for value in written]
            if number % 5 == 1:
                texts = [text.replace(".", ",") for text in texts]
            table.writerow([student["id"]] + texts)
            # Where the slip changes anything, and where by more than rounding by hand does.
            apart = [abs(a - b) for a, b in zip(written, answers(given, None, generator, exact=False))]
            truth[student["id"]] = dict(
                slip=slip, causes=sorted(SLIPS.get(slip, [])), touched=[d > 0 for d in apart], shown=[d > 0.002 for d in apart])
    json.dump(truth, open(sys.argv[4], "w"))


main()
