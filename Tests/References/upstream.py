"""Gradients by PyTorch that begin with given upstream gradients instead of a loss: `y.backward(gradient=u)`.

Writes upstream.json beside this file, which UpstreamTests reads. Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import torch
from torch import nn
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.manual_seed(45)


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


# Two dense layers with tanh, softmax behind them: one sample.
x = torch.randn(3, requires_grad=True)
first, second = nn.Linear(3, 4), nn.Linear(4, 3)
y = functional.softmax(second(torch.tanh(first(x))), dim=0)
u = torch.randn(3)
y.backward(gradient=u)
parameters = [first.weight, first.bias, second.weight, second.bias]
dense = dict(
    input=numbers(x), parameters=[numbers(p) for p in parameters], output=numbers(y), upstream=numbers(u),
    inputGradient=numbers(x.grad), gradients=[numbers(p.grad) for p in parameters])

# Batch normalisation in training, with the gradient of everything that comes out given.
x = torch.randn(4, 3, requires_grad=True)
norm = nn.BatchNorm1d(3)
with torch.no_grad():
    norm.weight.copy_(torch.randn(3))
    norm.bias.copy_(torch.randn(3))
y = norm(x)
u = torch.randn(4, 3)
y.backward(gradient=u)
batch = dict(
    inputs=x.tolist(), parameters=[numbers(norm.weight), numbers(norm.bias)], outputs=y.tolist(), upstream=u.tolist(),
    inputGradients=x.grad.tolist(), gradients=[numbers(norm.weight.grad), numbers(norm.bias.grad)])

text = json.dumps(dict(dense=dense, batch=batch), indent=1)
pathlib.Path(__file__).with_name("upstream.json").write_text(text + "\n")
