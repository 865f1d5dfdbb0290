"""`assist serve`: answers photo editors on this machine, with the program loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assist_cli.options import named_path

if TYPE_CHECKING:
    from plugins.server.state_file import ServerState

EXAMPLES = """\b
Examples:
  assist serve                            photos in your folder of pictures
  assist serve --allow /photos --allow /media/card
  assist serve --idle 60                  ends after an hour in which nobody asked
\b
It listens on 127.0.0.1 alone, on a port of its own choice; port and token lie in a file that only you can
read. Plug-ins and assist plug find it there. Web pages and other users are refused: docs/editors.md.
"""

Roots = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow",
        metavar="FOLDER",
        help="Photos in and below it may be asked for; may be given again. By default your folder of pictures.",
        parser=named_path,
    ),
]
Idle = Annotated[
    float, typer.Option("--idle", min=0.01, max=10_000, metavar="MINUTES", help="End when nobody asked for so long.")
]


def serve(ctx: typer.Context, allow: Roots = None, idle: Idle = 15.0) -> None:
    """Answer the plug-ins of photo editors until nobody has asked for a while. No photo is changed."""
    from assist_cli.console import talk
    from assist_cli.workflows.plug.plug_desk import PlugDesk
    from assist_cli.workflows.plug.serve_photos import ServeRequest, serve_photos, usual_roots

    roots = allow or usual_roots()

    def up(state: ServerState) -> None:
        if not ctx.obj.quiet:
            places = ", ".join(map(str, roots))
            talk().print(
                f"answering editors on 127.0.0.1:{state.port} about photos in {places}; Ctrl-C ends it", markup=False
            )

    serve_photos(ServeRequest(PlugDesk(ctx.obj.catalog.absolute(), ctx.obj.device), roots, idle * 60), up)
