"""Two photos of which one has a sidecar that nobody can read or write, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end.stored_shoot import StoredShot, store_shots
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar

PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    ' <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="Süden"/>\n'
    "</rdf:RDF></x:xmpmeta>\n"
)


@dataclass(frozen=True)
class Pair:
    """Two photos of one folder; the first has the sidecar in question."""

    folder: Path

    @property
    def sidecar(self) -> Path:
        return self.folder / "IMG_1.CR3.xmp"

    @property
    def neighbours(self) -> Path:
        return self.folder / "IMG_2.CR3.xmp"

    def photos(self) -> list[Path]:
        return [self.folder / "IMG_1.CR3", self.folder / "IMG_2.CR3"]


def made_pair(folder: Path, catalog: Path) -> Pair:
    """Two photos that four stars are advised for."""
    pair = Pair(folder)
    folder.mkdir(exist_ok=True)
    for photo in pair.photos():
        photo.touch()
    store_shots(catalog, [StoredShot(photo, 4) for photo in pair.photos()])
    return pair


def facts(path: Path) -> tuple[bytes, int]:
    return path.read_bytes(), path.stat().st_mtime_ns


def lines_about(path: Path, answer) -> list[str]:
    assert answer.err.count("Traceback") == 0
    return [line for line in answer.said.splitlines() if str(path) in line or line.startswith(f"{path.name}:")]


def written_beside(assist, pair: Pair) -> str:
    """What `sidecars write` says of the bad sidecar in its one line; the neighbour gets its marks."""
    answer = assist("sidecars", "write", pair.folder, "--style", "darktable")
    assert answer.exit_code == 3
    assert PlainSidecar(pair.neighbours.read_bytes()).stated("xmp:Rating") == "4"
    (line,) = lines_about(pair.sidecar, answer)
    return line
