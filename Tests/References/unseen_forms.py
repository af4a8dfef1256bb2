"""Five worked examples as a lecturer's LaTeX, slides, notebook, Quarto and Markdown, computed here with NumPy.

    python3 unseen_forms.py ../AuditTests/Unseen

Each comes with its audit file, and numbers.tsv holds every number that is printed, with its value in double precision. They were
written, and measured, before any rule of the audit was changed for them.
"""
import json
import sys

import numpy as np

out = sys.argv[1]
rows = []


class Note:
    def __init__(self, file):
        self.file = file

    def f(self, value, digits):
        """A computed number, rounded to its digits, and a line of numbers.tsv."""
        text = f"{value:.{digits}f}"
        rows.append(f"{self.file}\t{text}\t{float(value)!r}")
        return text

    def g(self, text):
        """A given number as it is written."""
        rows.append(f"{self.file}\t{text}\t{float(text)!r}")
        return text

    def save(self, text, lesson, title):
        name = self.file.rsplit(".", 1)[0]
        open(f"{out}/{self.file}", "w").write(text)
        front = f"---\ntitle: {title}\naudits: {self.file}\n---\n\n"
        open(f"{out}/{name}.audit.md", "w").write(front + "```{swift}\n" + lesson + "```\n")


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# 1. Softmax regression, LaTeX.
def softmax_regression():
    n = Note("softmax-regression.tex")
    f, g = n.f, n.g
    W = np.array([[0.4, -0.2], [0.1, 0.7], [-0.5, 0.3]])
    b = np.array([0.1, 0.0, -0.1])
    x, t, rate = np.array([1.5, -0.8]), np.array([0.0, 1.0, 0.0]), 0.5
    z = W @ x + b
    e = np.exp(z)
    p = e / e.sum()
    loss = -np.log(p[1])
    d = p - t
    dW = np.outer(d, x)
    W2, b2 = W - rate * dW, b - rate * d
    z2 = W2 @ x + b2
    p2 = np.exp(z2) / np.exp(z2).sum()
    loss2 = -np.log(p2[1])
    q = [f"{v:.4f}" for v in p]
    text = r"""\documentclass[11pt]{article}
\usepackage{amsmath}
\newcommand{\vect}[1]{\mathbf{#1}}
\begin{document}
\section{Softmax regression by hand}
A model with two features and three classes has
\begin{equation}
W = \begin{pmatrix} %s & %s \\ %s & %s \\ %s & %s \end{pmatrix}, \qquad
\vect{b} = \begin{pmatrix} %s \\ %s \\ %s \end{pmatrix}.
\end{equation}
The example is $\vect{x} = (%s, %s)^\top$, and the right class is the second one.

\subsection{Forward pass}
""" % (*[g(str(v)) for v in W.flatten()], *[g(str(v)) for v in b], *[g(str(v)) for v in x])
    text += r"""\begin{align*}
z_1 &= %s \cdot %s + (%s) \cdot (%s) + %s = %s \\
z_2 &= %s \cdot %s + %s \cdot (%s) + %s = %s \\
z_3 &= %s \cdot %s + %s \cdot (%s) - %s = %s
\end{align*}
""" % (g("0.4"), g("1.5"), g("-0.2"), g("-0.8"), g("0.1"), f(z[0], 2), g("0.1"), g("1.5"), g("0.7"), g("-0.8"), g("0.0"), f(z[1], 2),
       g("-0.5"), g("1.5"), g("0.3"), g("-0.8"), g("0.1"), f(z[2], 2))
    text += r"""The exponentials are $e^{%s} = %s$, $e^{%s} = %s$ and $e^{%s} = %s$; they add up to %s. Hence
\[
p_1 = \frac{%s}{%s} = %s, \quad p_2 = \frac{%s}{%s} = %s, \quad p_3 = \frac{%s}{%s} = %s .
\]
The loss is $L = -\ln p_2 = -\ln %s = %s$.

""" % (f(z[0], 2), f(e[0], 4), f(z[1], 2), f(e[1], 4), f(z[2], 2), f(e[2], 4), f(e.sum(), 4),
       f(e[0], 4), f(e.sum(), 4), f(p[0], 4), f(e[1], 4), f(e.sum(), 4), f(p[1], 4), f(e[2], 4), f(e.sum(), 4), f(p[2], 4),
       f(p[1], 4), f(loss, 4))
    text += r"""\subsection{Gradients}
By the logits the gradient is
\[
\frac{\partial L}{\partial \vect{z}} = \vect{p} - \vect{t} = \begin{pmatrix} %s \\ %s \\ %s \end{pmatrix},
\]
and by the weights it is the outer product with $\vect{x}$:
\[
\frac{\partial L}{\partial W} = \begin{pmatrix} %s & %s \\ %s & %s \\ %s & %s \end{pmatrix}.
\]

""" % (*[f(v, 4) for v in d], *[f(v, 4) for v in dW.flatten()])
    text += r"""\subsection{One step of gradient descent}
With the learning rate $\eta = %s$ the new weights and biases are
\[
W^{new} = \begin{pmatrix} %s & %s \\ %s & %s \\ %s & %s \end{pmatrix}, \qquad
\vect{b}^{new} = \begin{pmatrix} %s \\ %s \\ %s \end{pmatrix}.
\]
For instance $%s - %s \cdot %s = %s$. The right class then has the probability %s, and the loss falls from %s to %s.
\end{document}
""" % (g("0.5"), *[f(v, 4) for v in W2.flatten()], *[f(v, 4) for v in b2], g("0.4"), g("0.5"), f(dW[0, 0], 4), f(W2[0, 0], 4),
       f(p2[1], 4), f(loss, 4), f(loss2, 4))
    n.save(text, """let net = Network(inputs: 2) {
    Dense(3, weights: [[0.4, -0.2], [0.1, 0.7], [-0.5, 0.3]], biases: [0.1, 0, -0.1])
    Softmax()
}
let eta = 0.5
let pass = net.backpropagate([1.5, -0.8], toward: [0, 1, 0], minimizing: .categoricalCrossEntropy)
let logits: [Double] = [1.5 * 0.4 + 0.8 * 0.2 + 0.1, 1.5 * 0.1 - 0.8 * 0.7, -1.5 * 0.5 - 0.8 * 0.3 - 0.1]
let exponentials: [Double] = logits.map { exp($0) }
let sumOfExponentials: Double = exponentials.reduce(0, +)
let after = net.updated(along: pass, by: .gradientDescent(rate: eta))
    .backpropagate([1.5, -0.8], toward: [0, 1, 0], minimizing: .categoricalCrossEntropy)
""", "Softmax regression by hand")


