"""`assist plug`: the door for photo editors that cannot open a socket, such as darktable."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assist_cli.options import named_path

EXAMPLES = """\b
Examples:
  assist plug --request ask.json --reply told.json
  assist plug --request ask.json --reply told.json --progress far.json --cancel stop
\b
ask.json, as the plug-ins write it (assist.plug/1; verbs rate, pick, crop, explain and ping):
  {"schema":"assist.plug/1","verb":"rate","paths":["/photos/IMG_0412.JPG"],"options":{}}
\b
The reply appears when it is whole, and has one result a path, in that order. It is answered by assist serve
where that is up, else here. Exit code 0: there is an answer; 2: the request is wrong; 1: it could not be done;
the reply says why each time.
"""

RequestFile = Annotated[
    Path, typer.Option("--request", metavar="FILE", help="What is asked, as JSON.", parser=named_path)
]
ReplyFile = Annotated[Path, typer.Option("--reply", metavar="FILE", help="Where the answer goes.", parser=named_path)]
ProgressFile = Annotated[
    Path | None,
    typer.Option("--progress", metavar="FILE", help="Write here how far it is: done, total, words.", parser=named_path),
]
CancelFile = Annotated[
    Path | None, typer.Option("--cancel", metavar="FILE", help="Stop once this file appears.", parser=named_path)
]
StartDaemon = Annotated[
    bool, typer.Option("--daemon", help="Start assist serve for the next time, where it is not up; it ends when idle.")
]


def plug(
    ctx: typer.Context,
    request: RequestFile,
    reply: ReplyFile,
    progress: ProgressFile = None,
    cancel: CancelFile = None,
    daemon: StartDaemon = False,
) -> None:
    """Answer a photo editor: a request file in, a reply file out. No photo is changed."""
    from assist_cli.plug_files import PlugFiles
    from assist_cli.workflows.plug.answered_bytes import answered_bytes
    from assist_cli.workflows.plug.plug_desk import PlugDesk

    files = PlugFiles(request, reply, progress, cancel)
    files.begin()
    desk = PlugDesk(ctx.obj.catalog.absolute(), ctx.obj.device)
    exit_code, data = answered_bytes(files.asked(), desk, files.hear, start_daemon=daemon)
    files.answer(data)
    raise typer.Exit(exit_code)
