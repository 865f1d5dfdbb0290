"""Severely wrong exposure goes behind what can be used, whatever the standings say."""

from scoring.ranking.picks.readings import readings_of
from scoring.ranking.picks.usable import in_order
from tests.scoring.ranking.picks.made_photos import crisp, faces, light, photo, well_exposed

OPEN, CLOSED = faces((3000, 800, 0.99, 0.4)), faces((3000, 800, 0.02, 0.4))


def order(photos, standings):
    return in_order(photos, readings_of(photos), standings)


def test_frames_stand_by_their_standing_the_earlier_first():
    photos = [photo(number) for number in range(3)]
    assert order(photos, [0.1, 0.5, 0.5]) == [1, 2, 0]


def test_a_lost_frame_comes_after_every_usable_one():
    photos = [photo(1, exposure=light(-4.0)), photo(2, exposure=well_exposed()), photo(3, exposure=light(-1.2))]
    assert order(photos, [3.0, 1.0, 2.0]) == [2, 1, 0]


def test_a_dark_frame_with_open_eyes_may_go_before_a_blink():
    dark, blink, awake = light(-2.0), well_exposed(), well_exposed()
    photos = [photo(1, exposure=dark, faces=OPEN), photo(2, exposure=blink, faces=CLOSED)]
    assert order(photos, [1.0, 0.0]) == [0, 1]
    assert order([*photos, photo(3, exposure=awake, faces=OPEN)], [2.0, 0.5, 1.0]) == [2, 0, 1]


def test_a_severe_blur_is_no_reason_to_put_a_dark_frame_behind():
    photos = [photo(1, exposure=light(-2.0), sharpness=crisp(0.7)), photo(2, sharpness=crisp(0.1))]
    assert order(photos, [1.0, 0.0]) == [0, 1]


def test_where_all_are_lost_standings_decide():
    assert order([photo(1, exposure=light(-4.0)), photo(2, exposure=light(-3.0))], [1.0, 0.0]) == [0, 1]
