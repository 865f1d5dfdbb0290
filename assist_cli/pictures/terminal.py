"""What is known of the terminal that pictures are drawn in."""

from __future__ import annotations

from dataclasses import dataclass

from assist_cli.pictures.protocol import Colours, Protocol

USUAL_CELL_PX = (10, 20)
"""Of the VT340, which most terminals come near: for those that do not tell."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """How pictures are drawn here. `cell_px`: (width, height) of a character in pixels.

    `is_remote`: it shows what another machine sends, and cannot read our files. `reads_files`: it has shown that it can.
    `in_tmux`: sequences for it are wrapped, and pictures are drawn as placeholder characters, which stay within their pane.
    `only_halves`: its typeface has no quarter blocks.
    """

    protocol: Protocol = Protocol.HALF
    cell_px: tuple[int, int] = USUAL_CELL_PX
    colours: Colours = Colours.TRUE
    is_remote: bool = False
    reads_files: bool = False
    in_tmux: bool = False
    only_halves: bool = False
    name: str = ""
    """What it calls itself, or nothing."""
    typed: str = ""
    """What was typed while it was asked."""
    why: str = ""
    """Why pictures are drawn as they are, for people who wonder: one sentence."""
