"""The first photo is seen before the screens are there, where they then show it, and never stays behind."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from textual.drivers.linux_driver import LinuxDriver

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.picture_key import PictureKey
from assist_cli.pictures.placer import Placer
from assist_cli.pictures.prepared import Prepared
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens import first_glimpse as glimpses
from assist_cli.screens.driver_after import driver_after
from assist_cli.screens.first_glimpse import ENTER, LEAVE, FirstGlimpse, first_glimpse
from assist_cli.screens.first_picture import begin_pictures
from assist_cli.screens.picture_layer import PictureLayer
from assist_cli.screens.placement import Placement
from index.photo.errors import FailureKind, UnreadablePhoto
from tests.assist_cli.screens.played_cull import play
from tests.assist_cli.screens.test_picture_layer import Picture

SCREEN = (120, 40)


def glimpse_of(screen=SCREEN, protocol=Protocol.HALF):
    written: list[str] = []
    return FirstGlimpse(Placer(Terminal(protocol)), screen, written.append), written


def prepared(drawing):
    return Prepared(PictureKey(Path("a.jpg"), (10, 10)), drawing, None)


def printed_rows(sequences: str) -> dict[int, int]:
    """Row -> column of what was printed with its place, from 0."""
    return {int(row) - 1: int(column) - 1 for row, column in re.findall(r"\x1b\[(\d+);(\d+)H", sequences)}


@pytest.mark.parametrize("size", [(160, 48), (120, 40), (80, 24), (60, 20), (40, 10)])
def test_photo_stands_where_the_loupe_then_shows_it(open_cull, shoot, size):
    async def steps(cull):
        await cull.until(lambda: cull.app.screen.has_begun)
        view = cull.app.screen.picture
        glimpse, written = glimpse_of(size)
        glimpse.show(view.shown.prepared)
        cells = view.shown.prepared.drawing
        assert isinstance(cells, CellPicture)
        left = view.region.x + (view.size.width - cells.cells[0]) // 2
        top = view.region.y + (view.size.height - cells.cells[1]) // 2
        assert printed_rows("".join(written)) == {top + row: left for row in range(cells.cells[1])}

    play(open_cull(shoot, screen=size), steps, size)


def test_photo_is_waited_for_and_shown_by_whoever_begins_it(open_cull, shoot):
    app = open_cull(shoot)
    glimpse, written = glimpse_of()
    pictures = begin_pictures(app.desk.session, Terminal(), SCREEN, glimpse)
    try:
        assert pictures.maker.wait_idle(20.0)
        assert written[0].startswith(ENTER)
        assert "48;2" in written[0]
    finally:
        pictures.maker.close()
        app.desk.shelf.close()


def test_sharp_picture_follows_a_draft_on_the_same_screen():
    glimpse, written = glimpse_of(protocol=Protocol.KITTY)
    glimpse.show(prepared(Picture("draft")))
    glimpse.show(prepared(Picture("sharp")))
    assert "".join(written).count(ENTER) == 1
    assert written[-1].startswith("<no draft at")
    assert "<sharp at" in written[-1]


def test_nothing_is_shown_once_the_screens_took_over():
    glimpse, written = glimpse_of(protocol=Protocol.KITTY)
    assert not glimpse.hand_over()
    glimpse.show(prepared(Picture("late")))
    assert written == []


def test_left_before_the_screens_began_the_terminal_is_as_it_was():
    glimpse, written = glimpse_of(protocol=Protocol.KITTY)
    with suppress(RuntimeError), glimpse:
        glimpse.show(prepared(Picture("one")))
        raise RuntimeError("no screen")
    assert "<forget one>" in written[-1]
    assert written[-1].endswith(LEAVE)


def test_left_after_the_screens_nothing_more_is_written():
    glimpse, written = glimpse_of(protocol=Protocol.KITTY)
    with glimpse:
        glimpse.show(prepared(Picture("one")))
        assert glimpse.hand_over()
        before = list(written)
    assert written == before


def test_photo_that_cannot_be_read_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(glimpses, "WAIT_S", 60.0)
    glimpse, written = glimpse_of()
    trouble = UnreadablePhoto(Path("a.jpg"), FailureKind.CORRUPT, "it is damaged")
    glimpse.show(Prepared(PictureKey(Path("a.jpg"), (10, 10)), None, None, trouble=trouble))
    glimpse.wait()
    with glimpse:
        pass
    assert written == []


@pytest.mark.parametrize("protocol", list(Protocol))
def test_where_nobody_sees_a_terminal_there_is_no_glimpse(protocol):
    with first_glimpse(Terminal(protocol)) as glimpse:  # pytest has taken stderr
        assert glimpse is None


def test_picture_of_the_glimpse_is_taken_off_by_the_screens():
    glimpse, _ = glimpse_of(protocol=Protocol.KITTY)
    glimpse.show(prepared(Picture("first")))
    written: list[str] = []
    layer = PictureLayer(Terminal(Protocol.KITTY), written.append, glimpse.placer)
    layer.show([Placement(Picture("another"), 0, 0)])
    assert "<no first at" in "".join(written)
    layer.close()
    assert "<forget first>" in written[-1]


def test_driver_enters_the_alternate_screen_where_no_glimpse_did(monkeypatch):
    assert _begun_with(monkeypatch, had_picture=False) == [ENTER, "other"]


def test_driver_does_not_enter_the_alternate_screen_twice(monkeypatch):
    assert _begun_with(monkeypatch, had_picture=True) == ["other"]


def test_driver_enters_it_again_after_it_was_left(monkeypatch):
    assert _begun_with(monkeypatch, had_picture=True, again=True) == ["other", ENTER]


def _begun_with(monkeypatch, *, had_picture, again=False):
    written: list[str] = []
    monkeypatch.setattr(LinuxDriver, "__init__", lambda *_arguments, **_options: None)
    monkeypatch.setattr(LinuxDriver, "write", lambda _self, data: written.append(data))
    glimpse, _ = glimpse_of(protocol=Protocol.KITTY)
    if had_picture:
        glimpse.show(prepared(Picture("one")))
    driver = driver_after(glimpse)(None)
    for data in (ENTER, "other", *([ENTER] if again else [])):
        driver.write(data)
    return written
