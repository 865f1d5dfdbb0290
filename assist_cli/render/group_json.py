"""Groups as JSON, schema `assist.group/1`: one object a group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assist_cli.workflows.grouped_shoot import GroupedShoot

SCHEMA = "assist.group/1"


def group_json(shoot: GroupedShoot) -> Iterator[dict[str, Any]]:
    """One object a group; photos in no group are not listed."""
    for group_id, group in zip(shoot.group_ids, shoot.groups, strict=True):
        yield {
            "schema": SCHEMA,
            "group_id": group_id,
            "kind": group.kind.value,
            "members": [str(shoot.photos[member].path) for member in group.members],
            "reason": group.reason,
            "copies": [
                {
                    "path": str(shoot.photos[copy.member].path),
                    "original": str(shoot.photos[copy.original].path),
                    "reason": copy.reason,
                }
                for copy in group.copies
            ],
        }
