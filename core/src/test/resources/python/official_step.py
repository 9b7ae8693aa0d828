"""Times a pre-training step of the official model under Python, and writes it as TorchScript.

    python official_step.py --official CHECKOUT --cfg FILE.yaml --batch-size N [--steps N] [--bf16]
                            [--device cuda] [--trace FILE.pt]

CHECKOUT is a clone of the official repository (SimMIM, or Swin-Transformer for SwinV2) with its
requirements installed. Prints one line of JSON: fastest and median seconds of a step, MiB of memory
(of the process at its peak; on a GPU, in use on it). `bench --torchscript FILE.pt` times what --trace
writes on the workbench's own engine.
"""
import argparse, json, resource, sys, time

import numpy as np
import torch

parser = argparse.ArgumentParser()
parser.add_argument('--official', required=True)
parser.add_argument('--cfg', required=True)
parser.add_argument('--batch-size', type=int, default=2)
parser.add_argument('--steps', type=int, default=10)
parser.add_argument('--warmup', type=int, default=2)
parser.add_argument('--bf16', action='store_true')
parser.add_argument('--device', default='cpu')
parser.add_argument('--trace')
parser.add_argument('--opts', nargs='*', default=[])
args = parser.parse_args()
sys.path.insert(0, args.official)
from config import _C  # noqa: E402
from models import build_model  # noqa: E402

config = _C.clone()
config.merge_from_file(args.cfg)
config.merge_from_list(args.opts)
torch.manual_seed(0)
model = build_model(config, is_pretrain=True).train().to(args.device)
kind = config.MODEL[config.MODEL.TYPE.upper()]
side = config.DATA.IMG_SIZE // kind.PATCH_SIZE
cell = config.DATA.MASK_PATCH_SIZE // kind.PATCH_SIZE
rng = np.random.default_rng(0)
x = torch.randn(args.batch_size, 3, config.DATA.IMG_SIZE, config.DATA.IMG_SIZE).to(args.device)
cells = rng.random((args.batch_size, side // cell, side // cell)) < config.DATA.MASK_RATIO
mask = torch.tensor(cells.repeat(cell, 1).repeat(cell, 2)).long().to(args.device)

kind16 = args.device.split(':')[0], torch.bfloat16
if args.trace:
    with torch.autocast(*kind16, enabled=args.bf16, cache_enabled=False):
        torch.jit.trace(model, (x, mask), check_trace=False).save(args.trace)

decay = [p for n, p in model.named_parameters() if p.ndim > 1]
rest = [p for n, p in model.named_parameters() if p.ndim <= 1]
groups = [{'params': decay}, {'params': rest, 'weight_decay': 0.0}]
optimizer = torch.optim.AdamW(groups, lr=1e-4, weight_decay=0.05, betas=(0.9, 0.999), eps=1e-8, fused=True)


def step():
    with torch.autocast(*kind16, enabled=args.bf16):
        loss = model(x, mask)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), config.TRAIN.CLIP_GRAD)
    optimizer.step()
    return loss.item()


seconds = []
for i in range(args.warmup + args.steps):
    start = time.perf_counter()
    step()
    if i >= args.warmup:
        seconds.append(time.perf_counter() - start)
seconds.sort()
if args.device == 'cpu':
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
else:
    free, total = torch.cuda.mem_get_info(args.device)
    memory = (total - free) / 2**20
print(json.dumps({
    'torch': torch.__version__,
    'threads': torch.get_num_threads(),
    'min': seconds[0] if seconds else None,
    'median': seconds[len(seconds) // 2] if seconds else None,
    'peakMiB': memory,
}))
