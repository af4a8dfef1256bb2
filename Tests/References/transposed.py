"""Outputs and gradients of transposed convolutions by PyTorch.

Writes transposed.json beside this file, which TransposedConvolutionTests reads. Loss: half the sum of squares.
Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.manual_seed(44)
cases = []


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def last(tensor):
    """Channels last."""
    return tensor.movedim(0, -1)


# size, channels, filters, kernel, stride, padding, output padding, dilation
for size, channels, filters, kernel, stride, padding, out, dilation in [
    ([1], 1, 1, [1], [1], [0], [0], [1]), ([4], 2, 3, [3], [2], [1], [1], [1]), ([3], 1, 2, [2], [3], [0], [2], [1]),
    ([3], 2, 1, [3], [1], [2], [0], [2]), ([4], 1, 1, [2], [1], [0], [1], [2]), ([5], 2, 2, [4], [3], [2], [0], [2]),
    ([2, 2], 1, 1, [2, 2], [2, 2], [0, 0], [0, 0], [1, 1]), ([2, 3], 2, 3, [3, 2], [2, 1], [1, 0], [1, 0], [1, 1]),
    ([3, 2], 1, 2, [2, 3], [1, 3], [0, 1], [0, 2], [2, 1]), ([3, 3], 2, 2, [3, 3], [2, 2], [1, 1], [1, 1], [1, 1]),
    ([1, 2], 3, 1, [1, 4], [1, 2], [0, 1], [0, 0], [1, 3]),
]:
    for bias in [False, True]:
        x = torch.randn(channels, *size, requires_grad=True)
        w = (torch.randn(channels, filters, *kernel) * 0.7).requires_grad_(True)
        b = torch.randn(filters, requires_grad=True) if bias else None
        function = functional.conv_transpose1d if len(size) == 1 else functional.conv_transpose2d
        y = function(x[None], w, b, tuple(stride), tuple(padding), tuple(out), 1, tuple(dilation))[0]
        target = torch.randn_like(y)
        loss = 0.5 * ((y - target) ** 2).sum()
        slopes = torch.autograd.grad(loss, [x, w] + ([b] if bias else []))

        def ours(weight):
            """One row for each filter, channels last."""
            return numbers(weight.movedim(0, -1))
        cases.append(dict(
            size=size, channels=channels, filters=filters, kernel=kernel, stride=stride, padding=padding, outputPadding=out,
            dilation=dilation, input=numbers(last(x)), weights=ours(w), biases=numbers(b) if bias else None,
            shape=list(last(y).shape), output=numbers(last(y)), target=numbers(last(target)), loss=loss.item(),
            inputGradient=numbers(last(slopes[0])), gradients=[ours(slopes[1])] + ([numbers(slopes[2])] if bias else [])))

text = ",\n".join(json.dumps(case) for case in cases)
pathlib.Path(__file__).with_name("transposed.json").write_text(f"[\n{text}\n]\n")
print(len(cases))
