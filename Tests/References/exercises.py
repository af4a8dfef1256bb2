"""Keys of the course's exercises by NumPy, written out as one does by hand.

Writes exercises.json beside this file: for each label the answers of its blanks in order, and of an exercise without blanks the
numbers that its solution claims. CourseExerciseTests and DrawnExerciseTests read it. The numbers of drawn exercises, those of the
sample, are drawn in `draws.py`, a second time.
"""
import json
import pathlib
import numpy as np
from draws import drawn


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def two_layers(x, inner, b1, outer, b2):
    z = np.array(inner) @ np.array(x, float) + b1
    h = sigmoid(z)
    return z, h, sigmoid(np.array(outer) @ h + b2)


keys = {}

s, t = sigmoid(1.23), np.tanh(1.23)
keys["exr-slopes"] = [s, s * (1 - s), t, 1 - t**2]
keys["exr-slope-mistake"] = [1 - np.tanh(0.83) ** 2]

p, y = np.array([0.25, 0.1, 0.65]), np.array([0, 0, 1])
keys["exr-third-class"] = [-np.log(p @ y), *(p - y)]

z, h, o = two_layers([2, -1, 1], [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], 0.5, [[0.7, 0.9], [0.8, 0.1]], 0.5)
keys["exr-third-sample"] = [*z, *h, *o]

x, outer, target = np.array([1.0, 0.0]), np.array([[0.40, 0.45], [0.50, 0.55]]), np.array([0.01, 0.99])
_, h, o = two_layers(x, [[0.15, 0.20], [0.25, 0.30]], 0.35, outer, 0.60)
delta = (o - target) * o * (1 - o)
below = (outer.T @ delta) * h * (1 - h)
keys["exr-other-sample"] = [*o, 0.5 * ((o - target) ** 2).sum(), delta[0] * h[0], below[0] * x[0]]

def softmax(z):
    e = np.exp(np.asarray(z, float) - np.max(z))
    return e / e.sum()


def far(*activations):
    """What `Exercise.drawn` asks of sigmoids: no slope below 2 % of the largest."""
    return all((4 * a * (1 - a) >= 0.02).all() for a in map(np.asarray, activations))


def flat(*parts):
    return [float(v) for part in parts for v in np.ravel(part)]


# Activation functions
def tanh_neuron(draw):
    w, b = draw.number(0.2, 0.9), draw.number(-0.5, 0.5)
    x, y = draw.number(0.3, 1.5), draw.choice([-1, 1])
    z = w * x + b
    a = np.tanh(z)
    factors = [a - y, 1 - a**2, x]
    gradient = np.prod(factors)
    good = 1 - a**2 >= 0.02 and abs(gradient) >= 1e-12
    return good, [z, a, *factors, gradient]


keys["exr-tanh-neuron"] = drawn("tanh neuron", tanh_neuron)
a = 0.01 * (0.5 * 1 - 1)
keys["exr-revive"] = [a, (a - 1) * 0.01 * 1]


# Loss functions
def logits(draw):
    right = draw.integer(0, 2)
    p = softmax(draw.numbers(3, -1, 2))
    return True, flat(p, -np.log(p[right]), p - np.eye(3)[right])


keys["exr-logits"] = drawn("logits", logits)
keys["exr-mean-mistake"] = [2 / 3 * (0.6 - 0)]
p = sigmoid(-4.37)
keys["exr-change-loss"] = [p - 1, (p - 1) * p * (1 - p)]

# The forward pass
keys["exr-drawn-numbers"] = [3 * 1 + 2, 6 + 2 * 1 + 1, 6 + 2]


def own_pass(draw):
    inner, b1 = draw.matrix(2, 2, -0.9, 0.9), draw.numbers(2, -0.5, 0.5)
    outer, b2 = draw.matrix(1, 2, -0.9, 0.9), draw.number(-0.5, 0.5)
    z, h, o = two_layers(draw.numbers(2, 0.2, 2), inner, np.array(b1), outer, b2)
    return far(h, o), flat(z, h, np.array(outer) @ h + b2, o)


