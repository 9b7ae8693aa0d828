"""Writes the files of this folder: python write_files.py FOLDER, with PyTorch 2.13, numpy 2.4 and safetensors 0.8."""
import argparse
import collections
import pathlib
import sys
import types

import numpy as np
import torch
from safetensors.torch import save_file


class CfgNode(dict):
    """As far as a pickle shows it, the class of yacs."""

    def __init__(self, items=None):
        super().__init__(items or {})
        self.__dict__["__immutable__"] = False


CfgNode.__module__ = "yacs.config"
sys.modules["yacs"] = types.ModuleType("yacs")
sys.modules["yacs.config"] = types.ModuleType("yacs.config")
sys.modules["yacs.config"].CfgNode = CfgNode


def tensors():
    torch.manual_seed(0)
    d = collections.OrderedDict()
    for dtype in (torch.float32, torch.float64, torch.float16, torch.bfloat16):
        d[str(dtype)[6:]] = torch.randn(5, 3).to(dtype)
    for dtype in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
        d[str(dtype)[6:]] = torch.randint(0, 100, (4, 2)).to(dtype)
    d["bool"] = torch.tensor([True, False, True])
    d["base"] = torch.arange(24, dtype=torch.float32).view(4, 6)
    d["slice"] = d["base"][1:3, 2:5]
    d["transposed"] = d["base"].t()
    d["expanded"] = torch.ones(1).expand(3, 4)
    d["permuted"] = torch.arange(24).view(2, 3, 4).permute(2, 0, 1)
    d["parameter"] = torch.nn.Parameter(torch.randn(2, 2))
    d["scalar"] = torch.tensor(3.5)
    d["empty"] = torch.zeros(0, 3)
    d["channels_last"] = torch.randn(2, 3, 4, 4).to(memory_format=torch.channels_last)
    return d


def tree(model):
    attributed = torch.randn(3)
    attributed.note = 1
    return {
        "model": model,
        "cfg": CfgNode({"A": CfgNode({"B": [1, 2], "C": (1, 2)})}),
        "args": argparse.Namespace(lr=0.1, name="x"),
        "acc": np.float64(81.25),
        "n": np.int64(7),
        "f4": np.float32(0.5),
        "dt": torch.float16,
        "dev": torch.device("cpu"),
        "size": torch.Size([2, 3]),
        "npdt": np.dtype("float32"),
        "arr": np.arange(3),
        "path": pathlib.PurePosixPath("/a/b"),
        "none": None,
        "big": 2**70,
        "neg": -5,
        "set": {1, 2},
        "bytes": b"\x00\xff",
        "t": (1, "a"),
        "attr": attributed,
    }


def main(folder):
    model = tensors()
    root = tree(model)
    for protocol in (2, 5):
        legacy = folder / f"legacy{protocol}.pth"
        torch.save(root, legacy, pickle_protocol=protocol, _use_new_zipfile_serialization=False)
    root["f8"] = torch.randn(4).to(torch.float8_e4m3fn)
    for protocol in (2, 5):
        torch.save(root, folder / f"zip{protocol}.pth", pickle_protocol=protocol)
    dense = {name: value.detach().contiguous().clone() for name, value in model.items()}
    save_file(dense, folder / "all.safetensors", metadata={"format": "pt"})
    save_file({"b": torch.ones(2), "a": torch.ones(3)}, folder / "two.safetensors")
    with open(folder / "expected.txt", "w") as out:
        for name, value in model.items():
            numbers = " ".join(repr(x) for x in value.detach().double().flatten().tolist())
            out.write(f"{name}|{list(value.shape)}|{numbers}\n")


main(pathlib.Path(sys.argv[1]))
