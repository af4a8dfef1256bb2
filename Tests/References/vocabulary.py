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


def loss(name, output, target, value):
    output = output.clone().requires_grad_()
    result = value(output, target)
    (gradient,) = torch.autograd.grad(result, [output])
    cases.append(
        dict(name=name, kind="loss", input=numbers(output), target=numbers(target), output=[result.item()],
             gradient=numbers(gradient)))


def focal(o, t):
    """torchvision's sigmoid_focal_loss, from probabilities."""
    p = o * t + (1 - o) * (1 - t)
    return ((0.25 * t + 0.75 * (1 - t)) * (1 - p) ** 2 * functional.binary_cross_entropy(o, t, reduction="none")).mean()


for width in [2, 4, 6]:
    o, t = 2 * torch.randn(width), torch.randn(width)
    share, chance = torch.rand(width), torch.sigmoid(o)
    signs, bits = torch.sign(t), (t > 0).double()
    number = torch.tensor([width - 1])
    zeros = functional.one_hot(number[0], width).double()
    p = functional.softmax(o, 0)
    loss("poisson", o.exp(), bits, lambda o, t: functional.poisson_nll_loss(o, t, log_input=False, eps=0))
    loss("poisson epsilon", o.exp(), 3 * share, lambda o, t: functional.poisson_nll_loss(o, t, log_input=False, eps=1e-7))
    loss("poissonFromLogarithm", o, 3 * share, functional.poisson_nll_loss)
    loss("meanSquaredLogarithmicError", chance, 5 * share, lambda o, t: functional.mse_loss(o.log1p(), t.log1p()))
    loss("meanAbsolutePercentageError", o, t, lambda o, t: 100 * ((t - o) / t).abs().mean())
    loss("logCosh", 3 * o, t, lambda o, t: ((o - t) + functional.softplus(-2 * (o - t), 1, 1e9) - torch.tensor(2.0).log()).mean())
    loss("squaredHinge", o, signs, lambda o, t: ((1 - t * o).clamp(min=0) ** 2).mean())
    loss("categoricalHinge", o, zeros,
         lambda o, t: (1 + ((1 - t) * o).max() - (t * o).sum()).clamp(min=0))
    loss("multiClassHinge", o, zeros,
         lambda o, t: width * functional.multi_margin_loss(o[None], number))
    loss("sparseMultiClassHinge", o, number, lambda o, t: functional.multi_margin_loss(o[None], t, margin=0.7))
    loss("contrastive", o.abs(), bits, lambda o, t: (t * o**2 + (1 - t) * (1.5 - o).clamp(min=0) ** 2).mean())
    loss("cosineDistance", o, t,
         lambda o, t: functional.cosine_embedding_loss(o[None], t[None], torch.ones(1)))
    loss("dice", chance, bits + 0.1, lambda o, t: 1 - 2 * (t * o).sum() / (t.sum() + o.sum()))
    loss("dice smoothed", chance, bits, lambda o, t: 1 - (2 * (t * o).sum() + 1) / (t.sum() + o.sum() + 1))
    loss("binaryFocal", chance, bits, focal)
    loss("categoricalFocal", p, zeros, lambda o, t: -(0.25 * t * (1 - o) ** 2 * o.log()).sum())
    loss("binaryCrossEntropy epsilon", chance, share,
         lambda o, t: -(t * (o + 1e-3).log() + (1 - t) * (1 - o + 1e-3).log()).mean())
    loss("categoricalCrossEntropy epsilon", p, zeros, lambda o, t: -(t * (o + 1e-3).log()).sum())
    loss("negativeLogLikelihood", p.log(), zeros, lambda o, t: functional.nll_loss(o[None], number))
    loss("sparseNegativeLogLikelihood", p.log(), number, lambda o, t: functional.nll_loss(o[None], t))
    half = width // 2
    loss("gaussianLikelihood", o, t[:half],
         lambda o, t: functional.gaussian_nll_loss(o[:half], t, o[half:].exp(), eps=0))
    loss("gaussianLikelihood full", o, t[:half],
         lambda o, t: functional.gaussian_nll_loss(o[:half], t, o[half:].exp(), full=True, eps=0))
    loss("meanSquaredError summed", o, t, lambda o, t: functional.mse_loss(o, t, reduction="sum"))
    loss("categoricalCrossEntropy averaged", p, zeros, lambda o, t: -(t * o.log()).mean())
    loss("binaryCrossEntropy summed", chance, share,
         lambda o, t: functional.binary_cross_entropy(o, t, reduction="sum"))

path = pathlib.Path(__file__).with_name("vocabulary.json")
path.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
print(len(cases), "cases")
