"""Sidecars of other photos or of none, damaged, misspelt or left over, and what mends them."""

import pytest

from assist_cli.workflows.sidecar_problems.problem import ProblemKind
from tests.assist_cli.workflows.found_problems import problems, the_problem
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


@pytest.fixture
def raw(tmp_path):
    return photo(tmp_path / "IMG.CR3")


@pytest.mark.usefixtures("raw")
def test_the_sidecar_of_a_raw_misleads_darktable_about_the_tiff_beside_it(tmp_path):
    tiff = photo(tmp_path / "IMG.tif")
    sidecar(tmp_path / "IMG.CR3.xmp", rating=3)
    sidecar(tmp_path / "IMG.xmp", rating=3)

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.SHARED_SIDECAR
    assert problem.message == "IMG.xmp is the sidecar of IMG.CR3, but darktable would take its marks for IMG.tif too"
    assert problem.command == f"assist sidecars write {tiff} --style darktable"


@pytest.mark.usefixtures("raw")
def test_of_two_raws_nobody_can_tell_whose_it_is(tmp_path):
    photo(tmp_path / "IMG.NEF")
    sidecar(tmp_path / "IMG.xmp", rating=3)

    problem = the_problem(tmp_path)

    assert problem.message == "IMG.xmp may be the sidecar of IMG.CR3 or IMG.NEF: nothing tells which"
    assert problem.command is None


def test_a_sidecar_for_a_raw_that_is_not_here_is_told(tmp_path):
    photo(tmp_path / "IMG.JPG")
    sidecar(tmp_path / "IMG.xmp", rating=3, only_for="CR3")

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.PHOTO_GONE
    assert "IMG.JPG" in problem.message


@pytest.mark.usefixtures("raw")
def test_a_sidecar_without_a_photo_is_told_and_nobody_is_told_to_delete_it(tmp_path):
    gone = sidecar(tmp_path / "gone.CR3.xmp", rating=3)

    problem = the_problem(tmp_path)

    assert (problem.kind, problem.path, problem.command) == (ProblemKind.PHOTO_GONE, gone, None)
    assert "move" in problem.hint


@pytest.mark.usefixtures("raw")
def test_a_duplicate_that_took_the_name_of_another_photos_sidecar_is_told(tmp_path):
    photo(tmp_path / "IMG_01.CR3")
    sidecar(tmp_path / "IMG_01.CR3.xmp", derived="IMG.CR3")

    assert the_problem(tmp_path).kind is ProblemKind.NUMBERED_NAME


@pytest.mark.usefixtures("raw")
def test_a_numbered_photo_with_its_own_sidecar_is_well(tmp_path):
    photo(tmp_path / "IMG_01.CR3")
    sidecar(tmp_path / "IMG_01.CR3.xmp", derived="IMG_01.CR3")

    assert problems(tmp_path) == []


@pytest.mark.usefixtures("raw")
@pytest.mark.parametrize("data", [b"", b"hello", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'])
def test_a_damaged_sidecar_is_told_and_never_to_be_deleted(tmp_path, data):
    (tmp_path / "IMG.CR3.xmp").write_bytes(data)

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.DAMAGED
    assert problem.message.startswith("IMG.CR3.xmp is not read: ")
    assert problem.hint
    assert "delete" not in problem.hint


@pytest.mark.usefixtures("raw")
def test_a_sidecar_of_fifty_megabytes_is_refused(tmp_path):
    with (tmp_path / "IMG.CR3.xmp").open("wb") as file:
        file.truncate(50 * 1024**2)

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.UNREADABLE
    assert "50 MB" in problem.message


def test_a_link_out_of_the_folder_is_told(tmp_path):
    shoot = tmp_path / "shoot"
    shoot.mkdir()
    photo(shoot / "IMG.CR3")
    (shoot / "IMG.CR3.xmp").symlink_to(sidecar(tmp_path / "outside.xmp", rating=3))

    problem = the_problem(shoot)

    assert problem.kind is ProblemKind.LINK
    assert "outside" in problem.message


@pytest.mark.usefixtures("raw")
def test_names_that_differ_in_letter_case_only_are_told(tmp_path):
    sidecar(tmp_path / "IMG.xmp")
    sidecar(tmp_path / "IMG.XMP")
    if len(list(tmp_path.iterdir())) < 3:
        pytest.skip("this disk does not tell letter case apart")

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.SPELLING
    assert problem.message.startswith("IMG.xmp and IMG.XMP differ in letter case only")


@pytest.mark.usefixtures("raw")
def test_a_spelling_that_darktable_does_not_find_is_told(tmp_path):
    sidecar(tmp_path / "img.cr3.xmp")
    if (tmp_path / "img.CR3").exists():
        pytest.skip("this disk does not tell letter case apart")

    problem = the_problem(tmp_path)

    assert problem.message == "img.cr3.xmp is not found by darktable, which looks for IMG.CR3.xmp on this disk"
    assert problem.hint == "rename it to IMG.CR3.xmp"


@pytest.mark.usefixtures("raw")
@pytest.mark.parametrize(("name", "style"), [("IMG.CR3.xmp", "darktable"), ("IMG.xmp", "adobe")])
def test_a_leftover_is_taken_away_by_the_next_write(tmp_path, name, style):
    (tmp_path / f".{name}.assist-part").write_bytes(b"half")

    problem = the_problem(tmp_path)

    assert problem.kind is ProblemKind.LEFTOVER
    assert problem.command == f"assist sidecars write {tmp_path} --style {style}"
