"""Going about in a cull: by steps, by sets, to what is unrated, and over what a filter hides."""

from __future__ import annotations

from assist_cli.workflows.cull.filters import find_filter
from index.photo.marks import Flag
from tests.assist_cli.workflows.cull.made_cull import FOLDER, advice, path_of, shown


def test_the_cursor_moves_and_stops_at_both_ends(session):
    assert not session.move(-1)
    assert session.move(1)
    assert session.current.path == path_of(1)
    assert session.move(100)
    assert session.cursor == 5
    assert not session.move(1)


def test_a_photo_is_gone_to_by_its_path(session):
    assert session.go_to(path_of(4))
    assert session.cursor == 4
    assert not session.go_to(FOLDER / "nowhere.jpg")
    assert session.first()
    assert session.last()
    assert session.current.path == path_of(5)


def test_a_photo_hidden_by_its_mark_gives_way_to_the_next_one(session):
    session.set_filter(find_filter("unrated"))
    session.move(2)
    session.set_flag(Flag.REJECT)
    assert shown(session) == [0, 1, 3, 4, 5]
    assert session.current.path == path_of(3)


def test_the_last_photo_hidden_by_its_mark_gives_way_to_the_one_before(session):
    session.set_filter(find_filter("unrated"))
    session.last()
    session.set_flag(Flag.REJECT)
    assert session.current.path == path_of(4)


def test_the_only_photo_hidden_by_its_mark_stays_on_the_screen(begin):
    session = begin(1)
    session.set_filter(find_filter("unrated"))
    session.set_flag(Flag.REJECT)
    assert shown(session) == [0]
    assert session.counts().left == 0


def test_a_hidden_photo_is_looked_at_until_the_cursor_leaves_it(session):
    session.set_filter(find_filter("unrated"))
    session.set_flag(Flag.PICK, stay=True)
    assert shown(session) == [0, 1, 2, 3, 4, 5]
    session.move(1)
    assert shown(session) == [1, 2, 3, 4, 5]
    assert session.cursor == 0


def test_undo_brings_a_hidden_photo_back_under_the_cursor(session):
    session.set_filter(find_filter("unrated"))
    session.set_flag(Flag.PICK)
    session.undo()
    assert session.current.path == path_of(0)


def test_a_filter_that_nothing_matches_is_not_put_on(session):
    assert session.set_filter(find_filter("picks")) == 0
    assert session.filter.name == "all"
    assert len(session.visible) == 6


def test_a_filter_moves_the_cursor_only_off_what_it_hides(session):
    for number in (1, 4):
        session.set_flag(Flag.PICK, on=path_of(number))
    session.go_to(path_of(4))
    assert session.set_filter(find_filter("picks")) == 2
    assert session.current.path == path_of(4)
    session.set_filter(find_filter("all"))
    session.go_to(path_of(2))
    session.set_filter(find_filter("picks"))
    assert session.current.path == path_of(4)
    session.set_filter(find_filter("all"))
    session.go_to(path_of(5))
    session.set_filter(find_filter("picks"))
    assert session.current.path == path_of(4)


def test_next_unrated_goes_round_and_says_when_there_is_none(begin):
    session = begin(3)
    session.set_flag(Flag.PICK, on=path_of(2))
    session.move(1)
    assert session.next_unrated()
    assert session.current.path == path_of(0)
    session.set_rating(1, on=path_of(0))
    session.set_rating(1, on=path_of(1))
    assert not session.next_unrated()


def test_sets_are_gone_to_by_their_first_frame(session):
    bursts = ["a", "a", None, "b", "b", "b"]
    session.take_in_advice({path_of(number): advice(group=group) for number, group in enumerate(bursts)})
    places = []
    while session.next_set(1):
        places.append(session.cursor)
    assert places == [2, 3]
    session.last()
    while session.next_set(-1):
        places.append(session.cursor)
    assert places == [2, 3, 3, 2, 0]
