"""Spots are gathered by camera, as the sensor lies, and told only where they repeat."""

from pathlib import Path

import pytest

from assist_cli.workflows.dust_watch import DustWatch, spots_of
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.record import ExifFacts, PhotoRecord
from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.blend import Score
from scoring.rating_distribution import Quality

DIST = (0.1,) * 10


def photo(spots, camera="Canon EOS 5D", orientation=1, size_px=(6000, 4000)):
    record = PhotoRecord(Path("/shoot/a.jpg"), "ab", size_px, ExifFacts(camera=camera, orientation=orientation))
    said = {"artefacts": Assessment(1.0, 0.7, "no visible artefacts", (), {"dust_spots": spots})}
    return ScoredPhoto(record, Quality("w", DIST), said, Score(50.0, None, None), cached=False)


def findings(*photos):
    watch = DustWatch()
    for one in photos:
        watch.note(spots_of(one))
    return watch.findings()


def test_dust_of_one_camera_is_told_with_its_count():
    (found,) = findings(*[photo([0.2, 0.3, 0.1 * turn, 0.9]) for turn in range(4)])
    assert found.camera == "Canon EOS 5D"
    assert [(spot.place, spot.photos) for spot in found.spots] == [((0.2, 0.3), 4)]


def test_dust_is_not_added_up_over_cameras_or_shapes_of_frame():
    others = [photo([0.2, 0.3]), photo([0.2, 0.3], camera="Leica T"), photo([0.2, 0.3], size_px=(6000, 3375))]
    assert findings(*others) == []


@pytest.mark.parametrize(
    ("orientation", "size_px", "upright"),
    [(3, (6000, 4000), [0.8, 0.7]), (6, (4000, 6000), [0.7, 0.2]), (8, (4000, 6000), [0.3, 0.8])],
)
def test_dust_is_recognised_in_turned_photos(orientation, size_px, upright):
    (found,) = findings(photo([0.2, 0.3]), photo([0.2, 0.3]), photo(upright, orientation=orientation, size_px=size_px))
    assert found.spots[0].photos == 3


def test_dust_is_not_sought_in_what_is_unjudged_or_of_no_known_camera():
    bare = photo([0.2, 0.3])
    unjudged = ScoredPhoto(
        bare.record, bare.quality, {"artefacts": cannot_judge("Too small.")}, bare.score, cached=False
    )
    assert findings(unjudged, unjudged, unjudged, *[photo([0.2, 0.3], camera=None)] * 3) == []
