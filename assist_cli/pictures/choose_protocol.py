"""Chooses how pictures are drawn, from what the terminal answered and what surrounds it."""

from __future__ import annotations

from collections.abc import Mapping

from assist_cli.pictures.protocol import Colours, Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.pictures.terminal_answers import Answers
from assist_cli.pictures.tmux import Tmux

BETTER_WITH_FILES = ("iterm2", "wezterm", "warp", "mintty")
"""By XTVERSION: they draw files within the text best; what they know of kitty's protocol is a part of it, or slow (yazi's matrix of
terminals, 2026)."""
XTERM_JS = "xterm.js"
"""VS Code and Tabby: the add-on that states sixel in DA1 draws files within the text as well, and those in full colour."""
MULTIPLEXERS = ("TMUX", "ZELLIJ", "STY")
"""Set within tmux, Zellij and GNU screen: what lies in a pane can be painted over others."""


def choose(answers: Answers, tmux: Tmux, environ: Mapping[str, str]) -> Terminal:
    """The terminal with the best protocol for photos that it can do."""
    in_tmux = bool(environ.get("TMUX"))
    protocol, why = _in_tmux(tmux) if in_tmux else _outside(answers, environ)
    return Terminal(
        protocol=protocol,
        colours=colours_of(environ, answers),
        is_remote=is_remote(environ),
        reads_files=answers.reads_files and not in_tmux,
        in_tmux=in_tmux,
        only_halves=environ.get("TERM") == "linux",
        name=tmux.outer.partition("|")[0] if in_tmux else answers.name,
        why=why,
    )


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether this runs at the other end of ssh (ssh(1), ENVIRONMENT)."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def is_within_another(environ: Mapping[str, str]) -> bool:
    """Whether a multiplexer lies between us and the terminal."""
    return any(environ.get(name) for name in MULTIPLEXERS)


def colours_of(environ: Mapping[str, str], answers: Answers) -> Colours:
    """Those of characters. `NO_COLOR` (no-color.org) asks for none, whatever its value."""
    if environ.get("NO_COLOR"):
        return Colours.GREY
    stated = environ.get("COLORTERM", "") in ("truecolor", "24bit") or environ.get("TERM", "").endswith("-direct")
    return Colours.TRUE if stated or answers.true_colour or answers.kitty else Colours.PALETTE


def _outside(answers: Answers, environ: Mapping[str, str]) -> tuple[Protocol, str]:
    name = answers.name or "the terminal"
    if is_within_another(environ):
        return Protocol.HALF, "Pictures do not stay within the panes of Zellij and GNU screen."
    if answers.name.lower().startswith(BETTER_WITH_FILES) or answers.files_in_text:
        return Protocol.ITERM, f"{name} draws picture files within text."
    if answers.name.lower().startswith(XTERM_JS) and answers.sixel:
        return Protocol.ITERM, f"{name} draws picture files within text."
    if answers.kitty:
        return Protocol.KITTY, f"{name} answered in kitty's graphics protocol."
    if answers.sixel:
        return Protocol.SIXEL, f"{name} says that it draws sixels."
    if not answers.answered:
        return Protocol.HALF, "The terminal was not asked, or did not answer."
    return Protocol.HALF, f"{name} draws no pictures."


def _in_tmux(tmux: Tmux) -> tuple[Protocol, str]:
    if not tmux.has_placeholders:
        return Protocol.HALF, "Within tmux, only kitty and Ghostty keep pictures inside a pane."
    if not tmux.passes:
        return Protocol.HALF, "tmux lets no pictures pass; `tmux set -p allow-passthrough on` does."
    return Protocol.KITTY, "tmux lets pictures pass, as placeholders that stay within their pane."
