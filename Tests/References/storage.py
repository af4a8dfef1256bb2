"""Holds Lectern's files against Python's safetensors package (0.8.0; `pip install safetensors numpy`).

Reads network.safetensors, which StorageTests keeps equal to what Lectern writes, and finds the numbers of that test; and
writes python.safetensors, which the test reads.
"""
import json
import pathlib
import numpy
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

folder = pathlib.Path(__file__).parent
tensors = load_file(folder / "network.safetensors")
expected = {
    "1.SimpleRNN.weight": [[0.1, -2], [3e-300, 4]],
    "1.SimpleRNN.weight2": [[0.5, 0.25], [-0.125, 0]],
    "1.SimpleRNN.bias": [1, -1],
    "2.Dense.weight": [[7, 1 / 3]],
    "2.Dense.bias": [0.35],
}
assert sorted(tensors) == sorted(expected), sorted(tensors)
for name, values in expected.items():
    assert tensors[name].dtype == numpy.float64
    assert tensors[name].tolist() == values, name
with safe_open(folder / "network.safetensors", "numpy") as file:
    network = json.loads(file.metadata()["lectern"])
assert [layer["type"] for layer in network["layers"]] == ["SimpleRNN", "Dense", "Sigmoid"]
assert network["inputs"] == [3, 2]

save_file(
    {"double": numpy.array([[0, 0.1, -2], [1e300, 5e-324, 1 / 3]]), "single": numpy.array([0.5, 0.1], numpy.float32)},
    folder / "python.safetensors", metadata={"format": "np"})
print("read", len(tensors), "tensors; wrote python.safetensors")
