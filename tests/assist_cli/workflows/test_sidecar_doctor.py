"""What is wrong with a folder's sidecars, and what mends it."""

import os
import shlex
import shutil
import subprocess

import pytest

from assist_cli.workflows.examine_sidecars import examine_sidecars
from assist_cli.workflows.sidecar_doctor import problems_of
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind
from assist_cli.workflows.sidecar_status import sidecar_status
from index.photo.errors import UnreadablePhoto
from index.photo.marks import Flag, Marks
from tests.assist_cli.workflows.made_sidecars import photo, sidecar


def problems(*paths, bases=None) -> list[Problem]:
    return [problem for status in sidecar_status(paths) for problem in problems_of(status, bases or {})]


def the_problem(*paths, bases=None) -> Problem:
    (problem,) = problems(*paths, bases=bases)
    return problem


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
