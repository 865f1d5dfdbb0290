"""What was said of a photo, as picking asks for it."""

from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, focus, photo


def test_who_abstained_and_who_was_not_asked_said_nothing():
    said = focus()
    one = photo(1, focus=said, faces=NOT_JUDGED)
    assert one.said_by("focus") is said
    assert one.said_by("faces") is None
    assert one.said_by("light") is None
