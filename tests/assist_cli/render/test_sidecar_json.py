"""What `sidecars write` did, for programs."""

import pytest

from assist_cli.render.sidecar_json import sidecar_json
from index.photo.marks import CropBox, Flag, Marks
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import Advice

GOOD = Marks(4, labels=("Green",))


def by_name(written, dry_run=False):
    return {(one["path"] or one["photo"]).rpartition("/")[2]: one for one in sidecar_json(written, dry_run=dry_run)}


def test_every_sidecar_is_one_object(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", keywords=("harbour",))
    written = desk.write(GOOD)
    told = by_name(written)
    assert told["A.CR3.xmp"] == {
        "schema": "assist.sidecar/1",
        "photo": str(desk.folder / "A.CR3"),
        "path": str(desk.folder / "A.CR3.xmp"),
        "place": "darktable",
        "status": "written",
        "created": True,
        "changed": ["rating", "labels"],
        "before": {},
        "after": {"rating": 4, "labels": ["Green"]},
        "theirs": [],
        "conflicts": [],
        "refused": {},
        "reason": None,
        "hint": None,
        "run": written.run.name,
        "diff": None,
    }
    assert (told["A.xmp"]["created"], told["A.xmp"]["before"]) == (False, {"keywords": ["harbour"]})


def test_a_dry_run_has_the_difference_and_no_run(desk):
    desk.photo("A.CR3")
    told = by_name(desk.plan(GOOD, Style.ADOBE), dry_run=True)["A.xmp"]
    assert (told["status"], told["run"]) == ("would_write", None)
    assert told["diff"][0] == "--- (no file)"


def test_what_was_left_alone_says_why(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    desk.photo("C.JPG")
    desk.photo("D.CR3")
    desk.adobe("A.xmp", keywords=("harbour",)).chmod(0o444)
    (desk.folder / "B.xmp").write_text("<x:xmpmeta")
    desk.adobe("D.xmp", rating=4, labels=("Green",))
    desk.read()
    told = by_name(desk.write(GOOD, Style.ADOBE))
    assert {name: one["status"] for name, one in told.items()} == {
        "A.xmp": "failed",
        "B.xmp": "unreadable",
        "C.JPG": "no_place",
        "D.xmp": "unchanged",
    }
    assert "write-protected" in told["A.xmp"]["reason"]
    assert told["B.xmp"]["hint"]
    assert "JPEG" in told["C.JPG"]["reason"]


def test_deleted_sidecars_and_refused_and_contested_marks_are_named(desk):
    for name in ("A", "B", "C"):
        desk.photo(f"{name}.CR3")
    desk.write({"A.CR3": GOOD}, Style.DARKTABLE)
    (desk.folder / "A.CR3.xmp").unlink()
    desk.adobe("C.xmp", rating=5)
    desk.read()
    desk.darktable("C.CR3.xmp", rating=2)
    advised = {"B.CR3": Marks(2, Flag.PICK, crop=CropBox(0.1, 0.1, 0.9, 0.9, 2.0))}
    told = by_name(desk.write(advised, Style.DARKTABLE, wanted=frozenset(Advice)))
    assert told["A.CR3.xmp"]["status"] == "deleted"
    assert told["B.CR3.xmp"]["refused"].keys() == {"crop"}
    assert told["C.CR3.xmp"]["conflicts"] == ["rating"]


@pytest.mark.parametrize("dry_run", [True, False])
def test_both_kinds_of_run_have_the_same_fields(desk, dry_run):
    desk.photo("A.CR3")
    (told, *_) = sidecar_json(desk.plan(GOOD), dry_run=dry_run)
    assert list(told)[:5] == ["schema", "photo", "path", "place", "status"]
    assert list(told)[-2:] == ["run", "diff"]
