"""python read_file.py FILE [OUT ...]: prints what torch.load(weights_only=True) finds, each tensor as its digest.

PyTorch 1.x refuses numbers with a fraction in that mode, its own too, so there only files named weights... are so loaded.

Saves it again as every OUT; one whose name begins with legacy in the format of PyTorch before 1.6."""
import pathlib
import sys

import torch

from digest import line


def show(name, value):
    if isinstance(value, torch.Tensor):
        print(line(name, value))
    elif isinstance(value, dict):
        for key, item in value.items():
            show(f"{name}/{key}" if name else str(key), item)
    elif isinstance(value, (int, float, str)):
        print(f"{name}|{value!r}")


def load(file):
    if file.suffix == ".safetensors":
        from safetensors.torch import load_file

        return {"model": load_file(file)}
    trusted = torch.__version__.startswith("1.") and not file.name.startswith("weights")
    return torch.load(file, map_location="cpu", weights_only=not trusted)


root = load(pathlib.Path(sys.argv[1]))
show("", root)
for out in map(pathlib.Path, sys.argv[2:]):
    torch.save(root, out, _use_new_zipfile_serialization=not out.name.startswith("legacy"))
