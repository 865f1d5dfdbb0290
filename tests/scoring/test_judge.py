"""A judge turns files into a judgement, or into the reason why not."""

from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest

from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from scoring.assessment import WEIGHTS_MISSING, cannot_judge
from scoring.engines import onnx_cpu
from scoring.engines.rating_engine import open_rating_engine
from scoring.glance import GLANCE_LONG_EDGE_PX
from scoring.judge import Judge, Judgement, open_judge
from scoring.registry import ASSESSORS, READS_FACES
from tests.scoring.made_face import made_face
from tests.weights.kept import keep_stand_in_faces
from weights.registry import REINSTALL, WeightsError, entries


def test_judgement_holds_the_record_the_rating_and_every_factor(shoot_dir):
    photo = shoot_dir / "DSC_0103.JPG"
    judged = open_judge("cpu").judge(Asset(photo))
    assert judged.record.path == photo
    assert sum(judged.quality.rating_dist) == pytest.approx(1.0, abs=1e-5)
    assert set(judged.assessments) == {assessor.name for assessor in ASSESSORS}
    assert max(judged.glance.grey.shape) == GLANCE_LONG_EDGE_PX


def test_judgement_names_the_weights_as_people_and_entries_do(shoot_dir):
    judge = open_judge("cpu")
    assert judge.judge(Asset(shoot_dir / "DSC_0103.JPG")).quality.weights in entries()
    # The stamp tells retrained weights of the same name apart.
    assert judge.weights.partition("@")[2]


def test_an_unreadable_photo_is_a_value(tmp_path):
    assert isinstance(open_judge("cpu").judge(Asset(tmp_path / "gone.jpg")), UnreadablePhoto)


def test_what_is_known_of_a_photo_is_taken_over(shoot_dir):
    known = {"focus": cannot_judge("Said before.")}
    judged = open_judge("cpu").judge(Asset(shoot_dir / "DSC_0103.JPG"), known)
    assert judged.assessments["focus"] is known["focus"]
    assert judged.assessments["noise"].reasons != known["focus"].reasons
    assert list(judged.assessments) == [assessor.name for assessor in ASSESSORS]


def test_unknown_weights_are_told_with_the_nearest():
    with pytest.raises(WeightsError) as caught:
        open_judge("cpu", "multi_level_efficientnet_lite0.biq2012")
    assert "multi_level_efficientnet_lite0.biq2021" in caught.value.hint


def drawn(path, width_px, height_px):
    """A picture of smooth colours, quickly written."""
    y, x = np.mgrid[:8, :8].astype(np.float32) * 32
    small = np.stack([x, y, 255 - x], axis=-1).astype(np.uint8)
    large = cv2.resize(small, (width_px, height_px), interpolation=cv2.INTER_LINEAR)
    options = {".jpg": [cv2.IMWRITE_JPEG_QUALITY, 90], ".png": [cv2.IMWRITE_PNG_COMPRESSION, 1], ".tif": []}
    assert cv2.imwrite(str(path), large, options[path.suffix])
    return path


SMALLEST_AND_LONGEST = [(32, 32), (33, 31), (31, 33), (640, 32), (32, 640), (6_000, 300), (300, 6_000)]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
@pytest.mark.parametrize("size_px", SMALLEST_AND_LONGEST)
def test_pictures_of_32_px_and_of_20_to_1_are_judged(tmp_path, size_px, suffix):
    judged = open_judge("cpu").judge(Asset(drawn(tmp_path / f"a{suffix}", *size_px)))
    assert judged.record.size_px == size_px
    assert sum(judged.quality.rating_dist) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    ("name", "size_px"),
    [
        ("camera.jpg", (16_320, 12_240)),
        ("panorama.jpg", (63_200, 3_160)),
        pytest.param("camera.png", (16_320, 12_240), marks=pytest.mark.heavy),
        pytest.param("camera.tif", (16_320, 12_240), marks=pytest.mark.heavy),
    ],
)
def test_pictures_of_200_megapixels_are_judged(tmp_path, name, size_px):
    judged = open_judge("cpu").judge(Asset(drawn(tmp_path / name, *size_px)))
    assert judged.record.size_px == size_px
    assert sum(judged.quality.rating_dist) == pytest.approx(1.0, abs=1e-5)


def test_a_judge_with_a_face_finder_judges_faces(shoot_dir):
    engine = open_rating_engine("cpu")
    face = made_face(eyes_open=(0.0, 0.0))
    judged = Judge(engine, lambda _rgb, _smaller: (face,)).judge(Asset(shoot_dir / "DSC_0103.JPG"))
    assert judged.assessments["faces"].evidence["faces"] == 1
    without = Judge(engine).judge(Asset(shoot_dir / "DSC_0103.JPG"))
    assert "assist weights pull faces" in without.assessments["faces"].reasons[0]


def test_what_was_judged_without_faces_says_so_and_nothing_else_does(shoot_dir):
    engine = open_rating_engine("cpu")
    without = Judge(engine).judge(Asset(shoot_dir / "DSC_0103.JPG")).assessments
    assert {name for name, said in without.items() if said.evidence.get(WEIGHTS_MISSING) == "faces"} == READS_FACES
    judged = Judge(engine, lambda _rgb, _smaller: ()).judge(Asset(shoot_dir / "DSC_0103.JPG")).assessments
    assert not [name for name, said in judged.items() if WEIGHTS_MISSING in said.evidence]


def test_damaged_face_weights_are_one_line_and_scoring_goes_on(shoot_dir, tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path))
    keep_stand_in_faces()
    (tmp_path / "yunet.2023mar" / "yunet.2023mar.onnx").write_bytes(b"rotten")
    judged = open_judge("cpu").judge(Asset(shoot_dir / "DSC_0103.JPG"))
    assert judged.assessments["faces"].abstained
    (line,) = caplog.messages
    assert "yunet.2023mar.onnx: sha256 is" in line
    assert line.endswith("; assist weights pull faces")
    assert "\n" not in line


def test_a_network_that_is_opened_while_a_photo_is_read_and_cannot_be_is_told_and_tried_anew(shoot_dir, monkeypatch):
    def broken(_model):
        raise RuntimeError("no protobuf")

    with monkeypatch.context() as for_now:
        for_now.setattr(onnx_cpu, "_session", broken)
        engine = open_rating_engine("cpu", beside=(beside := ThreadPoolExecutor(1)))
        beside.shutdown()
        with pytest.raises(WeightsError, match="onnx cannot be opened: no protobuf") as first:
            engine.rate(np.zeros((48, 64, 3), np.uint8))
        with pytest.raises(WeightsError) as second:
            engine.rate(np.zeros((48, 64, 3), np.uint8))
    assert first.value is not second.value  # one that is raised again holds on to every photo that it met
    assert first.value.hint == REINSTALL
    assert isinstance(Judge(engine).judge(Asset(shoot_dir / "DSC_0103.JPG")), Judgement)


def test_the_same_is_said_where_the_network_is_opened_while_the_first_photo_is_read(shoot_dir):
    asset = Asset(shoot_dir / "DSC_0103.JPG")
    later = open_judge("cpu", in_two=True, while_reading=True).judge(asset)
    assert later.quality == open_judge("cpu").judge(asset).quality
