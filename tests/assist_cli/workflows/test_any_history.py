"""Whatever happens in whatever order: what a person said last in a place stays, unless a person said something newer elsewhere."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from assist_cli.workflows.write_sidecars import WrittenShoot
from index.journal.carry_out import Undone
from index.journal.journal_path import journal_path
from index.journal.migrations import JOURNAL
from index.journal.undo import UndoKind
from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import NO_MARKS, Flag, Mark, Marks
from index.photo.merge_marks import same_value, value_of
from index.photo.sidecar_place import Place, Style
from scoring.ranking.advised_marks import Advice
from tests.assist_cli.workflows.made_desk import Desk
from tests.assist_cli.workflows.two_editors import KEYWORDS, ONE_VALUE, PLACES, Model, Topic

PHOTO = "IMG.CR3"
PERSONS = {
    Mark.RATING: (0, 1, 3, 5),
    Mark.FLAG: (Flag.UNFLAGGED, Flag.REJECT, Flag.PICK),
    Mark.LABELS: ((), ("Blue",), ("Purple",)),
}
OURS = st.builds(
    Marks,
    rating=st.sampled_from((None, 2, 4)),
    flag=st.sampled_from((None, Flag.PICK, Flag.REJECT)),
    labels=st.sampled_from(((), ("Green",), ("Red",))),
    keywords=st.sampled_from(((), ("photo-assist|assist-keeper",), ("photo-assist|assist-alternate",))),
)
EVERYTHING = frozenset(Advice)
HISTORIES, EVENTS = 70, 18
"""A choice: half a minute at most."""

places = st.sampled_from(PLACES)
styles = st.sampled_from(Style)


class Histories(RuleBasedStateMachine):
    """The rules are the events; after each of ours the model tells whether anything was lost."""

    folder: Path
    numbers = count()

    def __init__(self) -> None:
        super().__init__()
        self.root = self.folder / str(next(self.numbers))
        self.desk = Desk(self.root)
        self.desk.photo(PHOTO)
        self.model = Model(self.desk, PHOTO)
        self.runs: list[str] = []

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize(
        topics=st.lists(st.sampled_from((*ONE_VALUE, *KEYWORDS)), min_size=1, max_size=2, unique=True),
        there=st.sets(places),
        is_calm=st.booleans(),
    )
    def begins(self, topics: list[Topic], there: set[Place], is_calm: bool) -> None:
        """A history is about one or two marks, so that much happens to each; in half of them nothing is lost or deleted."""
        self.topics, self.is_calm = topics, is_calm
        for place in there:
            self._edit(place, keywords=("there before",))

    @rule(place=places, data=st.data())
    def a_person_marks(self, place: Place, data: st.DataObject) -> None:
        topic = data.draw(st.sampled_from(self.topics))
        if isinstance(topic, Mark):
            self._edit(place, **{topic.value: data.draw(st.sampled_from(PERSONS[topic]))})
        else:
            is_given = self.model.values()[place, topic] is not None
            self._edit(place, keywords=KeywordChange((), (topic,)) if is_given else KeywordChange((topic,)))

    @precondition(lambda self: not self.is_calm)
    @rule(place=places)
    def a_person_deletes_a_sidecar(self, place: Place) -> None:
        before = self.model.values()
        (self.desk.folder / self.model.name(place)).unlink(missing_ok=True)
        self.model.by_person(before)

    @rule(advised=OURS, style=styles)
    def we_write(self, advised: Marks, style: Style) -> None:
        files = self.desk.files()
        planned = self.desk.plan(advised, style, wanted=EVERYTHING)
        assert self.desk.files() == files
        assert _written(self._write(advised, style)) == _written(planned)

    @rule(advised=OURS, style=styles)
    def we_write_twice(self, advised: Marks, style: Style) -> None:
        self._write(advised, style)
        assert self._write(advised, style).run is None

    @rule()
    def we_read(self) -> None:
        self._read()

    @rule()
    def we_read_and_write_so_that_all_agree(self) -> None:
        if self._read():
            return
        written = self._write(NO_MARKS, Style.BOTH)
        here, values = self.desk.here(PHOTO), self.model.values()
        for sidecar in (sidecar for photo in written.photos for sidecar in photo.sidecars if not sidecar.is_deleted):
            for mark in here.told() & set(ONE_VALUE) - sidecar.refused.keys():
                spot = (sidecar.place.place.place, mark)
                if not self.model.has_no_room(spot, values):
                    assert same_value(mark, values[spot], value_of(here.marks, mark)), f"{spot} is {values[spot]}"

    @precondition(lambda self: self.runs)
    @rule(data=st.data())
    def we_take_back(self, data: st.DataObject) -> None:
        before, run = self.model.values(), data.draw(st.sampled_from(self.runs[-3:]))
        undone = self.desk.undo(run)
        self.runs += [undone.run.name] if undone.run else []
        self.model.by_undo(before)
        for place in _not_made_again(undone, self.desk, self.model):
            self.model.never_was(place)

    @precondition(lambda self: not self.is_calm)
    @rule()
    def the_catalogue_is_lost(self) -> None:
        self.desk.catalog.unlink()
        self.desk.score(self.desk.folder / PHOTO)
        self.model.catalogue_lost()

    @precondition(lambda self: not self.is_calm)
    @rule()
    def the_journal_is_lost(self) -> None:
        if not self._read():  # what nobody read by then nobody can tell from what never was
            journal_path(self.desk.catalog).unlink(missing_ok=True)
            self.runs.clear()
            self.model.forgotten(self.desk.here(PHOTO))

    def _edit(self, place: Place, **changes: object) -> None:
        before = self.model.values()
        self.desk.sidecar(self.model.name(place), place, **changes)
        self.model.by_person(before)

    def _write(self, advised: Marks, style: Style) -> WrittenShoot:
        before = self.model.values()
        written = self.desk.write(advised, style, wanted=EVERYTHING)
        assert not written.has_trouble
        self.runs += [written.run.name] if written.run else []
        self.model.by_us(before, self.desk.here(PHOTO))
        return written

    def _read(self) -> frozenset[Mark]:
        before = self.model.values()
        (photo,) = self.desk.read().photos
        assert self.model.values() == before
        conflicts = frozenset(photo.collected.conflicts)
        self.model.seen(conflicts)
        return conflicts


def _written(shoot: WrittenShoot) -> list[tuple[Path, frozenset[Mark]]]:
    return [(sidecar.path, sidecar.written) for photo in shoot.photos for sidecar in photo.sidecars]


def _not_made_again(undone: Undone, desk: Desk, model: Model) -> list[Place]:
    gone = {step.write.path for step in undone.steps if step.kind is UndoKind.NOTHING and not step.write.path.exists()}
    return [place for place in PLACES if desk.folder / model.name(place) in gone]


@pytest.fixture
def quick_disk(monkeypatch):
    """Waits for no disk: what survives a power cut is tested elsewhere."""
    monkeypatch.setattr("index.journal.database.JOURNAL", replace(JOURNAL, synchronous="OFF"))
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.mark.usefixtures("quick_disk")
def test_what_a_person_said_last_stays_whatever_happens(tmp_path):
    Histories.folder = tmp_path
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=HISTORIES,
            stateful_step_count=EVENTS,
            deadline=None,
            database=None,
            report_multiple_bugs=False,
            phases=[Phase.generate],  # shrinking a history of files takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
