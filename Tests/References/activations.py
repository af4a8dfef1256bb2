"""Values and gradients of activations and losses by PyTorch (2.x, double precision; `pip install torch`).

Writes activations.json beside this file, which ActivationReferenceTests reads. An activation's gradient is that of Σ k · y_k with
k = 1, 2, …; a loss is one sample's, in Lectern's reduction, which stands beside each.
"""
import json
import pathlib
import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.manual_seed(7)


def numbers(tensor):
    return tensor.detach().flatten().tolist()


cases = []


def activation(name, forward):
    for x in [torch.tensor([-30.0, -3.7, -0.9, -1e-3, 0.0, 1e-9, 0.4, 1.0, 5.3, 30.0]), torch.randn(1), 3 * torch.randn(7)]:
        x.requires_grad_()
        y = forward(x)
        weights = torch.arange(1, len(x) + 1, dtype=torch.float64)
        (gradient,) = torch.autograd.grad((weights * y).sum(), [x])
        cases.append(dict(name=name, kind="activation", input=numbers(x), output=numbers(y), gradient=numbers(gradient)))


activation("Sigmoid", torch.sigmoid)
activation("Tanh", torch.tanh)
activation("ReLU", torch.relu)
activation("Linear", lambda x: 1 * x)
activation("LeakyReLU", lambda x: functional.leaky_relu(x, 0.2))
activation("ELU", lambda x: functional.elu(x, 0.7))
activation("SiLU", functional.silu)
activation("Softplus", lambda x: functional.softplus(x, threshold=100))
activation("GELU", functional.gelu)
activation("GELU tanh", lambda x: functional.gelu(x, approximate="tanh"))
activation("Softmax", lambda x: functional.softmax(x, 0))


def loss(name, output, target, value):
    output = output.clone().requires_grad_()
    result = value(output, target)
    (gradient,) = torch.autograd.grad(result, [output])
    cases.append(
        dict(name=name, kind="loss", input=numbers(output), target=numbers(target), output=[result.item()],
             gradient=numbers(gradient)))


for width in [1, 2, 5]:
    o, t = 2 * torch.randn(width), torch.randn(width)
    loss("halfSquaredError", o, t, lambda o, t: 0.5 * functional.mse_loss(o, t, reduction="sum"))
    loss("meanSquaredError", o, t, functional.mse_loss)
    loss("meanAbsoluteError", o, t, functional.l1_loss)
    loss("huber", o, t, lambda o, t: functional.huber_loss(o, t, delta=0.7))
    signs = torch.sign(t)
    loss("hinge", o, signs, lambda o, t: (1 - t * o).clamp(min=0).mean())
    share = torch.rand(width)
    loss("binaryCrossEntropy", torch.sigmoid(o), share, functional.binary_cross_entropy)
    loss("binaryCrossEntropyFromLogits", o, share, functional.binary_cross_entropy_with_logits)
    loss("binaryCrossEntropyFromLogits", 300 * o, (t > 0).double(), functional.binary_cross_entropy_with_logits)
    if width == 1:
        continue
    p, q = functional.softmax(o, 0), functional.softmax(t, 0)
    number = torch.tensor([width - 1])
    zeros = functional.one_hot(number[0], width).double()
    loss("kullbackLeiblerDivergence", p, q, lambda o, t: functional.kl_div(o.log(), t, reduction="sum"))
    loss("categoricalCrossEntropy", p, q, lambda o, t: -(t * o.log()).sum())
    loss("categoricalCrossEntropy", p, zeros, lambda o, t: functional.nll_loss(o.log()[None], number))
    loss("sparseCategoricalCrossEntropy", p, number, lambda o, t: functional.nll_loss(o.log()[None], t))
    for scale in [1, 300]:
        loss("categoricalCrossEntropyFromLogits", scale * o, q, lambda o, t: functional.cross_entropy(o[None], t[None]))
        loss("sparseCategoricalCrossEntropyFromLogits", scale * o, number, lambda o, t: functional.cross_entropy(o[None], t))
    loss("sparseCategoricalCrossEntropyFromLogits smoothed", o, number,
         lambda o, t: functional.cross_entropy(o[None], t, label_smoothing=0.1))
    loss("categoricalCrossEntropyFromLogits smoothed", o, q,
         lambda o, t: functional.cross_entropy(o[None], t[None], label_smoothing=0.1))

path = pathlib.Path(__file__).with_name("activations.json")
path.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
print(len(cases), "cases")