keys["exr-own-pass"] = drawn("own pass", own_pass)
keys["exr-forward-mistake"] = [0.2 * 3 + 0.5 * 1 + 0.1]
h = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]) @ [1, 4, 5] + 0.5
keys["exr-forward-change"] = flat(np.array([[0.7, 0.9], [0.8, 0.1]]) @ h + 0.5)
keys["exr-batch-product"] = flat(np.array([[1, 2], [-1, 0.5]]) @ np.array([[1, -2], [0.5, 3]]).T + [0.5, -1])


# Backpropagation
def way_back(x, inner, b1, outer, b2, target):
    """The gradients of a 2-2-2 network with sigmoids and half squared errors."""
    x, outer = np.array(x, float), np.array(outer)
    _, h, o = two_layers(x, inner, b1, outer, b2)
    delta = (o - target) * o * (1 - o)
    branches = outer * delta[:, None]
    below = branches.sum(0) * h * (1 - h)
    return h, o, delta, branches, below, np.outer(delta, h), np.outer(below, x)


def own_chain(draw):
    inner, b1 = draw.matrix(2, 2, 0.1, 0.9), draw.number(0.1, 0.6)
    outer, b2 = draw.matrix(2, 2, 0.1, 0.9), draw.number(0.1, 0.6)
    target = np.array([0.1, 0.9])
    h, o, delta, branches, below, by_outer, by_inner = way_back(
        draw.numbers(2, 0.1, 0.9), inner, b1, outer, b2, target)
    good = far(h, o) and min(np.abs(flat(by_outer, by_inner, delta.sum(), below.sum()))) >= 1e-12
    return good, [
        *h, *o, o[0] - target[0], o[0] * (1 - o[0]), h[0], by_outer[0, 0],
        branches[0, 0], branches[1, 0], branches[:, 0].sum(), by_inner[0, 0]]


keys["exr-own-chain"] = drawn("own chain", own_chain)
lesson = [[0.15, 0.20], [0.25, 0.30]], 0.35, [[0.40, 0.45], [0.50, 0.55]], 0.60
keys["exr-branch-mistake"] = [way_back([0.5, 0.2], *lesson, np.array([0.01, 0.99]))[3][:, 0].sum()]
_, h, _ = two_layers([0.05, 0.10], *lesson)
keys["exr-linear-outputs"] = [(0.40 * h[0] + 0.45 * h[1] + 0.60 - 0.01) * h[0]]


# Gradient descent
def own_line(draw):
    w, b = draw.number(0.5, 2), draw.number(-1, 1)
    x, y = np.array([1.0, 3]), np.array(draw.numbers(2, 1, 6))
    errors = w * x + b - y
    by_w, by_b = 2 * (errors * x).mean(), 2 * errors.mean()
    return True, [*errors, by_w, by_b, w - 0.1 * by_w, b - 0.1 * by_b]


keys["exr-own-line"] = drawn("own line", own_line)
keys["exr-sum-mistake"] = [2 * (np.arange(4) + 1 - np.array([1.1, 2.9, 5.2, 6.8])).mean()]
first = 0 - 0.1 * 2 * (0 - 3)
keys["exr-complete-step"] = [first - 0.1 * 2 * (first - 3)]
keys["exr-change-rate"] = [4 * (1 - 2 * 0.25) ** 3, 4 * (1 - 2 * 0.75) ** 3]


# Optimisers
def own_ball(draw):
    beta, gradients = draw.choice([0.5, 0.6, 0.7, 0.8]), draw.numbers(3, -4, 6, decimals=0)
    place, v, rows = draw.number(1, 5, decimals=0), 0, []
    for g in gradients:
        v = beta * v + g
        place -= 0.1 * v
        rows += [v, place]
    return True, rows


keys["exr-own-ball"] = drawn("own ball", own_ball)
keys["exr-correction-mistake"] = [(0.9 * 0.1 * 4 + 0.1 * 2) / (1 - 0.9**2)]
place, v, places = 5.0, 0.0, []
for _ in range(3):
    v = 0.5 * v + 2 * place
    place -= 0.1 * v
    places.append(place)
