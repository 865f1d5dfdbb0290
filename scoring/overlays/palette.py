"""The colours of marks and canvases: bright marks that people with any colour vision tell apart, on neutral grey."""

from __future__ import annotations

Colour = tuple[int, int, int]
"""8-bit sRGB."""

BACKGROUND: Colour = (30, 30, 30)
PLATE: Colour = (16, 16, 16)
RULE: Colour = (72, 72, 72)
"""Neutral and dark, so that the surround does not tint or dim the photo (ISO 12646 asks for a neutral surround)."""
TEXT: Colour = (236, 236, 236)
MUTED: Colour = (172, 172, 172)
"""Contrast with the background 14 : 1 and 7 : 1, where WCAG 2.2 asks for 4.5 : 1 (criterion 1.4.3)."""

ORANGE: Colour = (230, 159, 0)
SKY_BLUE: Colour = (86, 180, 233)
YELLOW: Colour = (240, 228, 66)
BLUE: Colour = (0, 114, 178)
VERMILION: Colour = (213, 94, 0)
"""Okabe and Ito, "Color Universal Design", 2008: told apart with protanopia, deuteranopia and tritanopia."""
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
