"""The directories of a TIFF, in files built by hand, in both byte orders."""

import struct

import pytest

from index.photo.tiff_directories import IMAGE_WIDTH, SUB_IFDS, directories, pieces, value

LONG, SHORT, ASCII = 4, 3, 2
STRIPS, COUNTS = 0x0111, 0x0117


def directory(order, entries, following=0):
    """(tag, type, count, value or offset) each."""
    body = b"".join(
        struct.pack(order + "HHI", tag, kind, count)
        + (struct.pack(order + "HH", number, 0) if kind == SHORT and count == 1 else struct.pack(order + "I", number))
        for tag, kind, count, number in entries
    )
    return struct.pack(order + "H", len(entries)) + body + struct.pack(order + "I", following)


def tiff(order, *parts):
    return (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 8) + b"".join(parts)


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_byte_orders_are_read(order):
    (found,) = directories(tiff(order, directory(order, [(IMAGE_WIDTH, SHORT, 1, 640)])))
    assert value(found, IMAGE_WIDTH) == 640


def test_sub_directories_come_before_the_next_of_the_chain():
    size = len(directory("<", [(SUB_IFDS, LONG, 1, 0)]))
    first = directory("<", [(SUB_IFDS, LONG, 1, 8 + size)], following=8 + 2 * size)
    sub, second = (directory("<", [(IMAGE_WIDTH, LONG, 1, width)]) for width in (100, 200))
    assert [value(found, IMAGE_WIDTH) for found in directories(tiff("<", first, sub, second))] == [0, 100, 200]


def test_directories_that_point_in_circles_are_read_once():
    assert len(directories(tiff("<", directory("<", [(IMAGE_WIDTH, LONG, 1, 7)], following=8)))) == 1


def test_longer_values_lie_elsewhere_in_the_file():
    at = 8 + len(directory("<", [(0, 0, 0, 0)] * 2))
    data = tiff(
        "<", directory("<", [(STRIPS, LONG, 2, at), (COUNTS, LONG, 2, at + 8)]), struct.pack("<4I", 500, 900, 40, 50)
    )
    assert pieces(directories(data)[0]) == [(500, 40), (900, 50)]


def test_texts_are_left_out_and_an_absent_tag_has_its_default():
    (found,) = directories(tiff("<", directory("<", [(0x010F, ASCII, 4, 0)])))
    assert found == {}
    assert value(found, IMAGE_WIDTH, 5) == 5
    assert pieces(found) == []


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (tiff("<", directory("<", [(STRIPS, LONG, 1000, 8)])), ValueError),
        (tiff("<"), struct.error),
        (b"II+\0" + bytes(20), ValueError),
    ],
    ids=["values past the end", "no directory", "BigTIFF"],
)
def test_damage_and_foreign_layouts_are_told(data, error):
    with pytest.raises(error):
        directories(data)
