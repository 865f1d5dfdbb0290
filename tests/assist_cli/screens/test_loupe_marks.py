"""Marks given in the loupe: kept at once, told, taken back, and never silent."""

from __future__ import annotations

import pytest

from assist_cli.workflows.cull.filters import find_filter
from index.catalog.database import open_catalog
from index.photo.marks import ColorLabel, Flag


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


def test_vim_keys_do_what_the_keymap_says(cull):
    async def steps(played):
        await played.press("l", "d")
        assert played.session.photos[1].is_reject
        await played.press("u")
        assert not played.session.photos[1].is_reject

    cull(steps, keymap="vim")


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
