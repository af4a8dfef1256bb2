"""A published example of dropout with its masks, and all gradients of it by PyTorch.

DeepLearning.AI, *Improving Deep Neural Networks*, week 1, "Regularization": three features, five samples, relu, relu, sigmoid,
keep_prob = 0.7 behind both hidden layers; the course prints A3 = [[0.36974721 0.00305176 0.04565099 0.49683389 0.36974721]].
Writes dropout.json beside this file, which GivenMaskTests reads. Loss: mean binary cross-entropy towards 1, 1, 0, 1, 0.
Made with NumPy 2 and PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import numpy as np
import torch
from torch.nn import functional

np.random.seed(1)
X = np.random.randn(3, 5)
shapes = [(2, 3), (2, 1), (3, 2), (3, 1), (1, 3), (1, 1)]
parameters = [torch.tensor(np.random.randn(*shape), requires_grad=True) for shape in shapes]
w1, b1, w2, b2, w3, b3 = parameters
targets = [1.0, 1.0, 0.0, 1.0, 0.0]
np.random.seed(1)
keep = 0.7


def answers(inverted, masks):
    scale = 1 / keep if inverted else 1
    a1 = torch.relu(w1 @ torch.tensor(X) + b1) * masks[0] * scale
    a2 = torch.relu(w2 @ a1 + b2) * masks[1] * scale
    return torch.sigmoid(w3 @ a2 + b3)


masks = [torch.tensor((np.random.rand(2, 5) < keep) * 1.0), torch.tensor((np.random.rand(3, 5) < keep) * 1.0)]
assert np.allclose(answers(True, masks).detach(), [[0.36974721, 0.00305176, 0.04565099, 0.49683389, 0.36974721]], atol=5e-9)


def written(inverted):
    y = answers(inverted, masks)
    loss = functional.binary_cross_entropy(y[0], torch.tensor(targets, dtype=torch.float64))
    slopes = torch.autograd.grad(loss, parameters)
    # In use nothing is dropped: classic dropout scales what goes on instead.
    scale = 1.0 if inverted else keep
    a1 = torch.relu(w1 @ torch.tensor(X) + b1) * scale
    used = torch.sigmoid(w3 @ (torch.relu(w2 @ a1 + b2) * scale) + b3)
    return dict(
        output=y[0].tolist(), loss=loss.item(), gradients=[g.reshape(-1).tolist() for g in slopes], used=used[0].tolist())


text = json.dumps(dict(
    inputs=X.T.tolist(), targets=targets, parameters=[p.detach().reshape(-1).tolist() for p in parameters],
    masks=[[[int(m) for m in sample] for sample in mask.T.tolist()] for mask in masks], inverted=written(True),
    classic=written(False)), indent=1)
pathlib.Path(__file__).with_name("dropout.json").write_text(text + "\n")
