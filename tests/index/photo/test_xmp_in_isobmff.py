"""The packet of a HEIC or AVIF, and of a CR3."""

import struct

import pytest

from index.photo.file_window import window_on
from index.photo.xmp_in_isobmff import xmp_in_isobmff
from tests.index.photo.made_xmp import PACKET, box, cr3

GAIN_MAP = PACKET.replace(b"3", b"1")


def found(tmp_path, data):
    (tmp_path / "photo").write_bytes(data)
    with window_on(tmp_path / "photo") as window:
        return xmp_in_isobmff(window)


def heic(packets, references=(), wide=False):
    """Items 1.. are pictures; `packets`: number -> text, all within `idat`; `references`: (from, to)."""
    number = ">I" if wide else ">H"
    kinds = [(1, b"hvc1"), (2, b"hvc1"), *((item, b"mime") for item in packets)]
    entries = [box(b"infe", bytes([2, 0, 0, 0]) + struct.pack(">HH", item, 0) + kind + b"\0") for item, kind in kinds]
    iinf = box(b"iinf", bytes(4) + struct.pack(">H", len(entries)) + b"".join(entries))
    places, idat = b"", b""
    for item, text in packets.items():
        places += struct.pack(">HHHHII", item, 1, 0, 1, len(idat), len(text))
        idat += text
    iloc = box(b"iloc", bytes([1, 0, 0, 0, 0x44, 0]) + struct.pack(">H", len(packets)) + places)
    pitm = box(b"pitm", bytes(4) + struct.pack(">H", 1))
    told = [
        box(b"cdsc", struct.pack(number, said) + b"\0\1" + struct.pack(number, about)) for said, about in references
    ]
    iref = box(b"iref", bytes([wide, 0, 0, 0]) + b"".join(told)) if told else b""
    inside = pitm + iinf + iref + iloc + box(b"idat", idat)
    return box(b"ftyp", b"heic" + bytes(4)) + box(b"meta", bytes(4) + inside) + box(b"mdat", bytes(100))


def test_it_is_an_item_of_the_file(tmp_path):
    assert found(tmp_path, heic({3: PACKET})) == PACKET


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("order", [(3, 4), (4, 3)])
def test_of_several_the_one_about_the_main_picture_counts(tmp_path, wide, order):
    main, other = order
    data = heic({main: PACKET, other: GAIN_MAP}, [(main, 1), (other, 2)], wide)

    assert found(tmp_path, data) == PACKET


def test_an_item_that_is_no_xmp_is_left_out(tmp_path):
    assert found(tmp_path, heic({3: b"text/plain"})) is None


def test_a_cr3_has_it_in_a_box_of_its_own(tmp_path):
    assert found(tmp_path, cr3(PACKET)) == PACKET


def test_a_box_that_reaches_to_the_end_of_the_file_may_leave_out_its_size(tmp_path):
    data = bytearray(cr3(PACKET))
    data[data.index(b"uuid") - 4 : data.index(b"uuid")] = bytes(4)

    assert found(tmp_path, bytes(data)) == PACKET


def test_a_box_may_state_its_size_in_eight_bytes(tmp_path):
    large = struct.pack(">I4sQ", 1, b"free", 16 + 5) + bytes(5)
    data = cr3(PACKET)
    assert found(tmp_path, data[:16] + large + data[16:]) == PACKET


def test_a_box_of_an_impossible_size_is_told(tmp_path):
    with pytest.raises(ValueError, match="claims 3 bytes"):
        found(tmp_path, box(b"ftyp", b"crx " + bytes(4)) + struct.pack(">I4s", 3, b"moov") + bytes(20))
