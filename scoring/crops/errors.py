"""What may be wrong with a wish for crops."""

from __future__ import annotations

from collections.abc import Sequence


class AspectError(ValueError):
    """An aspect ratio that is not offered: wrong usage; `hint` lists those that are."""

    exit_code = 2

    def __init__(self, aspect: str, known: Sequence[str]) -> None:
        super().__init__(f"no aspect ratio is called {aspect!r}")
        self.hint = f"there are: {', '.join(known)}"
