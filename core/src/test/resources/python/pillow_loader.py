"""Times what a pre-training loader does with Pillow, in one thread, on the pictures of a folder.

Usage: python pillow_loader.py FOLDER [--size 192] [--filter bilinear|bicubic] [--rounds 5]

Decodes each picture, cuts out torchvision's random box of 67 to 100 % of its area, resizes that
to a square and makes an array of it. Prints the images per second of CPU time, of the fastest
round; the counterpart is ``simmim bench --data-path FOLDER --workers 0``.
"""

import argparse
import math
import pathlib
import random
import time

import numpy
from PIL import Image

FILTERS = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}


def draw_box(width, height):
    """(left, top, right, bottom), as RandomResizedCrop(scale=(0.67, 1)) draws it."""
    for _ in range(10):
        area = width * height * random.uniform(0.67, 1)
        ratio = math.exp(random.uniform(math.log(3 / 4), math.log(4 / 3)))
        w, h = round(math.sqrt(area * ratio)), round(math.sqrt(area / ratio))
        if 0 < w <= width and 0 < h <= height:
            left, top = random.randint(0, width - w), random.randint(0, height - h)
            return left, top, left + w, top + h
    side = min(width, height)
    return 0, 0, side, side


def one_round(files, size, resampling):
    """CPU seconds of decoding and of all the rest."""
    decoding = rest = 0.0
    for file in files:
        start = time.thread_time()
        image = Image.open(file).convert("RGB")
        decoded = time.thread_time()
        crop = image.crop(draw_box(*image.size)).resize((size, size), resampling)
        numpy.asarray(crop).copy()
        decoding += decoded - start
        rest += time.thread_time() - decoded
    return decoding, rest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--size", type=int, default=192)
    parser.add_argument("--filter", choices=FILTERS, default="bilinear")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    files = sorted(p for p in args.folder.rglob("*") if p.suffix.lower() in (".jpg", ".jpeg", ".png"))
    rounds = [one_round(files, args.size, FILTERS[args.filter]) for _ in range(args.rounds)]
    decoding, rest = min(rounds, key=sum)
    count = len(files)
    print(
        f"{count} images: {count / (decoding + rest):.1f} images/s per core"
        f" (decode {1000 * decoding / count:.3f} ms, crop and resize {1000 * rest / count:.3f} ms)"
    )


if __name__ == "__main__":
    main()
