"""One installation of an editor as JSON, schema `assist.plugin/1`."""

from __future__ import annotations

from typing import Any

from assist_cli.failures import Trouble
from assist_cli.workflows.plugin_install.install import Outcome
from assist_cli.workflows.plugin_install.place import Place
from assist_cli.workflows.plugin_install.status import PlaceStatus

SCHEMA = "assist.plugin/1"


def outcome_json(outcome: Outcome, *, dry_run: bool) -> dict[str, Any]:
    """What was done there; with `dry_run` what would be."""
    return {
        **_place(outcome.place),
        "dry_run": dry_run,
        "done": outcome.done.value,
        "kept": dict(outcome.kept),
        "left": list(outcome.left),
        "kept_aside": str(outcome.kept_aside) if outcome.kept_aside else None,
        "luarc": outcome.luarc.value if outcome.luarc else None,
        "program": outcome.program or None,
        "program_is_yours": outcome.program_is_theirs,
        "running": outcome.running,
        "error": _error(outcome.trouble),
    }


def status_json(status: PlaceStatus, *, server_is_up: bool) -> dict[str, Any]:
    """What is there."""
    return {
        **_place(status.place),
        "is_there": status.is_there,
        "version": status.version,
        "is_this_version": status.is_this_version,
        "changed": list(status.changed),
        "missing": list(status.missing),
        "added": list(status.added),
        "luarc": status.luarc.value if status.luarc else None,
        "program": status.program or None,
        "program_from": status.program_from.value if status.is_there else None,
        "answer": status.answer,
        "running": status.running,
        "server": server_is_up,
        "error": _error(status.trouble),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "editor": place.editor.value,
        "packing": place.packing.value,
        "folder": str(place.folder),
    }


def _error(trouble: Trouble | None) -> dict[str, str] | None:
    return {"message": trouble.message, "hint": trouble.hint} if trouble else None
