"""What is advised of photos, and what people said of them, from the catalogue."""

from datetime import UTC, datetime

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows import advised_photos
from assist_cli.workflows.advised_photos import AdviceRequest, advised_shoot
from assist_cli.workflows.crop_photos import CroppedPhoto
from index.catalog.database import open_catalog
from index.catalog.people_marks import PersonsMarks
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.marks import CropBox, Flag, Mark, Marks
from index.photo.persons_word import PersonsWord
from index.photo.record import ExifFacts, PhotoRecord, PixelSource
from scoring.crops.crop import Crop, CropAdvice
from scoring.ranking.advised_marks import Advice
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.made_sidecars import photo as made_photo

EVERYTHING = frozenset(Advice) - {Advice.CROPS}
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def advised(desk):
    """What is advised of the desk's photos."""

    def call(wanted=EVERYTHING, **request):
        return advised_shoot(AdviceRequest([desk.folder], desk.catalog, wanted, **request))

    return call


@pytest.fixture
def people_say(desk):
    """Keeps what people said of a photo at this path."""

    def call(path, marks, asset_id="", at=NOON, cleared=frozenset()):
        with open_catalog(desk.catalog) as catalog:
            catalog.people.store([PersonsMarks(path, asset_id, marks, "test", at, cleared)])

    return call


def asset_id(desk, path):
    with open_catalog(desk.catalog) as catalog:
        return catalog.photo_at(path).record.asset_id


def test_stars_follow_from_the_score_and_the_rest_from_the_decision(desk, advised):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    desk.photo("B.CR3", decision=Decision.REJECT_CANDIDATE)
    keeper, reject = (photo.advised for photo in advised().photos)
    assert keeper.rating == reject.rating == 3
    assert (keeper.flag, keeper.labels) == (Flag.PICK, ("Green",))
    assert (reject.flag, reject.labels) == (Flag.REJECT, ("Red",))
    assert reject.keywords == ("photo-assist|assist-reject-candidate",)


def test_only_the_advice_that_was_asked_for_is_given(desk, advised):
    desk.photo("A.CR3", decision=Decision.KEEPER)
    (photo,) = advised({Advice.LABELS}).photos
    assert photo.advised == Marks(labels=("Green",))


def test_photos_without_a_decision_or_a_score_are_counted(desk, advised):
    desk.photo("A.CR3")
    desk.photo("B.CR3", decision=Decision.KEEPER)
    made_photo(desk.folder / "C.CR3")
    (desk.folder / "D.JPG").mkdir()
    shoot = advised()
    assert (len(shoot.photos), shoot.undecided, shoot.unscored) == (2, 1, 1)


def test_no_scored_photo_is_an_error_with_what_to_do(desk, advised):
    desk.score(made_photo(desk.folder / "A.CR3"))
    (desk.folder / "A.CR3").rename(desk.folder / "B.CR3")
    with pytest.raises(AssistError, match="no scored photos"):
        advised()


def test_what_people_said_goes_with_the_photo_and_with_any_file_of_its_pair(desk, advised, people_say):
    raw = desk.photo("A.CR3", "A.JPG")
    people_say(raw.with_suffix(".JPG"), Marks(5))
    assert [photo.people for photo in advised().photos] == [PersonsWord(Marks(5))]
    people_say(raw, Marks(2), at=NOON.replace(hour=13))
    assert [photo.people for photo in advised().photos] == [PersonsWord(Marks(2))]


def test_nobody_s_word_is_none(desk, advised):
    desk.photo("A.CR3")
    assert [photo.people for photo in advised().photos] == [None]


def test_what_people_took_away_is_told_too(desk, advised, people_say):
    path = desk.photo("A.CR3")
    people_say(path, Marks(), cleared=frozenset({Mark.LABELS}))
    assert [photo.people.told() for photo in advised().photos] == [{Mark.LABELS}]


def test_a_renamed_photo_is_known_by_its_picture(desk, advised, people_say):
    path = desk.photo("A.CR3")
    people_say(desk.folder / "gone.CR3", Marks(5), asset_id(desk, path))
    people_say(
        desk.folder.parent / "folder that is gone" / "A.CR3", Marks(4), asset_id(desk, path), NOON.replace(hour=1)
    )
    assert [photo.people for photo in advised().photos] == [PersonsWord(Marks(5))]


def test_a_copy_has_not_what_people_said_of_the_original(desk, advised, people_say):
    original = desk.photo("A.CR3")
    desk.photo("B.CR3")
    desk.score(desk.folder / "B.CR3", picture="A.CR3")
    people_say(original, Marks(5), asset_id(desk, original))
    assert [photo.people for photo in advised().photos] == [PersonsWord(Marks(5)), None]


@pytest.fixture
def cropped(monkeypatch):
    """Makes these answers of one photo all that crops are."""

    def call(path, *answers):
        record = PhotoRecord(path, "ab12", (6000, 4000), ExifFacts(), PixelSource.EMBEDDED_PREVIEW)
        asked = []

        def crop_photos(request):
            asked.append(request.aspects)
            yield UnreadablePhoto(path.with_name("broken.CR3"), FailureKind.MISSING, "broken")
            yield CroppedPhoto(record, answers, None)

        monkeypatch.setattr(advised_photos, "crop_photos", crop_photos)
        return asked

    return call


def answer(*crops, keep=False, turn_deg=0.0):
    return CropAdvice("1:1", tuple(Crop(box, 0.7, ()) for box in crops), keep, "", turn_deg)


def test_photos_are_opened_for_crops_only_where_these_are_wanted(desk, advised, cropped):
    asked = cropped(desk.photo("A.CR3"), answer((0.1, 0, 0.9, 1)))
    assert [photo.advised.crop for photo in advised().photos] == [None]
    assert asked == []
    assert [photo.advised.crop for photo in advised({Advice.CROPS}, aspect="4:5").photos] == [CropBox(0.1, 0, 0.9, 1)]
    assert asked == [["4:5"]]


def test_whoever_waits_for_crops_is_told_how_many_are_done(desk, cropped):
    cropped(desk.photo("A.CR3"), answer((0.1, 0, 0.9, 1)))
    done = []
    advised_shoot(AdviceRequest([desk.folder], desk.catalog, {Advice.CROPS}), done.append)
    assert done == [1, 2]


def test_the_best_crop_is_advised_and_none_where_the_frame_is_better(desk, advised, cropped):
    photo = desk.photo("A.CR3")
    cropped(photo, answer((0.1, 0, 0.9, 1), (0.2, 0, 0.8, 1), turn_deg=1.5))
    assert advised({Advice.CROPS}).photos[0].advised.crop == CropBox(0.1, 0, 0.9, 1, turn_deg=1.5)
    cropped(photo, answer((0.1, 0, 0.9, 1), keep=True))
    assert advised({Advice.CROPS}).photos[0].advised.crop is None
    levelled = CropAdvice("free", (Crop((0.05, 0.05, 0.95, 0.95), 0.7, ()),), True, "", 1.5)
    cropped(photo, levelled)
    assert advised({Advice.CROPS}).photos[0].advised.crop == CropBox(0.05, 0.05, 0.95, 0.95, turn_deg=1.5)
    cropped(photo)
    assert advised({Advice.CROPS}).photos[0].advised.crop is None