keys["exr-change-beta"] = places


# XOR
def own_corner(draw):
    inner, b1 = np.array(draw.matrix(2, 2, -1, 1, 2)), draw.numbers(2, -0.5, 0.5, 2)
    outer, b2 = np.array(draw.matrix(1, 2, -1, 1, 2))[0], draw.number(-0.5, 0.5, 2)
    h = np.tanh(inner @ [1, 1] + b1)
    o = sigmoid(outer @ h + b2)
    below = outer * o * (1 - h**2)
    good = far(o) and (1 - h**2 >= 0.02).all() and min(np.abs([*(o * h), *below])) >= 1e-12
    return good, [*h, o, o - 0, outer[0], o - 0, 1 - h[0] ** 2, below[0]]


keys["exr-own-corner"] = drawn("a corner of XOR", own_corner)
keys["exr-relu-mistake"] = [max(0, 0.5) - 2 * max(0, -0.5)]
keys["exr-change-weight"] = [max(0, a + b) - max(0, a + b - 1) for a in (0, 1) for b in (0, 1)]


# Binary classification
def own_vote(draw):
    w, b = np.array(draw.matrix(1, 2, -1, 1))[0], draw.number(-0.5, 0.5)
    x, y = np.array(draw.numbers(2, -2, 2)), draw.choice([0, 1])
    z = w @ x + b
    p = sigmoid(z)
    return far(p), [z, p, -np.log(p if y else 1 - p), p - y, x[0], (p - y) * x[0]]


keys["exr-own-vote"] = drawn("own vote", own_vote)
keys["exr-mean-of-rates"] = [2 / (50 / 40 + 60 / 40)]
chances, classes = np.array([0.95, 0.85, 0.75, 0.7, 0.6, 0.4, 0.2]), np.array([1, 1, 0, 1, 1, 1, 0])
keys["exr-change-threshold"] = flat(
    [[classes[chances > t].mean(), classes[chances > t].sum() / classes.sum()] for t in (0.5, 0.65)])


# Multi-class classification
def own_classes(draw):
    right, w = draw.integer(0, 2), np.array(draw.matrix(3, 2, -1, 1))
    x = np.array(draw.numbers(2, -2, 2))
    p = softmax(w @ x)
    delta = p - np.eye(3)[right]
    return np.abs(np.outer(delta, x)).min() >= 1e-12, flat(w @ x, p, delta, np.outer(delta, x))


keys["exr-own-classes"] = drawn("own classes", own_classes)
confusion = np.array([[8, 2, 0], [1, 6, 3], [0, 1, 9]])
keys["exr-column-mistake"] = [confusion[1, 1] / confusion[1].sum()]
keys["exr-change-sums"] = [softmax([4, 2, 0])[0], -np.log(softmax([4, 2, 0])[1])]


# Deep networks
def own_depth(draw):
    w, x = draw.numbers(3, 0.5, 3), draw.number(0.2, 1)
    outputs, gradient, slopes = [x], 1.0, []
    for weight in w:
        outputs.append(sigmoid(weight * outputs[-1]))
        slopes.append(outputs[-1] * (1 - outputs[-1]))
    return far(outputs[1:]), [*outputs[1:], w[2], slopes[1], w[1], slopes[0], w[2] * slopes[1] * w[1] * slopes[0], 4]


keys["exr-own-depth"] = drawn("own depth", own_depth)
keys["exr-spread-mistake"] = [np.sqrt(2 / 128)]
keys["exr-change-residual"] = [0.65**4, (1 + 0.65) ** 4]


# Generalisation
def own_guesses(draw):
    guesses, truth = np.array(draw.numbers(4, 0.5, 3.5)), draw.number(1, 3)
    bias = guesses.mean() - truth
    return abs(bias) >= 0.15, [guesses.mean(), bias**2, guesses.var(), ((guesses - truth) ** 2).mean()]


keys["exr-own-guesses"] = drawn("own guesses", own_guesses)
keys["exr-fold-mistake"] = [150 * 4 / 5]
keys["exr-change-decay"] = [2.7 / (1 + decay) for decay in (0.5, 2)]


