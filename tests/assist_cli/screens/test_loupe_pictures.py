"""What the loupe shows of a photo on screens of all sizes, while it changes, closer, and under overlays."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from assist_cli.pictures import prepared
from assist_cli.pictures.overlay_picture import OverlayPicture
from assist_cli.pictures.protocol import Colours, Protocol
from assist_cli.pictures.terminal import Terminal
from tests.assist_cli.screens.played_cull import picture_cells


def test_photo_is_drawn_in_blocks(cull):
    async def steps(played):
        await played.until(lambda: picture_cells(played.text) > 500)
        assert "IMG_0000.JPG" in played.text
        assert "1/5" in played.text

    cull(steps)


def test_zoom_pans_with_arrows_and_space_goes_on(cull):
    async def steps(played):
        await played.press("z")
        assert "the middle" in played.text
        await played.until(lambda: played.app.screen.seen() is not None)
        await played.press("right")
        assert played.current == "IMG_0000.JPG"
        await played.press("space")
        assert played.current == "IMG_0001.JPG"
        await played.press("escape")
        assert played.app.desk.is_zoomed is False

    cull(steps)


def test_panning_ends_at_the_edge_of_the_photo(cull):
    async def steps(played):
        await played.press("z", "z")
        await played.until(lambda: played.app.screen.seen() is not None)
        for _ in range(5):
            await played.press("left")
        assert "This is the edge of the photo" in played.text

    cull(steps, size=(80, 24))


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (40, 10), (300, 80)])
def test_every_size_shows_the_photo_and_a_key_for_help(cull, size):
    async def steps(played):
        await played.until(lambda: picture_cells(played.text) > 5)
        assert "? keys" in played.text
        assert max(len(line) for line in played.text.splitlines()) <= size[0]

    cull(steps, size=size)


def test_screen_that_becomes_tiny_and_large_again_shows_the_photo(cull):
    async def steps(played):
        await played.resize(20, 5)
        await played.press("p")
        await played.resize(120, 40)
        await played.until(lambda: picture_cells(played.text) > 500)
        assert "2/5" in played.text

    cull(steps)


def test_greys_survive_no_color(cull, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(played):
        await played.until(lambda: picture_cells(played.text) > 500)
        strips = played.app.screen._compositor.render_strips()
        colours = {
            segment.style.bgcolor.number
            for strip in strips
            for segment in strip
            if segment.style and segment.style.bgcolor
        }
        assert len(colours - {None}) > 3
        words = [segment for strip in strips for segment in strip if "pick" in segment.text]
        assert all(
            segment.style is None or segment.style.color is None or segment.style.color.is_default for segment in words
        )

    cull(steps, terminal=Terminal(colours=Colours.GREY))


def test_without_pictures_everything_else_works(cull):
    async def steps(played):
        assert "pictures are off" in played.text
        await played.press("p")
        assert "IMG_0000: picked" in played.text

    cull(steps, terminal=Terminal(Protocol.NONE))


def test_photo_stays_until_an_overlay_or_a_closer_look_is_ready(cull, monkeypatch):
    may_go = threading.Event()
    whole = prepared.make_picture

    def slow(key, *arguments):
        if key.overlay or key.zoom:
            may_go.wait(20)
        return whole(key, *arguments)

    monkeypatch.setattr(prepared, "make_picture", slow)

    async def steps(played):
        view = played.app.screen.picture
        await played.until(lambda: view.shown is not None and not view.shown.prepared.is_draft)
        for key in ("f", "e", "z"):
            await played.press(key)
            assert view.shown is not None
            assert view.shown.prepared.key == replace(view.key, overlay=None, zoom=None)
        may_go.set()
        await played.until(lambda: view.shown.prepared.key == view.key)

    cull(steps)


def test_the_foot_says_what_became_of_looking_for_a_crop(cull, monkeypatch):
    made = OverlayPicture(np.zeros((40, 60, 3), np.uint8), "No crop is clearly better than the whole frame.")
    monkeypatch.setattr("assist_cli.pictures.overlay_picture.overlay_picture", lambda *_: made)

    async def steps(played):
        await played.press("r")
        await played.until(lambda: "No crop is clearly better" in played.text.splitlines()[-2])

    cull(steps)
