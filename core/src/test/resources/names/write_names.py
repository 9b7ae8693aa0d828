"""Writes the files of this folder: python write_names.py FOLDER.

With transformers 5.18.0, timm 1.0.29 and PyTorch 2.13 all but hf4-swin-mim.txt; under transformers 4.57.6 that one
only. A list has one tensor a line: its name and its sizes.
"""
import pathlib
import sys
import tempfile

import torch
import transformers
from safetensors.torch import load_file, save_file
from transformers import (
    BeitConfig,
    BeitForImageClassification,
    BeitModel,
    SwinConfig,
    SwinForImageClassification,
    SwinForMaskedImageModeling,
    Swinv2Config,
    Swinv2ForImageClassification,
    Swinv2ForMaskedImageModeling,
)

folder = pathlib.Path(sys.argv[1])
torch.manual_seed(0)


def write(name, tensors):
    lines = [" ".join([k, *map(str, v.shape)]) for k, v in sorted(tensors.items())]
    (folder / (name + ".txt")).write_text("\n".join(lines) + "\n")


def on_disk(model):
    with tempfile.TemporaryDirectory() as there:
        model.save_pretrained(there)
        return load_file(there + "/model.safetensors")


swin = dict(image_size=40, patch_size=2, embed_dim=6, depths=[1, 1], num_heads=[2, 3], window_size=5, encoder_stride=4, num_labels=7)
beit = dict(image_size=12, patch_size=4, hidden_size=6, num_hidden_layers=1, num_attention_heads=2, intermediate_size=11, layer_scale_init_value=0.1, num_labels=7)

if transformers.__version__.startswith("4."):
    write("hf4-swin-mim", on_disk(SwinForMaskedImageModeling(SwinConfig(**swin))))
    sys.exit()

models = {
    "swin-mim": SwinForMaskedImageModeling(SwinConfig(**swin)),
    "swin-classifier": SwinForImageClassification(SwinConfig(**swin, use_absolute_embeddings=True)),
    "swinv2-mim": Swinv2ForMaskedImageModeling(Swinv2Config(**swin)),
    "swinv2-classifier": Swinv2ForImageClassification(Swinv2Config(**swin)),
    "beit-classifier": BeitForImageClassification(BeitConfig(**beit, use_relative_position_bias=True)),
    "beit-alone": BeitModel(
        BeitConfig(
            **beit,
            use_shared_relative_position_bias=True,
            use_absolute_position_embeddings=True,
            use_mask_token=True,
            use_mean_pooling=False,
        )
    ),
}
for name, model in models.items():
    write("hf5-" + name, on_disk(model))
    if name in ("swin-mim", "beit-classifier", "beit-alone"):
        write("hf5-memory-" + name, model.state_dict())

import timm  # noqa: E402
from timm.models.beit import Beit  # noqa: E402
from timm.models.swin_transformer import SwinTransformer  # noqa: E402
from timm.models.swin_transformer_v2 import SwinTransformerV2  # noqa: E402

swin = dict(img_size=40, patch_size=2, embed_dim=6, depths=(1, 1), num_heads=(2, 3), window_size=5, num_classes=7)
write("timm-swin", SwinTransformer(**swin).state_dict())
write("timm-swinv2", SwinTransformerV2(**swin).state_dict())
write(
    "timm-beit",
    Beit(
        img_size=12, patch_size=4, embed_dim=6, depth=1, num_heads=2, num_classes=7, init_values=0.1,
        use_abs_pos_emb=True, use_rel_pos_bias=True,
    ).state_dict(),
)  # fmt: skip

# A whole model and what it makes of an image that a formula gives.
model = SwinForMaskedImageModeling(
    SwinConfig(image_size=48, patch_size=4, embed_dim=4, depths=[2, 1], num_heads=[1, 2], window_size=3, encoder_stride=8)
).eval()
with torch.no_grad():
    for p in model.parameters():
        p.add_(torch.randn_like(p) * 0.1)
    x = ((torch.arange(2 * 3 * 48 * 48) * 37 % 255 - 127) / 64).reshape(2, 3, 48, 48)
    mask = (torch.arange(2 * 144) * 7 % 5 < 3).reshape(2, 144)
    reconstruction = model(pixel_values=x, bool_masked_pos=mask).reconstruction
model.save_pretrained(folder / "swin")
(folder / "swin" / "model.safetensors").rename(folder / "hf5-swin-model.safetensors")
(folder / "swin" / "config.json").unlink()
(folder / "swin").rmdir()
save_file({"every_61st": reconstruction.flatten()[::61].contiguous()}, folder / "hf5-swin-output.safetensors")
