"""Weights entries and the state of their files, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.text import Text

from assist_cli.workflows.list_weights import ListedWeights, State
from weights.registry import FileCheck

STATES = {State.SHIPS: "cyan", State.HERE: "cyan", State.DAMAGED: "bold yellow", State.NOT_HERE: "dim"}
STATE_CELLS = max(len(state) for state in State) + 2


def summary_text(listed: ListedWeights) -> Text:
    """One line: name, whether it is here, licence, what it does."""
    line = Text(listed.name, style="bold")
    line.append(f"  {listed.state.ljust(STATE_CELLS)}", style=f"not bold {STATES[listed.state]}")
    line.append(f"{listed.licence}", style="not bold dim")
    line.append(f"  {listed.summary}", style="not bold")
    return line


def facts_lines(facts: Mapping[str, Any], indent: int = 0) -> Iterator[Text]:
    """Every fact on a line of its own, tables indented below their name."""
    for key, value in facts.items():
        line = Text(" " * indent + f"{key.replace('_', ' ')}:", style="bold")
        if isinstance(value, Mapping):
            yield line
            yield from facts_lines(value, indent + 2)
        else:
            yield line.append(f" {_fact(value)}", style="not bold")


def file_text(check: FileCheck) -> Text:
    """`whole    nima.onnx`, or what is wrong with it."""
    whole = check.problem is None
    line = Text(("whole" if whole else "broken").ljust(8), style="cyan" if whole else "bold yellow")
    line.append(check.path.name, style="not bold default")
    if check.problem:
        line.append(f": {check.problem} ({check.hint})", style="not bold default")
    return line


def _fact(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return " ".join(str(value).split())