# Convolutional networks
def slide(x, kernel, stride=1):
    return np.array([np.dot(x[i:i + len(kernel)], kernel) for i in range(0, len(x) - len(kernel) + 1, stride)])


def own_window(draw):
    kernel, x = draw.matrix(1, 2, -3, 3, decimals=0)[0], draw.numbers(4, -4, 5, decimals=0)
    out = slide(x, kernel)
    by_kernel = slide(x, out)
    return np.abs([*by_kernel, out.sum()]).min() >= 1e-12, flat(out, by_kernel, np.convolve(out, kernel))


keys["exr-own-window"] = drawn("own window", own_window)
keys["exr-flip-mistake"] = [np.convolve([0.5, -1, 2], [1, -2])[1]]
signal = [0, 1, 2, 3, 2, 1, 0]
keys["exr-change-stride"] = [
    len(slide(signal, [1, 2, 1])), *slide(signal, [1, 2, 1], 2), len(slide([0, *signal, 0], [1, 2, 1]))]


# Recurrent networks
def own_memory(draw):
    w, u = draw.number(0.2, 0.9), draw.number(-0.8, 0.8)
    x, y = draw.numbers(2, -1.5, 1.5), draw.choice([-1, 1])
    h1 = np.tanh(w * x[0])
    h2 = np.tanh(w * x[1] + u * h1)
    second = (h2 - y) * (1 - h2**2)
    first = second * u * (1 - h1**2)
    by_w, by_u = second * x[1] + first * x[0], second * h1
    return min(abs(by_w), abs(by_u)) >= 1e-12, [h1, h2, second, second, u, 1 - h1**2, first, by_w, by_u]


keys["exr-own-memory"] = drawn("own memory", own_memory)
cell = sigmoid(1) * 0.8 + sigmoid(0) * np.tanh(0.5)
keys["exr-cell-mistake"] = [sigmoid(-1) * np.tanh(cell)]
h, states = 0.0, []
for x in (1, 2, 3):
    h = np.tanh(0.5 * x - 0.5 * h)
    states.append(h)
keys["exr-change-recurrent"] = states[1:]


# Attention
def own_look(draw):
    values, scores = np.array(draw.matrix(1, 3, -2, 2))[0], draw.numbers(3, -1, 2)
    y, a = draw.number(-1, 1), softmax(scores)
    o = a @ values
    by_weight = (o - y) * values
    mean = a @ by_weight
    return abs(o - y) >= 0.3 and np.abs((o - y) * a).min() >= 1e-12, flat(a, o, by_weight, mean, a * (by_weight - mean))


keys["exr-own-look"] = drawn("own look", own_look)
keys["exr-scale-mistake"] = [softmax([5.3 / np.sqrt(4), 2.6 / np.sqrt(4)])[0]]
x = np.array([[1, 0], [1, 1], [0, 2]])
weights = np.array([*softmax(x[1] @ x[:2].T / np.sqrt(2)), 0])
keys["exr-change-mask"] = flat(weights, (weights @ x)[1])

# Foundations
w = np.array([1, 2, -1])
after = w + (0 - (w.sum() > 0)) * np.ones(3)
keys["exr-correction"] = flat(w.sum(), after, after.sum())
x, y = 1, 3
keys["exr-two-ways"] = [(2 * x + y) * y, 2 * y, 2 * x + 2 * y]

# Practice
above, below = 2.1**3, 1.9**3
slope = (above - below) / 0.2
keys["exr-cube"] = [above, below, slope, (slope - 12) / slope]
delta = 2 * 0.2 * (1 - 0.2)
keys["exr-layer-alone"] = flat(delta, delta * np.array([1, 2]), delta * np.array([0.5, -1]))
sizes = [12, 100, 90, 1]
weights = [n * m for n, m in zip(sizes, sizes[1:])]
count = sum(weights) + sum(sizes[1:])
keys["exr-scale-count"] = [count, 3 * sum(weights) - weights[0], 4 * count * 4]
keys["exr-wild-upstream"] = [0.2 * 0.24 * -0.7, 0.2 * 0.24 * -0.7 * 0.5]
edges = np.array([0.735, 0.725])
keys["exr-audit-slope"] = flat(edges * (1 - edges))

