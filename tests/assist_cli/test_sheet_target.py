"""What `--sheet` never overwrites."""

import pytest

from assist_cli.failures import BadRequestError, ExitCode
from assist_cli.render.sheet_file import write_sheet
from assist_cli.sheet_target import check_sheet
from assist_cli.workflows.grouped_shoot import GroupedShoot


@pytest.fixture
def refused(tmp_path):
    """How a sheet's place is refused: the sentence and its hint."""

    def call(sheet):
        with pytest.raises(BadRequestError) as caught:
            check_sheet(sheet, tmp_path / "catalog.db")
        assert caught.value.exit_code == ExitCode.USAGE
        assert "--sheet" in caught.value.hint
        assert "--output" not in caught.value.hint
        return str(caught.value)

    return call


@pytest.mark.parametrize("name", ["Lightroom.lrcat", "clip.mov", "edit.psd", "notes.txt", "groups", "page.html.bak"])
def test_a_name_that_is_no_page_s_is_refused_whether_the_file_is_there_or_not(refused, tmp_path, name):
    assert "does not end in .html" in refused(tmp_path / name)
    (tmp_path / name).write_bytes(b"precious")
    assert "does not end in .html" in refused(tmp_path / name)


@pytest.mark.parametrize("name", ["IMG_0001.JPG", "IMG_0001.CR2", "IMG_0001.xmp", "catalog.db"])
def test_photos_sidecars_and_the_catalogue_are_refused_as_what_they_are(refused, tmp_path, name):
    assert any(word in refused(tmp_path / name) for word in ("photo's name", "sidecar", "catalogue"))


def test_somebody_s_own_page_is_refused(refused, tmp_path):
    notes = tmp_path / "notes.html"
    notes.write_text("<!DOCTYPE html><title>contact sheet</title><p>My notes on photo-assist")
    assert "no contact sheet of photo-assist" in refused(notes)
    notes.write_bytes(b"")
    assert "no contact sheet of photo-assist" in refused(notes)


def test_a_link_counts_as_what_it_leads_to(refused, tmp_path):
    (tmp_path / "edit.psd").write_bytes(b"8BPS")
    (tmp_path / "sheet.html").symlink_to(tmp_path / "edit.psd")
    assert "no contact sheet" in refused(tmp_path / "sheet.html")


def test_a_folder_a_missing_folder_and_a_dash_are_refused(refused, tmp_path):
    (tmp_path / "sheets.html").mkdir()
    assert "that is a folder" in refused(tmp_path / "sheets.html")
    assert f"there is no folder {tmp_path / 'missing'}" in refused(tmp_path / "missing" / "sheet.html")
    assert "not text for a pipe" in refused(type(tmp_path)("-"))


@pytest.mark.parametrize("name", ["groups.html", "GROUPS.HTM"])
def test_a_new_page_and_an_earlier_sheet_may_be_written(tmp_path, name):
    sheet = tmp_path / name
    check_sheet(sheet, tmp_path / "catalog.db")
    write_sheet(sheet, GroupedShoot([], []), quiet=True)
    check_sheet(sheet, tmp_path / "catalog.db")
    check_sheet(None, tmp_path / "catalog.db")
