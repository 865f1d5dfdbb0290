"""The advice on cropping as a line of a photo's page."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from assist_cli.render.crop_line import crop_in_words, print_crop
from scoring.crops.crop import Crop, CropAdvice

CROP = Crop((0.25, 0.1, 1.0, 0.9), 0.94, ("Leaves out the empty left.",))
CROPPED = CropAdvice("free", (CROP,), False, "Leaves out the empty left.")
TURNED = CropAdvice("free", (CROP,), False, "Leaves out the empty left.", -2.0)
LEVELLED = CropAdvice("free", (Crop((0.02, 0.02, 0.98, 0.98), 0.5, ("Level.",)),), True, "Level.", 1.84)
KEPT = CropAdvice("free", (), True, "No crop clearly beats the frame as it was taken.")


def test_crop_tells_what_is_cut_off_how_surely_and_why_and_that_it_may_be_left():
    assert crop_in_words(CROPPED) == (
        "cut off left 25 %, top 10 %, bottom 10 %, 94 % likely better than the frame; or keep the frame."
        " Leaves out the empty left."
    )


def test_kept_frame_is_told_with_its_reason():
    assert crop_in_words(KEPT) == "keep the frame. No crop clearly beats the frame as it was taken."


def test_turn_comes_before_the_crop():
    assert crop_in_words(TURNED).startswith("turn it 2.0° counterclockwise and keep 60 % of the picture, 94 % likely")


def test_levelled_frame_is_told_with_the_angle_and_what_is_left():
    assert crop_in_words(LEVELLED) == "turn it 1.8° clockwise and keep the largest frame inside, 92 % of the picture."


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
@pytest.mark.parametrize("width", [24, 60, 200])
def test_lines_fit_the_terminal_and_its_characters(encoding, width):
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    print_crop(Console(file=stream, width=width, highlight=False), TURNED)
    stream.flush()
    lines = stream.buffer.getvalue().decode(encoding).splitlines()
    assert lines[0] == ""
    assert lines[1].startswith("Crop: turn it")
    assert max(cell_len(line) for line in lines) <= width
