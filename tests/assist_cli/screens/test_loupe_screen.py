"""The loupe: keys mark and move, and the screen tells what is so."""

from __future__ import annotations

import os
import threading
from dataclasses import replace

import numpy as np
import pytest

from assist_cli.pictures import prepared
from assist_cli.pictures.overlay_picture import OverlayPicture
from assist_cli.pictures.protocol import Colours, Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.workflows.cull.filters import find_filter
from index.catalog.database import open_catalog
from index.photo.marks import ColorLabel, Flag

BLOCKS = set("▀▄▌▐▖▗▘▝▚▞█▁▂▃▅▆▇▊▎")


def picture_cells(text: str) -> int:
    return sum(letter in BLOCKS for letter in text)


def test_photo_is_drawn_in_blocks(cull):
    async def steps(played):
        await played.until(lambda: picture_cells(played.text) > 500)
        assert "IMG_0000.JPG" in played.text
        assert "1/5" in played.text

    cull(steps)


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


def test_pick_is_kept_at_once_told_and_followed_by_the_next_photo(cull, shoot, catalog):
    async def steps(played):
        await played.press("p")
        assert played.current == "IMG_0001.JPG"
        assert "IMG_0000: picked" in played.text
        with open_catalog(catalog) as other:
            assert [one.marks.flag for one in other.people.under([shoot]).values()] == [Flag.PICK]
        await played.press("left")
        assert "✓ pick" in played.text

    cull(steps)


def test_stars_and_labels_are_told_in_signs_and_words(cull):
    async def steps(played):
        await played.press("3", "left", "6", "left")
        assert "★★★☆☆" in played.text
        assert "● Red" in played.text
        assert played.session.current.marks.labels == (ColorLabel.RED.value,)

    cull(steps)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["U"], "has no flag already"),
        (["0"], "has no stars already"),
        (["minus"], "has no label already"),
        (["P", "P"], "is picked already"),
        (["a", "3", "3"], "has ★★★ already"),
        (["a", "6", "6"], "is labelled Red already"),
    ],
)
def test_what_is_so_already_is_no_mark_and_is_told_plainly(cull, keys, told):
    async def steps(played):
        await played.press(*keys)
        assert f"IMG_0000 {told}" in played.text
        await played.press("ctrl+z")
        assert played.session.unsaved() == []

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


def test_same_key_again_changes_nothing_and_says_so(cull):
    async def steps(played):
        await played.press("x", "left", "x")
        assert "IMG_0000 is rejected already" in played.text
        assert played.session.photos[0].is_reject

    cull(steps)


def test_shift_marks_and_stays(cull):
    async def steps(played):
        await played.press("P")
        assert played.current == "IMG_0000.JPG"
        assert "✓ pick" in played.text

    cull(steps)


def test_undo_goes_back_over_the_whole_session(cull):
    async def steps(played):
        await played.press("p", "x", "5")
        for _ in range(3):
            await played.press("ctrl+z")
        assert played.current == "IMG_0000.JPG"
        assert "not marked yet" in played.text
        assert "Taken back: IMG_0000 is again: no flag" in played.text
        await played.press("ctrl+z")
        assert "There is nothing to take back" in played.text

    cull(steps)


def test_key_without_a_meaning_names_the_one_that_helps(cull):
    async def steps(played):
        await played.press("t")
        assert "t does nothing here; ? shows the keys" in played.text

    cull(steps)


def test_both_ends_are_told(cull):
    async def steps(played):
        await played.press("left")
        assert "This is the first photo" in played.text
        await played.press("end", "right")
        assert "This is the last photo" in played.text

    cull(steps)


def test_filter_that_hides_the_marked_photo_leads_on_and_at_the_end_back(cull):
    async def steps(played):
        played.session.set_filter(find_filter("unrated"))
        await played.press("end", "p")
        assert played.current == "IMG_0003.JPG"
        assert "filter: unrated" in played.text

    cull(steps)


def test_mark_that_cannot_be_kept_says_why(cull, catalog, monkeypatch):
    from index.catalog.errors import CatalogError
    from index.catalog.people_marks import PeopleMarks

    def full(*_):
        raise CatalogError(catalog, "the disk is full")

    async def steps(played):
        monkeypatch.setattr(PeopleMarks, "store", full)
        await played.press("p")
        assert "NOT KEPT: the catalogue" in played.text
        assert "the disk is full" in played.text
        assert played.current == "IMG_0000.JPG"
        assert "not marked yet" in played.text

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


def test_vim_keys_do_what_the_keymap_says(cull):
    async def steps(played):
        await played.press("l", "d")
        assert played.session.photos[1].is_reject
        await played.press("u")
        assert not played.session.photos[1].is_reject

    cull(steps, keymap="vim")


def test_name_that_would_move_the_cursor_is_made_harmless(cull, shoot, draw_photo):
    draw_photo(shoot / "A\x1b[2J.JPG", 9)

    async def steps(played):
        await played.press("home")
        assert "A?[2J.JPG" in played.text

    if os.name == "posix":
        cull(steps)


def test_held_key_moves_by_every_press_and_ends_at_the_right_photo(cull):
    async def steps(played):
        for _ in range(4):
            played.app.screen.press("right")
        await played.until(lambda: "5/5" in played.text)
        await played.press("left")
        assert "4/5" in played.text

    cull(steps)


def test_foot_counts_what_was_marked_a_moment_ago(cull):
    async def steps(played):
        await played.press("right", "p", "x")
        assert "✓1 ✗1 · 2 not in sidecars · 3 left" in played.text
        await played.press("ctrl+z", "left")
        assert "✓1 ✗0 · 1 not in sidecars · 4 left" in played.text

    cull(steps)


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
