"""`assist pick`, then `assist sidecars write`: real editors show the stars, labels, flags and crops that were written."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from index.catalog.database import open_catalog
from index.catalog.people_marks import PersonsMarks
from index.photo.marks import NO_MARKS, CropBox, Flag, Marks
from tests.assist_cli.conftest import Answer
from tests.end_to_end.program import ROOT, assist_process
from tests.real_editors import darktable_library, exiftool, exiv2, rawtherapee
from tests.real_editors.darktable_import import darktable_imports
from tests.real_editors.darktable_library import DarktableShows, darktable_exports
from tests.real_editors.exiftool import exiftool_shows_each
from tests.real_editors.exiv2 import exiv2_shows

REASON = ", ".join(filter(None, (darktable_library.SKIP_REASON, exiftool.SKIP_REASON, exiv2.SKIP_REASON)))
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON)

SHARED_RAW = ROOT.parent / "shared" / "photos" / "raw"
LABELS = {"keeper": "Green", "alternate": "Yellow", "reject_candidate": "Red"}
FLAGS = {"keeper": 1, "alternate": None, "reject_candidate": -1}
DIGIKAM_PICKS = {"keeper": 3, "alternate": None, "reject_candidate": 1}
RAW_COPIES = ("DSC_0130.NEF", "DSC_0131.NEF")
TURNED = "DSC_0114.JPG"
"""A frame taken with the camera turned: EXIF Orientation 6."""


@dataclass
class PickedFolder:
    """A folder after `pick`, and `assist` run on it."""

    folder: Path
    catalog: Path
    advised: dict[str, tuple[int, str]]
    """By file name: stars and decision, as `score` and `pick` told them."""

    def write(self, *options: str) -> dict[str, dict]:
        """By name of the sidecar: what became of it."""
        answer = self._assist("sidecars", "write", self.folder, "--format", "jsonl", *options)
        return {Path(told["path"]).name: told for told in answer.photos if told["status"] == "written"}

    def take_back(self) -> None:
        """The last run, after which no sidecar is left."""
        self._assist("undo", "--last")
        assert list(self.folder.glob("*.xmp")) == []

    def person_says(self, name: str, marks: Marks) -> None:
        """A person gives a photo marks here; `NO_MARKS` as if nothing had been said."""
        with open_catalog(self.catalog) as catalog:
            (stored,) = catalog.photos_under([self.folder / name])
            person = PersonsMarks(stored.record.path, stored.record.asset_id, marks, "cull", datetime.now(UTC))
            catalog.people.store([person])

    def _assist(self, *arguments: str | Path) -> Answer:
        answer = assist_process(self.catalog, *arguments)
        assert answer.exit_code == 0, answer.err
        return answer


def stars_of(score):
    """As the interfaces document has it."""
    return 1 + sum(round(score) >= least for least in (30, 50, 70, 90))


@pytest.fixture(scope="module")
def picked(shoot_dir, tmp_path_factory):
    """The rendered shoot, RAW files of it that are no DNG, one of them a copy, and real ones where they are at hand."""
    folder = tmp_path_factory.mktemp("picked") / "shoot"
    shutil.copytree(shoot_dir, folder)
    for name in RAW_COPIES:
        shutil.copy(folder / "DSC_0116.DNG", folder / name)
    for raw in SHARED_RAW.glob("*.nef"):
        shutil.copy(raw, folder)
    catalog = folder.parent / "catalog.db"
    decided = assist_process(catalog, "pick", folder, "--format", "jsonl")
    scored = assist_process(catalog, "score", folder, "--format", "jsonl")
    assert (decided.exit_code, scored.exit_code) == (0, 0), decided.err + scored.err
    decisions = {photo["path"]: photo["decision"] for photo in decided.photos}
    advised = {
        Path(file).name: (stars_of(photo["score"]), decisions[photo["path"]])
        for photo in scored.photos
        for file in (photo["path"], *photo["companions"])
    }
    return PickedFolder(folder, catalog, advised)


@pytest.fixture
def write(picked):
    """Writes sidecars; all are taken back afterwards."""
    yield picked.write
    if list(picked.folder.glob("*.xmp")):
        picked.take_back()


def adobe_names(picked):
    """The sidecars of Adobe's style that a folder gets."""
    raws = [Path(name) for name in picked.advised if name.lower().endswith(".nef")]
    return {raw.with_suffix(".xmp").name for raw in raws}


def shown_by_exiftool(picked, written):
    """Each written sidecar's name, what was told of it, and what exiftool reads in it."""
    shown = exiftool_shows_each([picked.folder / name for name in written])
    return zip(written.keys(), written.values(), shown, strict=True)


def test_a_shoot_has_all_kinds_of_advice(picked):
    assert {decision for _, decision in picked.advised.values()} == set(LABELS)
    assert len({stars for stars, _ in picked.advised.values()}) > 1


def test_exiftool_exiv2_and_darktable_show_the_same_stars_and_labels(picked, write):
    written = write("--style", "both")
    assert written.keys() == {name + ".xmp" for name in picked.advised} | adobe_names(picked)
    for name, told, by_exiftool in shown_by_exiftool(picked, written):
        stars, decision = picked.advised[Path(told["photo"]).name]
        by_exiv2 = exiv2_shows(picked.folder / name)
        assert (by_exiftool["XMP-xmp:Rating"], by_exiftool["XMP-xmp:Label"]) == (stars, LABELS[decision]), name
        assert (by_exiv2["Xmp.xmp.Rating"], by_exiv2["Xmp.xmp.Label"]) == (str(stars), LABELS[decision]), name
    assert darktable_imports(picked.folder) == {
        name: DarktableShows(stars, False, (LABELS[decision],)) for name, (stars, decision) in picked.advised.items()
    }


