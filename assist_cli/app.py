"""The Typer app: an ordered list of commands, nothing else."""

from __future__ import annotations

import typer

from assist_cli.commands import (
    catalogue,
    crop,
    cull,
    doctor,
    entry,
    evaluate,
    export,
    groups,
    journal,
    pick,
    plug,
    plugin,
    profiles,
    score,
    serve,
    show,
    sidecars,
    similar,
    train,
    undo,
    watch,
    watch_options,
    weights,
)
from assist_cli.options import GlobalOptionsAnywhere

# Plain help text: drawing help with rich doubles the time it takes to appear.
app = typer.Typer(
    cls=GlobalOptionsAnywhere,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.callback(invoke_without_command=True, epilog=entry.EXAMPLES)(entry.entry)
app.command("score", epilog=score.EXAMPLES)(score.score)
app.command("show", epilog=show.EXAMPLES)(show.show)
app.command("groups", epilog=groups.EXAMPLES)(groups.groups)
app.command("pick", epilog=pick.EXAMPLES)(pick.pick)
app.command("cull", epilog=cull.EXAMPLES)(cull.cull)
app.command("watch", epilog=watch_options.EXAMPLES)(watch.watch)
app.command("similar", epilog=similar.EXAMPLES)(similar.similar)
app.command("crop", epilog=crop.EXAMPLES)(crop.crop)
app.add_typer(sidecars.app, name="sidecars")
app.command("plug", epilog=plug.EXAMPLES)(plug.plug)
app.add_typer(plugin.app, name="plugin")
app.command("serve", epilog=serve.EXAMPLES)(serve.serve)
app.command("undo", epilog=undo.EXAMPLES)(undo.undo)
app.command("journal", epilog=journal.EXAMPLES)(journal.journal)
app.command("export", epilog=export.EXAMPLES)(export.export)
app.command("profiles", epilog=profiles.EXAMPLES)(profiles.profiles)
app.add_typer(weights.app, name="weights")
app.add_typer(catalogue.app, name="catalogue")
app.command("train", epilog=train.EXAMPLES)(train.train)
app.command("evaluate", epilog=evaluate.EXAMPLES)(evaluate.evaluate)
app.command("doctor", epilog=doctor.EXAMPLES)(doctor.doctor)
