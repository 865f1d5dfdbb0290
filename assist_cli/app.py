"""The Typer app of one command line: the verb that it asks for as a whole, of the others what help says of them."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from assist_cli.commands import entry
from assist_cli.options import GlobalOptionsAnywhere, verb_in
from assist_cli.verbs import VERBS, module_of


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """Runs `arguments`; of another command line's verbs it knows the names alone."""
    # Plain help text: drawing help with rich doubles the time it takes to appear.
    app = typer.Typer(
        cls=GlobalOptionsAnywhere,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(invoke_without_command=True, epilog=entry.EXAMPLES)(entry.entry)
    asked = verb_in(arguments)
    for verb, words in VERBS.items():
        if verb == asked:
            _add(app, verb)
        else:
            app.command(verb, help=words)(_not_asked)
    return app


def _add(app: typer.Typer, verb: str) -> None:
    module = module_of(verb)
    if hasattr(module, "app"):
        app.add_typer(module.app, name=verb)
    else:
        app.command(verb, epilog=module.EXAMPLES)(getattr(module, verb))


def _not_asked() -> None:
    raise AssertionError("the app was made for another command line")
