"""`assist crop` as a person runs it."""

import json

import cv2
import numpy as np
import pytest
from PIL import Image

ORIENTED = {
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
    Image.fromarray(np.ascontiguousarray(rgb)).save(path, quality=97, subsampling=0, exif=exif)
    return path


def told(answer):
    return [json.loads(line) for line in answer.out.splitlines()]


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "shoot"
    where.mkdir()
    save(where / "ball.jpg", ball())
    return where


def test_each_photo_and_shape_is_one_object(assist, folder):
    answer = assist("crop", folder, "--aspect", "1:1", "--aspect", "4:5", "--format", "jsonl")
    assert answer.exit_code == 0
    square, portrait = told(answer)
    assert square["schema"] == "assist.crop/1"
    assert (square["aspect"], portrait["aspect"]) == ("1:1", "4:5")
    assert square["path"] == str(folder / "ball.jpg")
    assert 1 <= len(square["crops"]) <= 3
    left, top, right, bottom = square["crops"][0]["box"]
    assert (right - left) * 720 == pytest.approx((bottom - top) * 480, abs=0.5)
    assert left * 720 <= 500 <= 620 <= right * 720


@pytest.mark.parametrize("orientation", range(2, 9))
def test_boxes_are_of_the_upright_picture_in_all_orientations(assist, folder, orientation):
    turned = save(folder / f"turned{orientation}.jpg", ORIENTED[orientation](ball()), orientation)
    shapes = ("--aspect", "free", "--aspect", "1:1", "--aspect", "4:5", "--aspect", "16:9")
    upright, other = (
        [one["crops"] for one in told(assist("crop", path, *shapes, "--format", "jsonl"))]
        for path in (folder / "ball.jpg", turned)
    )
    assert [len(crops) for crops in upright] == [len(crops) for crops in other]
    for one, same in zip(upright, other, strict=True):
        assert np.allclose([crop["box"] for crop in one], [crop["box"] for crop in same], atol=1e-4)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_slanted_boxes_are_of_the_upright_picture_in_all_orientations(assist, tmp_path, orientation):
    paths = (save(tmp_path / "1.jpg", tilted_columns()), tmp_path / "other.jpg")
    save(paths[1], ORIENTED[orientation](tilted_columns()), orientation)
    upright, other = (told(assist("crop", path, "--aspect", "1:1", "--format", "jsonl"))[0] for path in paths)
    assert other["straighten_deg"] == pytest.approx(upright["straighten_deg"], abs=0.05)
    assert np.allclose(upright["crops"][0]["box"], other["crops"][0]["box"], atol=1e-3)


def test_unknown_shape_is_wrong_usage_with_the_list(assist, folder):
    answer = assist("crop", folder, "--aspect", "7:5")
    assert answer.exit_code == 2
    assert "9:16" in answer.err


def test_people_read_what_is_cut_and_why(assist, folder):
    answer = assist("crop", folder, "--aspect", "1:1")
    assert "ball.jpg" in answer.out
    assert "better than the frame" in answer.out or "keep the frame" in answer.out


def test_pictures_are_written_and_no_photo_is_touched(assist, folder, tmp_path):
    before = (folder / "ball.jpg").read_bytes()
    answer = assist("crop", folder, "--aspect", "free", "--aspect", "4:5", "--overlays", tmp_path / "why")
    assert answer.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "why").iterdir()) == ["ball.crop-4x5.png", "ball.crop.png"]
    assert (folder / "ball.jpg").read_bytes() == before


def test_picture_of_another_is_never_overwritten(assist, folder, tmp_path):
    (tmp_path / "why").mkdir()
    (tmp_path / "why" / "ball.crop.png").write_bytes(b"mine")
    answer = assist("crop", folder, "--overlays", tmp_path / "why")
    assert answer.exit_code == 2
    assert (tmp_path / "why" / "ball.crop.png").read_bytes() == b"mine"


def test_unreadable_photo_is_listed_and_the_others_are_told(assist, folder):
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not a picture")
    answer = assist("crop", folder, "--format", "jsonl")
    assert answer.exit_code == 3
    assert len(told(answer)) == 1
    assert "broken.jpg" in answer.err


def tilted_columns():
    """Dark columns and a dark beam on bright ground, the picture turned clockwise by three degrees."""
    rgb = np.full((900, 1200, 3), 210, np.uint8)
    for x in range(100, 1200, 180):
        cv2.rectangle(rgb, (x, 0), (x + 60, 900), (70, 60, 55), -1)
    turn = cv2.getRotationMatrix2D((600, 450), -3.0, 1.15)
    return cv2.GaussianBlur(cv2.warpAffine(rgb, turn, (1200, 900)), (0, 0), 1.0)


def test_turn_that_levels_the_picture_is_told_and_a_level_one_is_left(assist, folder):
    save(folder / "columns.jpg", tilted_columns())
    ball_told, columns = told(assist("crop", folder, "--format", "jsonl"))
    assert ball_told["straighten_deg"] == 0.0
    assert columns["straighten_deg"] == pytest.approx(-3.0, abs=0.5)
    page = assist("crop", folder / "columns.jpg").out
    assert "turn it 3." in page or "turn it 2." in page


def test_crops_of_a_tilted_picture_are_of_the_levelled_one(assist, folder):
    """Cut from the turned picture they have the shape asked for, show columns upright, and nothing from beyond the picture."""
    photo = save(folder / "columns.jpg", tilted_columns())
    (columns,) = told(assist("crop", photo, "--aspect", "4:5", "--format", "jsonl"))
    left, top, right, bottom = columns["crops"][0]["box"]
    across, down = (right - left) * 1200, (bottom - top) * 900
    assert across / down == pytest.approx(4 / 5, rel=1e-3)
    # As docs/adr/0004-straightened-crops.md tells it, by other means than ours.
    middle = ((left + right) * 600, (top + bottom) * 450)
    marked = np.dstack([tilted_columns(), np.full((900, 1200), 255, np.uint8)])
    turned = cv2.warpAffine(marked, cv2.getRotationMatrix2D(middle, -columns["straighten_deg"], 1.0), (1200, 900))
    x0, y0 = round(middle[0] - across / 2) + 2, round(middle[1] - down / 2) + 2
    seen = turned[y0 : y0 + int(down) - 4, x0 : x0 + int(across) - 4]
    assert seen[..., 3].min() == 255
    assert np.abs(seen[5, :, 0].astype(int) - seen[-5, :, 0]).mean() < 0.5 * np.abs(tilted_slant(seen.shape)).mean()


def tilted_slant(shape):
    """How much the first and last row of such a crop differ where it is not turned."""
    plain = tilted_columns()[: shape[0], : shape[1], 0].astype(int)
    return plain[5] - plain[-5]


def test_tilted_picture_that_is_kept_is_levelled(assist, folder):
    photo = save(folder / "columns.jpg", tilted_columns())
    (columns,) = told(assist("crop", photo, "--format", "jsonl"))
    assert columns["keep_uncropped"]
    (levelled,) = columns["crops"]
    assert "keeps 88 % of the picture" in levelled["reasons"][0]
    assert "level the frame" in assist("crop", photo).out
