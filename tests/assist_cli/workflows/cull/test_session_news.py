"""News that arrive in a cull: scores, advice, and the marks of another one."""

from __future__ import annotations

from datetime import UTC, datetime

from assist_cli.workflows.cull.filters import find_filter
from assist_cli.workflows.cull.sorts import find_sort
from index.catalog.people_marks import PersonsMarks
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import Flag, Marks
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.cull.made_cull import advice, in_catalogue, path_of, scored, shown


def test_a_group_is_known_once_advice_has_come(session):
    assert [photo.path for photo in session.group_of(path_of(1))] == [path_of(1)]
    session.take_in_advice({path_of(number): advice(group="a") for number in (1, 2)})
    assert [photo.path for photo in session.group_of(path_of(1))] == [path_of(1), path_of(2)]
    assert session.group_of(path_of(0)) == [session.current]


def test_scores_that_arrive_do_not_move_the_cursor(session):
    session.set_sort(find_sort("score"))
    session.go_to(path_of(3))
    news = session.take_in([scored(number, 10.0 * number) for number in range(6)])
    assert len(news) == 6
    assert shown(session) == [5, 4, 3, 2, 1, 0]
    assert session.current.path == path_of(3)
    assert session.current.scored.score.value == 30.0


def test_news_that_hide_the_current_photo_leave_it_there(session):
    session.take_in([scored(number, focus=0.2) for number in range(6)])
    session.set_filter(find_filter("focus<0.4"))
    session.move(2)
    session.take_in([scored(2, focus=0.9)])
    assert session.current.path == path_of(2)
    session.move(1)
    assert shown(session) == [0, 1, 3, 4, 5]


def test_advice_that_arrives_says_what_is_new(session):
    said = {path_of(1): advice(Decision.ALTERNATE)}
    assert [photo.path for photo in session.take_in_advice(said)] == [path_of(1)]
    assert session.take_in_advice(said) == []


def test_an_unreadable_photo_stays_in_its_place(session):
    trouble = UnreadablePhoto(path_of(2), FailureKind.TRUNCATED, "it ends early")
    session.take_in([trouble])
    assert session.visible[2].trouble == trouble
    assert (session.counts().unreadable, session.counts().left) == (1, 5)


def test_marks_of_another_cull_are_kept_and_come_at_the_next_look(session, kept):
    other = PersonsMarks(path_of(0), "", Marks(rating=2, keywords=("bride",)), "cull", datetime.now(UTC))
    kept.people.store([other])
    session.set_flag(Flag.PICK, stay=True)
    assert in_catalogue(kept)[path_of(0)] == Marks(2, Flag.PICK, keywords=("bride",))
    assert [photo.path for photo in session.look_again()] == [path_of(0)]
    assert session.current.marks.rating == 2


def test_a_marked_photo_is_known_by_its_picture_once_that_is_read(session, kept):
    session.set_flag(Flag.PICK, stay=True)
    session.take_in([scored(0)])
    (one,) = kept.people.of_pictures(["picture-0"])["picture-0"]
    assert one.marks == Marks(flag=Flag.PICK)
