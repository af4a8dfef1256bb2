"""Recurrent layers from given first states, in both directions, one step at a time, and with the GRU's other update gate.

Writes recurrence.json beside this file, which RecurrenceReferenceTests reads. Outputs and gradients are those of PyTorch's
nn.RNN, nn.LSTM, nn.GRU (bidirectional=True for both directions), nn.LSTMCell and nn.GRUCell, by its automatic
differentiation, half the sum of squares as loss. PyTorch has no GRU after Chung et al., 2014, so that one is written out.
Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(33)
cases = []


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def add(name, inputs, parameters, states, forward, **options):
    """`forward` maps the input, the parameters and the first states to what comes out."""
    leaves = [inputs, *parameters, *states]
    for leaf in leaves:
        leaf.requires_grad_(True)
    output = forward(inputs, parameters, states)
    target = torch.randn_like(output)
    loss = 0.5 * ((output - target) ** 2).sum()
    found = torch.autograd.grad(loss, leaves)
    count = len(parameters)
    cases.append(dict(
        name=name, input=numbers(inputs), target=numbers(target), parameters=[numbers(p) for p in parameters],
        states=[numbers(s) for s in states], output=numbers(output), loss=loss.item(), inputGradient=numbers(found[0]),
        gradients=[numbers(g) for g in found[1:1 + count]], stateGradients=[numbers(g) for g in found[1 + count:]], **options))


def drawn(kind, units, features):
    gates = {"rnn": 1, "lstm": 4}.get(kind, 3)
    parameters = [torch.randn(gates * units, features) * 0.6, torch.randn(gates * units, units) * 0.6,
                  torch.randn(gates * units) * 0.3]
    return parameters + ([torch.randn(units) * 0.3] if gates == 3 else [])


def first(kind, units):
    return [torch.randn(units) * 0.5 for _ in range(2 if kind == "lstm" else 1)]


def second_bias(kind, units, parameters):
    """What PyTorch adds to the product with U: only the candidate of a GRU needs it."""
    if len(parameters) == 4:
        return torch.cat([torch.zeros(2 * units), parameters[3]])
    return torch.zeros_like(parameters[2])


modules = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
cells = {"rnn": torch.nn.RNNCell, "lstm": torch.nn.LSTMCell, "gru": torch.nn.GRUCell}


def layer(kind, units, features, full):
    module = modules[kind](features, units)

    def forward(x, p, states):
        values = {"weight_ih_l0": p[0], "weight_hh_l0": p[1], "bias_ih_l0": p[2], "bias_hh_l0": second_bias(kind, units, p)}
        start = tuple(s[None] for s in states)
        outputs, _ = torch.func.functional_call(module, values, (x, start if kind == "lstm" else start[0]))
        return outputs if full else outputs[-1]
    return forward


def both(kind, units, features, full):
    module = modules[kind](features, units, bidirectional=True)

    def forward(x, p, states):
        half = len(p) // 2
        values = {}
        for q, end in [(p[:half], ""), (p[half:], "_reverse")]:
            values |= {f"weight_ih_l0{end}": q[0], f"weight_hh_l0{end}": q[1], f"bias_ih_l0{end}": q[2],
                       f"bias_hh_l0{end}": second_bias(kind, units, q)}
        outputs, _ = torch.func.functional_call(module, values, (x,))
        # As Keras does without return_sequences: the last state of each direction.
        return outputs if full else torch.cat([outputs[-1, :units], outputs[0, units:]])
    return forward


def cell(kind, units, features):
    module = cells[kind](features, units)

    def forward(x, p, states):
        values = {"weight_ih": p[0], "weight_hh": p[1], "bias_ih": p[2], "bias_hh": second_bias(kind, units, p)}
        made = torch.func.functional_call(module, values, (x, tuple(states) if kind == "lstm" else states[0]))
        return torch.cat(made) if kind == "lstm" else made
    return forward


def chung(units, after, full):
    def forward(x, p, states):
        w, u, b = p[:3]
        h = states[0] if states else torch.zeros(units)
        outputs = []
        for row in x:
            r = torch.sigmoid(w[:units] @ row + u[:units] @ h + b[:units])
            z = torch.sigmoid(w[units:2 * units] @ row + u[units:2 * units] @ h + b[units:2 * units])
            own, back = w[2 * units:] @ row + b[2 * units:], u[2 * units:]
            n = torch.tanh(own + r * (back @ h + p[3]) if after else own + back @ (r * h))
            h = (1 - z) * h + z * n
            outputs.append(h)
        return torch.stack(outputs) if full else outputs[-1]
    return forward


for steps, features, units in [(1, 1, 1), (4, 2, 3), (3, 3, 2)]:
    for kind in ["rnn", "lstm", "gru"]:
        for full in [False, True]:
            sizes = dict(kind=kind, steps=steps, features=features, units=units, full=full)
            add("started", torch.randn(steps, features), drawn(kind, units, features), first(kind, units),
                layer(kind, units, features, full), **sizes)
            add("both", torch.randn(steps, features), drawn(kind, units, features) + drawn(kind, units, features), [],
                both(kind, units, features, full), **sizes)
        add("step", torch.randn(features), drawn(kind, units, features), first(kind, units), cell(kind, units, features),
            kind=kind, steps=1, features=features, units=units, full=False)
    for after in [False, True]:
        for states in [[], first("gru", units)]:
            parameters = drawn("gru", units, features)
            add("chung", torch.randn(steps, features), parameters if after else parameters[:3], states,
                chung(units, after, True), kind="gru", steps=steps, features=features, units=units, full=True, after=after)
text = ",\n".join(json.dumps(case) for case in cases)
pathlib.Path(__file__).with_name("recurrence.json").write_text(f"[\n{text}\n]\n")
