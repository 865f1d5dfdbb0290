"""`assist sidecars`: marks beside photos, for every editor."""

from __future__ import annotations

import typer

from assist_cli.commands import sidecars_doctor, sidecars_read, sidecars_status, sidecars_write

EXAMPLES = """\b
Examples:
  assist sidecars write ~/Pictures/2026-11-20 --dry-run
  assist sidecars write ~/Pictures/2026-11-20 --style both
  assist sidecars read ~/Pictures/2026-11-20
  assist sidecars doctor ~/Pictures/2026-11-20
  assist undo --last
\b
Photos themselves are never written to, and what a person marked is left alone.
"""

app = typer.Typer(
    help="Write and read stars, labels, flags and crops beside photos, and tell what each editor shows.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.command("write", epilog=sidecars_write.EXAMPLES)(sidecars_write.write)
app.command("read", epilog=sidecars_read.EXAMPLES)(sidecars_read.read)
app.command("status", epilog=sidecars_status.EXAMPLES)(sidecars_status.status)
app.command("doctor", epilog=sidecars_doctor.EXAMPLES)(sidecars_doctor.doctor)
