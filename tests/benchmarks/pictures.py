"""How fast pictures are ready for the terminal: `python -m tests.benchmarks.pictures PHOTOS`.

PHOTOS is a folder of JPEGs; each is enlarged to 24 megapixels, with a sensor's noise and a camera's thumbnail, in a temporary
folder. Printed as Markdown, for each protocol at 160 x 48 cells of 10 x 20 pixels: from key to picture, as a draft, sharp, and
when it is ready; CPU time a picture; and how many of the pictures that a held key asks for (25 a second, the next and last 8
ahead) were there in time, and how many of them sharp. The rest of the machine should rest.
"""

from __future__ import annotations

import argparse
import statistics
import struct
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time, sleep

import cv2
import numpy as np
import simplejpeg

from assist_cli.pictures.picture_key import PictureKey, Zoom
from assist_cli.pictures.prepared import PictureMaker, Prepared
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from index.photo.read_small import read_small

MEGAPIXELS_24 = 6000 * 4000
NOISE = 3.0
"""Code values: files of 6 to 14 MB come of it, as from cameras."""
BOX = (160, 48)
KEYS_A_SECOND, AHEAD = 25, 8
COPIES = 16
PATIENCE_S = 60.0
TERMINALS = {
    "kitty, local": Terminal(Protocol.KITTY, reads_files=True),
    "kitty, ssh": Terminal(Protocol.KITTY, is_remote=True),
    "iterm": Terminal(Protocol.ITERM),
    "sixel": Terminal(Protocol.SIXEL),
    "half": Terminal(Protocol.HALF),
}


def large_photos(folder: Path, target: Path) -> list[Path]:
    """Every JPEG of `folder`, at 24 megapixels."""
    random = np.random.default_rng(1)
    made = []
    for path in sorted(folder.glob("*.jp*g")):
        rgb = read_small(path, 3000)
        assert isinstance(rgb, np.ndarray), rgb
        scale = (MEGAPIXELS_24 / (rgb.shape[0] * rgb.shape[1])) ** 0.5
        large = cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        noise = random.normal(0, NOISE, (*large.shape[:2], 1)).astype(np.int8)
        noisy = np.clip(large.astype(np.int16) + noise, 0, 255).astype(np.uint8)
        jpeg = simplejpeg.encode_jpeg(noisy, quality=92, colorsubsampling="422")
        (target / path.name).write_bytes(with_thumbnail(jpeg, noisy))
        made.append(target / path.name)
    return made


def linked(path: Path, copies: int) -> list[Path]:
    """The same file under several names."""
    found = [path.with_stem(f"{path.stem}_{number}") for number in range(copies)]
    for copy in found:
        if not copy.exists():
            copy.symlink_to(path)
    return found


def with_thumbnail(jpeg: bytes, rgb: np.ndarray) -> bytes:
    """With EXIF that holds nothing but a picture of 160 px."""
    scale = 160 / max(rgb.shape)
    small = simplejpeg.encode_jpeg(cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), quality=85)
    empty, second = (
        struct.pack("<HI", 0, 14),
        struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small), 0),
    )
    block = b"Exif\0\0" + struct.pack("<2sHI", b"II", 42, 8) + empty + second + small
    return jpeg[:2] + struct.pack(">HH", 0xFFE1, len(block) + 2) + block + jpeg[2:]


class Watch:
    """Notes when pictures are announced."""

    def __init__(self) -> None:
        self.ready: dict[PictureKey, float] = {}
        self.draft: dict[PictureKey, float] = {}
        self._changed = threading.Condition()

    def __call__(self, prepared: Prepared) -> None:
        assert prepared.trouble is None, prepared.trouble
        with self._changed:
            (self.draft if prepared.is_draft else self.ready)[prepared.key] = perf_counter()
            self._changed.notify_all()

    def wait(self, key: PictureKey) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: key in self.ready, PATIENCE_S)


def from_key_to_picture(terminal: Terminal, keys: Sequence[PictureKey]) -> list[str]:
    """Milliseconds: as a draft, cold, of CPU, and ready; the medians."""
    watch = Watch()
    maker = PictureMaker(terminal, watch)
    drafts: list[float] = []
    cold, cpu, ready = [], [], []
    for key in keys:
        began, used = perf_counter(), process_time()
        maker.get(key)
        watch.wait(key)
        drafts += [watch.draft[key] - began] if key in watch.draft else []
        cold.append(watch.ready[key] - began)
        cpu.append(process_time() - used)
        began = perf_counter()
        assert maker.get(key) is not None
        ready.append(perf_counter() - began)
    maker.close()
    return [f"{1000 * statistics.median(times):.3g}" if times else "-" for times in (drafts, cold, cpu, ready)]


def held_key(terminal: Terminal, keys: Sequence[PictureKey], seconds: float) -> list[str]:
    """Shares of the pictures of a held key that were there when their turn was over, and that were sharp."""
    maker = PictureMaker(terminal, lambda _prepared: None)
    shown: list[Prepared] = []
    turns = round(seconds * KEYS_A_SECOND)
    for turn in range(turns):
        ahead = [turn, *(turn + step * way for step in range(1, AHEAD + 1) for way in (1, -1))]
        maker.want([keys[number % len(keys)] for number in ahead])
        sleep(1 / KEYS_A_SECOND)
        picture = maker.get(keys[turn % len(keys)])
        shown += [picture] if picture else []
    maker.close()
    return [f"{len(shown) / turns:.0%}", f"{sum(not picture.is_draft for picture in shown) / turns:.0%}"]


def main() -> None:
    """Measure each protocol, and a zoom."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--seconds", type=float, default=4.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        photos = large_photos(options.photos, Path(folder))
        print(
            f"{len(photos)} photos, {statistics.mean(path.stat().st_size for path in photos) / 1e6:.1f} MB on average\n"
        )
        print(
            "| terminal | draft ms | cold ms | CPU ms | ready ms | held key: there | sharp |\n|---|---|---|---|---|---|---|"
        )
        whole = [PictureKey(path, BOX) for path in photos]
        # Each copy of a photo is another file to the caches.
        copies = [PictureKey(copy, BOX) for path in photos for copy in linked(path, COPIES)]
        for name, terminal in TERMINALS.items():
            told = [name, *from_key_to_picture(terminal, whole), *held_key(terminal, copies, options.seconds)]
            print(f"| {' | '.join(told)} |")
        zooms = [PictureKey(path, BOX, zoom=Zoom(0.5, 0.5)) for path in photos]
        print(f"| zoom, kitty | {' | '.join(from_key_to_picture(TERMINALS['kitty, local'], zooms))} | | |")


if __name__ == "__main__":
    main()
