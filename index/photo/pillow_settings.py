"""How Pillow is set up for photos; whoever opens one with it imports this too."""

from __future__ import annotations

from PIL import Image, _imaging

Image.MAX_IMAGE_PIXELS = None
# Pillow's own limit warns at 89 megapixels and raises at 179; ours is `check_size`, before anything is allocated.

_imaging.set_block_size(64 << 20)
# What PILLOW_BLOCK_SIZE sets. In its blocks of 16 MB, which malloc keeps for the thread that freed them, every worker
# held on to the largest picture it had seen (800 MB for 200 megapixels); from 32 MB on, glibc gives them back at once
# (mallopt(3), M_MMAP_THRESHOLD).
