"""Counts in words, one and many."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """`1 photo`, `2,000 photos`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
