"""What is kept of each weights and each version of an assessor: going back costs nothing, going on only what is new."""

import pytest

import scoring.registry
from index.catalog.database import open_catalog
from scoring.assessment import WEIGHTS_MISSING, cannot_judge
from scoring.assessor import Assessor
from scoring.registry import READS_FACES
from tests.assist_cli.fake_judge import opinions
from tests.weights.kept import keep_stand_in_faces
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, bundled_entries


def cached(outcomes):
    return [outcome.cached for outcome in outcomes]


def test_a_newer_assessor_renews_what_is_kept(score, judge, shoot, monkeypatch):
    score(shoot)
    judge.judged.clear()
    first, *rest = scoring.registry.ASSESSORS
    newer = Assessor(first.name, first.version + 1, first.assess, first.source)
    monkeypatch.setattr("assist_cli.workflows.stored_outcome.ASSESSORS", (newer, *rest))
    score(shoot)
    assert len(judge.judged) == 5


def test_retrained_weights_of_the_same_name_rate_anew(score, judge, shoot, monkeypatch):
    score(shoot)
    judge.judged.clear()
    monkeypatch.setattr("assist_cli.workflows.judging_desk.weights_stamp", lambda name: f"{name}@000000000000")
    score(shoot)
    assert len(judge.judged) == 5


def test_going_back_to_earlier_weights_is_answered_from_the_catalogue(score, judge, shoot, other_weights):
    first = score(shoot)
    other = score(shoot, weights=other_weights)
    judge.judged.clear()
    back, forth = score(shoot), score(shoot, weights=other_weights)
    assert judge.judged == []
    assert cached(back) == cached(forth) == [True] * 5
    assert [photo.quality for photo in back] == [photo.quality for photo in first]
    assert [photo.quality for photo in forth] == [photo.quality for photo in other]
    assert {photo.quality.weights for photo in forth} == {other_weights}


def test_other_weights_run_no_assessor_again(score, judge, shoot, other_weights):
    first = score(shoot)
    judge.assessed.clear()
    other = score(shoot, weights=other_weights)
    assert (len(judge.judged), judge.assessed) == (10, [])
    assert [dict(photo.assessments) for photo in other] == [dict(photo.assessments) for photo in first]


def test_only_the_newer_assessor_runs_again(score, judge, shoot, monkeypatch):
    score(shoot)
    judge.assessed.clear()
    first, *rest = scoring.registry.ASSESSORS
    newer = Assessor(first.name, first.version + 1, first.assess, first.source)
    monkeypatch.setattr("assist_cli.workflows.stored_outcome.ASSESSORS", (newer, *rest))
    score(shoot)
    assert judge.assessed == [first.name] * 5


def test_going_back_to_an_earlier_program_is_answered_from_the_catalogue(score, judge, shoot, monkeypatch):
    score(shoot)
    first, *rest = scoring.registry.ASSESSORS
    with monkeypatch.context() as later:
        newer = Assessor(first.name, first.version + 1, first.assess, first.source)
        later.setattr("assist_cli.workflows.stored_outcome.ASSESSORS", (newer, *rest))
        score(shoot)
    judge.judged.clear()
    assert cached(score(shoot)) == [True] * 5
    assert judge.judged == []


def test_rescoring_renews_what_these_weights_said_and_keeps_what_others_did(score, shoot, other_weights):
    score(shoot)
    score(shoot, weights=other_weights)
    score(shoot, rescore=True)
    assert cached(score(shoot, weights=other_weights)) == [True] * 5


def test_a_renamed_photo_keeps_the_ratings_of_all_weights(score, judge, shoot, other_weights):
    score(shoot)
    score(shoot, weights=other_weights)
    (shoot / "IMG_0001.JPG").rename(shoot / "wedding.jpg")
    judge.judged.clear()
    score(shoot)
    score(shoot, weights=other_weights)
    assert judge.judged == []


def test_a_renamed_photo_that_other_weights_rate_keeps_its_rating_and_loses_its_old_name(
    score, judge, shoot, other_weights, catalog
):
    score(shoot)
    (shoot / "IMG_0001.JPG").rename(shoot / "wedding.jpg")
    judge.assessed.clear()
    score(shoot, weights=other_weights)
    assert judge.assessed == []
    with open_catalog(catalog) as kept:
        assert kept.count() == 5
        assert len(kept.photo_at(shoot / "wedding.jpg").ratings) == 2


def test_a_changed_photo_keeps_no_rating_of_its_former_picture(score, shoot, draw_photo, other_weights, catalog):
    score(shoot)
    draw_photo(shoot / "IMG_0001.JPG", seed=77)
    score(shoot, weights=other_weights)
    with open_catalog(catalog) as kept:
        assert [rating.weights.partition("@")[0] for rating in kept.photo_at(shoot / "IMG_0001.JPG").ratings] == [
            other_weights
        ]


