"""Generated sidecars, marked by `assist sidecars write` and taken back by `assist undo`; another XML parser is the judge."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from index.photo.marks import CropBox, Flag, Marks
from index.photo.safe_file.stale_parts import stale_parts
from tests.assist_cli.conftest import Answer
from tests.end_to_end.stored_shoot import StoredShot, store_shots
from tests.index.photo.xmp_edit.generated_sidecars import WORDS, made_sidecar
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar, clark

Assist = Callable[..., Answer]

PHOTOS_A_FOLDER = 250
STYLES = {0: ("{photo}.xmp",), 1: ("{stem}.xmp",), 2: ("{photo}.xmp", "{stem}.xmp"), 3: ()}
"""Of every four photos one has a sidecar of darktable's style, one of Adobe's, one both, one none: one a photo in the mean."""
DECISIONS = ("keeper", "alternate", "reject_candidate", None)
LABELS = {"keeper": "Green", "alternate": "Yellow", "reject_candidate": "Red", None: None}

FLAGS = ("xmpDM:pick", "xmpDM:good", "digiKam:PickLabel")
MARKS = ("xmp:Label", "darktable:colorlabels", "digiKam:ColorLabel", *FLAGS)
CROPS = (
    *(f"crs:{name}" for name in ("HasCrop", "CropLeft", "CropTop", "CropRight", "CropBottom", "CropAngle")),
    *("crs:AlreadyApplied", "darktable:history_end", "darktable:history_current_hash", "darktable:xmp_version"),
)
LISTS = ("dc:subject", "lr:hierarchicalSubject", "digiKam:TagsList", "darktable:history", "xmpMM:History")
OURS = frozenset(map(clark, ("xmp:Rating", *MARKS, *CROPS, *LISTS)))
"""All that a write may change."""

UNREADABLE = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'>".encode("utf-32"),
    b'<?xml version="1.0" encoding="UTF-16"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
    b'<?xml version="1.0" encoding="EBCDIC-CP-US"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\xff',
    b'<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>',
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
)


@dataclass(frozen=True)
class MadeLibrary:
    """Photos of which only names count, and sidecars beside them."""

    folder: Path
    shots: list[StoredShot]
    sidecars: dict[Path, bytes]
    unreadable: frozenset[Path]
    """Those that nobody can read."""
    made: dict[Path, int] = field(default_factory=dict)
    """When, in nanoseconds."""

    def files(self) -> dict[Path, bytes]:
        """What is in all sidecars now."""
        return {path: path.read_bytes() for path in self.folder.rglob("*.xmp")}

    def times(self) -> dict[Path, int]:
        """When each of those that were made was last changed, in nanoseconds."""
        return {path: path.stat().st_mtime_ns for path in self.sidecars}


def made_library(folder: Path, photos: int) -> MadeLibrary:
    shots, sidecars, unreadable = [], {}, set()
    for number in range(photos):
        photo = folder / f"{number // PHOTOS_A_FOLDER:03d}" / f"IMG_{number:05d}.CR3"
        photo.parent.mkdir(parents=True, exist_ok=True)
        photo.touch()
        shots.append(_shot(photo, number))
        for place, name in enumerate(STYLES[number % len(STYLES)]):
            path = photo.with_name(name.format(photo=photo.name, stem=photo.stem))
            is_unreadable = number % 97 == 50
            sidecars[path] = (
                UNREADABLE[number % len(UNREADABLE)] if is_unreadable else made_sidecar(number + place * photos).data
            )
            unreadable |= {path} if is_unreadable else set()
            path.write_bytes(sidecars[path])
    library = MadeLibrary(folder, shots, sidecars, frozenset(unreadable))
    library.made.update(library.times())
    return library


def _shot(photo: Path, number: int) -> StoredShot:
    random = Random(f"shot {number}")
    people = None
    if number % 3 == 0:
        people = Marks(
            rating=random.choice((None, 0, 1, 5)),
            flag=random.choice((None, None, Flag.PICK, Flag.REJECT)),
            labels=random.choice(((), ("Blue",), ("Purple",))),
            keywords=tuple(random.sample(WORDS, random.randint(0, 2))),
            crop=random.choice((None, CropBox(0.1, 0.2, 0.7, 0.9))),
        )
    decision = DECISIONS[number // 4 % len(DECISIONS)]
    return StoredShot(photo, number % 5 + 1, decision, people, (), number // 4 % 8 + 1)


def test_two_hundred_sidecars_survive_a_write_and_its_undo(assist, catalog, tmp_path):
    library = made_library(tmp_path / "library", 200)
    runs = _marked(assist, catalog, library)
    assert {told["status"] for told in _write(assist, library, "keywords")} == {"unchanged", "unreadable"}
    _take_back(assist, library, runs)


@pytest.mark.heavy
def test_ten_thousand_sidecars_survive_a_write_and_its_undo(assist, catalog, tmp_path, capfd):
    library, started = made_library(tmp_path / "library", 10_000), time.monotonic()
    runs, written = _marked(assist, catalog, library), time.monotonic()
    _take_back(assist, library, runs)
    with capfd.disabled():
        took = f"written twice and looked at in {written - started:.0f} s, taken back in {time.monotonic() - written:.0f} s"
        sys.stderr.write(f"\n{len(library.sidecars):,} sidecars of {len(library.shots):,} photos: {took}\n")


def _marked(assist: Assist, catalog: Path, library: MadeLibrary) -> list[str]:
    """Writes beside all photos, first where no person judged, then keywords everywhere. The names of the runs."""
    store_shots(catalog, library.shots)
    runs = [_written(assist, library, "stars,labels,flags,keywords"), _written(assist, library, "keywords")]
    _check_written(library)
    return runs


def _take_back(assist: Assist, library: MadeLibrary, runs: list[str]) -> None:
    for run in reversed(runs):
        assert assist("undo", "--run", run).exit_code == 0
    assert library.files() == library.sidecars
    assert library.times() == library.made
    assert [part for folder in library.folder.iterdir() for part in stale_parts(folder)] == []


def _written(assist: Assist, library: MadeLibrary, advice: str) -> str:
    """Writes marks beside all photos; what cannot be read is named. The run's name."""
    told = _write(assist, library, advice)
    assert {Path(one["path"]) for one in told if one["status"] == "unreadable"} == library.unreadable
    assert not [one for one in told if one["status"] == "failed"]
    (run,) = {one["run"] for one in told if one["status"] == "written"}
    return run


