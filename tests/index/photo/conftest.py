"""Pictures and files that the tests of `index.photo` draw for themselves."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from index.photo.decode import decode
from index.photo.errors import FailureKind, PhotoReadError

SHARED_PHOTOS = Path(__file__).parents[4] / "shared" / "photos"


@pytest.fixture
def shared_photos() -> Path:
    """The folder of real photos beside the project."""
    if not SHARED_PHOTOS.is_dir():
        pytest.skip("the real photos in ../shared/photos are not here")
    return SHARED_PHOTOS


@pytest.fixture
def corners() -> Image.Image:
    """60 x 40 px: red top left, green top right, blue bottom left, white bottom right."""
    pixels = np.zeros((40, 60, 3), np.uint8)
    pixels[:20, :30] = 255, 0, 0
    pixels[:20, 30:] = 0, 255, 0
    pixels[20:, :30] = 0, 0, 255
    pixels[20:, 30:] = 255, 255, 255
    return Image.fromarray(pixels)


@pytest.fixture
def scene() -> Image.Image:
    """320 x 240 px of smooth colours with some texture, as a camera would compress."""
    y, x = np.mgrid[:240, :320]
    grain = np.random.default_rng(7).normal(0, 6, (240, 320))
    pixels = np.stack([x * 0.7 + grain, y + grain, 200 - x * 0.5 + grain], axis=-1)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


@pytest.fixture
def dng(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small DNG (Adobe DNG 1.4) of 400 x 300 sensor pixels: `dng(preview=image, orientation=6)`."""

    def write(preview: Image.Image | None = None, orientation: int = 1, name: str = "frame.dng") -> Path:
        path = tmp_path / name
        path.write_bytes(dng_bytes(preview, orientation))
        return path

    return write


@pytest.fixture
def corner_colours() -> Callable[[np.ndarray], list[tuple[int, ...]]]:
    """Reads (H, W, 3) pixels at top left, top right, bottom left, bottom right, each channel as full or nothing."""

    def read(rgb: np.ndarray) -> list[tuple[int, ...]]:
        height, width = rgb.shape[:2]
        picked = [rgb[y, x] for y in (height // 8, -height // 8) for x in (width // 8, -width // 8)]
        return [tuple(255 if int(value) > 127 else 0 for value in colour) for colour in picked]

    return read


@pytest.fixture
def kind_of_failure() -> Callable[[Path], FailureKind]:
    """Decodes a file that must fail, with a message, and says with which kind."""

    def fail(path: Path) -> FailureKind:
        with pytest.raises(PhotoReadError) as caught:
            decode(path, 1)
        assert caught.value.message
        return caught.value.kind

    return fail


def dng_bytes(preview: Image.Image | None, orientation: int) -> bytes:
    """Header, preview, sensor data (its brightest quarter lies top left), then the directories."""
    sensor = np.full((300, 400), 20_000, "<u2")
    sensor[:150, :200] = 50_000
    jpeg = _jpeg(preview)
    sub_at = 8 + len(jpeg) + sensor.nbytes
    sub = tiff_directory(_preview_tags(preview, len(jpeg)), sub_at) if preview else b""
    tags = _sensor_tags(orientation, 8 + len(jpeg)) + ([(330, 4, [sub_at])] if sub else [])
    main_at = sub_at + len(sub)
    header = b"II*\0" + struct.pack("<I", main_at)
    return header + jpeg + sensor.tobytes() + sub + tiff_directory(tags, main_at)


def _jpeg(image: Image.Image | None) -> bytes:
    buffer = io.BytesIO()
    if image is not None:
        image.save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


def _sensor_tags(orientation: int, strip_at: int) -> list[tuple[int, int, object]]:
    unit = [(10_000 if i in (0, 4, 8) else 0, 10_000) for i in range(9)]
    return [
        (254, 4, [0]), (256, 4, [400]), (257, 4, [300]), (258, 3, [16]), (259, 3, [1]), (262, 3, [32803]),
        (271, 2, b"Test\0"), (272, 2, b"Test One\0"), (273, 4, [strip_at]), (274, 3, [orientation]), (277, 3, [1]),
        (278, 4, [300]), (279, 4, [400 * 300 * 2]), (284, 3, [1]), (33421, 3, [2, 2]), (33422, 1, bytes([0, 1, 1, 2])),
        (50706, 1, bytes([1, 4, 0, 0])), (50708, 2, b"Test One\0"), (50717, 4, [65535]), (50721, 10, unit),
        (50728, 5, [(1, 1)] * 3),
    ]  # fmt: skip


def _preview_tags(preview: Image.Image, jpeg_bytes: int) -> list[tuple[int, int, object]]:
    return [
        (254, 4, [1]), (256, 4, [preview.width]), (257, 4, [preview.height]), (258, 3, [8, 8, 8]), (259, 3, [7]),
        (262, 3, [6]), (273, 4, [8]), (277, 3, [3]), (278, 4, [preview.height]), (279, 4, [jpeg_bytes]), (284, 3, [1]),
    ]  # fmt: skip


def tiff_directory(tags: list[tuple[int, int, object]], at: int) -> bytes:
    """One little-endian IFD lying at byte `at`: (tag, TIFF type, values or bytes)."""
    tags = sorted(tags, key=lambda tag: tag[0])
    overflow_at = at + 2 + 12 * len(tags) + 4
    entries, overflow = b"", b""
    for tag, kind, values in tags:
        packed = _packed(kind, values)
        count = len(packed) // {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 10: 8}[kind]
        field = packed.ljust(4, b"\0")
        if len(packed) > 4:
            field = struct.pack("<I", overflow_at + len(overflow))
            overflow += packed + b"\0" * (len(packed) % 2)
        entries += struct.pack("<HHI", tag, kind, count) + field
    return struct.pack("<H", len(tags)) + entries + struct.pack("<I", 0) + overflow


def _packed(kind: int, values: object) -> bytes:
    if isinstance(values, bytes):
        return values
    assert isinstance(values, list)
    if kind in (5, 10):
        return b"".join(struct.pack("<II" if kind == 5 else "<ii", *pair) for pair in values)
    return struct.pack(f"<{len(values)}{'H' if kind == 3 else 'I'}", *values)