def test_darktable_shows_the_sidecars_of_adobes_style_of_raw_files_alike(picked, write):
    written = write("--style", "adobe")
    assert written.keys() == adobe_names(picked)
    shown = darktable_imports(picked.folder)
    for told in written.values():
        name = Path(told["photo"]).name
        stars, decision = picked.advised[name]
        assert shown[name] == DarktableShows(stars, False, (LABELS[decision],)), name


def test_rejects_are_minus_one_for_darktable_and_a_reject_flag_for_lightroom(picked, write):
    written = write("--style", "both", "--advice", "stars,labels,flags")
    rejected_in_adobes = []
    for name, told, by_exiftool in shown_by_exiftool(picked, written):
        stars, decision = picked.advised[Path(told["photo"]).name]
        by_exiv2 = exiv2_shows(picked.folder / name)
        rejected = decision == "reject_candidate"
        if told["place"] == "adobe":
            assert by_exiftool["XMP-xmp:Rating"] == stars
            assert by_exiftool.get("XMP-xmpDM:Pick") == FLAGS[decision]
            assert by_exiv2.get("Xmp.xmpDM.pick") == (str(FLAGS[decision]) if FLAGS[decision] else None)
            rejected_in_adobes.append(rejected)
        else:
            assert by_exiftool["XMP-xmp:Rating"] == (-1 if rejected else stars)
            assert by_exiv2["Xmp.xmp.Rating"] == str(-1 if rejected else stars)
            assert by_exiftool.get("XMP-digiKam:PickLabel") == DIGIKAM_PICKS[decision]
    assert {True, False} <= set(rejected_in_adobes)
    for name, shown in darktable_imports(picked.folder).items():
        stars, decision = picked.advised[name]
        assert shown.rejected == (decision == "reject_candidate"), name
        assert shown.rejected or shown.stars == stars, name
        assert shown.labels == (LABELS[decision],), name


def test_darktable_exports_with_the_advised_crop(write, tmp_path):
    written = write("--advice", "crops", "--aspect", "1:1")
    cropped = {told["photo"]: told["after"]["crop"]["box"] for told in written.values()}
    assert len(cropped) >= 3
    assert {".JPG", ".NEF"} <= {Path(photo).suffix for photo in cropped}
    for photo, box in cropped.items():
        alone = shutil.copy(photo, tmp_path)
        whole = exported_size(Path(alone), tmp_path)
        width, height = exported_size(Path(photo), tmp_path)
        assert abs(width - height) <= 1, photo
        assert_of_size((width, height), whole, box)


def test_darktable_exports_a_persons_crop_of_a_turned_photo(picked, write, tmp_path):
    photo = picked.folder / TURNED
    picked.person_says(TURNED, Marks(crop=CropBox(0.25, 0.1, 0.75, 0.6)))
    write("--advice", "none")
    picked.person_says(TURNED, NO_MARKS)
    assert upright_size(photo) != stored_size(photo)
    assert_of_size(exported_size(photo, tmp_path), upright_size(photo), (0.25, 0.1, 0.75, 0.6))


@pytest.mark.skipif(rawtherapee.SKIP_REASON is not None, reason=str(rawtherapee.SKIP_REASON))
def test_rawtherapee_exports_a_persons_crop_into_its_profile_with_its_edit_kept(picked, write, tmp_path):
    profile = picked.folder / f"{TURNED}.pp3"
    before = b"[General]\nRank=0\n\n[Exposure]\nCompensation=1\n"
    profile.write_bytes(before)
    picked.person_says(TURNED, Marks(4, Flag.REJECT, ("Blue",), crop=CropBox(0.25, 0.1, 0.75, 0.6)))
    write("--advice", "none")
    picked.person_says(TURNED, NO_MARKS)
    export = rawtherapee.rawtherapee_exports(picked.folder / TURNED, tmp_path)
    said = [export.setting("General", key) for key in ("Rank", "ColorLabel", "InTrash")]
    assert [*said, export.setting("Exposure", "Compensation")] == ["4", "4", "true", "1"]
    assert_of_size(upright_size(export.picture), upright_size(picked.folder / TURNED), (0.25, 0.1, 0.75, 0.6))
    picked.take_back()
    assert profile.read_bytes() == before
    profile.unlink()


def exported_size(photo, tmp_path):
    home = tmp_path / f"{photo.name} {len(list(tmp_path.iterdir()))}"
    home.mkdir()
    darktable_exports(photo, home / "picture.jpg", at_home=home)
    return upright_size(home / "picture.jpg")


def assert_of_size(size, whole, box):
    """As large as the box of the whole picture, to a pixel."""
    left, top, right, bottom = box
    for side, all_of_it, share in zip(size, whole, (right - left, bottom - top), strict=True):
        assert abs(side - all_of_it * share) <= 1.5, (size, whole, box)


def upright_size(photo):
    with Image.open(photo) as picture:
        return ImageOps.exif_transpose(picture).size


def stored_size(photo):
    with Image.open(photo) as picture:
        return picture.size
