"""The options of `assist watch`."""

from __future__ import annotations

from typing import Annotated

import typer

from index.photo.sidecar_place import Style

EXAMPLES = """\b
Examples:
  assist watch ~/Pictures/Tethered               a live screen; Ctrl-C ends it
  assist watch /media/card ~/Sync --initial      the photos that are there already, first
  assist watch . --write-sidecars darktable      stars and labels for the editor that is open beside it
  assist watch . --format jsonl | jq .score      one JSON object a photo (assist.photo/1), at once
  assist watch /mnt/nas/inbox --poll             look every second, where a network brings no events
  assist watch . --on-keeper 'cp -n {path} /mnt/keepers'     your own command, never through a shell
  assist watch ~/Sync --install                  a service that starts with your session; --uninstall removes it
\b
A photo is taken when it is complete: closed, moved here, or quiet and whole by its own structure. Bursts grow: advice on
their frames is revised as more come. Started again, it goes on where it was. Photos are never changed, moved or deleted;
assist undo takes back what was written.
\b
Commands get {path}, {decision}, {score} and {reason}, each as one argument, and ASSIST_PATH, ASSIST_DECISION, ASSIST_SCORE
and ASSIST_REASON. Without any of these places the path comes last. They run once a decision, two at a time, 60 s at most.
"""

Poll = Annotated[bool, typer.Option("--poll", help="Look at the folders every second, whatever events they bring.")]
Initial = Annotated[bool, typer.Option("--initial", help="First the photos that are there already.")]
WriteSidecars = Annotated[
    Style | None,
    typer.Option("--write-sidecars", help="Write sidecars, named as this editor wants them.", show_default=False),
]
OnKeeper = Annotated[
    str | None,
    typer.Option("--on-keeper", metavar="CMD", help="Run this for each photo to keep.", show_default=False),
]
OnReject = Annotated[
    str | None,
    typer.Option("--on-reject", metavar="CMD", help="Run this for each reject candidate.", show_default=False),
]
Notify = Annotated[bool, typer.Option("--notify", help="Notes on the desktop, one for many photos.")]
Install = Annotated[
    bool, typer.Option("--install", help="Write a systemd user unit for this watch; watch nothing now.")
]
Uninstall = Annotated[bool, typer.Option("--uninstall", help="Take the unit for these folders away again.")]
