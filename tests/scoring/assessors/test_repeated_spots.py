"""What stays while the scenes change."""

from scoring.assessors.repeated_spots import repeated_spots


def test_spots_that_repeat_over_three_photos_are_told_the_surest_first():
    photos = [
        [(0.2, 0.3), (0.7, 0.1)],
        [(0.203, 0.298), (0.5, 0.5)],
        [(0.9, 0.9), (0.701, 0.102), (0.199, 0.301)],
        [(0.2, 0.3), (0.7, 0.1)],
    ]
    found = repeated_spots(photos)
    assert [(spot.place, spot.photos) for spot in found] == [((0.2, 0.3), 4), ((0.7, 0.1), 3)]


def test_spots_met_twice_are_chance():
    assert repeated_spots([[(0.2, 0.3)], [(0.2, 0.3)], [(0.8, 0.3)]]) == []


def test_two_spots_of_one_photo_in_one_place_count_once():
    assert repeated_spots([[(0.2, 0.3), (0.202, 0.3)], [(0.2, 0.3)]]) == []


def test_no_photos_repeat_nothing():
    assert repeated_spots([]) == repeated_spots([[], [], []]) == []
