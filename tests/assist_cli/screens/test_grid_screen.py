"""The grid: the same keys, many photos."""

from __future__ import annotations

import re

import pytest


def test_grid_names_every_photo_and_enter_leads_back(cull):
    async def steps(played):
        await played.press("g")
        for number in range(5):
            assert f"IMG_000{number}" in played.text
        await played.press("right", "enter")
        assert "2/5" in played.text

    cull(steps)


def test_up_and_down_go_by_rows(cull):
    async def steps(played):
        await played.press("g", "down")
        assert played.current == "IMG_0002.JPG"
        await played.press("up")
        assert played.current == "IMG_0000.JPG"

    cull(steps, size=(44, 30))


def test_marks_show_below_the_photo(cull):
    async def steps(played):
        await played.press("g", "p", "x", "4")
        assert "✓" in played.text
        assert "✗" in played.text
        assert "4★" in played.text
        assert played.current == "IMG_0003.JPG"

    cull(steps)


def test_current_photo_is_told_by_a_sign(cull):
    async def steps(played):
        await played.press("g")
        first = played.text
        await played.press("right")
        assert re.search(r"▌ +IMG_0000", first)
        assert re.search(r"▌ +IMG_0001", played.text)

    cull(steps)


def test_photo_that_is_pointed_at_becomes_the_current_one(cull):
    async def steps(played):
        await played.press("g")
        await played.pilot.click(offset=(30, 3))
        await played.pilot.pause()
        assert played.current == "IMG_0001.JPG"

    cull(steps)


def test_zoom_tells_where_it_works(cull):
    async def steps(played):
        await played.press("g", "z")
        assert "z works on one photo: Enter shows it" in played.text

    cull(steps)


@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
def test_current_photo_is_always_seen(cull, size):
    async def steps(played):
        await played.press("g", "end")
        assert re.search(r"▌ +IMG_0004", played.text)

    cull(steps, size=size)
