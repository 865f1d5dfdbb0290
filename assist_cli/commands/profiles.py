"""`assist profiles`: how much each factor counts, genre by genre."""

from __future__ import annotations

from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  assist profiles                          a line for each
  assist profiles portrait                 its shares, as TOML
  assist profiles default > mine.toml      one of your own to change; then: assist score . --profile mine.toml
"""

Name = Annotated[str | None, typer.Argument(metavar="NAME", help="Write this profile as TOML.", show_default=False)]


def profiles(name: Name = None) -> None:
    """List the profiles, or write one as TOML to copy and change. What a profile leaves out is as in default."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.profile_lines import profile_lines
    from scoring.ranking.profile import load_profile, profile_names, profile_text

    with data_stream(None) as stream:
        if name is not None:
            stream.write(profile_text(name))
            return
        for line in profile_lines([load_profile(known) for known in profile_names()]):
            page(stream).print(line, soft_wrap=True)
