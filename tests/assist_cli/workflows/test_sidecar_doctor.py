"""Marks that not every editor would show alike, and what mends it."""

import os
import shlex
import shutil
import subprocess

import pytest

from assist_cli.workflows.examine_sidecars import examine_sidecars
from assist_cli.workflows.sidecar_problems.problem import ProblemKind
from index.photo.errors import UnreadablePhoto
from index.photo.marks import Marks
from tests.assist_cli.workflows.found_problems import problems, the_problem
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


@pytest.fixture
def raw(tmp_path):
    return photo(tmp_path / "IMG.CR3")


@pytest.mark.usefixtures("raw")
def test_photos_without_any_marks_are_well(tmp_path):
    photo(tmp_path / "other.jpg")

    assert problems(tmp_path) == []


@pytest.mark.usefixtures("raw")
def test_marks_that_every_editor_finds_are_well(tmp_path):
    sidecar(tmp_path / "IMG.CR3.xmp", (0,), rating=4, label="Red", digikam_pick=3)
    sidecar(tmp_path / "IMG.xmp", rating=4, label="Red", pick=1)

    assert problems(tmp_path) == []


@pytest.mark.usefixtures("raw")
def test_a_reject_in_the_manner_of_each_editor_is_well(tmp_path):
    sidecar(tmp_path / "IMG.CR3.xmp", rating=-1, digikam_pick=1)
    sidecar(tmp_path / "IMG.xmp", pick=-1)

    assert problems(tmp_path) == []


def test_marks_in_one_place_only_are_read_first(tmp_path, raw):
    sidecar(tmp_path / "IMG.CR3.xmp", rating=4)

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.SHOWN_DIFFERENTLY
    assert problem.message == (
        "IMG.CR3: darktable and digiKam would show 4 stars, Lightroom Classic and Capture One no stars; "
        "only IMG.CR3.xmp says so"
    )
    assert problem.command == f"assist sidecars read {raw}"
    assert f"assist sidecars write {raw} --style both" in problem.hint


def test_marks_of_ours_in_one_place_only_are_written_to_both(tmp_path, raw):
    own = sidecar(tmp_path / "IMG.CR3.xmp", rating=4)

    problem = the_problem(tmp_path, bases={own: Marks(rating=4)})

    assert problem.command == f"assist sidecars write {raw} --style both"
    assert problem.hint == ""


def test_places_that_contradict_each_other_tell_which_is_newest(tmp_path, raw):
    os.utime(sidecar(tmp_path / "IMG.CR3.xmp", rating=4), ns=(0, 2 * 10**18))
    os.utime(sidecar(tmp_path / "IMG.xmp", rating=2), ns=(0, 10**18))

    problem = the_problem(tmp_path)

    assert problem.message.endswith("; IMG.CR3.xmp says 4 stars (newest) and IMG.xmp says 2 stars")
    assert problem.command == f"assist sidecars read {raw} --prefer newest"


@pytest.mark.usefixtures("raw")
def test_a_label_that_no_other_editor_knows_is_to_be_renamed(tmp_path):
    sidecar(tmp_path / "IMG.xmp", label="Rot")

    problem = the_problem(tmp_path)

    assert "Lightroom Classic would show label Rot, darktable label Purple" in problem.message
    assert problem.command is None
    assert "Red, Yellow, Green, Blue, Purple" in problem.hint


def test_what_stands_only_beside_a_jpeg_is_not_seen_by_lightroom(tmp_path):
    picture = photo(tmp_path / "IMG.jpg")
    beside = sidecar(tmp_path / "IMG.jpg.xmp", rating=5)

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.ONLY_BESIDE
    assert problem.command is not None
    assert problem.command.startswith(f"exiftool -TagsFromFile {beside} ")
    assert problem.command.endswith(f" {picture}")
    assert "into the photo itself" in problem.hint


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
def test_the_command_of_exiftool_mends_it(tmp_path):
    photo(tmp_path / "IMG 1.jpg")
    sidecar(tmp_path / "IMG 1.jpg.xmp", rating=5, label="Red")
    command = the_problem(tmp_path).command
    assert command is not None

    subprocess.run(shlex.split(command), check=True, capture_output=True)

    assert problems(tmp_path / "IMG 1.jpg") == []


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not installed")
def test_the_command_of_exiftool_mends_a_whole_folder(tmp_path):
    for name in ("A.jpg", "B.jpg"):
        photo(tmp_path / name)
        sidecar(tmp_path / f"{name}.xmp", rating=5, label="Red")
    command = problems(tmp_path)[0].folder_command
    assert command is not None

    subprocess.run(shlex.split(command), check=True, capture_output=True)

    assert problems(tmp_path) == []


@pytest.mark.usefixtures("raw")
def test_a_doubt_of_one_kind_of_mark_is_told_with_it(tmp_path):
    sidecar(tmp_path / "IMG.CR3.xmp", digikam_pick=3)
    sidecar(tmp_path / "IMG.xmp", pick=-1)

    assert "Lightroom Classic would show a reject, darktable no reject;" in the_problem(tmp_path).message


def test_commands_can_be_run_whatever_the_folder_is_called(tmp_path):
    folder = tmp_path / "it's a shoot"
    folder.mkdir()
    path = photo(folder / "IMG 1.CR3")
    sidecar(folder / "IMG 1.CR3.xmp", rating=4)

    command = the_problem(folder).command

    assert command is not None
    assert shlex.split(command) == ["assist", "sidecars", "read", str(path)]


@pytest.mark.usefixtures("raw")
def test_photos_that_cannot_be_opened_come_out_as_they_are(tmp_path):
    (tmp_path / "gone.jpg").symlink_to("nowhere.jpg")

    (told,) = examine_sidecars([tmp_path], tmp_path / "catalog.db")

    assert isinstance(told, UnreadablePhoto)
