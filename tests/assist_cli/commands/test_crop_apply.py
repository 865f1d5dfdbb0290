"""`assist crop --apply-to DIR` as a person runs it."""

import errno

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from assist_cli.render.whole_file import current_umask

STORED = {
    1: lambda rgb: rgb,
    2: lambda rgb: rgb[:, ::-1],
    3: lambda rgb: rgb[::-1, ::-1],
    4: lambda rgb: rgb[::-1],
    5: lambda rgb: rgb.transpose(1, 0, 2),
    6: lambda rgb: rgb.transpose(1, 0, 2)[::-1],
    7: lambda rgb: rgb.transpose(1, 0, 2)[::-1, ::-1],
    8: lambda rgb: rgb.transpose(1, 0, 2)[:, ::-1],
}
"""How an upright picture is stored under each EXIF orientation (EXIF 2.32, tag 0x0112)."""


def ball():
    """A red ball in the upper right of a plain wide picture."""
    rgb = np.full((480, 720, 3), (120, 130, 125), np.uint8)
    cv2.circle(rgb, (560, 140), 60, (210, 40, 30), -1)
    return cv2.GaussianBlur(rgb, (0, 0), 1.0)


def save(path, rgb, orientation=1):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "A camera"
    Image.fromarray(np.ascontiguousarray(rgb)).save(path, quality=97, subsampling=0, exif=exif)
    return path


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "shoot"
    where.mkdir()
    save(where / "ball.jpg", ball())
    return where


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_copy_is_written_and_the_photo_is_untouched(assist, folder, tmp_path):
    before = files(folder)
    answer = assist("crop", folder, "--aspect", "1:1", "--apply-to", tmp_path / "out")
    assert answer.exit_code == 0
    assert files(folder) == before
    assert list(files(tmp_path / "out")) == ["ball.crop-1x1.jpg"]
    assert "ball.crop-1x1.jpg written" in answer.err
    assert "1 copy written" in answer.err
    with Image.open(tmp_path / "out" / "ball.crop-1x1.jpg") as copy:
        assert copy.width == copy.height
        assert copy.getexif()[0x010F] == "A camera"
    assert (tmp_path / "out" / "ball.crop-1x1.jpg").stat().st_mode & 0o777 == 0o666 & ~current_umask()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_copy_shows_the_ball_upright_in_all_orientations(assist, tmp_path, orientation):
    photo = save(tmp_path / "ball.jpg", STORED[orientation](ball()), orientation)
    assert assist("crop", photo, "--aspect", "1:1", "--apply-to", tmp_path / "out").exit_code == 0
    with Image.open(tmp_path / "out" / "ball.crop-1x1.jpg") as copy:
        assert copy.getexif()[0x0112] == orientation
        seen = np.asarray(ImageOps.exif_transpose(copy)).astype(int)
    red = (seen[..., 0] - seen[..., 1]) > 80
    assert red.sum() == pytest.approx(np.pi * 60**2, rel=0.03)
    rows, columns = np.nonzero(red)
    assert abs(np.ptp(rows) - 120) <= 4
    assert abs(np.ptp(columns) - 120) <= 4
    assert rows.mean() < seen.shape[0] / 2


def test_second_run_changes_nothing_and_says_so(assist, folder, tmp_path):
    for _ in range(2):
        answer = assist("crop", folder, "--aspect", "1:1", "--apply-to", tmp_path / "out")
    assert list(files(tmp_path / "out")) == ["ball.crop-1x1.jpg"]
    assert "1 already there from an earlier run" in answer.err


def test_nothing_that_is_there_is_ever_overwritten(assist, folder, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ball.crop-1x1.jpg").write_bytes(b"mine")
    assert assist("crop", folder, "--aspect", "1:1", "--apply-to", tmp_path / "out").exit_code == 0
    assert sorted(files(tmp_path / "out")) == ["ball.crop-1x1-2.jpg", "ball.crop-1x1.jpg"]
    assert (tmp_path / "out" / "ball.crop-1x1.jpg").read_bytes() == b"mine"


@pytest.mark.parametrize("where", [".", "crops"])
def test_copies_within_the_shoot_are_not_cropped_again(assist, folder, where):
    for _ in range(2):
        answer = assist("crop", folder, "--aspect", "1:1", "--apply-to", folder / where)
        assert answer.exit_code == 0
    assert [path.name for path in folder.rglob("*.crop*")] == ["ball.crop-1x1.jpg"]


def test_photo_that_is_best_kept_is_said_to_be(assist, tmp_path):
    save(tmp_path / "plain.jpg", np.full((480, 720, 3), 128, np.uint8))
    answer = assist("crop", tmp_path / "plain.jpg", "--apply-to", tmp_path / "out")
    assert answer.exit_code == 0
    assert "0 copies written, 1 photo kept as it is" in answer.err
    assert files(tmp_path / "out") == {}


@pytest.mark.parametrize("size", [(40, 60), (100, 2000), (200, 4000)])
def test_tiny_pictures_and_panoramas_get_copies_of_64_px_or_none(assist, tmp_path, size):
    noise = np.random.default_rng(1).integers(0, 255, (*size, 3), np.uint8)
    photo = save(tmp_path / "odd.jpg", noise)
    assert assist("crop", photo, "--aspect", "1:1", "--aspect", "free", "--apply-to", tmp_path / "out").exit_code == 0
    for path in (tmp_path / "out").iterdir():
        with Image.open(path) as copy:
            assert min(copy.size) >= 64


def test_truncated_photo_is_listed_and_the_others_are_copied(assist, folder, tmp_path):
    whole = (folder / "ball.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    answer = assist("crop", folder, "--aspect", "1:1", "--apply-to", tmp_path / "out")
    assert answer.exit_code == 3
    assert "cut.jpg" in answer.err
    assert list(files(tmp_path / "out")) == ["ball.crop-1x1.jpg"]


def test_file_in_the_folders_place_is_wrong_usage(assist, folder, tmp_path):
    (tmp_path / "out").write_bytes(b"mine")
    answer = assist("crop", folder, "--apply-to", tmp_path / "out")
    assert answer.exit_code == 2
    assert "--apply-to" in answer.err
    assert (tmp_path / "out").read_bytes() == b"mine"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_folder_that_cannot_be_written_ends_the_run_with_a_hint(assist, folder, tmp_path, monkeypatch, number):
    def refuse(**_options):
        raise OSError(number, "no")

    monkeypatch.setattr("assist_cli.render.new_file.tempfile.mkstemp", refuse)
    answer = assist("crop", folder, "--aspect", "1:1", "--apply-to", tmp_path / "out")
    assert answer.exit_code == 1
    assert "ball.crop-1x1.jpg" in answer.err
    assert files(tmp_path / "out") == {}


def test_help_shows_an_example(assist):
    answer = assist("crop", "--help")
    assert "--apply-to prints" in answer.out
