"""What `--output` never overwrites."""

import os
from pathlib import Path

import pytest

from assist_cli.failures import BadRequestError, ExitCode
from assist_cli.output_target import check_output
from index.photo.formats import PHOTO_EXTENSIONS, SIDECAR_EXTENSIONS


@pytest.fixture
def kept(tmp_path) -> Path:
    """A catalogue that is there."""
    path = tmp_path / "catalog.db"
    path.write_bytes(b"SQLite format 3\0")
    return path


def refused(output: Path, catalog: Path) -> str:
    with pytest.raises(BadRequestError) as caught:
        check_output(output, catalog)
    assert caught.value.exit_code == ExitCode.USAGE
    assert caught.value.hint
    return str(caught.value)


@pytest.mark.parametrize("suffix", sorted(PHOTO_EXTENSIONS | SIDECAR_EXTENSIONS))
def test_a_photo_s_or_sidecar_s_name_is_refused_whether_the_file_is_there_or_not(tmp_path, kept, suffix):
    for name in (f"IMG_0001{suffix}", f"IMG_0001{suffix.upper()}"):
        assert name in refused(tmp_path / name, kept)


def test_a_picture_behind_another_name_is_refused(tmp_path, kept, draw_photo):
    assert "holds a picture" in refused(draw_photo(tmp_path / "IMG_0001.bak"), kept)


def test_a_link_to_a_photo_is_refused(tmp_path, kept, draw_photo):
    link = tmp_path / "out.csv"
    link.symlink_to(draw_photo(tmp_path / "IMG_0001.JPG"))
    assert "photo" in refused(link, kept)


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_the_catalogue_and_its_log_are_refused_even_before_they_exist(tmp_path, suffix):
    assert "catalogue" in refused(tmp_path / f"new.db{suffix}", tmp_path / "new.db")


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_the_journal_and_its_log_are_refused_even_before_they_exist(tmp_path, suffix):
    assert "journal" in refused(tmp_path / f"new.journal.db{suffix}", tmp_path / "new.db")


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_to_the_catalogue_is_refused(tmp_path, kept, link):
    link(kept, tmp_path / "out.csv")
    assert "catalogue" in refused(tmp_path / "out.csv", kept)


def test_the_catalogue_behind_a_link_is_refused_with_its_log(tmp_path, kept):
    link = tmp_path / "link.db"
    link.symlink_to(kept)
    assert "catalogue" in refused(kept, link)
    assert "catalogue" in refused(tmp_path / "catalog.db-wal", link)


def test_the_catalogue_by_a_crooked_way_is_refused(tmp_path, kept, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "catalogue" in refused(Path("nowhere/../catalog.db"), kept)


def test_other_names_may_be_written_and_written_again(tmp_path, kept):
    (tmp_path / "shoot.csv").write_text("path,status\n")
    for name in ("shoot.csv", "shoot.jsonl", "IMG_0001.JPG.csv", "new", "missing/shoot.csv"):
        check_output(tmp_path / name, kept)
    check_output(Path(os.devnull), kept)
    check_output(None, kept)
