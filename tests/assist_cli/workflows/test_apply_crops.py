"""Which crops become copies, and of what name."""

import io

import numpy as np
import pytest
from PIL import Image

from assist_cli.failures import BadRequestError
from assist_cli.workflows.apply_crops import (
    CopyToWrite,
    RefusedCopy,
    copies_folder,
    copies_of,
    copy_of,
    is_own_copy,
    lies_among,
)
from assist_cli.workflows.crop_photos import CroppedPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.record import PhotoRecord
from scoring.crops.crop import Crop, CropAdvice
from scoring.crops.straighten import Source, Tilt
from scoring.crops.turn import Turn
from scoring.crops.upright_box import rendered, upright_box

BOX = 0.1, 0.0, 0.9, 1.0
LEVEL = Tilt(0.0, 0.0, Source.NONE, "level")


@pytest.fixture
def path(tmp_path):
    y, x = np.mgrid[:200, :300]
    Image.fromarray(np.stack([x * 0.8, y * 1.2, 255 - x * 0.8], axis=-1).astype(np.uint8)).save(tmp_path / "IMG_1.JPG")
    return tmp_path / "IMG_1.JPG"


def photo(path, *answers, size_px=(300, 200)):
    return CroppedPhoto(PhotoRecord(path, "0" * 32, size_px), answers, LEVEL)


def advice(aspect, *, keep, crops=1):
    return CropAdvice(aspect, (Crop(BOX, 0.7, ("reason",)),) * crops, keep, "reason")


def copied(photo):
    return [copy.name for copy in copies_of(photo) if isinstance(copy, CopyToWrite)]


def test_advised_crops_are_copied_one_a_shape(path):
    asked = advice("free", keep=False, crops=2), advice("4:5", keep=False), advice("1:1", keep=False)
    assert copied(photo(path, *asked)) == ["IMG_1.crop.JPG", "IMG_1.crop-4x5.JPG", "IMG_1.crop-1x1.JPG"]


def test_photo_that_is_best_kept_is_not_copied(path):
    assert copied(photo(path, advice("free", keep=True, crops=0), advice("4:5", keep=True, crops=0))) == []


def test_named_shape_is_copied_even_where_nothing_beats_the_frame(path):
    assert copied(photo(path, advice("4:5", keep=True))) == ["IMG_1.crop-4x5.JPG"]


def test_photo_that_has_the_named_shape_is_kept_unless_a_crop_beats_it(path):
    assert copied(photo(path, advice("3:2", keep=True))) == []
    assert copied(photo(path, advice("3:2", keep=True), size_px=(4928, 3264))) == []
    assert copied(photo(path, advice("3:2", keep=False))) == ["IMG_1.crop-3x2.JPG"]


def test_photo_that_is_only_to_be_turned_is_copied_turned(path):
    turn = Turn(300 / 200, 3.0)
    box = tuple(turn.of_picture(np.array([turn.frame]))[0].tolist())
    (copy,) = copies_of(photo(path, CropAdvice("free", (Crop(box, 0.5, ("level",)),), True, "level", 3.0)))
    shown = Image.open(io.BytesIO(copy.data))
    assert shown.width / shown.height == pytest.approx(1.5, rel=0.01)
    assert shown.width < 300


def test_raw_file_is_refused_once(tmp_path):
    raw = tmp_path / "a.nef"
    raw.write_bytes(b"MM\0*" + bytes(100))
    (refused,) = copies_of(photo(raw, advice("4:5", keep=False), advice("1:1", keep=False)))
    assert isinstance(refused, RefusedCopy)
    assert "editor" in refused.reason


def test_photo_that_is_gone_is_a_value(tmp_path):
    (gone,) = copies_of(photo(tmp_path / "gone.jpg", advice("4:5", keep=False)))
    assert isinstance(gone, UnreadablePhoto)


def test_turned_copy_is_the_turned_picture(path, tmp_path):
    levelled = upright_box((300, 200), 4.0)
    box = tuple(Turn(300 / 200, 4.0).of_picture(np.array([levelled]))[0].tolist())
    turned = tmp_path / "turned.jpg"
    turned.write_bytes(copy_of(path, box, turn_deg=4.0).data)
    wanted = rendered(np.asarray(Image.open(path)), 4.0, levelled)
    shown = np.asarray(Image.open(turned))
    assert shown.shape == wanted.shape
    assert np.abs(shown.astype(float) - wanted).mean() < 2


def test_own_copies_are_told_by_place_and_name(tmp_path):
    is_own = is_own_copy(tmp_path / "crops")
    for name in ("a.crop.jpg", "a.crop-2.JPG", "a.crop-4x5.jpg", "a.b.crop-16x9-3.png"):
        assert is_own(tmp_path / "crops" / name)
        assert not is_own(tmp_path / name)
    for name in ("a.jpg", "crop.jpg", "a.cropped.jpg", "a.crop-final.jpg"):
        assert not is_own(tmp_path / "crops" / name)


def test_folder_below_a_named_one_lies_among_the_photos(tmp_path):
    (tmp_path / "shoot").mkdir()
    assert lies_among(tmp_path / "shoot" / "crops", [tmp_path / "shoot"])
    assert lies_among(tmp_path / "shoot", [tmp_path / "shoot"])
    assert not lies_among(tmp_path / "crops", [tmp_path / "shoot"])
    assert not lies_among(tmp_path / "shoot", [tmp_path / "shoot" / "a.jpg"])


def test_folder_is_made_and_a_file_in_its_place_is_told(tmp_path):
    assert copies_folder(tmp_path / "new" / "crops").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadRequestError, match="is a file"):
        copies_folder(tmp_path / "file")
