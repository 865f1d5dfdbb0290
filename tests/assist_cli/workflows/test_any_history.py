"""Whatever happens in whatever order: what a person said last in a place stays, unless a person said something newer elsewhere.

Two editors, each with a sidecar of its own, and we, who write, read and take back, go on for a while. A small model keeps when a
person said what. Our stars, labels and keywords are never those of people, so that it can be told whose a value is.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from index.journal.database import journal_path
from index.journal.undo import UndoKind
from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import NO_MARKS, Flag, Mark, Marks
from index.photo.merge_marks import Value, same_value, value_of
from index.photo.sidecar_place import Place, Style
from scoring.ranking.advised_marks import Advice
from tests.assist_cli.workflows.made_desk import Desk

ONE_VALUE = (Mark.RATING, Mark.FLAG, Mark.LABELS)
PLACES = (Place.DARKTABLE, Place.ADOBE)
PERSONS: Mapping[Mark, tuple[Value, ...]] = {
    Mark.RATING: (0, 1, 3, 5),
    Mark.FLAG: (Flag.UNFLAGGED, Flag.REJECT, Flag.PICK),
    Mark.LABELS: ((), ("Blue",), ("Purple",)),
}
OUR_STARS, OUR_LABELS = (None, 2, 4), ((), ("Green",), ("Red",))
OUR_KEYWORDS = ((), ("photo-assist|assist-keeper",), ("photo-assist|assist-alternate",))
WORDS = ("harbour", "people|Anna")
EVERYTHING = frozenset(Advice)
HISTORIES, EVENTS = 60, 25
"""A choice: some seconds. 20,000 histories of 40 events were run once while this was written."""

places = st.sampled_from(PLACES)
styles = st.sampled_from(Style)


@dataclass
class Word:
    """One mark in one place: what stands there, when a person said so, and what it was when we last took note of it."""

    value: Value = None
    said: int | None = None
    """None: it is ours, or nobody's."""
    noted: tuple[Value, int | None] = (None, None)

    def by_person(self, value: Value, now: int, mark: Mark) -> None:
        # Back at what we know already: nobody can tell that anything happened.
        same = same_value(mark, value, self.noted[0])
        self.value, self.said = value, self.noted[1] if same else now

    def note(self) -> None:
        self.noted = (self.value, self.said)


@dataclass
class Keyword:
    """One keyword in one place, as `Word`; `said`: when a person gave it or took it away there."""

    is_there: bool = False
    said: int | None = None
    noted: tuple[bool, int | None] = (False, None)

    def by_person(self, is_there: bool, now: int) -> None:
        self.is_there, self.said = is_there, self.noted[1] if is_there is self.noted[0] else now

    def note(self) -> None:
        self.noted = (self.is_there, self.said)


