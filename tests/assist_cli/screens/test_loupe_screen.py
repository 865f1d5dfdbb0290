"""The loupe tells what is so: of photos that change or cannot be read, of our advice, of odd names."""

from __future__ import annotations

import os
from dataclasses import replace

from tests.assist_cli.screens.played_cull import picture_cells


def test_each_neighbour_is_asked_for_large_and_then_as_in_the_strip(cull):
    async def steps(played):
        screen = played.app.screen
        await played.until(lambda: screen.has_begun)
        keys = screen.keys_wanted()
        names = [f"IMG_{number:04}.JPG" for number in range(5) for _ in range(2)]
        assert [key.path.name for key in keys] == names
        assert {key.box for key in keys[::2]} == {screen.picture.size}
        assert {key.box for key in keys[1::2]} == {screen.strip.picture_box}

    cull(steps)


def test_news_of_a_picture_that_nobody_shows_changes_nothing(cull):
    async def steps(played):
        screen = played.app.screen
        shown = screen.picture.key
        await played.until(lambda: screen.picture.shown is not None)
        assert not screen.picture_ready(replace(shown, box=(7, 3)))
        assert screen.picture_ready(shown)
        assert screen.picture_ready(screen.strip.wanted()[-1])

    cull(steps)


def test_broken_photo_says_why_once(cull, shoot):
    (shoot / "IMG_0000.JPG").write_bytes(b"\xff\xd8 no picture at all")

    async def steps(played):
        await played.until(lambda: played.app.screen.picture.shown is not None)
        played.session.take_in([played.app.screen.picture.shown.prepared.trouble])
        await played.press("right", "left")
        words = " ".join(played.text.split())
        assert words.count(played.session.current.trouble.message.split()[-1]) == 1
        assert "Cannot be read." in words

    cull(steps)


def test_photo_deleted_while_shown_is_told_where_it_stood(cull, shoot):
    async def steps(played):
        await played.until(lambda: picture_cells(played.text) > 500)
        (shoot / "IMG_0001.JPG").unlink()
        played.app.desk.shelf.forget(shoot / "IMG_0001.JPG")
        await played.press("right")
        await played.until(lambda: "no such file" in played.text)
        await played.press("right")
        await played.until(lambda: "no such file" not in played.text)

    cull(steps)


def test_photo_replaced_while_shown_is_drawn_anew(cull, shoot, draw_photo):
    async def steps(played):
        await played.until(lambda: picture_cells(played.text) > 500)
        before = played.text
        draw_photo(shoot / "IMG_0001.JPG", 77)
        os.utime(shoot / "IMG_0001.JPG", ns=(1, 1))
        await played.press("right", "left")
        await played.until(lambda: played.text.splitlines()[-6] != before.splitlines()[-6])

    cull(steps)


def test_unreadable_photo_stands_in_the_strip_and_says_what_is_wrong(cull, shoot):
    (shoot / "IMG_0001.JPG").write_bytes(b"\xff\xd8\xff broken")

    async def steps(played):
        await played.until(lambda: "cannot be read" in played.text)
        await played.press("right")
        assert played.current == "IMG_0001.JPG"
        await played.until(lambda: "! IMG_0001.JPG" in played.text)
        await played.press("x")
        assert played.session.photos[1].is_reject

    cull(steps)


def test_advice_its_reason_and_the_better_frame_are_shown(cull, group):
    async def steps(played):
        played.session.take_in_advice(group)
        await played.press("right", "left")
        assert "▽ reject?" in played.text
        assert "3rd of 3" in played.text
        assert "Softer than IMG_0001.JPG." in played.text.replace("\n", " ") or "softer than" in played.text
        assert "Better in this burst: IMG_0001" in played.text

    cull(steps, size=(160, 48))


def test_name_that_would_move_the_cursor_is_made_harmless(cull, shoot, draw_photo):
    draw_photo(shoot / "A\x1b[2J.JPG", 9)

    async def steps(played):
        await played.press("home")
        assert "A?[2J.JPG" in played.text

    if os.name == "posix":
        cull(steps)
