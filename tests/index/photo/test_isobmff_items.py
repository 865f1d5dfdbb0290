"""The numbered items of a HEIC or AVIF file, in files built by hand."""

import struct

import pytest

from index.photo.isobmff_items import items, picture_ends_too_soon, placed_items


def box(kind, payload):
    return struct.pack(">I4s", 8 + len(payload), kind) + payload


def infe(number, kind):
    return box(b"infe", bytes([2, 0, 0, 0]) + struct.pack(">HH", number, 0) + kind + b"\0")


def location(number, method, offset, length):
    return struct.pack(">HHHHII", number, method, 0, 1, offset, length)


def file_with(kinds, locations, idat=b""):
    """A file of `ftyp` and `meta`; `locations` are (item, construction method, offset, length)."""
    iinf = box(b"iinf", bytes(4) + struct.pack(">H", len(kinds)) + b"".join(infe(*kind) for kind in kinds))
    iloc = box(
        b"iloc",
        bytes([1, 0, 0, 0, 0x44, 0x00])
        + struct.pack(">H", len(locations))
        + b"".join(location(*at) for at in locations),
    )
    inside = iinf + iloc + (box(b"idat", idat) if idat else b"")
    return box(b"ftyp", b"heic" + bytes(4)) + box(b"meta", bytes(4) + inside)


def told(data):
    return [(kind, b"".join(bytes(part) for part in parts)) for kind, parts in items(data)]


def test_items_come_in_the_order_of_their_numbers_with_their_types():
    kinds = [(2, b"Exif"), (1, b"hvc1")]
    data = file_with(kinds, [(2, 0, 4, 4), (1, 0, 8, 4)])
    assert told(data) == [(b"hvc1", b"heic"), (b"Exif", b"ftyp")]


def test_item_within_the_data_box_is_counted_from_its_start():
    assert told(file_with([(1, b"mime")], [(1, 1, 2, 3)], idat=b"abcdef")) == [(b"mime", b"cde")]


def test_item_that_nothing_describes_has_no_type():
    assert told(file_with([], [(1, 0, 4, 4)])) == [(b"", b"ftyp")]


@pytest.mark.parametrize(("kind", "too_soon"), [(b"hvc1", True), (b"av01", True), (b"Exif", False), (b"mime", False)])
def test_picture_past_the_end_of_the_file_is_cut_off_and_metadata_is_not(kind, too_soon):
    data = file_with([(1, kind)], [(1, 0, 0, 10**6)])
    assert picture_ends_too_soon(data) == too_soon
    with pytest.raises(ValueError, match="outside the file"):
        told(data)


def test_whole_picture_is_not_cut_off():
    assert not picture_ends_too_soon(file_with([(1, b"hvc1")], [(1, 0, 0, 4)]))


@pytest.mark.parametrize("read", [told, picture_ends_too_soon])
def test_file_without_items_is_damaged(read):
    with pytest.raises(ValueError, match="no meta box"):
        read(box(b"ftyp", b"heic"))


def test_locations_that_end_too_soon_are_damage():
    data = file_with([(1, b"hvc1")], [(1, 0, 0, 4)])
    promised = data.replace(bytes([0x44, 0x00]) + struct.pack(">H", 1), bytes([0x44, 0x00]) + struct.pack(">H", 9))
    with pytest.raises(ValueError, match="too soon"):
        told(promised)


def test_where_items_lie_is_told_without_the_rest_of_the_file():
    kinds = [(1, b"hvc1"), (2, b"mime")]
    data = file_with(kinds, [(1, 0, 10**9, 5), (2, 1, 2, 3)], idat=b"abcdef")
    ((picture, picture_kind, far), (number, kind, ((offset, length),))) = placed_items(data)
    assert (picture, picture_kind, far) == (1, b"hvc1", [(10**9, 5)])
    assert (number, kind, data[offset : offset + length]) == (2, b"mime", b"cde")