# Exercises without blanks: the numbers of their solutions
keys["exr-tanh"] = [np.tanh(1), 2 * sigmoid(2) - 1]
keys["exr-vanish"] = [(1 - np.tanh(2) ** 2) ** 5]
keys["exr-silu"] = [sigmoid(0) + 0 * sigmoid(0) * (1 - sigmoid(0))]

keys["exr-factor"] = flat(2 * (np.array([0.9, 0.1, 0.8]) - [1, 0, 1]))
keys["exr-guess"] = [-np.log(0.1)]
keys["exr-perplexity"] = [np.log(50), np.mean(np.log([10, 250]))]
keys["exr-zero"] = [-np.log(1e-7)]
outputs, target = np.array([0.3, 0.6, 0.1, 0.8]), np.array([0, 1, 0, 1])
keys["exr-which-mean"] = [np.unique(np.round((outputs - target) / (2 * (outputs - target) / 4), 12)).item()]

_, _, o = two_layers([1, 4, 5], [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], 0.5, [[0.7, 0.9], [0.8, 0.1]], 0.5)
z, _, other = two_layers([0, 4, 5], [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], 0.5, [[0.7, 0.9], [0.8, 0.1]], 0.5)
assert (abs((o - other) * 1e4 - 2) < 0.5).all()
keys["exr-by-hand"] = flat(z, other)
batch, many, shift = np.zeros((32, 784)), np.zeros((128, 784)), np.zeros(128)
keys["exr-shapes"] = flat(batch.shape, many.shape, many.T.shape, shift.shape, (batch @ many.T + shift).shape)

target = np.array([0.01, 0.99])
h, o, delta, branches, below, by_outer, by_inner = way_back([0.05, 0.10], *lesson, target)
keys["exr-w6"] = [by_outer[0, 1]]
keys["exr-bias"] = [delta.sum(), below.sum(), *below]


def after_step(by_b1, by_b2):
    """The error when every parameter has taken a step of rate 0.5."""
    inner, b1, outer, b2 = lesson
    _, _, o = two_layers(
        [0.05, 0.10], np.array(inner) - 0.5 * by_inner, b1 - 0.5 * by_b1, np.array(outer) - 0.5 * by_outer, b2 - 0.5 * by_b2)
    return 0.5 * ((o - target) ** 2).sum()


keys["exr-all"] = [
    after_step(below.sum(), delta.sum()), after_step(below, delta), *delta, (delta**2).sum(), delta.sum() ** 2]

keys["exr-quarter"] = [4 - rate * 2 * 4 for rate in ((1 - 1 / 4) / 2, (1 + 1 / 4) / 2)]
keys["exr-steep"] = [2 / 10]
sizes = [len(part) for part in np.array_split(np.arange(1797), np.arange(32, 1797, 32))]
keys["exr-steps"] = [len(sizes), sizes[-1]]
keys["exr-noise"] = [(12 / spread) ** 2 for spread in (1.5, 0.15)]

v = 0.0
for _ in range(10):
    v = 0.9 * v + 1
keys["exr-limit"] = [v]
gradient = 10
keys["exr-nocorrection"] = [0.1 * ((1 - 0.9) * gradient) / np.sqrt((1 - 0.999) * gradient**2)]

hidden = np.maximum(0, np.array([[1, 1], [0, 1]]) @ np.ones((2, 2)) + [0, -1])
keys["exr-xor-hand"] = flat(hidden @ [-1, 2] + 1)
keys["exr-xor-linear"] = [(np.zeros(2) @ np.ones((2, 2)) + [0, -1]) @ [1, -2]]
keys["exr-xor-guess"] = [-np.log(sigmoid(0))]

