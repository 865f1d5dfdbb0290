"""Which crop follows from a history of darktable."""

import struct

import pytest

from index.photo.mark_fields.darktable_history import OLD_HISTORY, crop_step, history_of
from index.photo.mark_fields.read import facts_of
from index.photo.xmp import read_xmp
from tests.index.photo.mark_fields.made_packets import crop, exposure, history, listed, packet, step

BOX = 0.25, 0.125, 0.75, 0.625
OTHER = 0.5, 0.5, 1.0, 1.0


def found(*steps, end=None, orientation=1):
    return facts_of(read_xmp(history(*steps, end=end)), orientation)


def flip(num, bits):
    return step(num, "flip", struct.pack("<i", bits).hex(), 2)


def test_crop_in_force_is_the_last_one():
    assert found(crop(0, *OTHER), exposure(1), crop(2, *BOX)).darktable_crop.edges == BOX


def test_undone_crop_is_none():
    facts = found(exposure(0), crop(1, *BOX), end=1)
    assert (facts.darktable_crop, facts.has_darktable_crop) == (None, False)
    assert facts.darktable_history.undone == {1}


def test_crop_switched_off_is_none():
    assert not found(crop(0, *BOX), crop(1, *BOX, enabled=False)).has_darktable_crop


def test_whole_frame_is_no_crop():
    assert not found(crop(0, 0.0, 0.0, 1.0, 1.0)).has_darktable_crop


def test_steps_count_by_number_wherever_they_stand():
    assert found(crop(1, *BOX), crop(0, *OTHER)).darktable_crop.edges == BOX


def test_history_without_an_end_is_all_in_force():
    assert history_of([crop_step(0, BOX, enabled=True)], None).crop(1).edges == BOX


@pytest.mark.parametrize("module", ["ashift", "clipping", "enlargecanvas"])
def test_crop_of_a_picture_turned_in_darktable_cannot_be_told(module):
    facts = found(step(0, module, "00" * 8, 5), crop(1, *BOX))
    assert facts.has_darktable_crop
    assert facts.darktable_crop is None
    assert module in facts.crop_doubt


def test_module_switched_off_turns_nothing():
    assert found(step(0, "ashift", "00" * 8, 5, enabled=False), crop(1, *BOX)).darktable_crop.edges == BOX


@pytest.mark.parametrize(("bits", "orientation"), [(-1, 1), (-1, 6), (0, 1), (5, 6), (6, 8), (3, 3)])
def test_orientation_as_the_camera_noted_it_moves_no_crop(bits, orientation):
    assert found(flip(0, bits), crop(1, *BOX), orientation=orientation).darktable_crop.edges == BOX


@pytest.mark.parametrize(("bits", "orientation"), [(5, 1), (0, 6), (6, 6)])
def test_crop_of_a_picture_turned_by_hand_cannot_be_told(bits, orientation):
    facts = found(flip(0, bits), crop(1, *BOX), orientation=orientation)
    assert (facts.darktable_crop, facts.has_darktable_crop) == (None, True)
    assert "by hand" in facts.crop_doubt


def test_crop_of_a_newer_darktable_is_there_but_cannot_be_told():
    facts = found(step(0, "crop", "00" * 32, 9))
    assert (facts.darktable_crop, facts.has_darktable_crop) == (None, True)


def test_history_of_an_old_darktable_is_not_guessed():
    old = packet('darktable:xmp_version="2"', listed(OLD_HISTORY, "Seq", ["crop"]))
    facts = facts_of(read_xmp(old))
    assert facts.has_darktable_crop
    assert "3.0" in facts.darktable_history.trouble


@pytest.mark.parametrize("end", ["", "many", "-1"])
def test_end_that_cannot_be_read_is_trouble(end):
    assert history_of([crop_step(0, BOX, enabled=True)], end).trouble


def test_our_crop_is_known_until_darktable_writes_it_again():
    ours, theirs = (
        crop_step(0, BOX, enabled=True),
        crop_step(0, BOX, enabled=True) | {"darktable:blendop_version": "11"},
    )
    assert [history_of([entry], "1").steps[0].is_ours for entry in (ours, theirs)] == [True, False]


def test_damaged_entries_are_passed_over():
    broken = [{}, {"darktable:num": "x", "darktable:operation": "crop"}, {"darktable:params": "zz"}]
    assert history_of(broken, "3").crop(1).edges is None
