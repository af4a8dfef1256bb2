"""Peer "torch-eager": nn modules, autograd and torch.optim, the loop of every tutorial."""
import os

import numpy as np
import torch
from torch import nn

import tasks

torch.set_default_dtype(torch.float64)
torch.set_num_threads(int(os.environ.get("OPENBLAS_NUM_THREADS", "1")))


class Last(nn.Module):
    """The last state of an LSTM."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(2, 16, batch_first=True)

    def forward(self, x):
        return self.lstm(x)[0][:, -1]


class Block(nn.Module):
    """A Transformer block whose norms stand before what they feed, and a number from the mean over its positions."""

    def __init__(self, t):
        super().__init__()
        self.norms = nn.ModuleList(nn.LayerNorm(32, eps=1e-3) for _ in range(3))
        self.attention = nn.MultiheadAttention(32, t.heads, bias=False, batch_first=True)
        self.layers = nn.ModuleList(nn.Linear(w.shape[1], w.shape[0]) for w, _ in t.layers)
        given = [(self.attention.in_proj_weight, np.concatenate(t.attention[:3])), (self.attention.out_proj.weight, t.attention[3])]
        for layer, (w, b) in zip(self.layers, t.layers):
            given += [(layer.weight, w), (layer.bias, b)]
        with torch.no_grad():
            for parameter, values in given:
                parameter.copy_(torch.from_numpy(values.copy()))

    def forward(self, x):
        a = self.norms[0](x)
        x = x + self.attention(a, a, a, need_weights=False)[0]
        x = x + self.layers[1](torch.relu(self.layers[0](self.norms[1](x))))
        return self.layers[2](self.norms[2](x).mean(dim=1))


def network(t):
    if t.name == "t8":
        return Block(t)
    parts, given = [], []
    if t.name == "t6":
        parts = [nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten()]
        given = [t.kernels[:, None], None]
    if t.name == "t7":
        parts = [Last()]
        given = [t.w, t.u, None, None]
    for index, (w, b) in enumerate(t.layers):
        # Channels come first here: the 72 inputs of t6 stand in another order.
        given += [w.reshape(10, 3, 3, 8).transpose(0, 3, 1, 2).reshape(10, 72) if t.name == "t6" else w, b]
        parts.append(nn.Linear(w.shape[1], w.shape[0]))
        if index + 1 < len(t.layers):
            parts.append({"tanh": nn.Tanh, "relu": nn.ReLU, "sigmoid": nn.Sigmoid}[t.activation]())
    if t.loss == "half squared":
        parts.append(nn.Sigmoid())
    net = nn.Sequential(*parts)
    with torch.no_grad():
        for parameter, values in zip(net.parameters(), given):
            parameter.zero_() if values is None else parameter.copy_(torch.from_numpy(values.copy()))
    for name, parameter in net.named_parameters():
        # The LSTM here has two biases, which add up: one of them stays 0.
        parameter.requires_grad_((t.trains_biases or "bias" not in name) and "bias_hh" not in name)
    return net


def training(t):
    loss = {
        "half squared": lambda o, y: 0.5 * ((y - o) ** 2).sum(), "binary": nn.functional.binary_cross_entropy_with_logits,
        "classes": nn.functional.cross_entropy, "mean squared": nn.functional.mse_loss}[t.loss]
    x, y = torch.from_numpy(t.x), torch.from_numpy(t.y)
    if t.name == "t6":
        x = x[:, None]

    def train():
        net = network(t)
        trained = [p for p in net.parameters() if p.requires_grad]
        optimizer = torch.optim.Adam(trained, lr=t.rate) if t.adam else torch.optim.SGD(trained, lr=t.rate)
        for _ in range(t.epochs):
            for s in range(0, len(x), t.batch):
                optimizer.zero_grad()
                loss(net(x[s:s + t.batch]), y[s:s + t.batch]).backward()
                optimizer.step()
        with torch.no_grad():
            return lambda: loss(net(x), y).item()

    return train


tasks.report("torch-eager", training, ["t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"])
