"""Holds Lectern's files against Python's safetensors package (0.8.0; `pip install safetensors numpy`).

Reads network.safetensors and finds the numbers of StorageTests in it; writes into network.json what it has read, beside
the whole file, so that the test compares Lectern's bytes with those that Python could read and its numbers with Python's. And
writes python.safetensors, which the test reads. A file recorded anew fails the test until this has been run.
"""
import base64
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

read = {
    "file": base64.b64encode((folder / "network.safetensors").read_bytes()).decode(),
    "tensors": {name: {"shape": list(values.shape), "values": values.ravel().tolist()} for name, values in tensors.items()},
}
(folder / "network.json").write_text(json.dumps(read, indent=1, sort_keys=True) + "\n")

save_file(
    {"double": numpy.array([[0, 0.1, -2], [1e300, 5e-324, 1 / 3]]), "single": numpy.array([0.5, 0.1], numpy.float32)},
    folder / "python.safetensors", metadata={"format": "np"})
print("read", len(tensors), "tensors; wrote python.safetensors")
