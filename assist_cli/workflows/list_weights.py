"""What weights there are: those that ship, the user's own, and public checkpoints that are not here yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from weights.bundles import BUNDLES, Bundle, parts_of
from weights.cache import weights_folder
from weights.installed import Installed, find_installed, installed
from weights.public_checkpoint import public_checkpoints
from weights.registry import FileCheck, bundled_entries, find_entry, verify


class State(StrEnum):
    """Where weights are."""

    SHIPS = "ships"
    HERE = "here"
    DAMAGED = "damaged"
    NOT_HERE = "not here"


@dataclass(frozen=True, slots=True)
class ListedWeights:
    """One line of the list."""

    name: str
    state: State
    licence: str
    summary: str


def list_weights() -> list[ListedWeights]:
    """What ships, then the rest by name. Files are not checked: that takes `verify`."""
    ships = [ListedWeights(one.name, State.SHIPS, one.licence, one.summary) for one in bundled_entries().values()]
    own = {name: _own(name, found) for name, found in installed().items()}
    public = {
        one.name: ListedWeights(one.name, State.NOT_HERE, one.licence, one.summary)
        for one in public_checkpoints().values()
    }
    single = {**public, **own}
    return ships + sorted([*single.values(), *_bundles(single)], key=lambda line: line.name)


def _bundles(single: Mapping[str, ListedWeights]) -> Iterator[ListedWeights]:
    """A bundle is where its parts are: damaged before missing before here."""
    for bundle in BUNDLES.values():
        parts = [single[part] for part in bundle.parts if part in single]
        states = {part.state for part in parts}
        state = next((one for one in (State.DAMAGED, State.NOT_HERE) if one in states), State.HERE)
        licences = ", ".join(dict.fromkeys(part.licence for part in parts if part.licence))
        yield ListedWeights(bundle.name, state, licences, f"{bundle.summary}: {' and '.join(bundle.parts)}")


def _own(name: str, found: Installed | str) -> ListedWeights:
    if isinstance(found, Installed):
        return ListedWeights(name, State.HERE, found.facts["licence"], found.facts["summary"])
    return ListedWeights(name, State.DAMAGED, "", found)


def facts_of(name: str) -> Mapping[str, Any]:
    """All facts of one, here or not; raises `WeightsError` that names the nearest."""
    found = installed().get(name)
    if name in BUNDLES:
        return _facts_of_bundle(BUNDLES[name])
    if name in bundled_entries():
        return bundled_entries()[name].facts
    if isinstance(found, Installed):
        return found.facts
    if name in public_checkpoints():
        return public_checkpoints()[name].facts
    return find_entry(name).facts


def _facts_of_bundle(bundle: Bundle) -> Mapping[str, Any]:
    parts = [facts_of(part) for part in bundle.parts]
    named = {"name": bundle.name, "summary": bundle.summary, "parts": list(bundle.parts)}
    return named | {facts["kind"]: facts for facts in parts}


def check_weights(name: str | None) -> list[FileCheck]:
    """Every file of the weights called `name`, or of all that are here; raises `WeightsError` for weights that are not here."""
    if name is not None and name in BUNDLES:
        return [check for part in parts_of(name) for check in check_weights(part)]
    if name is not None:
        return verify(bundled_entries()[name] if name in bundled_entries() else find_installed(name))
    checks = [check for entry in bundled_entries().values() for check in verify(entry)]
    for own_name, found in installed().items():
        if isinstance(found, Installed):
            checks += verify(found)
        else:
            toml = weights_folder() / own_name / f"{own_name}.toml"
            checks.append(FileCheck(toml, found, f"assist weights pull {own_name}"))
    return checks
