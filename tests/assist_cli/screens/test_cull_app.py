"""News from the background, and the slider that needs it."""

from __future__ import annotations

import pytest
from textual import events

from assist_cli.pictures.picture_key import PictureKey
from assist_cli.screens.messages import PictureReady
from assist_cli.screens.reading_feed import BackgroundReading
from assist_cli.screens.scoring_feed import BackgroundScoring, feed
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.see_shoot import ShootRequest
from index.journal.journal_path import journal_path
from index.photo.marks import Flag
from tests.assist_cli.screens.played_cull import play


@pytest.fixture
def desk(desk, shoot):
    """Editors that write beside the photos of the cull."""
    desk.folder = shoot
    return desk


def scored(open_cull, shoot, catalog, steps):
    """Plays a cull with scoring in the background."""
    app = open_cull(shoot)

    async def whole(played):
        scoring = BackgroundScoring(app, lambda: ShootRequest([shoot], catalog, "cpu", workers=1))
        scoring.start()
        try:
            await steps(played)
        finally:
            scoring.stop()

    play(app, whole)


def test_scores_appear_and_the_cursor_stays(open_cull, shoot, catalog, judge):  # noqa: ARG001 - set up first
    async def steps(played):
        await played.press("right")
        await played.until(lambda: "of 100" in played.text)
        await played.until(lambda: played.app.desk.what_if is not None)
        assert played.current == "IMG_0001.JPG"
        assert "keep" in played.text

    scored(open_cull, shoot, catalog, steps)


def test_slider_tells_before_anything_changes(open_cull, shoot, catalog, judge):  # noqa: ARG001 - set up first
    async def steps(played):
        await played.until(lambda: played.app.desk.what_if is not None)
        before = [photo.advice for photo in played.session.photos]
        await played.press("w", *["right"] * 20)
        assert "stricter" in played.text
        assert "would be advised otherwise" in played.text
        assert [photo.advice for photo in played.session.photos] == before
        await played.press("enter")
        assert [photo.advice for photo in played.session.photos] != before
        assert all(photo.is_unrated for photo in played.session.photos)

    scored(open_cull, shoot, catalog, steps)


def test_slider_without_advice_says_so(cull):
    async def steps(played):
        await played.press("w")
        assert "Groups and advice are still being made" in played.text
        await played.press("escape")
        assert "1/5" in played.text

    cull(steps)


def test_trouble_with_scoring_is_told(cull):
    async def steps(played):
        feed(played.app).ended(OSError(28, "No space left on device", "/x"))
        await played.until(lambda: "Not all could be judged: No space left on device" in played.text)

    cull(steps)


def test_marks_of_another_cull_appear_when_the_window_is_looked_at_again(cull, shoot, catalog):
    async def steps(played):
        with open_session([shoot], catalog) as other:
            other.set_flag(Flag.REJECT)
        played.app.post_message(events.AppFocus())
        await played.until(lambda: "1 photo was marked elsewhere" in played.text)
        assert "✗ reject" in played.text
        assert not played.session.unsaved()

    cull(steps)


def test_scoring_that_is_stopped_before_it_began_never_begins(open_cull, shoot, catalog):
    app = open_cull(shoot)
    scoring = BackgroundScoring(app, lambda: ShootRequest([shoot], catalog, "cpu", workers=1))
    scoring.stop()
    scoring.start()

    async def steps(played):
        await played.pilot.pause(0.3)
        assert played.app.desk.progress is None
        assert all(photo.scored is None for photo in played.session.photos)

    play(app, steps)


def test_screen_that_is_open_already_says_so(cull):
    async def steps(played):
        await played.press("enter")
        assert "This is the loupe already" in played.text

    cull(steps)


def test_picture_that_is_ready_after_the_end_is_ignored(cull, shoot):
    kept = []

    async def steps(played):
        kept.append(played.app)

    cull(steps)
    news = PictureReady(PictureKey(shoot / "IMG_0000.JPG", (8, 4)))
    kept[0].on_picture_ready(news)


def reading(app, shoot, catalog):
    return BackgroundReading(app, [shoot], catalog)


def test_marks_in_sidecars_appear_and_the_cursor_stays(open_cull, shoot, catalog, desk):
    desk.darktable("IMG_0001.JPG.xmp", rating=4)
    app = open_cull(shoot)

    async def steps(played):
        await played.press("right", "right")
        reading(app, shoot, catalog).start()
        await played.until(lambda: "1 photo had marks in sidecars" in played.text)
        assert played.current == "IMG_0002.JPG"
        assert not played.session.unsaved()
        await played.press("left")
        assert "★★★★☆" in played.text

    play(app, steps)


def test_trouble_with_reading_sidecars_is_told_in_one_line(open_cull, shoot, catalog):
    app = open_cull(shoot)

    async def steps(played):
        journal_path(catalog).write_bytes(b"something else entirely, and long enough to be looked at" * 4)
        reading(app, shoot, catalog).start()
        await played.until(lambda: "Sidecars were not read:" in played.text)
        assert "journal of photo-assist (it is not a database)" in app.desk.said.text

    play(app, steps)


def test_reading_that_finds_nothing_says_nothing(open_cull, shoot, catalog):
    app = open_cull(shoot)

    async def steps(played):
        await played.press("left")
        background = reading(app, shoot, catalog)
        background.start()
        await played.until(lambda: not background._thread.is_alive())
        await played.pilot.pause(0.1)
        assert "This is the first photo" in played.text

    play(app, steps)
