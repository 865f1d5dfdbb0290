"""A JPEG is decoded whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from index.photo.decode import decode
from index.photo.errors import FailureKind

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


def test_decode_fails_on_a_truncated_jpeg_instead_of_painting_it_grey(tmp_path, scene, kind_of_failure):
    for options in ({}, {"progressive": True}):
        whole = saved(tmp_path / "whole.jpg", scene, **options).read_bytes()
        for kept in (0.3, 0.6, 0.95):
            (tmp_path / "cut.jpg").write_bytes(whole[: int(len(whole) * kept)])
            assert kind_of_failure(tmp_path / "cut.jpg") is FailureKind.TRUNCATED
        (tmp_path / "zeros.jpg").write_bytes(whole[: len(whole) // 2] + bytes(len(whole) // 2))
        assert kind_of_failure(tmp_path / "zeros.jpg") is FailureKind.TRUNCATED


def test_decode_accepts_bytes_after_the_end_of_a_jpeg(tmp_path, scene):
    whole = saved(tmp_path / "whole.jpg", scene).read_bytes()
    (tmp_path / "tail.jpg").write_bytes(whole + b"motion photo" * 1000)
    assert np.array_equal(decode(tmp_path / "tail.jpg", 1).rgb, decode(tmp_path / "whole.jpg", 1).rgb)


def test_decode_takes_the_first_picture_of_an_mpf_file(tmp_path, corners, corner_colours):
    path = saved(tmp_path / "a.jpg", corners, format="MPO", save_all=True, append_images=[corners.rotate(180)])
    assert corner_colours(decode(path, 1).rgb) == [RED, GREEN, BLUE, WHITE]


def test_decode_accepts_junk_between_the_segments_of_a_jpeg(tmp_path, corners, corner_colours):
    whole = saved(tmp_path / "whole.jpg", corners, quality=95).read_bytes()
    tables = whole.index(b"\xff\xdb")
    (tmp_path / "junk.jpg").write_bytes(whole[:tables] + b"junk" + whole[tables:])
    assert corner_colours(decode(tmp_path / "junk.jpg", 1).rgb) == [RED, GREEN, BLUE, WHITE]


def test_decode_fails_on_damaged_scan_data(tmp_path, scene, kind_of_failure):
    data = bytearray(saved(tmp_path / "a.jpg", scene).read_bytes())
    middle = len(data) // 2
    data[middle : middle + 400] = bytes(range(1, 201)) * 2
    (tmp_path / "a.jpg").write_bytes(data)
    assert kind_of_failure(tmp_path / "a.jpg") is FailureKind.CORRUPT


@pytest.mark.parametrize("process", [0xC0, 0xC9], ids=["huffman", "arithmetic"])
def test_decode_says_that_a_12_bit_jpeg_is_of_another_kind_and_not_damaged(tmp_path, scene, kind_of_failure, process):
    data = bytearray(saved(tmp_path / "a.jpg", scene).read_bytes())
    frame = data.index(b"\xff\xc0")
    data[frame + 1], data[frame + 4] = process, 12  # ITU-T T.81, B.2.2: SOFn, and P, the sample precision
    (tmp_path / "a.jpg").write_bytes(data)
    assert kind_of_failure(tmp_path / "a.jpg") is FailureKind.UNSUPPORTED
