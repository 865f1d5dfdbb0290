"""Frames of a moment side by side."""

from __future__ import annotations

import pytest

from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal
from assist_cli.workflows.cull.cull_photo import PhotoAdvice
from assist_cli.workflows.cull.filters import find_filter
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.marks import Flag
from index.photo.record import ExifFacts, PhotoRecord
from scoring.assessment import Assessment
from scoring.groups.group import GroupKind
from scoring.ranking.blend import Score
from scoring.ranking.picks.choice import Decision
from scoring.rating_distribution import Quality


def scored(path, focus):
    """As judged; only `focus` is known."""
    record = PhotoRecord(path, "picture", (60, 40), ExifFacts())
    said = {"focus": Assessment(focus, 0.9, "some", ("Some.",))}
    return ScoredPhoto(record, Quality("some.weights", (0.1,) * 10), said, Score(50.0, None, None), True)


@pytest.fixture
def compare(cull, group):
    """A comparison of the burst of three."""

    def call(steps, **options):
        async def whole(played):
            played.session.take_in_advice(group)
            await played.press("c")
            await steps(played)

        cull(whole, **options)

    return call


def test_frames_of_the_burst_stand_side_by_side_with_our_advice(compare):
    async def steps(played):
        assert "1  IMG_0000" in played.text
        assert "3  IMG_0002" in played.text
        assert "IMG_0003" not in played.text
        assert "▲ keep · 1st of 3" in played.text

    compare(steps)


def test_digit_keeps_a_frame_rejects_the_others_and_goes_on(compare):
    async def steps(played):
        await played.press("2")
        flags = [photo.marks.flag for photo in played.session.photos]
        assert flags == [Flag.REJECT, Flag.PICK, Flag.REJECT, None, None]
        assert played.current == "IMG_0003.JPG"
        assert "Picked: IMG_0001, rejected: IMG_0000, IMG_0002" in played.text

    compare(steps)


def test_what_a_digit_did_is_one_step_to_take_back(compare):
    async def steps(played):
        await played.press("2", "ctrl+z")
        assert all(photo.is_unrated for photo in played.session.photos)

    compare(steps)


def test_frame_that_a_person_picked_before_is_not_rejected(compare):
    async def steps(played):
        await played.press("P", "2")
        assert [photo.marks.flag for photo in played.session.photos][:3] == [Flag.PICK, Flag.PICK, Flag.REJECT]

    compare(steps)


def test_arrows_stay_among_the_frames(compare):
    async def steps(played):
        await played.press("right", "right", "right")
        assert played.current == "IMG_0002.JPG"
        assert "This is the last frame of this moment" in played.text

    compare(steps)


def test_zoom_shows_the_same_part_of_all_frames(compare):
    async def steps(played):
        await played.press("z")
        await played.until(lambda: played.app.screen.seen() is not None)
        assert len({key.zoom for key in played.app.screen.wall.wanted()}) == 1
        await played.press("escape", "escape")
        assert "1/5" in played.text

    compare(steps)


def test_best_number_of_the_frames_catches_the_eye(compare):
    async def steps(played):
        for photo, value in zip(played.session.photos, (0.30, 0.90, 0.901), strict=False):
            played.session.take_in([scored(photo.path, value)])
        await played.press("right")
        assert "focus 30 " in played.text
        assert played.text.count("focus 90▴") == 2

    compare(steps)


ALONE = PhotoAdvice(Decision.KEEPER, None, 1, ("the only frame of its moment",))


def test_photo_alone_in_its_moment_is_compared_with_none(cull):
    async def steps(played):
        played.session.take_in_advice({played.session.current.path: ALONE})
        await played.press("c")
        assert "IMG_0000 is alone in its moment: there is no frame to compare it with" in played.text
        await played.press("right", "left", "2")
        assert [photo.marks.flag for photo in played.session.photos] == [None] * 5
        assert played.session.photos[0].marks.rating == 2

    cull(steps)


