"""Losses where a formula would divide 0 by 0, multiply 0 by infinity or take the logarithm of 0.

Writes corners.json beside this file, which LossCornerTests reads. `value` and `slope` are PyTorch's, by its automatic
differentiation; for Dice, which PyTorch doesn't have, those of Keras' formula (1e-7 below) written in PyTorch; those of the focal
loss at a certain answer are the numbers that PyTorch's formula comes to from below. `infinite` slopes are left out.
Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import math
import pathlib
import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
cases = []


def add(name, output, target, loss, at=None):
    """`at`: where PyTorch is asked instead, when the corner itself is only the limit of its formula."""
    o = torch.tensor(at or output, dtype=torch.float64, requires_grad=True)
    t = torch.tensor(target, dtype=torch.float64)
    value = loss(o, t)
    value.backward()
    assert math.isfinite(value.item()), name
    cases.append(dict(
        name=name, output=[str(x) for x in output], target=target, value=value.item(),
        slope=[x if math.isfinite(x) else None for x in o.grad.tolist()], limit=at is not None))


def cosine(o, t):
    return 1 - functional.cosine_similarity(o, t, dim=0)


def dice(smoothing=0.0, epsilon=1e-7):
    return lambda o, t: 1 - (2 * (t * o).sum() + smoothing) / (t.sum() + o.sum() + smoothing + (epsilon if smoothing == 0 else 0))


def focal(gamma):
    def loss(o, t):
        yes = torch.where(t == 1, -(1 - o) ** gamma * torch.log(o), torch.zeros_like(o))
        no = torch.where(t == 0, -o ** gamma * torch.log(1 - o), torch.zeros_like(o))
        return (yes + no).mean()
    return loss


add("cosineDistance", [0.0, 0.0], [3.0, 4.0], cosine)
add("cosineDistance", [1.0, -2.0, 0.5], [0.0, 0.0, 0.0], cosine)
add("cosineDistance", [0.0, 0.0], [0.0, 0.0], cosine)
add("cosineDistance", [0.5, -0.5], [1.0, 1.0], cosine)
add("dice", [0.0, 0.0, 0.0], [0.0, 0.0, 0.0], dice())
add("dice", [0.25, 0.0, 0.5], [0.0, 0.0, 0.0], dice())
add("dice smoothed", [0.0, 0.0], [0.0, 0.0], dice(1.0))
add("binaryCrossEntropy", [0.25, 0.5], [0.25, 0.5], functional.binary_cross_entropy)
add("poisson", [0.0, 0.0], [0.0, 2.0],
    lambda o, t: functional.poisson_nll_loss(o, t, log_input=False, eps=1e-8))
add("gaussianLikelihood", [1.5, -800.0], [1.5],
    lambda o, t: 0.5 * (o[1] + ((t - o[0]) ** 2).sum()))
add("negativeLogLikelihood", [-math.inf, math.log(0.25), math.log(0.75)], [0.0, 0.0, 1.0],
    lambda o, t: functional.nll_loss(o[None], torch.tensor([2])))
add("categoricalCrossEntropyFromLogits", [-math.inf, 0.5, -1.0], [0.0, 0.0, 1.0],
    lambda o, t: functional.cross_entropy(o[None], torch.tensor([2])))
for gamma in [0.5, 1.0, 2.0]:
    add(f"binaryFocal {gamma}", [1.0, 0.0], [1.0, 0.0], focal(gamma), at=[1 - 1e-15, 1e-15])
pathlib.Path(__file__).with_name("corners.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