# 2. A 2-3-2 network with tanh, slides.
def tanh_slides():
    n = Note("tanh-slides.tex")
    f, g = n.f, n.g
    W1 = np.array([[0.3, -0.4], [0.5, 0.2], [-0.6, 0.1]])
    b1 = np.array([0.05, -0.1, 0.2])
    W2 = np.array([[0.7, -0.3, 0.4], [-0.2, 0.6, 0.9]])
    b2 = np.array([0.1, -0.15])
    x, t, rate = np.array([0.9, -0.5]), np.array([0.25, -0.75]), 0.2
    z1 = W1 @ x + b1
    h = np.tanh(z1)
    z2 = W2 @ h + b2
    y = np.tanh(z2)
    parts = 0.5 * (y - t) ** 2
    d2 = (y - t) * (1 - y ** 2)
    d1 = (W2.T @ d2) * (1 - h ** 2)
    g2, g1 = np.outer(d2, h), np.outer(d1, x)
    n2, n1 = W2 - rate * g2, W1 - rate * g1
    h_ = np.tanh(n1 @ x + b1 - rate * d1)
    y_ = np.tanh(n2 @ h_ + b2 - rate * d2)
    text = r"""\documentclass{beamer}
\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}
\begin{document}
\begin{frame}{A network with three hidden units}
The input is $x = (%s, %s)$, the targets are $t_1 = %s$ and $t_2 = %s$, all units use $\tanh$.
\begin{itemize}
\item<1-> hidden: $W^{(1)} = \begin{bmatrix} %s & %s \\ %s & %s \\ %s & %s \end{bmatrix}$, $b^{(1)} = \begin{bmatrix} %s \\ %s \\ %s \end{bmatrix}$
\item<2-> output: $W^{(2)} = \begin{bmatrix} %s & %s & %s \\ %s & %s & %s \end{bmatrix}$, $b^{(2)} = \begin{bmatrix} %s \\ %s \end{bmatrix}$
\end{itemize}
\end{frame}

""" % (*[g(str(v)) for v in x], *[g(str(v)) for v in t], *[g(str(v)) for v in W1.flatten()], *[g(str(v)) for v in b1],
       *[g(str(v)) for v in W2.flatten()], *[g(str(v)) for v in b2])
    text += r"""\begin{frame}{Forward}
\begin{align*}
z^{(1)}_1 &= %s \cdot %s + (%s)(%s) + %s = %s & h_1 &= \tanh(%s) = %s \\
z^{(1)}_2 &= %s \cdot %s + %s \cdot (%s) - %s = %s & h_2 &= \tanh(%s) = %s \\
z^{(1)}_3 &= %s \cdot %s + %s \cdot (%s) + %s = %s & h_3 &= \tanh(%s) = %s
\end{align*}
\pause
\begin{align*}
z^{(2)}_1 &= %s \cdot %s - %s \cdot %s + %s \cdot (%s) + %s = %s \\
z^{(2)}_2 &= %s \cdot %s + %s \cdot %s + %s \cdot (%s) - %s = %s
\end{align*}
so the answers are $y_1 = %s$ and $y_2 = %s$.
\end{frame}

""" % (g("0.3"), g("0.9"), g("-0.4"), g("-0.5"), g("0.05"), f(z1[0], 2), f(z1[0], 2), f(h[0], 4),
       g("0.5"), g("0.9"), g("0.2"), g("-0.5"), g("0.1"), f(z1[1], 2), f(z1[1], 2), f(h[1], 4),
       g("-0.6"), g("0.9"), g("0.1"), g("-0.5"), g("0.2"), f(z1[2], 2), f(z1[2], 2), f(h[2], 4),
       g("0.7"), f(h[0], 4), g("0.3"), f(h[1], 4), g("0.4"), f(h[2], 4), g("0.1"), f(z2[0], 4),
       g("-0.2"), f(h[0], 4), g("0.6"), f(h[1], 4), g("0.9"), f(h[2], 4), g("0.15"), f(z2[1], 4), f(y[0], 4), f(y[1], 4))
    text += r"""\begin{frame}{Loss}
\[ E_1 = \tfrac12 (%s - %s)^2 = %s, \qquad E_2 = \tfrac12 (%s + %s)^2 = %s \]
\only<2>{In all $E = %s + %s = %s$.}
\end{frame}

""" % (f(y[0], 4), g("0.25"), f(parts[0], 5), f(y[1], 4), g("0.75"), f(parts[1], 5), f(parts[0], 5), f(parts[1], 5), f(parts.sum(), 5))
    text += r"""\begin{frame}{Backward}
\begin{center}
\begin{tabular}{lrr}
\toprule
unit & activation & $\delta$ \\
\midrule
output 1 & %s & %s \\
output 2 & %s & %s \\
hidden 1 & %s & %s \\
hidden 2 & %s & %s \\
hidden 3 & %s & %s \\
\bottomrule
\end{tabular}
\end{center}
\[ \pd{E}{W^{(2)}} = \begin{bmatrix} %s & %s & %s \\ %s & %s & %s \end{bmatrix} \qquad
\pd{E}{W^{(1)}} = \begin{bmatrix} %s & %s \\ %s & %s \\ %s & %s \end{bmatrix} \]
\end{frame}

""" % (f(y[0], 4), f(d2[0], 5), f(y[1], 4), f(d2[1], 5), *sum([[f(h[i], 4), f(d1[i], 5)] for i in range(3)], []),
       *[f(v, 5) for v in g2.flatten()], *[f(v, 5) for v in g1.flatten()])
    text += r"""\begin{frame}{Update}
With $\eta = %s$ the first output weight becomes $%s - %s \cdot %s = %s$, the first hidden weight $%s$.
After the step the network answers $%s$ and $%s$; the error falls to $%s$.
\end{frame}
\end{document}
""" % (g("0.2"), g("0.7"), g("0.2"), f(g2[0, 0], 5), f(n2[0, 0], 5), f(n1[0, 0], 5), f(y_[0], 4), f(y_[1], 4),
       f((0.5 * (y_ - t) ** 2).sum(), 5))
    n.save(text, """let net = Network(inputs: 2) {
    Dense(3, weights: [[0.3, -0.4], [0.5, 0.2], [-0.6, 0.1]], biases: [0.05, -0.1, 0.2])
    Tanh()
    Dense(2, weights: [[0.7, -0.3, 0.4], [-0.2, 0.6, 0.9]], biases: [0.1, -0.15])
    Tanh()
}
let eta = 0.2
let pass = net.backpropagate([0.9, -0.5], toward: [0.25, -0.75], minimizing: .halfSquaredError)
let updated = net.updated(along: pass, by: .gradientDescent(rate: eta))
let after = updated.backpropagate([0.9, -0.5], toward: [0.25, -0.75], minimizing: .halfSquaredError)
""", "A 2-3-2 network with tanh")


