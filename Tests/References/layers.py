"""Outputs and gradients of convolutions, pooling, normalisation, embedding and residual blocks by PyTorch's own layers.

Writes layers.json beside this file, which LayerReferenceTests reads. Loss: half the sum of squares; for several samples its mean.
Samples are written channels last, weights in Lectern's order: one row for each filter, row by row, channels innermost.
Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.manual_seed(20)
cases = []


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def add(name, shape, parameters, forward, samples=1, input=None, extra=None, **options):
    """`forward` maps a batch (samples, *shape), channels last, and the parameters in our order to outputs, channels last."""
    x = torch.randn(samples, *shape) if input is None else input
    grows = x.is_floating_point()
    x.requires_grad_(grows)
    for parameter in parameters:
        parameter.requires_grad_(True)
    output = forward(x, *parameters)
    target = torch.randn_like(output)
    loss = 0.5 * ((output - target) ** 2).sum() / samples
    gradients = torch.autograd.grad(loss, ([x] if grows else []) + parameters)
    inputs = gradients[0] if grows else torch.zeros(x.shape)
    cases.append(dict(
        name=name, shape=list(shape), samples=samples, input=[float(v) for v in numbers(x)], target=numbers(target),
        parameters=[numbers(p) for p in parameters], output=numbers(output), loss=loss.item(), inputGradient=numbers(inputs),
        gradients=[numbers(g) for g in gradients[1 if grows else 0:]], extra=extra() if extra else [], **options))


def first(x):
    return x.movedim(-1, 1)


def last(x):
    return x.movedim(1, -1)


def same(length, kernel, stride, dilation):
    outputs = -(-length // stride)
    total = max(0, (outputs - 1) * stride + (kernel - 1) * dilation + 1 - length)
    return total // 2, total - total // 2


def padded(x, padding, kernel, stride, dilation, value=0.0):
    """Zeros around a batch, channels first: PyTorch's last dimension comes first in `pad`."""
    pads = []
    for axis in reversed(range(len(kernel))):
        pads += same(x.shape[2 + axis], kernel[axis], stride[axis], dilation[axis]) if padding == -1 else (padding, padding)
    return functional.pad(x, pads, value=value)


def convolution(shape, filters, kernel, stride, padding, dilation, bias=True):
    """`padding` -1 stands for `same`."""
    axes, channels = len(kernel), shape[-1]
    weight = torch.randn(filters, *kernel, channels) * 0.5
    conv = functional.conv1d if axes == 1 else functional.conv2d

    def forward(x, w, b=None):
        z = padded(first(x), padding, kernel, stride, dilation)
        return last(conv(z, last_to_second(w), b, stride=stride, dilation=dilation))

    def last_to_second(w):
        return w.movedim(-1, 1)

    add(f"conv{axes}d", shape, [weight] + ([torch.randn(filters)] if bias else []), forward, filters=filters, kernel=list(kernel),
        stride=list(stride), padding=padding, dilation=list(dilation))


convolution((5, 6, 2), 3, (3, 3), (1, 1), 0, (1, 1))
convolution((5, 6, 2), 3, (3, 2), (2, 1), -1, (1, 1))
convolution((6, 5, 1), 2, (3, 3), (2, 2), -1, (1, 1))
convolution((7, 5, 3), 1, (3, 2), (1, 2), 1, (2, 1), bias=False)
convolution((4, 4, 2), 2, (2, 2), (3, 3), 0, (1, 1))
convolution((1, 1, 1), 1, (1, 1), (1, 1), 0, (1, 1))
convolution((8, 8, 1), 4, (3, 3), (1, 1), 2, (2, 3))
convolution((9, 3), 2, (3,), (1,), 0, (1,))
convolution((9, 2), 3, (4,), (2,), -1, (1,))
convolution((8, 1), 2, (2,), (3,), 0, (2,), bias=False)
convolution((5, 2), 2, (3,), (1,), 2, (2,))


