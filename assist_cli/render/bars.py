"""Stars and bars for numbers; each has a form in plain ASCII for terminals that draw no more."""

from __future__ import annotations

from dataclasses import dataclass

STARS = 5
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


def printed_score(score: float) -> int:
    """The whole number that stands beside the stars, for a score in [0, 100]."""
    return round(score)


def star_count(score: float) -> int:
    """1..5 stars for a score in [0, 100], from the number that is printed: 2 from 30, 3 from 50, 4 from 70, 5 from 90.

    Never none, because editors read no star as "not rated".
    """
    # In whole numbers, so that every half rounds up; `round` would take 50 down and 70 up.
    return max(1, (printed_score(score) + 10) * STARS // 100)


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
