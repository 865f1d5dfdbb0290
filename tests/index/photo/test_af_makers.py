"""Each maker's record of the focus area is read as ExifTool's tag tables describe it."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

import pytest

from index.photo.af_makers import Area, Stored, canon, fujifilm, nikon, olympus, panasonic, reader_for, sony

STORED = Stored("Canon EOS R5", (6000, 4000))


@dataclass
class DrawnNote:
    """A note whose tags are given."""

    tags: dict[int, tuple[float, ...]] = field(default_factory=dict)
    order: str = "<"
    inner: DrawnNote | None = None

    def integers(self, tag):
        return self.tags.get(tag, ())

    rationals = integers

    def below(self, _):
        return self.inner


def word(number):
    return number & 0xFFFF


def canon_info(in_focus, frame=(6000, 4000)):
    """AFInfo2 of three points: left, middle, and right and high (y = 1000 upwards on EOS)."""
    sizes, x, y = [300] * 3 + [200] * 3, [word(-1500), 0, 1500], [0, 0, 1000]
    return (96, 2, 3, 3, *frame, *frame, *sizes, *x, *y, in_focus, 0, 0)


def test_canon_gives_the_points_in_focus_with_y_upwards():
    assert canon(DrawnNote({0x26: canon_info(0b100)}), STORED) == [Area(0.75, 0.25, 0.05, 0.05)]
    assert canon(DrawnNote({0x26: canon_info(0b011)}), STORED) == [
        Area(0.25, 0.5, 0.05, 0.05),
        Area(0.5, 0.5, 0.05, 0.05),
    ]
    assert canon(DrawnNote({0x26: canon_info(0)}), STORED) == []


def test_canon_compact_counts_downwards():
    compact = Stored("Canon PowerShot G11", (6000, 4000))
    assert canon(DrawnNote({0x26: canon_info(0b100)}), compact) == [Area(0.75, 0.75, 0.05, 0.05)]


def test_canon_of_older_bodies_states_one_size():
    older = (2, 2, 6000, 4000, 6000, 4000, 300, 200, 0, word(-600), 0, 400, 0b10)
    assert canon(DrawnNote({0x12: older}), STORED) == [Area(0.4, 0.4, 0.05, 0.05)]


def test_canon_picture_of_another_shape_was_cropped():
    assert canon(DrawnNote({0x26: canon_info(0b100)}), Stored("Canon EOS R5", (4000, 4000))) == []


def nikon_info(version, contrast, start, phase=0, primary=0):
    info = bytearray(0x60)
    info[:8] = version + bytes([contrast, 0, phase, primary])
    if start:
        struct.pack_into("<6H", info, start, 6000, 4000, 1500, 3000, 300, 200)
    return {0xB7: tuple(info)}


@pytest.mark.parametrize(("version", "contrast", "start"), [(b"0100", 1, 0x10), (b"0101", 1, 0x46), (b"0300", 2, 0x2A)])
def test_nikon_gives_the_area_that_was_measured_on_the_sensor(version, contrast, start):
    assert nikon(DrawnNote(nikon_info(version, contrast, start)), STORED) == [Area(0.25, 0.75, 0.05, 0.05)]


def test_nikon_gives_the_centre_point_of_a_reflex_and_no_other():
    assert nikon(DrawnNote(nikon_info(b"0100", 0, 0, phase=1, primary=1)), STORED) == [Area(0.5, 0.5)]
    assert nikon(DrawnNote(nikon_info(b"0100", 0, 0, phase=1, primary=7)), STORED) == []
    assert nikon(DrawnNote({0x88: (0, 0, 0, 1)}), STORED) == [Area(0.5, 0.5)]
    assert nikon(DrawnNote({0x88: (0, 3, 0, 8)}), STORED) == []
    assert nikon(DrawnNote(), STORED) == []


def test_olympus_gives_a_point_in_its_camera_settings():
    settings = DrawnNote({0x305: (0.25, 0.5, 0.0, 0.0, 0.0)})
    assert olympus(DrawnNote(inner=settings), STORED) == [Area(0.25, 0.5)]
    assert olympus(DrawnNote(), STORED) == []


def test_fujifilm_gives_a_pixel():
    assert fujifilm(DrawnNote({0x1023: (1500, 3000)}), STORED) == [Area(0.25, 0.75)]


def test_panasonic_gives_a_point_and_perhaps_its_size():
    assert panasonic(DrawnNote({0x4D: (0.25, 0.5), 0xDE: (0.1, 0.2)}), STORED) == [Area(0.25, 0.5, 0.1, 0.2)]
    assert panasonic(DrawnNote({0x4D: (0.25, 0.5), 0xDE: (4e6, 4e6)}), STORED) == [Area(0.25, 0.5)]


def test_sony_gives_a_point_in_a_frame_of_its_own():
    assert sony(DrawnNote({0x2027: (640, 480, 160, 120)}), STORED) == [Area(0.25, 0.25)]
    assert sony(DrawnNote({0x2027: (640, 480, 160, 120), 0x2037: (64, 48, 1)}), STORED) == [Area(0.25, 0.25, 0.1, 0.1)]
    assert sony(DrawnNote({0x2027: (640, 480, 0, 0)}), STORED) == []


def test_reader_is_found_by_the_start_of_the_make():
    assert reader_for("NIKON CORPORATION") is nikon
    assert reader_for("OM Digital Solutions") is olympus
    assert reader_for("Apple") is None