def pooling(kind, shape, size, stride, padding):
    axes = len(size)
    one = (1,) * axes

    def forward(x):
        x = first(x)
        if kind == "max":
            z = padded(x, padding, size, stride, one, value=float("-inf"))
            return last((functional.max_pool1d if axes == 1 else functional.max_pool2d)(z, size, stride))
        pool = functional.avg_pool1d if axes == 1 else functional.avg_pool2d
        sums = pool(padded(x, padding, size, stride, one), size, stride)
        counts = pool(padded(torch.ones_like(x), padding, size, stride, one), size, stride)
        return last(sums / counts)

    add(f"{kind}pool{axes}d", shape, [], forward, kernel=list(size), stride=list(stride), padding=padding)


for kind in ["max", "average"]:
    pooling(kind, (4, 6, 2), (2, 2), (2, 2), 0)
    pooling(kind, (5, 5, 1), (3, 2), (1, 2), 0)
    pooling(kind, (5, 4, 3), (2, 2), (2, 2), -1)
    pooling(kind, (7, 3, 1), (2, 2), (3, 3), 0)
    pooling(kind, (6, 2), (2,), (2,), 0)
    pooling(kind, (7, 1), (3,), (2,), -1)

add("globalaveragepool", (3, 4, 2), [], lambda x: functional.adaptive_avg_pool2d(first(x), 1).flatten(1))
add("globalaveragepool", (5, 3), [], lambda x: functional.adaptive_avg_pool1d(first(x), 1).flatten(1))
add("embedding", (5,), [torch.randn(4, 3)], lambda x, w: functional.embedding(x, w), input=torch.tensor([[2, 0, 3, 2, 2]]),
    vocabulary=4)

for shape, epsilon in [((4,), 1e-3), ((3, 5), 1e-5), ((2, 2, 3), 1e-3)]:
    width = shape[-1]
    add("layernorm", shape, [torch.randn(width), torch.randn(width)],
        lambda x, g, b, width=width, epsilon=epsilon: functional.layer_norm(x, (width,), g, b, epsilon), epsilon=epsilon)

for shape, samples, momentum, epsilon in [((3,), 5, 0.99, 1e-3), ((2, 3, 2), 4, 0.9, 1e-5), ((4, 1), 2, 0.5, 1e-3)]:
    width = shape[-1]
    mean, variance = torch.zeros(width), torch.ones(width)

    def train(x, g, b, mean=mean, variance=variance, momentum=momentum, epsilon=epsilon):
        return last(functional.batch_norm(first(x), mean, variance, g, b, True, 1 - momentum, epsilon))

    def averages(mean=mean, variance=variance, n=samples * torch.tensor(shape[:-1]).prod().item(), momentum=momentum):
        # PyTorch's running variance is the unbiased one; Lectern's, like Keras', is the biased one.
        biased = momentum + (variance - momentum) * (n - 1) / n
        return numbers(mean) + numbers(biased)

    add("batchnorm", shape, [torch.randn(width), torch.randn(width)], train, samples=samples, extra=averages, epsilon=epsilon,
        momentum=momentum)

add("residual", (3,), [torch.randn(3, 3), torch.randn(3)], lambda x, w, b: x + torch.tanh(functional.linear(x, w, b)))


def block(x, w, b, s):
    return last(functional.conv2d(first(x), s.movedim(-1, 1))) + torch.relu(
        last(functional.conv2d(first(x), w.movedim(-1, 1), b, padding=1)))


add("residual-shortcut", (4, 3, 2), [torch.randn(3, 3, 3, 2), torch.randn(3), torch.randn(3, 1, 1, 2)], block)
add("dense-last", (3, 4), [torch.randn(2, 4), torch.randn(2)], functional.linear)

lines = ",\n".join(json.dumps(case) for case in cases)
(pathlib.Path(__file__).parent / "layers.json").write_text("[\n" + lines + "\n]\n")
print(len(cases), "cases")
