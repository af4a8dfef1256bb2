"""Outputs and gradients of group and instance normalisation by NumPy (2.4), written after PyTorch's documentation.

torch.nn.GroupNorm: "the input channels are separated into num_groups groups … the mean and standard-deviation are calculated
separately over each group", with the biased variance and ε inside the root; torch.nn.InstanceNorm2d is the same with a group
for each channel. Here x is reshaped to (G, C / G, places), channels first as PyTorch has them. Gradients aren't worked out by
hand but taken from the complex step, Im L(x + ih) / h, which has no cancellation.

Writes normalization.json beside this file, which GroupNormTests reads. Loss: half the sum of squares; samples channels last.
Where PyTorch is installed the values are held against its own.
"""
import json
import pathlib
import numpy

random = numpy.random.default_rng(21)


def normalized(x, gamma, beta, groups, epsilon):
    """x with channels last, any number of places."""
    channels = x.shape[-1]
    first = numpy.moveaxis(x, -1, 0)
    grouped = first.reshape(groups, channels // groups, -1)
    mean = grouped.mean(axis=(1, 2), keepdims=True)
    variance = ((grouped - mean) ** 2).mean(axis=(1, 2), keepdims=True)
    hat = ((grouped - mean) / numpy.sqrt(variance + epsilon)).reshape(first.shape)
    return numpy.moveaxis(hat, 0, -1) * gamma + beta


def slopes(function, array, step=1e-30):
    found = numpy.zeros(array.size)
    for index in range(array.size):
        moved = array.astype(complex).ravel()
        moved[index] += 1j * step
        found[index] = function(moved.reshape(array.shape)).imag / step
    return found.tolist()


def against_torch(x, gamma, beta, groups, epsilon, output):
    try:
        import torch
    except ImportError:
        return False
    theirs = torch.nn.functional.group_norm(
        torch.tensor(numpy.moveaxis(x, -1, 0)[None]), groups, torch.tensor(gamma), torch.tensor(beta), epsilon)
    assert numpy.allclose(numpy.moveaxis(theirs[0].numpy(), 0, -1), output, rtol=1e-12, atol=1e-12)
    return True


cases = []
for shape, groups, epsilon in [
    ((4, 6), 3, 1e-3), ((2, 3, 4), 2, 1e-5), ((3, 2, 4), 1, 1e-3), ((6,), 3, 1e-3), ((2, 2, 3), 3, 1e-5), ((5, 2), 2, 1e-3),
    ((3, 3, 1), 1, 1e-3),
]:
    x, target = random.normal(size=shape), random.normal(size=shape)
    gamma, beta = random.normal(size=shape[-1]), random.normal(size=shape[-1])

    def loss(x=x, gamma=gamma, beta=beta):
        return (0.5 * (normalized(x, gamma, beta, groups, epsilon) - target) ** 2).sum()

    output = normalized(x, gamma, beta, groups, epsilon)
    checked = against_torch(x, gamma, beta, groups, epsilon, output)
    cases.append(dict(
        shape=list(shape), groups=groups, epsilon=epsilon, input=x.ravel().tolist(), target=target.ravel().tolist(),
        scale=gamma.tolist(), shift=beta.tolist(), output=output.ravel().tolist(), loss=float(loss()),
        inputGradient=slopes(lambda v: loss(x=v), x), scaleGradient=slopes(lambda v: loss(gamma=v), gamma),
        shiftGradient=slopes(lambda v: loss(beta=v), beta)))

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(cases) + "\n")
print(len(cases), "cases", "held against PyTorch" if checked else "without PyTorch")
