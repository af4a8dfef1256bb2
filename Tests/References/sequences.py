"""Outputs and gradients of recurrent layers and attention by PyTorch's own layers and its automatic differentiation.

Writes sequences.json beside this file, which SequenceReferenceTests reads. Loss: half the sum of squares.
Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
cases = []


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def add(name, steps, features, parameters, forward, **options):
    """`forward` maps an input (steps, features) and the parameters in our order to the output."""
    x = torch.randn(steps, features, requires_grad=True)
    for parameter in parameters:
        parameter.requires_grad_(True)
    output = forward(x, *parameters)
    target = torch.randn_like(output)
    loss = 0.5 * ((output - target) ** 2).sum()
    gradients = torch.autograd.grad(loss, [x, *parameters], allow_unused=True)
    cases.append(dict(
        name=name, steps=steps, features=features, input=numbers(x), target=numbers(target),
        parameters=[numbers(p) for p in parameters], output=numbers(output), loss=loss.item(),
        inputGradient=numbers(gradients[0]),
        gradients=[numbers(torch.zeros_like(p) if g is None else g) for p, g in zip(parameters, gradients[1:])],
        **options))


def drawn(gates, units, features):
    return [torch.randn(gates * units, features) * 0.6, torch.randn(gates * units, units) * 0.6, torch.randn(gates * units) * 0.3]


def ended(outputs, full):
    return outputs if full else outputs[-1]


def recurrent(module, units, features, parameters, x, full):
    """One of PyTorch's recurrent layers with our parameters; all of our bias is its first one."""
    w, u, b = parameters
    values = {"weight_ih_l0": w, "weight_hh_l0": u, "bias_ih_l0": b, "bias_hh_l0": torch.zeros_like(b)}
    outputs, _ = torch.func.functional_call(module, values, (x,))
    return ended(outputs, full)


def gru(module, units, x, w, u, b, c, full):
    second = torch.cat([torch.zeros(2 * units), c])
    values = {"weight_ih_l0": w, "weight_hh_l0": u, "bias_ih_l0": b, "bias_hh_l0": second}
    outputs, _ = torch.func.functional_call(module, values, (x,))
    return ended(outputs, full)


def gru_before(units, x, w, u, b, full):
    """Cho et al.: the reset before the product. PyTorch has no layer for it, so it is written out."""
    h, outputs = torch.zeros(units), []
    for row in x:
        r = torch.sigmoid(w[:units] @ row + u[:units] @ h + b[:units])
        z = torch.sigmoid(w[units:2 * units] @ row + u[units:2 * units] @ h + b[units:2 * units])
        n = torch.tanh(w[2 * units:] @ row + u[2 * units:] @ (r * h) + b[2 * units:])
        h = (1 - z) * n + z * h
        outputs.append(h)
    return ended(torch.stack(outputs), full)


def truncated(x, w, u, b, length, full):
    """A tanh layer whose state is detached between pieces of `length` steps, counted from the end."""
    h, outputs = torch.zeros(u.shape[0]), []
    for t, row in enumerate(x):
        if t > 0 and (len(x) - t) % length == 0:
            h = h.detach()
        h = torch.tanh(w @ row + u @ h + b)
        outputs.append(h)
    return ended(torch.stack(outputs), full)


def attention(x, parameters, heads, causal, scaled=True):
    def split(rows):
        return rows.reshape(len(rows), heads, -1).transpose(0, 1)
    wq, wk, wv = parameters[:3]
    q, k, v = split(x @ wq), split(x @ wk), split(x @ wv)
    out = functional.scaled_dot_product_attention(q, k, v, is_causal=causal, scale=None if scaled else 1.0)
    out = out.transpose(0, 1).reshape(len(x), -1)
    return out @ parameters[3] if len(parameters) > 3 else out


torch.manual_seed(20)
for steps, features, units in [(1, 1, 1), (5, 3, 2), (4, 2, 3)]:
    for full in [False, True]:
        sizes = dict(units=units, full=full)
        for activation in ["tanh", "relu"]:
            module = torch.nn.RNN(features, units, nonlinearity=activation)
            add(f"rnn-{activation}", steps, features, drawn(1, units, features),
                lambda x, *p, m=module: recurrent(m, units, features, p, x, full), **sizes)
        add("lstm", steps, features, drawn(4, units, features),
            lambda x, *p, m=torch.nn.LSTM(features, units): recurrent(m, units, features, p, x, full), **sizes)
        add("gru-after", steps, features, drawn(3, units, features) + [torch.randn(units) * 0.3],
            lambda x, *p, m=torch.nn.GRU(features, units): gru(m, units, x, *p, full), **sizes)
        add("gru-before", steps, features, drawn(3, units, features),
            lambda x, *p: gru_before(units, x, *p, full), **sizes)
for length in [1, 2, 3, 7]:
    for full in [False, True]:
        add("rnn-truncated", 5, 2, drawn(1, 2, 2), lambda x, *p: truncated(x, *p, length, full),
            units=2, full=full, truncation=length)
for steps, features, heads, key, value, out in [(1, 1, 1, 1, 1, None), (3, 2, 1, 2, 3, None), (4, 6, 2, 3, 3, 6), (5, 4, 2, 1, 2, 3)]:
    for causal in [False, True]:
        shapes = [(features, heads * key), (features, heads * key), (features, heads * value)]
        shapes += [(heads * value, out)] if out else []
        add("attention", steps, features, [torch.randn(s) * 0.7 for s in shapes],
            lambda x, *p: attention(x, p, heads, causal), heads=heads, causal=causal, columns=[s[1] for s in shapes])
text = ",\n".join(json.dumps(case) for case in cases)
pathlib.Path(__file__).with_name("sequences.json").write_text(f"[\n{text}\n]\n")
