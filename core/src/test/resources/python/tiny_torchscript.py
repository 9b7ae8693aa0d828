"""Writes torchscript/tiny.pt: masked pictures through two convolutions to the loss of SimMIM.

    python tiny_torchscript.py FILE.pt          (made by PyTorch 2.13)
"""
import sys

import torch
from torch import nn


class Tiny(nn.Module):
    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, 2, 4, 4)
        self.mask_token = nn.Parameter(torch.zeros(2))
        self.paint = nn.Conv2d(2, 48, 1)
        self.shuffle = nn.PixelShuffle(4)

    def forward(self, x, mask):
        w = mask.unsqueeze(1).to(x.dtype)
        z = self.patch(x) * (1 - w) + self.mask_token[None, :, None, None] * w
        pixels = mask.repeat_interleave(4, 1).repeat_interleave(4, 2).unsqueeze(1)
        difference = (x - self.shuffle(self.paint(z))).abs()
        return (difference * pixels).sum() / (pixels.sum() + 1e-5) / 3


torch.manual_seed(0)
x, mask = torch.randn(2, 3, 96, 96), (torch.rand(2, 24, 24) < 0.6).long()
torch.jit.trace(Tiny(), (x, mask), check_trace=False).save(sys.argv[1])
