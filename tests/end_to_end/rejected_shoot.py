"""A shoot of which photos are rejected, and what lies in it."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

from assist_cli.workflows.cull.open_session import open_session
from index.photo.marks import Flag
from tests.end_to_end.stored_shoot import StoredShot, store_shots

OLD_NS = 1_600_000_000_123_456_789
ODD = "ö\n\udcff.JPG"
"""A name with a new line, and a byte that is no UTF-8."""


def rejected_shoot(folder: Path, catalog: Path) -> Path:
    """Two pairs with sidecars, a photo with an odd name, one in a folder below; the first and the odd one are rejected."""
    shots = []
    for name in ("IMG_1.JPG", "IMG_2.JPG", ODD, "below/IMG_1.JPG"):
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        Image.new("RGB", (60, 40), (len(shots) * 40, 80, 80)).save(path)
        raw = path.with_suffix(".CR3")
        raw.write_bytes(b"raw" + os.fsencode(name))
        shots.append(StoredShot(path, 4, companions=(raw,)))
    (folder / "IMG_1.CR3.pp3").write_text("[Version]\n")
    for path in folder.rglob("*.*"):
        os.utime(path, ns=(OLD_NS, OLD_NS))
    store_shots(catalog, shots)
    with open_session([folder], catalog) as session:
        for photo in (folder / "IMG_1.JPG", folder / ODD, folder / "below" / "IMG_1.JPG"):
            session.set_flag(Flag.REJECT, on=photo)
    return folder


def facts_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time, links left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}
