"""What `assist cull` may be asked for, each option once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assist_cli.options import named_path
from assist_cli.pictures.protocol import Protocol
from assist_cli.workflows.cull.by import By
from assist_cli.workflows.cull.listed import Listed

ImagesChoice = Annotated[
    Protocol | None,
    typer.Option("--images", help="How photos are drawn; by default the terminal is asked.", show_default=False),
]
KeymapChoice = Annotated[
    str, typer.Option("--keymap", metavar="NAME|FILE.toml", help="lightroom, photomechanic, darktable, vim, your own.")
]
FilterChoice = Annotated[
    str, typer.Option("--filter", metavar="NAME", help="Show only such as unrated, picks, rejects, 3+, focus<0.4.")
]
SortChoice = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="NAME",
        help="name, time, score, advice, or a factor.",
        show_default="time, where known of all",
    ),
]
Live = Annotated[bool, typer.Option("--live", help="Write sidecars while you cull, not only at the end.")]
ListChoice = Annotated[
    Listed | None,
    typer.Option("--list", help="Open no screen: print these files, one a line.", show_default=False),
]
ApplyChoice = Annotated[
    Listed | None,
    typer.Option("--apply", help="Open no screen: link or move these photos to a folder.", show_default=False),
]
ToFolder = Annotated[
    Path | None,
    typer.Option(
        "--to",
        metavar="FOLDER",
        help="Where --apply puts them; made if missing.",
        show_default=False,
        parser=named_path,
    ),
]
ByChoice = Annotated[By, typer.Option("--by", help="How --apply puts them there.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only print what --apply would put where.")]