# 3. Two steps of an LSTM cell, notebook.
def lstm():
    n = Note("lstm-two-steps.ipynb")
    f, g = n.f, n.g
    w = {"f": (0.6, 0.3, 0.2), "i": (0.8, -0.4, 0.1), "g": (0.5, 0.7, -0.2), "o": (-0.3, 0.9, 0.4)}
    xs = [1.2, -0.7]
    h, c, steps = 0.25, 0.5, []
    for x in xs:
        a = {k: u * x + v * h + b for k, (u, v, b) in w.items()}
        gate = {k: (np.tanh(v) if k == "g" else sigmoid(v)) for k, v in a.items()}
        c = gate["f"] * c + gate["i"] * gate["g"]
        h = gate["o"] * np.tanh(c)
        steps.append((a, gate, c, h))
    a, q, c1, h1 = steps[0]
    cells = [["md", f"""# An LSTM cell, two steps

The cell has one input and one hidden unit. It starts with $h_0 = {g("0.25")}$ and $c_0 = {g("0.5")}$ and reads $x_1 = {g("1.2")}$ and $x_2 = {g("-0.7")}$.

| gate | $w$ | $u$ | $b$ |
|---|--:|--:|--:|
| forget | {g("0.6")} | {g("0.3")} | {g("0.2")} |
| input | {g("0.8")} | {g("-0.4")} | {g("0.1")} |
| candidate | {g("0.5")} | {g("0.7")} | {g("-0.2")} |
| output | {g("-0.3")} | {g("0.9")} | {g("0.4")} |
"""], ["code", "import numpy as np\nsigmoid = lambda z: 1 / (1 + np.exp(-z))\n"], ["md", f"""## First step

$$
\\begin{{aligned}}
f_1 &= \\sigma({g("0.6")} \\cdot {g("1.2")} + {g("0.3")} \\cdot {g("0.25")} + {g("0.2")}) = \\sigma({f(a["f"], 3)}) = {f(q["f"], 4)} \\\\
i_1 &= \\sigma({g("0.8")} \\cdot {g("1.2")} - {g("0.4")} \\cdot {g("0.25")} + {g("0.1")}) = \\sigma({f(a["i"], 3)}) = {f(q["i"], 4)} \\\\
g_1 &= \\tanh({g("0.5")} \\cdot {g("1.2")} + {g("0.7")} \\cdot {g("0.25")} - {g("0.2")}) = \\tanh({f(a["g"], 3)}) = {f(q["g"], 4)} \\\\
o_1 &= \\sigma({g("-0.3")} \\cdot {g("1.2")} + {g("0.9")} \\cdot {g("0.25")} + {g("0.4")}) = \\sigma({f(a["o"], 3)}) = {f(q["o"], 4)}
\\end{{aligned}}
$$

The cell state becomes $c_1 = {f(q["f"], 4)} \\cdot {g("0.5")} + {f(q["i"], 4)} \\cdot {f(q["g"], 4)} = {f(c1, 4)}$ and the hidden state $h_1 = {f(q["o"], 4)} \\cdot \\tanh({f(c1, 4)}) = {f(h1, 4)}$.
"""]]
    a2, q2, c2, h2 = steps[1]
    lines = "\n".join(
        f"| {i + 1} | " + " | ".join(f(s[1][k], 4) for k in "figo") + f" | {f(s[2], 4)} | {f(s[3], 4)} |" for i, s in enumerate(steps))
    cells += [["md", f"""## Both steps

| $t$ | $f_t$ | $i_t$ | $g_t$ | $o_t$ | $c_t$ | $h_t$ |
|--:|--:|--:|--:|--:|--:|--:|
{lines}

In the second step the forget gate lets {f(100 * q2["f"], 1)} % of the old state through, and $c_2 = {f(q2["f"], 4)} \\cdot {f(c1, 4)} + {f(q2["i"], 4)} \\cdot ({f(q2["g"], 4)}) = {f(c2, 4)}$.
The hidden state is then $h_2 = {f(h2, 4)}$. If the target is {g("0.1")}, the squared error is $({f(h2, 4)} - {g("0.1")})^2 = {f((h2 - 0.1) ** 2, 5)}$.
"""]]
    book = {"cells": [{"cell_type": "markdown" if k == "md" else "code", "metadata": {}, "source": s.splitlines(keepends=True),
                       **({} if k == "md" else {"execution_count": 1, "outputs": []})} for k, s in cells],
            "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    n.save(json.dumps(book, indent=1, ensure_ascii=False) + "\n", """let w = [0.6, 0.8, 0.5, -0.3], u = [0.3, -0.4, 0.7, 0.9], b = [0.2, 0.1, -0.2, 0.4]
let x = [1.2, -0.7], h0 = 0.25, c0 = 0.5, target = 0.1
func sigma(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
func run() -> [[Double]] {
    var (h, c) = (h0, c0)
    return x.map { x in
        let a = (0..<4).map { w[$0] * x + u[$0] * h + b[$0] }
        let gates = [sigma(a[0]), sigma(a[1]), tanh(a[2]), sigma(a[3])]
        c = gates[0] * c + gates[1] * gates[2]
        h = gates[3] * tanh(c)
        return gates + [c, h] + a
    }
}
let steps = run()
let f = steps.map { $0[0] }, i = steps.map { $0[1] }, g = steps.map { $0[2] }, o = steps.map { $0[3] }
let c = steps.map { $0[4] }, h = steps.map { $0[5] }
let sums = steps.map { Array($0[6...]) }
let squaredError = (h[1] - target) * (h[1] - target)
""", "An LSTM cell, two steps")


# 4. Momentum and Adam on two parameters, Quarto.
def optimizers():
    n = Note("momentum-and-adam.qmd")
    f, g = n.f, n.g

    def slope(v):
        return np.array([3 * v[0] - v[1], 2 * v[1] - v[0]])

    def cost(v):
        return 1.5 * v[0] ** 2 + v[1] ** 2 - v[0] * v[1]

    v, u, momentum = np.array([2.0, -1.5]), np.zeros(2), []
    for _ in range(4):
        s = slope(v)
        u = 0.7 * u + s
        v = v - 0.1 * u
        momentum.append((s, u, v, cost(v)))
    v, m, r, adam = np.array([2.0, -1.5]), np.zeros(2), np.zeros(2), []
    for t in range(1, 4):
        s = slope(v)
        m, r = 0.8 * m + 0.2 * s, 0.95 * r + 0.05 * s * s
        mh, rh = m / (1 - 0.8 ** t), r / (1 - 0.95 ** t)
        v = v - 0.3 * mh / (np.sqrt(rh) + 1e-8)
        adam.append((s, m, r, mh, rh, v, cost(v)))
    table = "\n".join(f"| {k + 1} | {f(s[0], 4)} | {f(s[1], 4)} | {f(u[0], 4)} | {f(u[1], 4)} | {f(v[0], 4)} | {f(v[1], 4)} | {f(c, 4)} |"
                      for k, (s, u, v, c) in enumerate(momentum))
    s, m, r, mh, rh, v, c = adam[0]
    s2, m2, r2, mh2, rh2, v2, c2 = adam[1]
    rest = "\n".join(f"| {k + 1} | {f(a[5][0], 4)} | {f(a[5][1], 4)} | {f(a[6], 4)} |" for k, a in enumerate(adam))
    text = f"""---
title: "Momentum and Adam"
format: html
---

# Momentum and Adam on two parameters

We minimise $f(w_1, w_2) = 1.5 w_1^2 + w_2^2 - w_1 w_2$ from $(2, -1.5)$, where the cost is {f(cost(np.array([2.0, -1.5])), 2)}.
The slopes are $g_1 = 3 w_1 - w_2$ and $g_2 = 2 w_2 - w_1$.

## Momentum {{#sec-momentum}}

The momentum is {g("0.7")}, the learning rate {g("0.1")}: $u \\leftarrow 0.7 u + g$, $w \\leftarrow w - 0.1 u$.

| step | $g_1$ | $g_2$ | $u_1$ | $u_2$ | $w_1$ | $w_2$ | cost |
|--:|--:|--:|--:|--:|--:|--:|--:|
{table}

In the first step $w_1 = 2 - 0.1 \\cdot {f(momentum[0][1][0], 1)} = {f(momentum[0][2][0], 2)}$; in the second $u_1 = 0.7 \\cdot {f(momentum[0][1][0], 1)} + {f(momentum[1][0][0], 2)} = {f(momentum[1][1][0], 1)}$ and $w_1 = {f(momentum[0][2][0], 2)} - 0.1 \\cdot {f(momentum[1][1][0], 1)} = {f(momentum[1][2][0], 2)}$.

## Adam {{#sec-adam}}

With $\\beta_1 = {g("0.8")}$, $\\beta_2 = {g("0.95")}$ and $\\alpha = {g("0.3")}$ the first parameter goes like this.

Step 1: $g = {f(s[0], 1)}$, $m = 0.2 \\cdot {f(s[0], 1)} = {f(m[0], 2)}$, $v = 0.05 \\cdot {f(s[0], 1)}^2 = {f(r[0], 4)}$. Corrected, $\\hat m = {f(m[0], 2)} / (1 - 0.8) = {f(mh[0], 1)}$ and $\\hat v = {f(r[0], 4)} / (1 - 0.95) = {f(rh[0], 2)}$, so $w_1 = 2 - 0.3 \\cdot {f(mh[0], 1)} / \\sqrt{{{f(rh[0], 2)}}} = {f(v[0], 1)}$.

Step 2: $g = {f(s2[0], 4)}$, $m = 0.8 \\cdot {f(m[0], 2)} + 0.2 \\cdot {f(s2[0], 4)} = {f(m2[0], 4)}$, $v = 0.95 \\cdot {f(r[0], 4)} + 0.05 \\cdot {f(s2[0], 4)}^2 = {f(r2[0], 4)}$. Corrected, $\\hat m = {f(m2[0], 4)} / (1 - 0.8^2) = {f(mh2[0], 4)}$ and $\\hat v = {f(r2[0], 4)} / (1 - 0.95^2) = {f(rh2[0], 4)}$, so $w_1 = {f(v[0], 1)} - 0.3 \\cdot {f(mh2[0], 4)} / \\sqrt{{{f(rh2[0], 4)}}} = {f(v2[0], 4)}$.

| step | $w_1$ | $w_2$ | cost |
|--:|--:|--:|--:|
{rest}

After three steps Adam has the cost {f(adam[2][6], 4)}, momentum after four the cost {f(momentum[3][3], 4)}.
"""
    n.save(text, """func slope(_ w: [Double]) -> [Double] { [3 * w[0] - w[1], 2 * w[1] - w[0]] }
func costAt(_ w: [Double]) -> Double { 1.5 * w[0] * w[0] + w[1] * w[1] - w[0] * w[1] }
let start = [2.0, -1.5], costAtStart = costAt(start), alpha = 0.3, beta1 = 0.8, beta2 = 0.95, learningRate = 0.1, momentumFactor = 0.7
func momentumSteps() -> [[[Double]]] {
    var (w, u) = (start, [0.0, 0.0])
    return (1...4).map { _ in
        let g = slope(w)
        u = zip(u, g).map { momentumFactor * $0 + $1 }
        w = zip(w, u).map { $0 - learningRate * $1 }
        return [g, u, w, [costAt(w)]]
    }
}
func adamSteps() -> [[[Double]]] {
    var (w, m, v) = (start, [0.0, 0.0], [0.0, 0.0])
    return (1...3).map { t in
        let g = slope(w)
        m = zip(m, g).map { beta1 * $0 + (1 - beta1) * $1 }
        v = zip(v, g).map { beta2 * $0 + (1 - beta2) * $1 * $1 }
        let mHat = m.map { $0 / (1 - pow(beta1, Double(t))) }, vHat = v.map { $0 / (1 - pow(beta2, Double(t))) }
        w = (0..<2).map { w[$0] - alpha * mHat[$0] / (vHat[$0].squareRoot() + 1e-8) }
        return [g, m, v, mHat, vHat, w, [costAt(w)]]
    }
}
let first = momentumSteps(), second = adamSteps()
let momentum = [
    "g1": first.map { $0[0][0] }, "g2": first.map { $0[0][1] }, "u1": first.map { $0[1][0] }, "u2": first.map { $0[1][1] },
    "w1": first.map { $0[2][0] }, "w2": first.map { $0[2][1] }, "cost": first.map { $0[3][0] },
]
let adam = [
    "g": second.map { $0[0][0] }, "m": second.map { $0[1][0] }, "v": second.map { $0[2][0] }, "mHat": second.map { $0[3][0] },
    "vHat": second.map { $0[4][0] }, "w1": second.map { $0[5][0] }, "w2": second.map { $0[5][1] }, "cost": second.map { $0[6][0] },
]
""", "Momentum and Adam")


# 5. Convolution and pooling, Markdown.
def convolution():
    n = Note("conv-pool-classifier.md")
    f, g = n.f, n.g
    X = np.array([[0.2, 0.9, 0.4, 0.1], [0.7, 0.3, 0.8, 0.5], [0.6, 0.1, 0.2, 0.9], [0.4, 0.5, 0.3, 0.7]])
    K = np.array([[0.5, -0.3], [0.2, 0.4]])
    C = np.array([[(X[i:i + 2, j:j + 2] * K).sum() - 0.1 for j in range(3)] for i in range(3)])
    R = np.maximum(C, 0)
    P = np.array([[R[i:i + 2, j:j + 2].max() for j in range(2)] for i in range(2)])
    w, b = np.array([0.6, -0.5, 0.8, -0.4]), 0.05
    z = w @ P.flatten() + b
    y = sigmoid(z)
    loss = -np.log(y)
    d = y - 1
    dP = d * w
    dR = np.zeros((3, 3))
    for i in range(2):
        for j in range(2):
            k = np.unravel_index(R[i:i + 2, j:j + 2].argmax(), (2, 2))
            dR[i + k[0], j + k[1]] += dP[2 * i + j]
    dC = dR * (C > 0)
    dK = np.array([[(dC * X[i:i + 3, j:j + 3]).sum() for j in range(2)] for i in range(2)])

    def matrix(M, digits=None):
        return " \\\\ ".join(" & ".join(g(str(v)) if digits is None else f(v, digits) for v in row) for row in M)

    text = f"""# A small convolutional classifier

The image and the kernel are

$$
X = \\begin{{bmatrix}} {matrix(X)} \\end{{bmatrix}}, \\qquad K = \\begin{{bmatrix}} {matrix(K)} \\end{{bmatrix}},
$$

the bias of the kernel is {g("-0.1")}. The kernel slides with stride 1 and no padding.

## Forward

The entry at the upper left is $C_{{11}} = {g("0.5")} \\cdot {g("0.2")} - {g("0.3")} \\cdot {g("0.9")} + {g("0.2")} \\cdot {g("0.7")} + {g("0.4")} \\cdot {g("0.3")} - {g("0.1")} = {f(C[0, 0], 2)}$. All entries:

$$
C = \\begin{{bmatrix}} {matrix(C, 2)} \\end{{bmatrix}}
$$

ReLU sets the negative ones to zero, and max pooling with a 2×2 window and stride 1 leaves

$$
P = \\begin{{bmatrix}} {matrix(P, 2)} \\end{{bmatrix}}.
$$

Flattened, $p = ({", ".join(f(v, 2) for v in P.flatten())})$. The output unit has the weights $w = ({", ".join(g(str(v)) for v in w)})$ and the bias $b = {g("0.05")}$:

$$
z = {g("0.6")} \\cdot {f(P[0, 0], 2)} - {g("0.5")} \\cdot {f(P[0, 1], 2)} + {g("0.8")} \\cdot {f(P[1, 0], 2)} - {g("0.4")} \\cdot {f(P[1, 1], 2)} + {g("0.05")} = {f(z, 3)}
$$

The probability is $\\hat{{y}} = \\frac{{1}}{{1 + e^{{-{f(z, 3)}}}}} = {f(y, 4)}$, and with the label 1 the loss is $-\\ln {f(y, 4)} = {f(loss, 4)}$.

## Backward

| quantity | value |
|---|--:|
| gradient of the logit | {f(d, 4)} |
| gradient of the bias | {f(d, 4)} |

The gradient of the weights is $\\frac{{\\partial L}}{{\\partial w}} = ({", ".join(f(v, 4) for v in d * P.flatten())})$, that of the pooled values

$$
\\frac{{\\partial L}}{{\\partial P}} = \\begin{{bmatrix}} {matrix(dP.reshape(2, 2), 4)} \\end{{bmatrix}},
$$

and by the kernel

$$
\\frac{{\\partial L}}{{\\partial K}} = \\begin{{bmatrix}} {matrix(dK, 4)} \\end{{bmatrix}}.
$$

With the rate {g("0.5")} the first weight of the kernel goes from {g("0.5")} to {f(0.5 - 0.5 * dK[0, 0], 4)}.
"""
    n.save(text, """let X = [[0.2, 0.9, 0.4, 0.1], [0.7, 0.3, 0.8, 0.5], [0.6, 0.1, 0.2, 0.9], [0.4, 0.5, 0.3, 0.7]]
let K = [[0.5, -0.3], [0.2, 0.4]], biasOfKernel = -0.1
func entry(_ i: Int, _ j: Int) -> Double {
    let upper = K[0][0] * X[i][j] + K[0][1] * X[i][j + 1]
    return upper + K[1][0] * X[i + 1][j] + K[1][1] * X[i + 1][j + 1] + biasOfKernel
}
let C = (0..<3).map { i in (0..<3).map { j in entry(i, j) } }
let R = C.map { row in row.map { max(0, $0) } }
func largest(_ i: Int, _ j: Int) -> Double { [R[i][j], R[i][j + 1], R[i + 1][j], R[i + 1][j + 1]].max() ?? 0 }
let P = (0..<2).map { i in (0..<2).map { j in largest(i, j) } }
let p = P[0] + P[1], w = [0.6, -0.5, 0.8, -0.4], b = 0.05, rate = 0.5
let z: Double = zip(w, p).map { $0 * $1 }.reduce(b, +)
let yHat: Double = 1 / (1 + exp(-z))
let loss: Double = -log(yHat)
let gradientOfLogit = yHat - 1, gradientOfBias = yHat - 1
let dw = p.map { $0 * gradientOfLogit }
let dP = [[w[0], w[1]], [w[2], w[3]]].map { row in row.map { $0 * gradientOfLogit } }
func dC(_ i: Int, _ j: Int) -> Double {
    var sum = 0.0
    for a in 0..<2 {
        for c in 0..<2 where (a...a + 1).contains(i) && (c...c + 1).contains(j) && R[i][j] == P[a][c] && R[i][j] > 0 { sum += dP[a][c] }
    }
    return sum
}
let dK = (0..<2).map { k in
    (0..<2).map { l -> Double in (0..<9).map { n -> Double in dC(n / 3, n % 3) * X[n / 3 + k][n % 3 + l] }.reduce(0, +) }
}
let firstWeightOfKernelAfter = K[0][0] - rate * dK[0][0]
""", "A small convolutional classifier")


for make in [softmax_regression, tanh_slides, lstm, optimizers, convolution]:
    make()
open(f"{out}/numbers.tsv", "w").write("# file\tprinted\tvalue; from Tests/References/unseen_forms.py\n" + "\n".join(rows) + "\n")
