"""What tmux says of itself and of the terminal around it; its answers do not pass through it, so it is asked itself."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

PATIENCE_S = 1.0
"""tmux answers in milliseconds; one that hangs must not keep a person waiting."""
OUTER = "#{client_termtype}|#{client_termname}"
"""tmux(1), FORMATS: what the terminal answered to XTVERSION, and its TERM."""
PASSING = frozenset({"on", "all"})
"""tmux(1): values of `allow-passthrough` that let sequences for the terminal pass."""
KITTY = re.compile(r"\bkitty\b(?:\((\d+)\.(\d+))?")
FIRST_KITTY = (0, 28)
"""kitty's changelog: Unicode placeholders since 0.28.0."""


@dataclass(frozen=True, slots=True)
class Tmux:
    """`passes`: sequences reach the terminal around it. `outer`: what that is."""

    passes: bool = False
    outer: str = ""

    @property
    def has_placeholders(self) -> bool:
        """Whether the terminal around it draws pictures in the place of kitty's placeholder characters."""
        if "ghostty" in self.outer.lower():
            return True
        kitty = KITTY.search(self.outer.lower())
        if kitty is None:
            return False
        return kitty[1] is None or (int(kitty[1]), int(kitty[2])) >= FIRST_KITTY


def ask_tmux() -> Tmux:
    """About the tmux that this runs in; nothing passes where it cannot be asked."""
    return Tmux(_said("show-options", "-Apv", "allow-passthrough") in PASSING, _said("display-message", "-p", OUTER))


def _said(*command: str) -> str:
    try:
        done = subprocess.run(["tmux", *command], capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    except (
        OSError,
        subprocess.TimeoutExpired,
        UnicodeDecodeError,
    ):  # not installed here, or stuck: it then passes nothing
        return ""
    return done.stdout.strip()


def passed_through(sequences: str) -> str:
    """Wrap sequences for the terminal around tmux (tmux(1): `allow-passthrough`)."""
    return f"\x1bPtmux;{sequences.replace(chr(27), chr(27) * 2)}\x1b\\"