def test_before_moments_are_known_nothing_is_compared(cull):
    async def steps(played):
        await played.press("c")
        assert "is not known yet: photos are still being judged" in played.text

    cull(steps)


def test_on_from_a_moment_to_a_photo_alone_a_digit_marks_nothing(compare):
    async def steps(played):
        played.session.take_in_advice({photo.path: ALONE for photo in played.session.photos[3:]})
        await played.press("right_square_bracket", "1")
        assert played.current == "IMG_0003.JPG"
        assert "IMG_0003 is alone in its moment" in played.text
        assert "IMG_0004" not in played.text
        assert all(photo.is_unrated for photo in played.session.photos)

    compare(steps)


@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
def test_small_screens_keep_the_numbers(compare, size):
    async def steps(played):
        assert "1 " in played.text
        assert "2 " in played.text
        await played.press("2")
        assert played.session.photos[1].is_pick

    compare(steps, size=size)


def test_digit_goes_on_past_all_frames_and_never_to_an_empty_screen(cull, group, shoot):
    async def steps(played):
        last_two = PhotoAdvice(Decision.KEEPER, GroupKind.BURST, 1, ("as good",), "another burst")
        played.session.take_in_advice(group | dict.fromkeys(sorted(shoot.iterdir())[3:], last_two))
        played.session.set_filter(find_filter("unrated"))
        await played.press("c", "2")
        assert played.current == "IMG_0003.JPG"
        await played.press("1")
        assert played.session.photos[4].is_reject
        assert "filter: unrated" in played.text

    cull(steps)


@pytest.fixture
def burst_of_five(cull, shoot):
    """A comparison of four frames of a burst of five."""

    def call(steps):
        async def whole(played):
            said = PhotoAdvice(Decision.ALTERNATE, GroupKind.BURST, 1, ("as good",), "one burst")
            played.session.take_in_advice(dict.fromkeys(shoot.iterdir(), said))
            await played.press("c")
            await steps(played)

        cull(whole)

    return call


def test_frames_that_have_no_room_are_told_at_once(burst_of_five):
    async def steps(played):
        assert "IMG_0004" not in played.text
        assert "Frames 1 to 4 of 5; PgUp PgDn: the others" in played.text

    burst_of_five(steps)


@pytest.mark.parametrize("keys", [["pagedown"], ["right"] * 4])
def test_page_keys_and_arrows_lead_to_the_other_frames_and_back(burst_of_five, keys):
    async def steps(played):
        await played.press(*keys)
        assert "Frames 4 to 5 of 5" in played.text
        assert ("2  IMG_0004" in played.text, played.current) == (True, "IMG_0004.JPG")
        await played.press("2")
        flags = [photo.marks.flag for photo in played.session.photos]
        assert flags == [None, None, None, Flag.REJECT, Flag.PICK]
        assert "(3 more of the moment undecided)" in played.text
        await played.press("pageup")
        assert "Frames 1 to 3 of 5" in played.text

    burst_of_five(steps)


def test_beyond_the_last_frames_there_are_none(burst_of_five):
    async def steps(played):
        await played.press("pagedown", "pagedown")
        assert "This is the last frame of this moment" in played.text
        assert played.current == "IMG_0004.JPG"

    burst_of_five(steps)


def test_frames_that_had_no_room_stay_undecided_and_are_told(burst_of_five):
    async def steps(played):
        await played.press("1")
        assert "Picked: IMG_0000 (1 more of the moment undecided), rejected: IMG_0001" in played.text
        assert played.session.photos[4].marks.flag is None

    burst_of_five(steps)


def test_the_foot_names_the_digits(compare):
    async def steps(played):
        assert "1-4 keep one" in played.text.splitlines()[-1]

    compare(steps)


@pytest.mark.parametrize("key", ["z", "f", "e", "r"])
def test_without_pictures_looking_closer_says_why_there_is_none(cull, key):
    async def steps(played):
        await played.press(key)
        assert "Pictures are off" in played.text.splitlines()[-2]

    cull(steps, terminal=Terminal(Protocol.NONE))
