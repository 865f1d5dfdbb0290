"""The options of `assist watch`."""

from __future__ import annotations

from typing import Annotated

import typer

from index.photo.sidecar_place import Style

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
