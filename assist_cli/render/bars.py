"""Stars and bars for numbers; each has a form in plain ASCII for terminals that draw no more."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.ranking.stars import STARS, star_count

EIGHTHS = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What a terminal can draw."""

    star: str
    no_star: str
    full: str
    parts: str
    """Ever fuller cells, the first empty; its length says how finely a bar can end."""
    separator: str
    nothing: str
    ellipsis: str
    degree: str

    def spelled(self, sentence: str) -> str:
        """The sentence with the signs that only some terminals have written so that this one shows them."""
        return sentence.replace("°", self.degree)


UNICODE = Glyphs("★", "☆", "█", EIGHTHS, " · ", "╌", "…", "°")
ASCII = Glyphs("*", "-", "#", " ", ", ", "-", "...", " deg")


def glyphs_for(encoding: str | None) -> Glyphs:
    """Unicode where the stream can carry it."""
    return UNICODE if (encoding or "").lower().replace("-", "").startswith("utf") else ASCII


def stars(score: float, glyphs: Glyphs) -> str:
    """Five cells: the score in stars."""
    count = star_count(score)
    return glyphs.star * count + glyphs.no_star * (STARS - count)


def bar(value: float, width: int, glyphs: Glyphs) -> str:
    """`width` cells filled from the left for a value in [0, 1]."""
    steps = len(glyphs.parts)
    eighths = round(max(0.0, min(1.0, value)) * width * steps)
    full, part = divmod(eighths, steps)
    drawn = glyphs.full * full + (glyphs.parts[part] if part else "")
    return drawn + " " * (width - len(drawn))