def _write(assist: Assist, library: MadeLibrary, advice: str) -> list[dict]:
    answer = assist("sidecars", "write", library.folder, "--advice", advice, "--format", "jsonl")
    assert answer.exit_code == 3
    return answer.photos


def _check_written(library: MadeLibrary) -> None:
    now = library.files()
    assert now.keys() >= library.sidecars.keys()
    changed = [path for path, data in library.sidecars.items() if now[path] != data]
    assert not library.unreadable.intersection(changed)
    assert len(changed) > len(library.sidecars) * 0.8
    shots = {name: shot for shot in library.shots for name in (shot.path.with_suffix(".xmp"), _beside(shot.path))}
    for path in changed:
        _check_merged(path, PlainSidecar(library.sidecars[path]), PlainSidecar(now[path]), shots[path])
    made = now.keys() - library.sidecars.keys()
    assert len(made) > len(library.shots) / 2
    for path in made:
        shot = shots[path]
        if not {shot.path.with_suffix(".xmp"), _beside(shot.path)} & library.sidecars.keys() and not shot.people:
            _check_new(path, PlainSidecar(now[path]), shot)


def _beside(photo: Path) -> Path:
    return photo.with_name(photo.name + ".xmp")


def _check_merged(path: Path, before: PlainSidecar, after: PlainSidecar, shot: StoredShot) -> None:
    """What is not ours is as it was, and so is all that a person has marked."""
    assert after.elsewhere(OURS) == before.elsewhere(OURS), path
    for name in LISTS:
        there = before.stated(name) or []
        assert list(after.stated(name) or [])[: len(there)] == list(there), (path, name)
    moves_reject = before.stated("xmp:Rating") == "-1" != after.stated("xmp:Rating")
    for name in MARKS:
        if before.stated(name) not in (None, "", "0", []) and not (moves_reject and name in FLAGS):
            assert after.stated(name) == before.stated(name), (path, name)
    if before.stated("crs:HasCrop") == "True":
        for name in CROPS[:7]:
            assert after.stated(name) == before.stated(name), (path, name)
    stars, of_darktable = before.stated("xmp:Rating"), before.stated("darktable:xmp_version") is not None
    if stars not in (None, "0") and not (stars == "1" and of_darktable):
        _check_rating(path, stars, after, shot)


def _check_rating(path: Path, stars: str, after: PlainSidecar, shot: StoredShot) -> None:
    """Stars stay, but where a person rejects the photo here; a reject stays one, as a flag where a person gives stars here."""
    now, rejected_here = after.stated("xmp:Rating"), shot.people is not None and shot.people.flag is Flag.REJECT
    if stars == "-1":
        flags = [after.stated(name) for name in FLAGS]
        assert now == "-1" or flags in (["-1", "False", None], ["-1", "False", "1"]), path
    elif not (rejected_here and now == "-1"):
        assert now == stars, path


def _check_new(path: Path, made: PlainSidecar, shot: StoredShot) -> None:
    """Our advice, as each style has it."""
    rejected, of_darktable = shot.decision == "reject_candidate", path.name.endswith(".CR3.xmp")
    assert made.stated("xmp:Rating") == ("-1" if rejected and of_darktable else str(shot.stars)), path
    assert made.stated("xmp:Label") == LABELS[shot.decision], path
    pick = {"keeper": "1", "reject_candidate": "-1"}.get(shot.decision or "")
    assert made.stated("xmpDM:pick") == (None if of_darktable else pick), path
