"""`assist plugin`: our plug-ins inside photo editors."""

from __future__ import annotations

import typer

from assist_cli.commands import plugin_install, plugin_status, plugin_uninstall

EXAMPLES = """\b
Examples:
  assist plugin install darktable
  assist plugin install lightroom
  assist plugin status darktable
  assist plugin uninstall darktable
\b
What you changed or added in a plug-in's folder is never lost. docs/editors.md tells what the plug-ins do.
"""

app = typer.Typer(
    help="Put our plug-in into darktable or Lightroom Classic, tell whether it works, and take it away again.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.command("install", epilog=plugin_install.EXAMPLES)(plugin_install.install)
app.command("uninstall", epilog=plugin_uninstall.EXAMPLES)(plugin_uninstall.uninstall)
app.command("status", epilog=plugin_status.EXAMPLES)(plugin_status.status)
