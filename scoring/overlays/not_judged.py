"""The picture of a verdict that was not reached: the photo hatched, and nothing claimed of it; the page's sentence says why."""

from __future__ import annotations

from scoring.frame import U8
from scoring.overlays.legend import thumbnail
from scoring.overlays.legend_key import Key, KeyRow
from scoring.overlays.overlay import Layer
from scoring.overlays.patterns import nothing_to_tell, nothing_to_tell_swatch


def not_judged(photo: U8) -> Layer:
    """`photo`: (h, w, 3) uint8 sRGB, at the size it is shown."""
    return Layer(nothing_to_tell(photo), (thumbnail(photo), Key("", (KeyRow(nothing_to_tell_swatch(), "not judged"),))))