# The counts are the page's: class 0 has 473 samples that are called so, and 24 that aren't.
keys["exr-constant"] = [(473 + 24) / 1000]
keys["exr-f1"] = [2 / (1 / 1 + 1 / 0.5), (1 + 0.5) / 2]
keys["exr-gradient"] = [sigmoid(np.log(p / (1 - p))) - 1 for p in (0.9, 0.1)]
ill, alarmed = np.array([1 / 200, 199 / 200]), np.array([0.9, 0.05])
keys["exr-rare"] = [(ill * alarmed)[0] / (ill @ alarmed)]

keys["exr-multi-loss"] = [-np.log([0.9, 0.01]).mean(), -np.log(0.1)]
keys["exr-multi-shift"] = [softmax(np.array([2, 1, 0]) + 5)[0]]

keys["exr-deep-twenty"] = [np.prod([factor] * 20) for factor in (0.9, 1.1)]
keys["exr-deep-he"] = [np.sqrt(2 / 512)]
keys["exr-deep-residual"] = [np.prod([1 - 0.2] * 10), np.prod([0.2] * 10)]
keys["exr-deep-diagnose"] = [np.exp((np.log(0.0000068) - np.log(0.21)) / 7)]
tosses = np.array([bin(n).count("1") for n in range(2**10)])
keys["exr-compare"] = [np.mean((tosses >= 8) | (tosses <= 2))]
w = 2.0
for _ in range(100):
    w -= 0.1 * 0.05 * w
keys["exr-l2"] = [w]

keys["exr-conv-hand"] = flat(slide([2, 0, 1, 3], [1, 2]))
size = 32
for _ in range(2):
    size = (size - 5 + 1) // 2
keys["exr-conv-size"] = [size, size * size * 16]
keys["exr-conv-params"] = [np.zeros((64, 3, 3, 3)).size + np.zeros(64).size]
field, jump = 1, 1
for kernel, stride in ((5, 1), (2, 2), (5, 1), (2, 2)):
    field, jump = field + (kernel - 1) * jump, jump * stride
keys["exr-conv-field"] = [field]

image, back = np.array([[3.0, 1, 0, 2], [2, 5, 4, 1]]), np.zeros((2, 4))
for block, delta in enumerate((0.5, -1)):
    inside = image[:, 2 * block:2 * block + 2]
    row, column = np.unravel_index(inside.argmax(), inside.shape)
    back[row, 2 * block + column] = delta
keys["exr-pool-back"] = flat([image[:, :2].max(), image[:, 2:].max()], back)

h, states = 0.0, []
for x in (1, 2, 3, 0):
    h = np.tanh(0.5 * x + 0.1 * h)
    states.append(h)
keys["exr-fourth-step"] = [states[3]]
third = (states[2] - 1.5) * (1 - states[2] ** 2)
second = third * 0.1 * (1 - states[1] ** 2)
keys["exr-last-only"] = [second, third * states[1] + second * states[0]]
keys["exr-shared"] = [third * states[1]]
keys["exr-parameters"] = [count * sum(np.zeros(shape).size for shape in ((4, 10), (4, 4), (4,))) for count in (4, 1)]
gate = 0.5 ** (1 / 20)
keys["exr-keep"] = [gate, np.log(gate / (1 - gate))]

keys["exr-two-scores"] = [*softmax([0, np.log(3)]), softmax([100, 100 + np.log(3)])[1]]
x = np.array([[1.0, 0], [0, 2], [1, 1]])
scores = x @ (x @ [[1, 1], [0, 1]]).T / np.sqrt(2)
weights = np.array([softmax(row) for row in scores])
powers = np.exp(scores[1] - scores[1].max())
keys["exr-second-row"] = flat(scores[1], powers[0], powers.sum(), weights[1])
keys["exr-mask-count"] = [np.tril(np.ones((5, 5))).sum()]
keys["exr-value-gradient"] = [weights[:, 0] @ (weights @ x - x)[:, 0]]

f = np.tanh(np.array([0.3, -0.2]))
keys["exr-find-bug"] = [((1 - f**2) / (1 - f) - f)[0]]

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({name: [float(v) for v in values] for name, values in keys.items()}, indent=1) + "\n")
