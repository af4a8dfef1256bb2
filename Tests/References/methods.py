"""Five steps of further optimisers along given gradients: writes methods.json for UpdateMethodTests.

By PyTorch (1.13 or later, double precision) where it has the method, by the published formula where it has not.
"""
import json
import pathlib
import numpy as np
import torch

torch.set_default_dtype(torch.float64)
START = [5.0, -0.3, 0.02]
GRADIENTS = [[10.0, -0.1, 0.0], [9.0, 0.3, -2.0], [-4.0, 0.2, 1e-3], [0.5, -0.7, 0.4], [3.0, 0.0, -0.1]]
found = {}


def by_torch(name, make):
    parameter = torch.tensor(START, requires_grad=True)
    optimizer = make([parameter])
    path = []
    for gradient in GRADIENTS:
        parameter.grad = torch.tensor(gradient)
        optimizer.step()
        path.append(parameter.detach().tolist())
    found[name] = path


def by_formula(name, step):
    w, state, path = np.array(START), {}, []
    for t, gradient in enumerate(GRADIENTS, 1):
        w = step(w, np.array(gradient), state, t)
        path.append(w.tolist())
    found[name] = path


def averaged(w, g, s, t):
    s["v"] = 0.9 * s.get("v", 0) + 0.1 * g
    return w - 0.1 * s["v"]


def nesterov(w, g, s, t):
    """Keras' SGD(nesterov=True) and CS231n: x += -mu * v_prev + (1 + mu) * v."""
    before = s.get("v", 0)
    s["v"] = 0.9 * before - 0.1 * g
    return w - 0.9 * before + 1.9 * s["v"]


def lion(w, g, s, t):
    m = s.get("m", np.zeros(3))
    s["m"] = 0.99 * m + 0.01 * g
    return w * (1 - 0.01 * 0.1) - 0.01 * np.sign(0.9 * m + 0.1 * g)


def nadam(w, g, s, t):
    """T. Dozat, 2016, and PyTorch since 2.0; version 1.13 multiplies by mu once too often in the product of the next step."""
    mu, following = (0.9 * (1 - 0.5 * 0.96 ** (k * 0.004)) for k in (t, t + 1))
    s["m"], s["v"] = 0.9 * s.get("m", 0) + 0.1 * g, 0.999 * s.get("v", 0) + 0.001 * g * g
    s["p"] = s.get("p", 1) * mu
    above = following * s["m"] / (1 - s["p"] * following) + (1 - mu) * g / (1 - s["p"])
    return w - 0.1 * above / (np.sqrt(s["v"] / (1 - 0.999**t)) + 1e-8)


def look_ahead(w, g, s, t):
    s["v"] = 0.9 * s.get("v", 0) - 0.1 * g
    return w + s["v"]


by_torch("adaDelta", lambda p: torch.optim.Adadelta(p))
by_torch("adaMax", lambda p: torch.optim.Adamax(p, lr=0.1))
by_torch("amsGrad", lambda p: torch.optim.Adam(p, lr=0.1, amsgrad=True))
by_formula("nadam", nadam)
by_torch("adaGrad", lambda p: torch.optim.Adagrad(p, lr=0.1, initial_accumulator_value=0.1, eps=1e-8))
by_torch("pytorch nesterov", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True))
by_formula("averagedMomentum", averaged)
by_formula("nesterov", nesterov)
by_formula("lookAhead", look_ahead)
by_formula("lion", lion)
by_formula("signDescent", lambda w, g, s, t: w - 0.1 * np.sign(g))
pathlib.Path(__file__).with_name("methods.json").write_text(
    "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in found.items()) + "\n}\n")
