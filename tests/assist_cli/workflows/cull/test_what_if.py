"""What would be kept at another strictness."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from assist_cli.workflows.cull.shoot_advice import ShootAdvice
from assist_cli.workflows.cull.what_if import WhatIf
from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot
from index.photo.marks import Flag, Marks
from scoring.groups.group import Group, GroupKind
from scoring.groups.seen_photo import SeenPhoto
from scoring.ranking.picks.choice import Choice, Decision
from tests.assist_cli.workflows.cull.made_cull import path_of, scored

COUNT = 10
"""A burst of four, of which the last may be rejected, and six photos alone."""


@pytest.fixture
def advice():
    photos = [scored(number, 40.0 + number) for number in range(COUNT)]
    seen = [SeenPhoto(one.path, one.record.asset_id, one.record.size_px, one.record.exif) for one in photos]
    groups = [Group(GroupKind.BURST, (0, 1, 2, 3), "four frames")]
    burst = [Decision.KEEPER, Decision.ALTERNATE, Decision.ALTERNATE, Decision.REJECT_CANDIDATE]
    choices = [Choice(place, 0, place + 1, decision, ("why",)) for place, decision in enumerate(burst)]
    choices += [Choice(place, None, None, Decision.KEEPER, ("alone",)) for place in range(4, COUNT)]
    scenes = np.array([0, 0, 0, 0, 1, 2, 3, 4, 5, 5]).tolist()
    return ShootAdvice(PickedShoot(GroupedShoot(seen, groups), photos, choices), scenes)


@pytest.fixture
def what_if(advice):
    return WhatIf(advice)


def test_at_the_usual_strictness_nothing_changes(what_if):
    answer = what_if.at(what_if.usual)
    assert (answer.kept, answer.alternates, answer.rejected, answer.changed) == (7, 2, 1, {})


def test_changes_are_told_from_what_is_advised_now(what_if):
    taken = {path: one.decision for path, one in what_if.advice_at(0.0).items()}
    assert what_if.at(0.0, advised=taken).changed == {}
    back = what_if.at(what_if.usual, advised=taken)
    assert back.changed == dict.fromkeys([path_of(1), path_of(2)], (Decision.KEEPER, Decision.ALTERNATE))
    assert (back.kept, back.alternates, back.rejected) == (7, 2, 1)


def test_without_strictness_all_but_reject_candidates_are_kept(what_if):
    answer = what_if.at(0.0)
    assert (answer.kept, answer.alternates, answer.rejected) == (9, 0, 1)
    assert answer.changed == dict.fromkeys([path_of(1), path_of(2)], (Decision.ALTERNATE, Decision.KEEPER))


def test_at_full_strictness_the_best_one_is_kept(what_if):
    answer = what_if.at(1.0)
    assert (answer.kept, answer.alternates, answer.rejected) == (1, 8, 1)


def test_stricter_never_keeps_more(what_if):
    kept = [what_if.at(step / 20).kept for step in range(21)]
    assert kept == sorted(kept, reverse=True)


def test_a_persons_flag_counts_and_never_changes(what_if):
    marks = {path_of(3): Marks(flag=Flag.PICK), path_of(9): Marks(flag=Flag.REJECT), path_of(8): Marks(rating=2)}
    answer = what_if.at(1.0, marks)
    assert answer.kept + answer.alternates + answer.rejected == COUNT
    assert answer.rejected == 1
    assert path_of(9) not in answer.changed
    assert answer.kept == 1


@pytest.mark.parametrize("strictness", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_the_advice_is_what_was_told_before(what_if, advice, strictness):
    answer, said = what_if.at(strictness), what_if.advice_at(strictness)
    counted = Counter(one.decision for one in said.values())
    assert counted[Decision.KEEPER] == answer.kept
    assert counted[Decision.REJECT_CANDIDATE] == answer.rejected
    now = advice.by_photo()
    assert {path for path, one in said.items() if one.decision is not now[path].decision} == set(answer.changed)
    assert said[path_of(1)].group_id == now[path_of(1)].group_id


def test_a_set_that_is_kept_whole_counts_as_one(advice):
    kept = [
        replace(choice, decision=Decision.KEEPER, rank=None) if choice.group == 0 else choice
        for choice in advice.picked.choices
    ]
    groups = [Group(GroupKind.BRACKET, (0, 1, 2, 3), "a bracket")]
    picked = PickedShoot(GroupedShoot(advice.picked.grouped.photos, groups), advice.picked.scored, kept)
    what_if = WhatIf(ShootAdvice(picked, advice.scenes))
    assert what_if.usual == 0.0
    assert what_if.at(0.0).kept == COUNT


def test_strictness_outside_of_its_range_is_a_mistake(what_if):
    with pytest.raises(ValueError, match="0 to 1"):
        what_if.at(1.5)


def test_of_no_photos_nothing_is_kept():
    what_if = WhatIf(ShootAdvice(PickedShoot(GroupedShoot([], []), [], []), []))
    assert what_if.at(0.5).kept == 0
    assert what_if.advice_at(0.5) == {}
