"""A cull as a screen drives it: going about, marking, taking back, and news that arrive meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assist_cli.workflows.cull.filters import find_filter
from assist_cli.workflows.cull.kept_marks import Change
from assist_cli.workflows.cull.sorts import find_sort
from index.catalog.errors import LockedCatalogError
from index.catalog.people_marks import PersonsMarks
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import NO_MARKS, ColorLabel, Flag, Mark, Marks
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.cull.made_cull import FOLDER, advice, path_of, scored, shown


def in_catalogue(kept):
    return {path: one.marks for path, one in kept.people.under([FOLDER]).items()}


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


def test_a_mark_is_in_the_catalogue_at_once(session, kept):
    session.set_flag(Flag.PICK)
    session.set_rating(3)
    assert in_catalogue(kept) == {path_of(0): Marks(flag=Flag.PICK), path_of(1): Marks(rating=3)}


def test_marks_of_one_photo_stand_beside_each_other(session, kept):
    session.set_rating(4, stay=True)
    session.set_flag(Flag.REJECT, stay=True)
    session.set_label(ColorLabel.BLUE, stay=True)
    assert in_catalogue(kept)[path_of(0)] == Marks(4, Flag.REJECT, ("Blue",)) == session.marked(path_of(0))


def test_marking_goes_on_to_the_next_photo_and_stays_on_the_last(session):
    session.set_flag(Flag.PICK)
    assert session.cursor == 1
    session.last()
    session.set_flag(Flag.PICK)
    assert session.cursor == 5


def test_with_stay_or_without_auto_advance_the_cursor_stays(session):
    session.set_rating(2, stay=True)
    assert session.cursor == 0
    session.auto_advance = False
    session.set_rating(3)
    assert session.cursor == 0


def test_marking_another_photo_leaves_the_cursor(session):
    session.set_flag(Flag.PICK, on=path_of(3))
    assert session.cursor == 0
    assert session.marked(path_of(3)) == Marks(flag=Flag.PICK)


def test_the_same_mark_again_changes_nothing_but_goes_on(session, kept):
    session.set_flag(Flag.PICK)
    before = kept.people.under([FOLDER])
    session.move(-1)
    assert session.set_flag(Flag.PICK) == ()
    assert session.cursor == 1
    assert kept.people.under([FOLDER]) == before
    session.undo()
    assert session.undo() == ()


def test_more_than_five_stars_are_a_mistake(session):
    with pytest.raises(ValueError, match="0 to 5"):
        session.set_rating(6)


def test_a_label_is_set_alone_and_taken_away(session):
    session.set_label(ColorLabel.RED, stay=True)
    session.set_label(ColorLabel.GREEN, stay=True)
    assert session.current.marks.labels == ("Green",)
    session.set_label(None, stay=True)
    assert session.current.marks == NO_MARKS


def test_a_label_that_is_taken_back_leaves_nothing_said(session, kept):
    session.set_label(ColorLabel.RED, stay=True)
    session.undo()
    assert kept.people.under([path_of(0)]) == {}


def test_what_a_person_took_away_is_so_again_after_an_undo(session, kept):
    session.set_label(ColorLabel.RED, stay=True)
    session.set_label(None, stay=True)
    session.set_label(ColorLabel.BLUE, stay=True)
    session.undo()
    assert kept.people.under([path_of(0)])[path_of(0)].cleared == {Mark.LABELS}


def test_a_mark_that_cannot_be_kept_raises_and_changes_nothing(session, monkeypatch, catalog):
    def locked(*_arguments):
        raise LockedCatalogError(catalog, "locked")

    monkeypatch.setattr("index.catalog.people_marks.PeopleMarks.store", locked)
    with pytest.raises(LockedCatalogError):
        session.set_flag(Flag.PICK)
    assert session.cursor == 0
    assert session.current.marks == NO_MARKS
    assert session.undo() == ()


def test_undo_goes_back_over_the_whole_session(session, kept):
    session.set_rating(3, stay=True)
    session.set_rating(5)
    session.set_flag(Flag.REJECT)
    session.last()
    assert session.undo() == (Change(path_of(1), Mark.FLAG, None, Flag.REJECT),)
    assert session.current.path == path_of(1)
    assert session.undo() == (Change(path_of(0), Mark.RATING, 3, 5),)
    assert session.marked(path_of(0)) == Marks(rating=3)
    assert session.undo() == (Change(path_of(0), Mark.RATING, None, 3),)
    assert session.undo() == ()
    assert in_catalogue(kept) == {}


def test_several_flags_are_set_and_taken_back_as_one(session, kept):
    session.set_flags({path_of(2): Flag.PICK, path_of(3): Flag.REJECT})
    assert session.cursor == 0
    assert len(in_catalogue(kept)) == 2
    assert len(session.undo()) == 2
    assert in_catalogue(kept) == {}


def test_an_undo_that_cannot_be_kept_may_be_tried_again(session, monkeypatch, catalog):
    def locked(*_arguments):
        raise LockedCatalogError(catalog, "locked")

    session.set_flag(Flag.PICK)
    with monkeypatch.context() as patch:
        patch.setattr("index.catalog.people_marks.PeopleMarks.store", locked)
        with pytest.raises(LockedCatalogError):
            session.undo()
    assert len(session.undo()) == 1
    assert session.marked(path_of(0)) == NO_MARKS


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


def test_what_is_unsaved_is_told_with_what_was_there_before(session):
    session.set_rating(3)
    session.set_rating(2)
    session.undo()
    (one,) = session.unsaved()
    assert (one.photo.path, one.photo.marks.rating, one.saved) == (path_of(0), 3, NO_MARKS)
    session.note_saved([one])
    assert session.unsaved() == []
    session.set_rating(4, on=path_of(0))
    assert session.unsaved()[0].saved == Marks(rating=3)


def test_the_pace_counts_photos_once(session, clock):
    for number in range(5):
        clock.now_s += 2.0
        session.set_rating(1, on=path_of(number))
        session.set_rating(2, on=path_of(number))
    assert session.pace() == pytest.approx(30.0)
