"""A shoot is judged where it is not yet, and read from the catalogue all at once."""

import shutil

import numpy as np
import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest, see_shoot
from index.catalog.database import Catalog, open_catalog
from weights.registry import WeightsError


@pytest.fixture
def see(catalog, judge):
    """What is seen of paths, and which photos were judged for it."""

    def call(*paths, scores=False, **options):
        judge.judged.clear()
        with open_catalog(catalog) as opened:
            request = ShootRequest(paths, catalog, **options)
            return see_shoot(request, opened, Progress(), lambda _progress: None, scores=scores)

    return call


def test_photos_come_in_the_order_of_their_paths_with_embedding_and_glance(see, shoot):
    seen = see(shoot)
    assert [photo.path.name for photo in seen.photos] == [f"IMG_{number:04d}.JPG" for number in range(5)]
    np.testing.assert_allclose(np.linalg.norm(seen.embeddings, axis=1), 1.0, atol=1e-3)
    assert seen.glance_of(0).grey.shape == (48, 64)
    assert seen.scored == {}


def test_photos_that_were_judged_before_are_not_judged_again(see, shoot, judge, draw_photo):
    see(shoot)
    draw_photo(shoot / "IMG_0005.JPG", 5)
    assert len(see(shoot).photos) == 6
    assert judge.judged == ["IMG_0005.JPG"]


def test_photo_that_changed_is_seen_anew(see, shoot, judge, draw_photo):
    before = see(shoot).embeddings[0]
    draw_photo(shoot / "IMG_0000.JPG", 77)
    after = see(shoot).embeddings[0]
    assert judge.judged == ["IMG_0000.JPG"]
    assert before @ after < 0.9


def test_what_was_said_of_each_comes_where_it_is_asked_for(see, shoot):
    seen = see(shoot, scores=True)
    assert seen.scored.keys() == {photo.path for photo in seen.photos}


@pytest.mark.parametrize("scores", [True, False])
def test_catalogue_is_read_once_where_everything_was_judged_before(see, shoot, scores, monkeypatch):
    see(shoot)
    asked = []
    read = Catalog.seen_photos
    monkeypatch.setattr(Catalog, "seen_photos", lambda *given, **kept: asked.append(1) or read(*given, **kept))
    assert len(see(shoot, scores=scores).photos) == 5
    assert len(asked) == 1


def test_photo_that_cannot_be_read_is_told_and_left_out(see, shoot):
    (shoot / "IMG_0002.JPG").write_bytes(b"\xff\xd8 no picture")
    seen = see(shoot)
    assert [photo.path.name for photo in seen.unread] == ["IMG_0002.JPG"]
    assert "IMG_0002.JPG" not in {photo.path.name for photo in seen.photos}


def test_photo_that_broke_since_it_was_judged_is_left_out_too(see, shoot):
    see(shoot)
    (shoot / "IMG_0002.JPG").write_bytes(b"\xff\xd8 no picture")
    assert len(see(shoot).photos) == 4


def test_photos_elsewhere_and_deleted_ones_are_no_part_of_it(see, shoot, tmp_path):
    shutil.copytree(shoot, tmp_path / "other")
    see(tmp_path)
    (shoot / "IMG_0001.JPG").unlink()
    assert {photo.path.parent for photo in see(shoot).photos} == {shoot}
    assert len(see(shoot).photos) == 4


def test_one_photo_may_be_named(see, shoot):
    assert [photo.path.name for photo in see(shoot / "IMG_0003.JPG").photos] == ["IMG_0003.JPG"]


def test_nothing_to_see_and_unknown_weights_are_told(see, tmp_path, shoot):
    (tmp_path / "empty").mkdir()
    with pytest.raises(AssistError, match="no photos"):
        see(tmp_path / "empty")
    with pytest.raises(WeightsError):
        see(shoot, weights="nonsense")
