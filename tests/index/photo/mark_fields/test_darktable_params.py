"""The bytes of darktable's crop module."""

import base64
import struct
import zlib

import pytest

from index.photo.mark_fields.darktable_params import crop_edges, crop_params, params_bytes

EDGES = 0.25, 0.125, 0.75, 0.625


def packed(data: bytes) -> str:
    return "gz03" + base64.b64encode(zlib.compress(data)).decode()


def test_crop_is_written_as_darktable_4_2_reads_it():
    assert crop_params((0.25, 0.1, 0.75, 0.6)) == "0000803ecdcccc3d0000403f9a99193f0000000000000000"


@pytest.mark.parametrize(
    ("version", "data"),
    [
        (1, struct.pack("<ffffii", *EDGES, 0, 0)),
        (1, struct.pack("<ffffii", *EDGES, -1, -1)),
        (2, struct.pack("<ffffiii", *EDGES, 3, 2, 1)),
        (3, struct.pack("<ffffii", *EDGES, 16, 9)),
    ],
)
def test_known_versions_are_read_plain_and_packed(version, data):
    assert crop_edges(data.hex(), version) == crop_edges(packed(data), version) == EDGES


@pytest.mark.parametrize(
    ("version", "data"),
    [
        (4, struct.pack("<ffffii", *EDGES, 0, 0)),
        (2, struct.pack("<ffffii", *EDGES, 0, 0)),
        (1, struct.pack("<ffffii", 0.75, 0.1, 0.25, 0.6, 0, 0)),
        (1, struct.pack("<ffffii", float("nan"), 0, 1, 1, 0, 0)),
        (1, struct.pack("<ffffii", -0.5, 0, 1, 1.5, 0, 0)),
        (1, b""),
    ],
)
def test_unknown_versions_and_impossible_crops_are_not_guessed(version, data):
    assert crop_edges(data.hex(), version) is None


@pytest.mark.parametrize(
    "text", ["xyz", "abc", "gz", "gz03", "gz03!!!!", "gz03" + base64.b64encode(b"none").decode(), "é"]
)
def test_damaged_parameters_are_none(text):
    assert params_bytes(text) is None


def test_parameters_that_grow_without_end_are_refused():
    assert params_bytes(packed(bytes(64 << 20))) is None
