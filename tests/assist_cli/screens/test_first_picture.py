"""The first photo is begun before there is a screen, in the size in which the loupe then shows it, and alone."""

import threading

import pytest

from assist_cli.pictures import prepared
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.screens.first_picture import begin_pictures
from tests.assist_cli.screens.played_cull import play


@pytest.fixture
def made(monkeypatch):
    """The keys of the pictures that were begun, in order; `go` lets them be made."""

    class Made(list):
        go = threading.Event()

    found, make = Made(), prepared.make_picture
    found.go.set()

    def noted(key, *others):
        found.append(key)
        found.go.wait(20.0)
        return make(key, *others)

    monkeypatch.setattr(prepared, "make_picture", noted)
    return found


@pytest.mark.parametrize("size", [(160, 48), (120, 40), (80, 24), (60, 20), (40, 10)])
def test_it_is_made_once_in_the_size_of_the_screen(open_cull, shoot, made, size):
    async def steps(cull):
        await cull.until(lambda: cull.app.screen.has_begun)
        key = cull.app.screen.picture.key
        assert made[0] == key
        assert made.count(key) == 1

    play(open_cull(shoot, screen=size), steps, size)


def test_nothing_is_prepared_beside_it_until_it_is_drawn(open_cull, shoot, made):
    made.go.clear()

    async def steps(cull):
        await cull.until(lambda: made)
        await cull.pilot.pause(0.1)
        assert len(made) == 1
        assert "IMG_0003" in cull.text  # captions wait for nothing
        made.go.set()
        await cull.until(lambda: len(made) > 5)

    play(open_cull(shoot), steps)


def test_another_photo_that_is_looked_at_first_is_not_kept_waiting(open_cull, shoot, made):
    made.go.clear()

    async def steps(cull):
        await cull.until(lambda: made)
        await cull.press("right")
        await cull.until(lambda: len(made) == 2)
        assert made[1].path.name == "IMG_0001.JPG"
        made.go.set()
        await cull.until(lambda: cull.app.screen.has_begun)

    play(open_cull(shoot), steps)


def test_unreadable_first_photo_keeps_nobody_waiting(open_cull, shoot):
    (shoot / "IMG_0000.JPG").write_bytes(b"no picture")

    async def steps(cull):
        await cull.until(lambda: cull.app.screen.has_begun)
        assert "damaged" in cull.text

    play(open_cull(shoot), steps)


def test_terminal_without_pictures_begins_none(open_cull, shoot, made):
    async def steps(cull):
        await cull.until(lambda: cull.app.screen.has_begun)
        assert made == []

    play(open_cull(shoot, terminal=Terminal(Protocol.NONE)), steps)


def test_without_a_terminal_to_measure_the_screen_asks_for_it(open_cull, shoot, monkeypatch):
    def measured():
        raise OSError("no terminal")

    monkeypatch.setattr("os.get_terminal_size", measured)
    app = open_cull(shoot)
    pictures = begin_pictures(app.desk.session, Terminal())
    try:
        assert pictures.maker.wait_idle(5.0)
    finally:
        pictures.maker.close()
        app.desk.shelf.close()
