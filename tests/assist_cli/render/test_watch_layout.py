"""The screen of a watch in any size, drawn from made-up news."""

from pathlib import Path

import pytest
from PIL import Image
from rich.cells import cell_len

from assist_cli.pictures.protocol import Colours
from assist_cli.render.bars import ASCII, UNICODE
from assist_cli.render.watch_blocks import Drawn
from assist_cli.render.watch_facts import WatchFacts
from assist_cli.render.watch_layout import screen_lines
from assist_cli.render.watch_picture import LastPicture
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from tests.assist_cli.workflows.watch.made_news import ALTERNATE, KEEPER, REJECT, arrived, revision, unreadable

LONG = "The sharpest frame of its moment by far; and a sentence that goes on 写真 " * 4


@pytest.fixture(scope="module")
def photo(tmp_path_factory):
    path = tmp_path_factory.mktemp("shoot") / "IMG_0042.JPG"
    Image.linear_gradient("L").resize((300, 200)).convert("RGB").save(path)
    return path


def busy(photo):
    now_s = 100.0
    facts = WatchFacts(lambda: now_s)
    facts.began_s = now_s - 8_000
    places = [WatchedBy(Path(f"/shoot/{number}"), Mode.EVENTS) for number in range(6)]
    facts.started([*places, WatchedBy(Path("/nas/写真"), Mode.POLLING, "nfs brings no events")])
    for number, decision in enumerate([KEEPER, KEEPER, ALTERNATE, REJECT] * 20):
        path = f"/shoot/{'写真' * 20 if number == 78 else number}.jpg"
        facts.scored(arrived(path))
        facts.revised([revision(path, decision, reasons=[LONG])])
    facts.scored(arrived(photo))
    facts.revised([revision(photo, KEEPER), revision(photo, ALTERNATE, KEEPER)])
    for number in range(9):
        facts.unread(unreadable(f"/shoot/bad{number}.jpg"), None)
    facts.folder_gone(Path("/shoot/3"))
    facts.tick(Totals(scored=81, unread=9, revised=7, sidecars=81, waiting=3, arriving=1))
    return facts


def drawn(facts, width, rows, glyphs=UNICODE, colours=Colours.TRUE):
    picture = LastPicture(colours)
    if facts.last:
        picture.look(facts.last.path, is_idle=True)
    return [line.plain for line in screen_lines(Drawn(facts, width, glyphs), rows, picture)]


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", [1, 8, 18, 30, 39, 57, 78, 118, 250])
@pytest.mark.parametrize("rows", [1, 2, 5, 9, 15, 16, 24, 50])
@pytest.mark.parametrize("is_busy", [True, False])
def test_screen_fits_into_any_size(width, rows, glyphs, is_busy, photo):
    lines = drawn(busy(photo) if is_busy else WatchFacts(), width, rows, glyphs)
    assert len(lines) <= rows
    assert [line for line in lines if cell_len(line) > width] == []


def test_smallest_screen_tells_what_matters_most(photo):
    assert drawn(busy(photo), 18, 5) == [
        "◌ 3 is gone",
        "IMG_…JPG alternate",
        "0.0/s   queue 3",
        "81 scored 40 keep",
        "! bad8.jpg: it en…",
    ]


def test_usual_screen_tells_all(photo):
    text = "\n".join(drawn(busy(photo), 98, 30))
    for words in (
        "waiting for /shoot/3 to come back",
        "and 3 more",
        "2 h 13 min   Ctrl-C ends",
        "IMG_0042.JPG",
        "★★★★☆ 71   alternate   was keep",
        "sharpest of 3; eyes open",
        "0.12 s after its last byte",
        "photos/s",
        "queue 3",
        "1 arriving",
        "81 scored   40 keep   21 alternate   20 reject?   9 unreadable   7 revised   81 sidecars",
        "bad8.jpg: it ends before its last pixel",
        "and 6 more problems, told at the end",
    ):
        assert words in text


def test_photo_has_its_picture_beside_the_words_and_not_without_colours(photo):
    with_picture, without = (drawn(busy(photo), 98, 30, colours=colours) for colours in (Colours.TRUE, None))
    row = next(line for line in with_picture if "IMG_0042.JPG" in line)
    assert row.index("IMG_0042.JPG") > 20
    assert any(line.startswith("IMG_0042.JPG") for line in without)


def test_decisions_share_a_row_that_needs_no_colour(photo):
    row = next(line for line in drawn(busy(photo), 81, 30) if line.startswith("━"))
    assert (row.count("━"), row.count("─"), row.count("┄")) == (40, 21, 20)


def test_before_the_first_photo_it_says_that_it_waits():
    facts = WatchFacts()
    facts.started([WatchedBy(Path("/shoot"), Mode.EVENTS)])
    text = "\n".join(drawn(facts, 80, 24))
    assert "/shoot   events" in text
    assert "waiting for the first photo" in text


def test_plain_terminal_gets_plain_signs(photo):
    text = "\n".join(drawn(busy(photo), 98, 30, ASCII, None))
    assert [letter for letter in text if not letter.isascii() and letter not in "写真…"] == []


def test_nothing_a_file_is_called_moves_the_cursor():
    facts = WatchFacts()
    facts.started([WatchedBy(Path("/sh\x1b[2Joot"), Mode.EVENTS)])
    facts.scored(arrived("/x/a\x1b[2J\n.jpg"))
    facts.revised([revision("/x/a\x1b[2J\n.jpg", reasons=["better than \x1b[1m"])])
    facts.trouble("\x1b[2J")
    text = "".join(drawn(facts, 98, 30))
    assert "\x1b" not in text
