"""The advice on cropping as a line of a photo's page."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from assist_cli.render.bars import glyphs_for
from assist_cli.render.crop_table import cut_in_words
from assist_cli.render.line_fill import wrapped
from assist_cli.render.line_output import print_line
from assist_cli.render.photo_page import MIN_CELLS
from scoring.crops.crop import CropAdvice
from scoring.crops.levelling import turn_in_words
from scoring.percent import percent


def print_crop(console: Console, advice: CropAdvice) -> None:
    """Print it as wide as the terminal is, after an empty line."""
    print_line(console, Text())
    spelled = glyphs_for(console.encoding).spelled(f"Crop: {crop_in_words(advice)}")
    for row in wrapped(spelled, max(MIN_CELLS, console.width), 2):
        print_line(console, Text(row))


def crop_in_words(advice: CropAdvice) -> str:
    """To turn it, to crop it, or to keep the frame; and why."""
    if advice.levelled_frame is not None:
        kept = percent(advice.levelled_frame.area)
        return f"turn it {turn_in_words(advice.turn_deg)} and keep the largest frame inside, {kept} of the picture."
    if advice.keep_uncropped:
        return f"keep the frame. {advice.reason}"
    best, frame = advice.crops[0], "the levelled frame" if advice.turn_deg else "the frame"
    how = f"{cut_in_words(best, advice.turn_deg)}, {percent(best.score)} likely better than {frame}"
    return f"{how}; or keep {frame}. {' '.join(best.reasons)}"
