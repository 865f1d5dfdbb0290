"""Picks as JSON, schema `assist.pick/1`: one object a photo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assist_cli.workflows.grouped_shoot import PickedShoot

SCHEMA = "assist.pick/1"


def pick_json(picked: PickedShoot) -> Iterator[dict[str, Any]]:
    """One object a photo, in the order in which they lie in their folders; `rank` is null where nothing is ranked."""
    photos, groups, group_ids = picked.grouped.photos, picked.grouped.groups, picked.grouped.group_ids
    for choice in picked.choices:
        yield {
            "schema": SCHEMA,
            "path": str(photos[choice.photo].path),
            "group_id": None if choice.group is None else group_ids[choice.group],
            "kind": None if choice.group is None else groups[choice.group].kind.value,
            "rank": choice.rank,
            "decision": choice.decision.value,
            "tied_with": [str(photos[other].path) for other in choice.tied_with],
            "reasons": list(choice.reasons),
            "better": None if choice.better is None else str(photos[choice.better].path),
        }
