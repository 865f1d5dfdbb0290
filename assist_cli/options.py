"""The options that verbs share, each written once, and the group that lets the global ones stand anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from assist_cli.settings import Device

Catalog = Annotated[
    Path | None,
    typer.Option(
        "--catalog",
        envvar="ASSIST_CATALOG",
        metavar="FILE",
        readable=False,
        help="Where scores are kept; by default a file in your user data folder.",
    ),
]
DeviceChoice = Annotated[Device, typer.Option("--device", help="Where networks run; cuda-full: in full precision.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Say more, and show where an error came from.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress and no summary; only data and errors.")]
Version = Annotated[bool, typer.Option("--version", help="Print the version and exit.")]


def named_path(name: str) -> Path:
    """The path of this name. Whether it is there and may be read is told later, as of photos inside a folder."""
    if not name:
        raise typer.BadParameter("a name is empty; for the working folder give a dot")
    return Path(name)


LONGEST_AGE_DIGITS = 5
"""99,999 weeks are 1,900 years: within what Python can count, and beyond any photo."""
HOURS = {"h": 1, "d": 24, "w": 24 * 7}


def named_age(text: str | timedelta) -> timedelta:
    """`36h`, `30d` or `12w` as a time."""
    if isinstance(text, timedelta):
        return text
    number, unit = text[:-1].strip(), text[-1:].lower()
    if unit not in HOURS or not number.isdecimal() or len(number) > LONGEST_AGE_DIGITS:
        raise typer.BadParameter(f"{text!r} is no age; write 30d, 12w or 36h")
    return timedelta(hours=int(number) * HOURS[unit])


Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Folders and photos.", show_default=False, parser=named_path)
]
Folders = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Folders.", show_default=False, parser=named_path)
]
Photo = Annotated[Path, typer.Argument(metavar="PHOTO", help="One photo.", show_default=False, parser=named_path)]
Weights = Annotated[
    str | None,
    typer.Option(
        "--weights",
        metavar="ID",
        help="The weights that rate, by name (assist weights list); by default those that ship.",
        show_default=False,
    ),
]
ProfileChoice = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="NAME|FILE.toml",
        help="How much each factor counts (assist profiles); auto proposes one for the whole shoot.",
    ),
]


class EditorName(StrEnum):
    """The editors whose view of a sidecar is predicted."""

    LIGHTROOM = "lightroom"
    DARKTABLE = "darktable"
    DIGIKAM = "digikam"
    CAPTURE_ONE = "captureone"
    RAWTHERAPEE = "rawtherapee"


EditorChoice = Annotated[
    list[EditorName] | None,
    typer.Option("--editor", help="Only what matters to this editor; may be given several times.", show_default="all"),
]


class LineFormat(StrEnum):
    """How a command writes what is not one row a photo."""

    TABLE = "table"
    JSONL = "jsonl"


LineFormatChoice = Annotated[LineFormat, typer.Option("--format", help="How to write what comes out.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", readable=False, help="Write to this file, which appears when complete."),
]

GLOBAL_FLAGS = frozenset({"--verbose", "--quiet"})
GLOBAL_VALUES = frozenset({"--catalog", "--device"})
GLOBAL_ASSIGNED = ("--catalog=", "--device=")


def global_first(arguments: Sequence[str]) -> list[str]:
    """The same arguments with the global options in front, wherever they stood before a `--`."""
    front, rest = _parted(arguments)
    return front + rest


def _parted(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Global options with their values, and all else."""
    front: list[str] = []
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            rest += [argument, *remaining]
        elif argument in GLOBAL_FLAGS or argument.startswith(GLOBAL_ASSIGNED):
            front.append(argument)
        elif argument in GLOBAL_VALUES:
            front += [argument, *([value] if (value := next(remaining, None)) is not None else [])]
        else:
            rest.append(argument)
    return front, rest


def verb_in(arguments: Sequence[str]) -> str | None:
    """The verb that is asked for: what comes first beside the global options and their values."""
    _, rest = _parted(arguments)
    return next((word for word in rest if not word.startswith("-")), None)


USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""typer's base of all wrong usage; the module that names it moved between typer versions."""

PYDANTIC_HEAD = "Value error, "
"""What some versions of typer put before the words about a wrong choice."""

DASH_HINT = ". Put -- before a name that begins with a dash: assist show -- -name.jpg"


class GlobalOptionsAnywhere(TyperGroup):
    """`assist score DIR --device cpu` means `assist --device cpu score DIR`."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as below
        """Run the verb; an unknown `-x` may have been meant as a file's name."""
        try:
            return super().invoke(ctx)
        except USAGE_ERROR as error:
            error.message = error.message.removeprefix(PYDANTIC_HEAD)  # type: ignore[attr-defined]
            option = getattr(error, "option_name", "")
            if option.startswith("-") and not option.startswith("--"):
                error.message += DASH_HINT  # type: ignore[attr-defined]
            raise

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - the context's class moved between typer versions
        """Parse with the global options moved to the front."""
        return super().parse_args(ctx, global_first(args))
