"""The numbers of a catalogue and of its file."""

import pytest

from assist_cli.workflows.catalogue_statistics import catalogue_statistics, size_on_disk_bytes
from index.catalog.errors import MissingCatalogError
from weights.registry import DEFAULT_RATING_WEIGHTS


def test_scored_photos_are_counted_by_weights_and_by_folder(score, shoot, catalog):
    score(shoot)
    (shoot / "IMG_0001.JPG").unlink()
    score(shoot)
    found = catalogue_statistics(catalog)
    assert (found.path, found.holds.photos, found.holds.missing) == (catalog, 5, 1)
    ((stamp, count),) = found.holds.photos_by_weights.items()
    assert (stamp.partition("@")[0], count) == (DEFAULT_RATING_WEIGHTS, 5)
    assert dict(found.holds.photos_by_folder) == {shoot: 4}


def test_the_size_is_that_of_the_file_and_what_lies_beside_it(tmp_path):
    path = tmp_path / "catalog.db"
    assert size_on_disk_bytes(path) == 0
    path.write_bytes(bytes(100))
    (tmp_path / "catalog.db-wal").write_bytes(bytes(20))
    (tmp_path / "catalog.db.backup").write_bytes(bytes(1))
    assert size_on_disk_bytes(path) == 120


def test_a_catalogue_behind_a_link_is_as_large_as_what_the_link_leads_to(tmp_path):
    (tmp_path / "real.db").write_bytes(bytes(100))
    (tmp_path / "real.db-wal").write_bytes(bytes(20))
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "real.db")
    assert size_on_disk_bytes(link) == 120


def test_no_catalogue_is_an_error_and_none_is_made(catalog):
    with pytest.raises(MissingCatalogError):
        catalogue_statistics(catalog)
    assert not catalog.parent.exists()
