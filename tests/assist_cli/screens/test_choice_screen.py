"""Prompts for filters and sorts."""

from __future__ import annotations

import pytest

from assist_cli.screens.choices import EXAMPLE_WORDS, FILTER_WORDS
from assist_cli.workflows.cull.filters import EXAMPLES, filter_names
from index.photo.marks import Flag


def test_typed_name_filters(cull):
    async def steps(played):
        await played.press("p", "slash", *"picks", "enter")
        assert played.session.filter.name == "picks"
        assert "Shown: picks, 1 of 5" in played.text

    cull(steps)


def test_typed_level_filters_by_stars(cull):
    async def steps(played):
        await played.press("4", "slash", "3", "plus", "enter")
        assert played.session.filter.name == "3+"

    cull(steps)


def test_filter_that_shows_nothing_leaves_all_as_it_was(cull):
    async def steps(played):
        await played.press("slash", *"rejects", "enter")
        assert played.session.filter.name == "all"
        assert "No photo is shown by rejects: the filter stays all" in played.text

    cull(steps)


def test_unknown_name_is_told_and_can_be_corrected(cull):
    async def steps(played):
        await played.press("slash", *"zzz", "enter")
        assert "there is no filter 'zzz'" in played.text
        await played.press("backspace", "backspace", "backspace", "escape")
        assert "1/5" in played.text

    cull(steps)


def test_arrows_choose_an_order(cull):
    async def steps(played):
        await played.press("s", "down", "down", "enter")
        assert played.session.sort.name == "score"

    cull(steps)


def test_list_shows_how_many_photos_each_filter_has(cull):
    async def steps(played):
        await played.press("x", "slash")
        line = next(line for line in played.text.splitlines() if "rejects" in line)
        assert line.split() == ["rejects", "1", "✗", "you", "rejected"]

    cull(steps)


def test_what_is_typed_before_the_prompt_is_there_marks_no_photo(cull):
    async def steps(played):
        await played.type_fast("backslash", *"unrated", "enter", "x", "g", "p")
        await played.until(lambda: "IMG_0001" in played.app.desk.said.text)
        assert played.session.filter.name == "unrated"
        assert [photo.marks.flag for photo in played.session.photos] == [Flag.REJECT, Flag.PICK, None, None, None]
        assert played.app.screen.id == played.app.get_screen("grid").id

    cull(steps)


@pytest.mark.parametrize(("named", "told"), [(filter_names(), FILTER_WORDS), (EXAMPLES, EXAMPLE_WORDS)])
def test_every_filter_is_told_in_words(named, told):
    assert set(told) == set(named)


@pytest.mark.parametrize(("key", "title"), [("slash", "Which photos are shown?"), ("s", "In which order?")])
def test_prompt_says_what_it_asks(cull, key, title):
    async def steps(played):
        await played.press(key)
        assert title in played.text
        assert "(now)" in played.text

    cull(steps)


def test_summary_that_is_answered_before_it_is_there_leaves(cull):
    async def steps(played):
        await played.type_fast("p", "q", "n")
        await played.until(lambda: not played.app.is_running)

    cull(steps)


def test_screen_that_is_there_already_takes_the_keys_after_it(cull):
    async def steps(played):
        await played.type_fast("enter", "p", "x")
        assert [photo.marks.flag for photo in played.session.photos][:2] == [Flag.PICK, Flag.REJECT]

    cull(steps)


def test_small_screen_shows_the_choice(cull):
    async def steps(played):
        await played.press("slash", *["down"] * 9)
        assert "▶ near_duplicate" in played.text

    cull(steps, size=(40, 10))