class Histories(RuleBasedStateMachine):
    """The rules are the events; after each of ours the model says whether anything was lost."""

    base: Path

    def __init__(self) -> None:
        super().__init__()
        self.now = 0
        self.met: set[Place] = set()
        Histories.count = getattr(Histories, "count", 0) + 1
        self.root = self.base / str(Histories.count)
        self.desk = Desk(self.root)
        self.stem = "IMG"
        self.words = {(place, mark): Word() for place in PLACES for mark in ONE_VALUE}
        self.keywords = {(place, word): Keyword() for place in PLACES for word in WORDS}
        self.runs: list[str] = []

    @initialize()
    def scored(self) -> None:
        self.desk.photo("IMG.CR3")

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    # what people do

    @rule(place=places, mark=st.sampled_from(ONE_VALUE), data=st.data())
    def person_marks(self, place: Place, mark: Mark, data: st.DataObject) -> None:
        value = data.draw(st.sampled_from(PERSONS[mark]))
        self._edits(place, **{mark.value: value})

    @rule(place=places, word=st.sampled_from(WORDS))
    def person_gives_a_keyword(self, place: Place, word: str) -> None:
        self._edits(place, keywords=KeywordChange(add=(word,)))

    @rule(place=places, word=st.sampled_from(WORDS))
    def person_takes_a_keyword_away(self, place: Place, word: str) -> None:
        self._edits(place, keywords=KeywordChange(remove=(word,)))

    # what we do

    @rule(
        stars=st.sampled_from(OUR_STARS),
        labels=st.sampled_from(OUR_LABELS),
        flag=st.sampled_from((None, Flag.PICK, Flag.REJECT)),
        words=st.sampled_from(OUR_KEYWORDS),
        style=styles,
    )
    def we_write(
        self, stars: int | None, labels: tuple[str, ...], flag: Flag | None, words: tuple[str, ...], style: Style
    ) -> None:
        before, advised = self._marks(), Marks(stars, flag, labels, words)
        planned = self.desk.plan(advised, style, wanted=EVERYTHING)
        assert self._marks() == before
        written = self.desk.write(advised, style, wanted=EVERYTHING)
        assert [one.edited is None for photo in planned.photos for one in photo.sidecars] == [
            one.edited is None for photo in written.photos for one in photo.sidecars
        ]
        assert not written.has_trouble
        if written.run:
            self.runs.append(written.run.name)
        self._ours(before)

    @rule(style=styles)
    def writing_twice_writes_once(self, style: Style) -> None:
        before = self._marks()
        first = self.desk.write(Marks(), style)
        if first.run:
            self.runs.append(first.run.name)
        self._ours(before)
        assert self.desk.write(Marks(), style).run is None

    @rule()
    def we_read(self) -> None:
        self._look()

    @precondition(lambda self: self.runs)
    @rule(data=st.data())
    def we_take_back(self, data: st.DataObject) -> None:
        before = self._marks()
        undone = self.desk.undo(data.draw(st.sampled_from(self.runs)))
        if undone.run:
            self.runs.append(undone.run.name)
        refused = {step.write.path for step in undone.steps if step.kind is UndoKind.REFUSE}
        after = self._marks()
        assert all(before[place] == after[place] for place in PLACES if self._path(place) in refused)
        self._ours(before, is_undo=True)
        for step in undone.steps:
            if step.kind is UndoKind.NOTHING and not step.write.path.exists():
                self._never_was(
                    self._place(step.write.path)
                )  # whoever takes back a run says that it may be written again

    @rule()
    def everybody_agrees_after_reading_and_writing(self) -> None:
        if self._look():
            return
        before = self._marks()
        written = self.desk.write(Marks(), Style.BOTH)
        if written.run:
            self.runs.append(written.run.name)
        self._ours(before)
        here = self.desk.here(f"{self.stem}.CR3")
        for place in PLACES:
            if any(one.is_deleted or one.refused for photo in written.photos for one in photo.sidecars):
                continue
            for mark in here.told() & set(ONE_VALUE):
                if not self._has_no_room(place, mark):
                    assert same_value(mark, self._marks()[place][mark], value_of(here.marks, mark)), (place, mark)

    # what goes wrong

    @rule(place=places)
    def person_deletes_a_sidecar(self, place: Place) -> None:
        path = self._path(place)
        if path.exists():
            before = self._marks()
            path.unlink()
            self._persons(before)
            if place not in self.met:
                self._never_was(place)

    @rule()
    def the_catalogue_is_lost(self) -> None:
        shutil.rmtree(self.desk.catalog.parent) if not journal_path(
            self.desk.catalog
        ).exists() else self.desk.catalog.unlink()
        self.desk.score(self.desk.folder / f"{self.stem}.CR3", picture="the picture")

    @rule()
    def the_journal_is_lost(self) -> None:
        if not self._look():
            journal_path(self.desk.catalog).unlink(missing_ok=True)
            self.runs.clear()
            self.met.clear()
            for place in PLACES:
                if not self._path(place).exists():
                    self._never_was(place)

    # the model

    def _never_was(self, place: Place) -> None:
        """Nobody can tell any more that there was a sidecar."""
        self.words |= {(place, mark): Word() for mark in ONE_VALUE}
        self.keywords |= {(place, word): Keyword() for word in WORDS}

    def _edits(self, place: Place, **changes: object) -> None:
        before = self._marks()
        self.desk.sidecar(self._path(place).name, place, **changes)
        self._persons(before)

    def _persons(self, before: Mapping[Place, Mapping[Mark, Value]]) -> None:
        self.now += 1
        after = self._marks()
        for (place, mark), word in self.words.items():
            if not same_value(mark, before[place][mark], after[place][mark]):
                word.by_person(after[place][mark], self.now, mark)
        for (place, word), keyword in self.keywords.items():
            if (word in _words(before[place])) is not (word in _words(after[place])):
                keyword.by_person(word in _words(after[place]), self.now)

    def _ours(self, before: Mapping[Place, Mapping[Mark, Value]], *, is_undo: bool = False) -> None:
        """Nothing that a person said last went, but for something newer that a person said elsewhere."""
        self.now += 1
        after = self._marks()
        for (place, mark), word in self.words.items():
            old, new = before[place][mark], after[place][mark]
            if same_value(mark, old, new):
                continue
            if word.said is not None and not self._moved_by_a_reject(place, mark, before, after):
                newer = [
                    other
                    for (elsewhere, same), other in self.words.items()
                    if same is mark and elsewhere is not place and (other.said or 0) > word.said
                ]
                assert not is_undo, f"undo changed a person's {mark} in {place} from {old} to {new}"
                assert any(same_value(mark, other.value, new) for other in newer), (
                    f"a person's {mark} in {place} went from {old} to {new}"
                )
            word.value, word.said = new, None
            word.note()
            self.met.add(place)
        for (place, word), keyword in self.keywords.items():
            is_there = word in _words(after[place])
            if is_there is (word in _words(before[place])):
                continue
            others = [
                other for (elsewhere, same), other in self.keywords.items() if same == word and elsewhere is not place
            ]
            if keyword.said is not None:
                assert not is_undo
                allowed = [other.is_there if is_there else (other.said or 0) > keyword.said for other in others]
                assert any(allowed), f"{word} {'came back' if is_there else 'was lost'} in {place}"
            keyword.is_there, keyword.said = is_there, None
            keyword.note()
            self.met.add(place)

    def _moved_by_a_reject(self, place: Place, mark: Mark, before, after) -> bool:
        """darktable's place has no room for the stars of a reject."""
        flags = before[place][Mark.FLAG], after[place][Mark.FLAG]
        return place is Place.DARKTABLE and mark is Mark.RATING and Flag.REJECT in flags

    def _has_no_room(self, place: Place, mark: Mark) -> bool:
        return place is Place.DARKTABLE and mark is Mark.RATING and self._marks()[place][Mark.FLAG] is Flag.REJECT

    def _look(self) -> bool:
        """Reads; says whether anything is in conflict."""
        before = self._marks()
        (photo,) = self.desk.read().photos
        for keyword in self.keywords.values():
            keyword.note()
        self.met |= {place for place in PLACES if self.desk.marks(self._path(place).name, place) != NO_MARKS}
        assert self._marks() == before
        for (_place, mark), word in self.words.items():
            if mark not in photo.collected.conflicts:
                word.note()
        return bool(photo.collected.conflicts)

    def _path(self, place: Place) -> Path:
        return self.desk.folder / (f"{self.stem}.CR3.xmp" if place is Place.DARKTABLE else f"{self.stem}.xmp")

    def _place(self, path: Path) -> Place:
        return next(place for place in PLACES if self._path(place) == path)

    def _marks(self) -> dict[Place, dict[Mark, Value]]:
        found = {place: self.desk.marks(self._path(place).name, place) for place in PLACES}
        return {place: {mark: value_of(marks, mark) for mark in Mark} for place, marks in found.items()}


def _words(marks: Mapping[Mark, Value]) -> tuple[str, ...]:
    words = marks[Mark.KEYWORDS]
    return words if isinstance(words, tuple) else ()


def test_what_a_person_said_last_stays_whatever_happens(tmp_path):
    Histories.base = tmp_path
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=HISTORIES,
            stateful_step_count=EVENTS,
            deadline=None,
            database=None,
            report_multiple_bugs=False,
            phases=[Phase.generate],
            print_blob=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
