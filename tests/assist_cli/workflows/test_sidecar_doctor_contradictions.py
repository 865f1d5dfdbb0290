"""Marks that were changed since we wrote them, and pairs whose two halves say different things."""

import pytest

from assist_cli.workflows.sidecar_problems.problem import ProblemKind
from index.photo.marks import Flag, Marks
from tests.assist_cli.workflows.found_problems import problems, the_problem
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


@pytest.fixture
def raw(tmp_path):
    return photo(tmp_path / "IMG.CR3")


def test_marks_that_somebody_changed_since_are_taken_in_first(tmp_path, raw):
    own = sidecar(tmp_path / "IMG.CR3.xmp", rating=2, darktable=5)
    adobe = sidecar(tmp_path / "IMG.xmp", rating=4)
    bases = {own: Marks(rating=4), adobe: Marks(rating=4)}

    problem = the_problem(tmp_path, bases=bases)

    assert (problem.kind, problem.path) == (ProblemKind.CHANGED_SINCE, own)
    assert problem.message == (
        "IMG.CR3.xmp said 4 stars when photo-assist wrote it and says 2 stars now (darktable wrote the file last)"
    )
    assert problem.command == f"assist sidecars read {raw}"


@pytest.mark.usefixtures("raw")
def test_a_reject_that_took_the_place_of_its_stars_is_not_changed(tmp_path):
    own = sidecar(tmp_path / "IMG.CR3.xmp", rating=-1, digikam_pick=1)
    adobe = sidecar(tmp_path / "IMG.xmp", rating=3, pick=-1)
    base = Marks(rating=3, flag=Flag.REJECT)

    assert problems(tmp_path, bases={own: base, adobe: base}) == []


@pytest.mark.usefixtures("raw")
def test_what_others_added_is_no_change_of_ours(tmp_path):
    own = sidecar(tmp_path / "IMG.CR3.xmp", rating=4, label="Red")
    adobe = sidecar(tmp_path / "IMG.xmp", rating=4, label="Red")

    assert problems(tmp_path, bases={own: Marks(rating=4), adobe: Marks(rating=4)}) == []


@pytest.mark.usefixtures("raw")
def test_a_pair_marked_differently_is_told(tmp_path):
    photo(tmp_path / "IMG.JPG")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=5)
    sidecar(tmp_path / "IMG.xmp", rating=5)
    sidecar(tmp_path / "IMG.JPG.xmp", rating=3)

    in_digikam, problem = problems(tmp_path)

    assert (in_digikam.kind, in_digikam.path.name) == (ProblemKind.SHOWN_DIFFERENTLY, "IMG.JPG")
    assert "darktable would show 3 stars, digiKam 5 stars" in in_digikam.message
    assert problem.kind is ProblemKind.PAIR_DIFFERS
    assert problem.message == "darktable would show IMG.JPG with 3 stars but IMG.CR3 with 5 stars"
    assert problem.command == f"assist sidecars read {tmp_path / 'IMG.JPG'} --prefer newest"


@pytest.mark.usefixtures("raw")
def test_a_pair_that_shares_one_sidecar_is_well(tmp_path):
    photo(tmp_path / "IMG.JPG")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=5)
    sidecar(tmp_path / "IMG.JPG.xmp", rating=5)
    sidecar(tmp_path / "IMG.xmp", rating=5)

    assert problems(tmp_path) == []


@pytest.mark.usefixtures("raw")
def test_people_who_contradict_each_other_over_a_pair_are_asked_whose_word_counts(tmp_path):
    photo(tmp_path / "IMG.JPG")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=5)
    sidecar(tmp_path / "IMG.JPG.xmp", rating=3)
    found = problems(tmp_path)
    assert found
    assert all(
        "--prefer newest" in problem.command for problem in found if problem.command.startswith("assist sidecars read")
    )
