"""An open journal, and folders of sidecars beside their photos."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.journal.carry_out import Undone, carry_out
from index.journal.database import Journal, open_journal
from index.journal.entries import Run
from index.journal.write_files import WriteResult, write_all
from tests.index.journal.stars import planned, put_back, sidecar
from tests.index.journal.three_sidecars import OLD_NS


@pytest.fixture
def journal_file(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "catalog.journal.db"


@pytest.fixture
def journal(journal_file: Path) -> Iterator[Journal]:
    with open_journal(journal_file) as opened:
        yield opened


@pytest.fixture
def shoot(tmp_path: Path) -> Path:
    """A folder with a.NEF, b.NEF and c.NEF; a and b have sidecars, b with two stars."""
    folder = tmp_path / "shoot"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.NEF").touch()
    (folder / "a.NEF.xmp").write_bytes(sidecar(None, "harbour"))
    (folder / "b.NEF.xmp").write_bytes(sidecar(2, "tower"))
    return folder


@pytest.fixture
def all_three(shoot: Path) -> list[Path]:
    """Two sidecars that are old, and one that is to be made."""
    (shoot / "a.NEF.xmp").chmod(0o600)
    for name in "ab":
        os.utime(shoot / f"{name}.NEF.xmp", ns=(OLD_NS, OLD_NS))
    return [shoot / f"{name}.NEF.xmp" for name in "abc"]


@pytest.fixture
def give_stars(journal: Journal) -> Callable[..., Run]:
    """Gives sidecars stars in one run: `give_stars(4, path, path)`; every write must succeed."""

    def give(stars: int, *paths: Path) -> Run:
        run = journal.begin(f"stars {stars}")
        results: list[WriteResult] = []
        write_all(journal, run, [planned(path, stars) for path in paths], results.append)
        assert [result.error for result in results] == [None] * len(paths)
        return run

    return give


@pytest.fixture
def undo(journal: Journal) -> Callable[[Run], Undone]:
    """Takes a run back."""
    return lambda run: carry_out(journal, run, put_back, f"undo {run.name}", [].append)
