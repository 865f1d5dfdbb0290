"""The tables that every weights entry has, as TOML text: training writes them alike whatever the network is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from scoring.training.card import Card
from weights.entry import Preprocessing

Digests = Mapping[str, tuple[str, str]]
"""Format -> (file name, sha256)."""

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
"""TOML 1.0: keys that need no quotes."""


def head(name: str, dataset: str, card: Card, numbers: str) -> str:
    """What an entry begins with; `numbers` says what the network answers."""
    return facts(
        name=name,
        summary=card.summary,
        paper=card.paper,
        licence=card.licence,
        recipe=name,
        dataset=dataset,
        range=numbers,
    )


def files_tables(digests: Digests) -> list[str]:
    """`[files.<format>]`, one for each."""
    return [f"[files.{kind}]\n" + facts(file=file, sha256=digest) for kind, (file, digest) in digests.items()]


def preprocessing_table(shape: Preprocessing, codes: str) -> str:
    """`[preprocessing]`; `codes` says in a comment which numbers the network takes."""
    return (
        f"[preprocessing]\n# {codes}\n"
        f'fit = "{shape.fit}"\n'
        f"edge_px = {shape.edge_px}\nlong_edge_px = {shape.long_edge_px}\nmultiple_of_px = {shape.multiple_of_px}\n"
        f"mean = {list(shape.mean)}\nsd = {list(shape.sd)}\n"
    )


def facts(**values: str | float) -> str:
    """`key = value` lines: JSON writes texts and numbers as TOML does."""
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def key_of(name: str) -> str:
    """`ss01`, `"Black and White"`: TOML's key, in quotes where it must be."""
    return name if BARE_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def table(name: str, values: Mapping[str, object]) -> str:
    """One TOML table of numbers and lists of numbers."""
    return "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in values.items())]) + "\n"
