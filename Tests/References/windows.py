"""Convolutions and pools with uneven padding and with dilation, by PyTorch: `F.pad` before the window, `dilation` of the pools.

A mean under a dilated window is a convolution with ones, divided by how many places of the sample lie under it. Writes
windows.json beside this file, which WindowReferenceTests reads. Loss: half the sum of squares. Samples are written channels last,
weights in Lectern's order. Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.manual_seed(46)
cases = []


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def add(kind, shape, kernel, stride, dilation, before, after, filters=1, bias=True):
    """`before` and `after` say for each axis how many places stand round a sample."""
    axes = len(kernel)
    x = torch.randn(*shape, requires_grad=True)
    # PyTorch's last axis comes first in `pad`.
    pads = [n for axis in reversed(range(axes)) for n in (before[axis], after[axis])]
    first, parameters = x.movedim(-1, 0)[None], []
    if kind == "conv":
        w = torch.randn(filters, *kernel, shape[-1], requires_grad=True)
        b = torch.randn(filters, requires_grad=True) if bias else None
        conv = functional.conv1d if axes == 1 else functional.conv2d
        y = conv(functional.pad(first, pads), w.movedim(-1, 1), b, stride=stride, dilation=dilation)
        parameters = [w] + ([b] if bias else [])
    elif kind == "max":
        pool = functional.max_pool1d if axes == 1 else functional.max_pool2d
        y = pool(functional.pad(first, pads, value=float("-inf")), kernel, stride, dilation=dilation)
    else:
        conv = functional.conv1d if axes == 1 else functional.conv2d
        ones = torch.ones(shape[-1], 1, *kernel)

        def sums(z):
            return conv(functional.pad(z, pads), ones, stride=stride, dilation=dilation, groups=shape[-1])

        y = sums(first) / sums(torch.ones_like(first))
    y = y[0].movedim(0, -1)
    target = torch.randn_like(y)
    loss = 0.5 * ((y - target) ** 2).sum()
    slopes = torch.autograd.grad(loss, [x] + parameters)
    cases.append(dict(
        kind=kind, shape=list(shape), kernel=list(kernel), stride=list(stride), dilation=list(dilation), before=list(before),
        after=list(after), filters=filters, input=numbers(x), parameters=[numbers(p) for p in parameters],
        outputShape=list(y.shape), output=numbers(y), target=numbers(target), inputGradient=numbers(slopes[0]),
        gradients=[numbers(g) for g in slopes[1:]]))


# Uneven padding of convolutions: causal, before alone, after alone, more than the kernel is wide.
add("conv", (5, 2), (3,), (1,), (1,), (2,), (0,), filters=2)
add("conv", (6, 1), (2,), (2,), (3,), (3,), (0,))
add("conv", (4, 2), (3,), (2,), (1,), (0,), (2,), bias=False)
add("conv", (3, 1), (2,), (1,), (1,), (1,), (4,), filters=3)
add("conv", (4, 3, 2), (2, 3), (1, 1), (1, 1), (1, 0), (0, 2), filters=2)
add("conv", (5, 4, 1), (3, 2), (2, 1), (1, 2), (0, 3), (1, 0))
# Pools: dilation, and uneven padding with and without it.
for kind in ["max", "average"]:
    add(kind, (7, 2), (2,), (1,), (3,), (0,), (0,))
    add(kind, (8, 1), (3,), (2,), (2,), (1,), (0,))
    add(kind, (5, 2), (2,), (2,), (1,), (0,), (1,))
    add(kind, (5, 5, 1), (2, 2), (1, 1), (2, 3), (0, 0), (0, 0))
    add(kind, (5, 6, 2), (3, 2), (2, 1), (1, 2), (0, 1), (1, 0))
    add(kind, (4, 4, 1), (2, 3), (2, 2), (1, 1), (0, 0), (1, 1))

text = ",\n".join(json.dumps(case) for case in cases)
pathlib.Path(__file__).with_name("windows.json").write_text(f"[\n{text}\n]\n")
print(len(cases))
