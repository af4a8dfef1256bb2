"""The first numbers of NumPy's legacy generator and of PyTorch's CPU generator: writes generators.json for GeneratorTests.

Needs numpy and torch (1.13 or later). Each list continues from where the one before it in the same group ended.
"""
import json
import pathlib
import numpy as np
import torch

found = {}
for seed in [0, 1, 42, 4294967295]:
    np.random.seed(seed)
    found[f"numpy {seed}"] = {
        "randn": np.random.randn(2, 3).flatten().tolist(), "odd": np.random.randn(3).tolist(),
        "rand": np.random.rand(5).tolist(), "permutation": np.random.permutation(5).tolist(),
        "long": np.random.permutation(20).tolist(), "after": np.random.randn(400)[-3:].tolist(),
    }
    for kind, dtype in [("single", torch.float32), ("double", torch.float64)]:
        torch.manual_seed(seed)
        found[f"torch {seed} {kind}"] = {
            "randn": torch.randn(2, 3, dtype=dtype).flatten().tolist(), "odd": torch.randn(3, dtype=dtype).tolist(),
            "rand": torch.rand(5, dtype=dtype).tolist(), "permutation": torch.randperm(7).tolist(),
            "wide": torch.randn(16, dtype=dtype).tolist(), "ragged": torch.randn(21, dtype=dtype).tolist(),
            "uniform": torch.empty(4, dtype=dtype).uniform_(-0.5, 0.5).tolist(),
        }
pathlib.Path(__file__).with_name("generators.json").write_text(
    "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in found.items()) + "\n}\n")
