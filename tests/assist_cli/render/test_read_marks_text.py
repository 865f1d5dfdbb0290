"""What `sidecars read` found, for people and programs."""

import json

from assist_cli.render.bars import UNICODE
from assist_cli.render.read_marks_text import marks_json, read_lines, summary_lines, trouble_lines
from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import CropBox, Flag, Marks
from tests.assist_cli.workflows.made_sidecars import photo

BOX = CropBox(0, 0, 0.5, 1)


def lines(read):
    return [line.plain for line in read_lines(read, UNICODE)]


def summary(read, dry_run=False):
    return [line.plain for line in summary_lines(read, dry_run=dry_run)]


def test_news_are_told_photo_by_photo_with_their_files(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    desk.adobe("A.xmp", rating=4, flag=Flag.PICK)
    desk.darktable("A.CR3.xmp", labels=("Blue",), keywords=("harbour",))
    assert lines(desk.read()) == ["A.CR3: ★★★★☆ pick Blue harbour  (A.xmp, A.CR3.xmp)"]


def test_only_what_is_new_is_told_that_it_was_taken_away_too(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=4, labels=("Blue",), keywords=("harbour",))
    desk.read()
    desk.adobe("A.xmp", labels=(), keywords=KeywordChange(remove=("harbour",)))
    assert lines(desk.read()) == ["A.CR3: no label no keywords  (A.xmp)"]


def test_conflicts_say_who_says_what(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=4, crop=BOX)
    desk.darktable("A.CR3.xmp", rating=2)
    assert lines(desk.read())[-1] == "A.CR3: stars in conflict, left alone: ★★☆☆☆ in A.CR3.xmp, ★★★★☆ in A.xmp"


def test_a_conflict_with_what_was_said_here_says_so(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", crop=BOX)
    desk.read()
    desk.darktable("A.CR3.xmp", crop=CropBox(0, 0, 1, 0.5))
    assert lines(desk.read()) == [
        "A.CR3: crop in conflict, left alone: crop to 100 x 50 % in A.CR3.xmp, crop to 50 x 100 % in the catalogue"
    ]


def test_names_and_words_cannot_move_the_cursor(desk):
    desk.photo("\x1b[2J.CR3")
    desk.adobe("\x1b[2J.xmp", keywords=("a\x9bb",))
    assert lines(desk.read()) == ["?[2J.CR3: a?b  (?[2J.xmp)"]


def test_the_counts_say_what_to_do_next(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    photo(desk.folder / "C.CR3")
    desk.adobe("A.xmp", rating=4)
    desk.adobe("B.xmp", rating=4)
    desk.darktable("B.CR3.xmp", rating=2)
    first, conflict, unscored = summary(desk.read(dry_run=True), dry_run=True)
    assert first == "marks of 1 photo would be taken in, of 2 looked at"
    assert conflict.startswith(
        "1 photo with marks that disagree, left alone: make them agree in an editor, or say whose"
    )
    assert unscored == "1 photo left out, not scored yet: assist score PATH does it"
    assert summary(desk.read())[0] == "marks of 1 photo taken in, of 2 looked at"


def test_damaged_sidecars_are_told(desk):
    desk.photo("A.CR3")
    (desk.folder / "A.xmp").write_bytes(b"")
    (line,) = trouble_lines(desk.read())
    assert line.plain.startswith(f"{desk.folder / 'A.xmp'}: it holds nothing (")


def test_json_has_all_marks_what_is_new_and_what_disagrees(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", rating=4, labels=("Blue",))
    desk.read()
    desk.adobe("A.xmp", labels=(), crop=BOX, flag=Flag.REJECT)
    desk.darktable("A.CR3.xmp", flag=Flag.PICK)
    told = marks_json(desk.read().photos[0])
    assert json.loads(json.dumps(told)) == {
        "schema": "assist.marks/1",
        "path": str(desk.folder / "A.CR3"),
        "marks": {"rating": 4, "crop": {"box": [0.0, 0.0, 0.5, 1.0], "turn_deg": 0.0}},
        "cleared": ["labels"],
        "news": {"labels": [str(desk.folder / "A.xmp")], "crop": [str(desk.folder / "A.xmp")]},
        "conflicts": {
            "flag": {str(desk.folder / "A.CR3.xmp"): "pick", str(desk.folder / "A.xmp"): "reject"},
        },
        "unreadable": {},
    }


def test_json_of_a_conflict_with_a_mark_that_was_taken_away_has_nothing_there(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", labels=("Blue",))
    desk.read()
    desk.write(Marks())
    desk.adobe("A.xmp", labels=())
    desk.darktable("A.CR3.xmp", labels=("Red",))
    told = marks_json(desk.read().photos[0])["conflicts"]["labels"]
    assert told == {str(desk.folder / "A.CR3.xmp"): ["Red"], str(desk.folder / "A.xmp"): None}