def test_results_of_weights_that_are_gone_hinder_nobody(score, shoot, other_weights, monkeypatch):
    with monkeypatch.context() as gone:
        score(shoot, weights=other_weights)
        gone.setattr("weights.registry.bundled_entries", bundled_entries)
        assert cached(score(shoot)) == [False] * 5
        assert cached(score(shoot)) == [True] * 5


def test_unknown_weights_are_told_with_the_nearest_before_anything_is_made(score, shoot, catalog):
    with pytest.raises(WeightsError) as caught:
        score(shoot, weights="multi_level_efficientnet_lite0.biq2012")
    assert DEFAULT_RATING_WEIGHTS in caught.value.hint
    assert not catalog.exists()


@pytest.fixture
def faceless(tmp_path, monkeypatch):
    """A judge without the weights for faces, in a place where they may come."""
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    waiting = cannot_judge("Nobody looked.", {WEIGHTS_MISSING: "faces"})
    with monkeypatch.context() as patch:
        patch.setattr("tests.assist_cli.fake_judge.opinions", lambda asset_id: {**opinions(asset_id), "faces": waiting})
        yield patch


def test_all_that_read_faces_judge_again_once_the_weights_are_here_and_nothing_else_does(score, judge, shoot, faceless):
    assert [photo.assessments["faces"].abstained for photo in score(shoot)] == [True] * 5
    assert cached(score(shoot)) == [True] * 5
    keep_stand_in_faces()
    judge.assessed.clear()
    faceless.undo()
    again = score(shoot)
    assert sorted(judge.assessed) == sorted([*READS_FACES] * 5)
    assert [photo.assessments["faces"].abstained for photo in again] == [False] * 5
    assert cached(score(shoot)) == [True] * 5


def test_what_was_said_while_the_weights_were_away_is_renewed_beside_what_was_said_before(
    score, judge, shoot, faceless
):
    faceless.undo()
    score(shoot)
    first, *rest = scoring.registry.ASSESSORS
    assert first.name in READS_FACES
    newer = Assessor(first.name, first.version + 1, first.assess, first.source)
    faceless.setattr("assist_cli.workflows.stored_outcome.ASSESSORS", (newer, *rest))
    unseen = cannot_judge("Nobody looked.", {WEIGHTS_MISSING: "faces"})
    with faceless.context() as away:
        away.setattr(
            "tests.assist_cli.fake_judge.opinions", lambda asset_id: {**opinions(asset_id), first.name: unseen}
        )
        score(shoot)
    judge.assessed.clear()
    assert cached(score(shoot)) == [True] * 5
    keep_stand_in_faces()
    assert [photo.assessments[first.name].abstained for photo in score(shoot)] == [False] * 5
    assert first.name in judge.assessed


def test_rescoring_without_the_weights_keeps_what_was_said_with_them(score, judge, shoot, faceless):
    faceless.undo()
    seen = [dict(photo.assessments) for photo in score(shoot)]
    unseen = {name: cannot_judge("Nobody looked.", {WEIGHTS_MISSING: "faces"}) for name in READS_FACES}
    faceless.setattr("tests.assist_cli.fake_judge.opinions", lambda asset_id: {**opinions(asset_id), **unseen})
    judge.assessed.clear()
    assert [dict(photo.assessments) for photo in score(shoot, rescore=True)] == seen
    assert sorted(set(judge.assessed) & READS_FACES) == []
    assert [dict(photo.assessments) for photo in score(shoot)] == seen


def test_rescoring_with_the_weights_judges_everything_again(score, judge, shoot, faceless):
    faceless.undo()
    keep_stand_in_faces()
    score(shoot)
    judge.assessed.clear()
    score(shoot, rescore=True)
    assert set(judge.assessed) >= READS_FACES


@pytest.mark.usefixtures("faceless")
def test_damaged_weights_renew_nothing(score, judge, shoot, tmp_path):
    score(shoot)
    keep_stand_in_faces()
    (tmp_path / "weights" / "ocec_s.2025oct" / "ocec_s.2025oct.onnx").write_bytes(b"rotten")
    judge.judged.clear()
    assert cached(score(shoot)) == [True] * 5
    assert judge.judged == []


def test_what_was_said_of_faces_stays_when_their_weights_go(score, judge, shoot):
    first = score(shoot)
    judge.judged.clear()
    assert [photo.assessments["faces"] for photo in score(shoot)] == [photo.assessments["faces"] for photo in first]
    assert judge.judged == []
