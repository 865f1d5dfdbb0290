"""Colour labels: by English name, by darktable's number and by digiKam's."""

from __future__ import annotations

from collections.abc import Iterable

from index.photo.marks import ColorLabel

DARKTABLE = {
    0: ColorLabel.RED,
    1: ColorLabel.YELLOW,
    2: ColorLabel.GREEN,
    3: ColorLabel.BLUE,
    4: ColorLabel.PURPLE,
}
"""`darktable:colorlabels` (darktable, src/common/colorlabels.h)."""
DIGIKAM = {
    1: "Red",
    2: "Orange",
    3: "Yellow",
    4: "Green",
    5: "Blue",
    6: "Purple",
    7: "Gray",
    8: "Black",
    9: "White",
}
"""`digiKam:ColorLabel` (digiKam, digikam_globals.h; its sixth is called magenta there and looks like the others' purple)."""
RAWTHERAPEE = {
    1: ColorLabel.RED,
    2: ColorLabel.YELLOW,
    3: ColorLabel.GREEN,
    4: ColorLabel.BLUE,
    5: ColorLabel.PURPLE,
}
"""`ColorLabel` of a .pp3 (RawTherapee, rtgui/thumbbrowserentrybase; 0 is none)."""
COMMON = {label.casefold(): label.value for label in ColorLabel}


def read_label(text: str) -> str:
    """The name as it stands there; one of the five in other letter case by its usual spelling.

    "red" was meant as Red, though Lightroom and darktable 4.2.1 show no colour for it.
    """
    return COMMON.get(text.strip().casefold(), text)


def labels_said(label: str | None, darktable: Iterable[int], digikam: int | None) -> tuple[str, ...]:
    """All that the three properties say, each once, darktable's first: where they disagree, each has its say."""
    said = [DARKTABLE[number].value for number in sorted(set(darktable)) if number in DARKTABLE]
    said += [read_label(label)] if label and label.strip() else []
    said += [DIGIKAM[digikam]] if digikam in DIGIKAM else []
    return tuple(dict.fromkeys(said))


def darktable_numbers(labels: Iterable[str]) -> tuple[str, ...]:
    """What `darktable:colorlabels` holds for these names, in its order; other names have no number there."""
    wanted = {read_label(label) for label in labels}
    return tuple(str(number) for number, label in DARKTABLE.items() if label in wanted)


def first_number(labels: Iterable[str], numbers: dict[int, ColorLabel] | dict[int, str]) -> int | None:
    """The number of the first of these names that has one."""
    by_name = {str(name): number for number, name in numbers.items()}
    return next((by_name[read_label(label)] for label in labels if read_label(label) in by_name), None)
