"""Values and gradients of further activations and losses by PyTorch (1.13 or later, double precision; `pip install torch`).

Writes vocabulary.json beside this file, in the form of activations.json, which VocabularyReferenceTests reads. Where PyTorch has
no function of that name, its formula stands here as its source writes it, and autograd differentiates it.
"""
import json
import pathlib
import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.manual_seed(11)


def numbers(tensor):
    return tensor.detach().flatten().tolist()


cases = []


def activation(name, forward):
    samples = [torch.tensor([-30.0, -3.7, -0.9, -1e-3, 1e-9, 0.4, 1.5, 30.0]), torch.randn(2), 3 * torch.randn(6)]
    for x in samples:
        x.requires_grad_()
        y = forward(x)
        weights = torch.arange(1, len(y) + 1, dtype=torch.float64)
        (gradient,) = torch.autograd.grad((weights * y).sum(), [x])
        cases.append(dict(name=name, kind="activation", input=numbers(x), output=numbers(y), gradient=numbers(gradient)))


class Surrogate(torch.autograd.Function):
    """A step with the slope of something else."""

    @staticmethod
    def forward(context, x, slope):
        context.save_for_backward(slope)
        return torch.heaviside(x, torch.ones_like(x))

    @staticmethod
    def backward(context, gradient):
        (slope,) = context.saved_tensors
        return gradient * slope, None


# PyTorch's own hardsigmoid and celu hold 1/6 and 1/α in single precision; these are their formulas.
activation("HardSigmoid", lambda x: (x / 6 + 0.5).clamp(0, 1))
activation("HardSigmoid keras2", lambda x: (0.2 * x + 0.5).clamp(0, 1))
activation("HardTanh", functional.hardtanh)
activation("HardTanh 0 6", functional.relu6)
activation("HardSwish", functional.hardswish)
activation("SELU", functional.selu)
activation("CELU", lambda x: torch.where(x > 0, x, 0.7 * torch.expm1(x.clamp(max=0) / 0.7)))
activation("Mish", functional.mish)
activation("Softsign", functional.softsign)
activation("LogSigmoid", functional.logsigmoid)
activation("Squareplus", lambda x: torch.where(x > 0, (x + (x * x + 4).sqrt()) / 2, 2 / ((x * x + 4).sqrt() - x)))
activation("Tanhshrink", functional.tanhshrink)
activation("Softshrink", lambda x: functional.softshrink(x, 0.3))
activation("Heaviside straight through", lambda x: Surrogate.apply(x, torch.ones_like(x)))
activation("Heaviside window", lambda x: Surrogate.apply(x, (x.abs() <= 1.2).double()))
activation("Heaviside sigmoid", lambda x: Surrogate.apply(x, 2 * torch.sigmoid(2 * x) * torch.sigmoid(-2 * x)))
activation("LogSoftmax", lambda x: functional.log_softmax(x, 0))
activation("GLU", lambda x: functional.glu(x, 0))
activation("SwiGLU", lambda x: x[: len(x) // 2] * functional.silu(x[len(x) // 2:]))

path = pathlib.Path(__file__).with_name("vocabulary.json")
path.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
print(len(cases), "cases")
