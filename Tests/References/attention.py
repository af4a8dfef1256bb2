"""Attention with masks, biases and separate keys and values, and Transformer encoder blocks, by PyTorch's own modules.

Writes attention.json beside this file, which AttentionReferenceTests reads. Loss: half the sum of squares.
Made with PyTorch 2.13.0 (CPU) in double precision.
"""
import json
import pathlib
import torch

torch.set_default_dtype(torch.float64)
cases = []


def numbers(tensor):
    return tensor.detach().reshape(-1).tolist()


def add(name, x, module, forward, order, **options):
    """`order` maps the module's gradients, by name, to the parameters in our order."""
    parameters = dict(module.named_parameters())
    output = forward(x)
    target = torch.randn_like(output)
    loss = 0.5 * ((output - target) ** 2).sum()
    names = list(parameters)
    gradients = torch.autograd.grad(loss, [x] + [parameters[n] for n in names], allow_unused=True)
    slopes = {n: torch.zeros_like(parameters[n]) if g is None else g for n, g in zip(names, gradients[1:])}
    cases.append(dict(
        name=name, features=x.shape[1], input=numbers(x), target=numbers(target), output=numbers(output), loss=loss.item(),
        parameters=[numbers(p) for p in order(parameters)], inputGradient=numbers(gradients[0]),
        gradients=[numbers(g) for g in order(slopes)], **options))


def ours(p, width, prefix=""):
    """W_Q, W_K, W_V, W_O as they multiply from the right, and their biases where there are any."""
    w, out = p[prefix + "in_proj_weight"], p[prefix + "out_proj.weight"]
    weights = [part.T for part in w.split(width)] + [out.T]
    if prefix + "in_proj_bias" not in p:
        return weights
    return weights + list(p[prefix + "in_proj_bias"].split(width)) + [p[prefix + "out_proj.bias"]]


def moved(module):
    for parameter in module.parameters():
        parameter.data = torch.randn_like(parameter) * 0.6
    return module


torch.manual_seed(31)
for asking, answering, width, heads in [(3, 3, 2, 1), (4, 4, 6, 3), (2, 3, 4, 2), (1, 4, 3, 1)]:
    for bias in [False, True]:
        for masked in [False, True]:
            for apart in [False, True]:
                itself = asking == answering
                if itself and apart:
                    continue
                seen = torch.rand(asking, answering) < 0.6
                seen[:, 0] = True
                module = moved(torch.nn.MultiheadAttention(width, heads, bias=bias))
                x = torch.randn(asking if itself else asking + answering * (2 if apart else 1), width, requires_grad=True)

                def forward(x):
                    q = x if itself else x[:asking]
                    k = x if itself else x[asking:asking + answering]
                    v = k if not apart else x[asking + answering:]
                    # In this module True hides.
                    return module(q, k, v, attn_mask=~seen if masked else None, need_weights=False)[0]
                add("itself" if itself else "apart" if apart else "others", x, module, forward, lambda p: ours(p, width),
                    asking=asking, heads=heads, bias=bias, mask=seen.int().tolist() if masked else None)

for steps, width, heads, hidden in [(3, 4, 2, 5), (2, 6, 3, 4), (1, 2, 1, 3)]:
    for first in [False, True]:
        for activation in ["relu", "gelu"]:
            module = moved(torch.nn.TransformerEncoderLayer(
                width, heads, hidden, dropout=0, activation=activation, norm_first=first, layer_norm_eps=1e-5))
            x = torch.randn(steps, width, requires_grad=True)

            def order(p):
                attention = ours(p, width, "self_attn.")
                dense = [p["linear1.weight"], p["linear1.bias"], p["linear2.weight"], p["linear2.bias"]]
                norms = [[p[f"norm{n}.weight"], p[f"norm{n}.bias"]] for n in (1, 2)]
                if first:
                    return norms[0] + attention + norms[1] + dense
                return attention + norms[0] + dense + norms[1]
            add("encoder", x, module, module, order, heads=heads, hidden=hidden, first=first, activation=activation)

text = ",\n".join(json.dumps(case) for case in cases)
pathlib.Path(__file__).with_name("attention.json").write_text(f"[\n{text}\n]\n")
print(len(cases))
