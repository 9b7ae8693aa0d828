"""python write_files.py FOLDER: the same tree in every format of this PyTorch, and manifest.txt with each tensor's digest."""
import argparse
import collections
import pathlib
import sys

import numpy as np
import torch

from digest import line


def dtypes():
    floats = (torch.float32, torch.float64, torch.float16, torch.bfloat16)
    tensors = {str(t)[6:]: torch.randn(5, 3).to(t) for t in floats}
    integers = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8)
    tensors.update({str(t)[6:]: torch.randint(0, 100, (4, 2)).to(t) for t in integers})
    tensors["bool"] = torch.tensor([True, False, True])
    tensors["special"] = torch.tensor([float("nan"), float("inf"), -float("inf"), -0.0, 1e-45])
    return tensors


def layouts():
    base = torch.arange(24, dtype=torch.float32).view(4, 6)
    return {
        "base": base,
        "slice": base[1:3, 2:5],
        "row": base[2],
        "transposed": base.t(),
        "stepped": base[::2, ::3],
        "expanded": torch.ones(1).expand(3, 4),
        "permuted": torch.arange(24).view(2, 3, 4).permute(2, 0, 1),
        "parameter": torch.nn.Parameter(torch.randn(2, 2)),
        "frozen": torch.nn.Parameter(torch.randn(2, 2), requires_grad=False),
        "scalar": torch.tensor(3.5),
        "empty": torch.zeros(0, 3),
        "channels_last": torch.randn(2, 3, 4, 4).to(memory_format=torch.channels_last),
    }


def trained():
    net = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3), torch.nn.BatchNorm2d(4), torch.nn.PReLU())
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    for _ in range(2):
        optimizer.zero_grad()
        net(torch.randn(2, 3, 8, 8)).square().mean().backward()
        optimizer.step()
    return net, optimizer


def main(folder):
    torch.manual_seed(0)
    net, optimizer = trained()
    model = collections.OrderedDict(dtypes())
    model.update(layouts())
    model.update(net.state_dict())
    root = {
        "model": model,
        "optimizer": optimizer.state_dict(),
        "args": argparse.Namespace(lr=0.1, name="x"),
        "acc": np.float64(81.25),
        "n": np.int64(7),
        "epoch": 3,
        "size": torch.Size([2, 3]),
    }
    for protocol in (2, 3, 4, 5):
        torch.save(root, folder / f"zip{protocol}.pth", pickle_protocol=protocol)
        old = folder / f"legacy{protocol}.pth"
        torch.save(root, old, pickle_protocol=protocol, _use_new_zipfile_serialization=False)
    with open(folder / "manifest.txt", "w") as out:
        for name, value in model.items():
            print(line("model/" + name, value), file=out)
        for index, state in optimizer.state_dict()["state"].items():
            for name, value in state.items():
                print(line(f"optimizer/state/{index}/{name}", value), file=out)
    try:
        from safetensors.torch import save_file
    except ImportError:
        return
    dense = {name: value.detach().contiguous().clone() for name, value in model.items()}
    save_file(dense, folder / "all.safetensors", metadata={"format": "pt"})


main(pathlib.Path(sys.argv[1]))
