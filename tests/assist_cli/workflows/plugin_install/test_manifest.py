"""What we noted comes back; anything else counts as no note."""

import pytest

from assist_cli.workflows.plugin_install.manifest import NAME, Manifest, manifest_bytes, read_manifest

NOTED = Manifest("1.2.3", "/opt/\udcff/assist", made_luarc=True, files={"a.lua": "00"})


def test_manifest_reads_back(tmp_path):
    (tmp_path / NAME).write_bytes(manifest_bytes(NOTED))
    assert read_manifest(tmp_path) == NOTED


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b"null", b"{}", b'{"schema":"assist.plugin-files/1"}', b'{"schema":"assist.plugin-files/2"}'],
)
def test_what_is_no_note_of_ours_counts_as_none(data, tmp_path):
    (tmp_path / NAME).write_bytes(data)
    assert read_manifest(tmp_path) is None


def test_no_folder_has_no_note(tmp_path):
    assert read_manifest(tmp_path / "nowhere") is None
