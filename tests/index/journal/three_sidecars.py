"""What a folder of three old sidecars holds, and what an undo did to them."""

from __future__ import annotations

import stat

OLD_NS = 1_600_000_000_000_000_000


def facts_of(folder):
    return {
        path.name: (path.read_bytes(), stat.S_IMODE(path.stat().st_mode), path.stat().st_mtime_ns)
        for path in folder.iterdir()
    }


def kinds(undone):
    return [step.kind for step in undone.steps]
