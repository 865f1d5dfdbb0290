"""Which files are photos, in which order, and what becomes of what only looks like one."""

from __future__ import annotations

import os
import socket
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.files import find_assets
from index.photo.record import Asset


def touched(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def found(*paths: Path) -> list[str]:
    """Names of the judged files, relative to the first path."""
    return [os.path.relpath(item.path, paths[0]) for item in find_assets(paths) if isinstance(item, Asset)]


def pairs(*paths: Path) -> list[list[str]]:
    return [[file.name for file in item.files] for item in find_assets(paths) if isinstance(item, Asset)]


def failures(*paths: Path) -> dict[str, FailureKind]:
    return {item.path.name: item.kind for item in find_assets(paths) if isinstance(item, UnreadablePhoto)}


@pytest.mark.parametrize(
    "extension", ["jpg", "jpeg", "jpe", "png", "tif", "tiff", "webp", "heic", "heif", "hif", "avif"]
)
@pytest.mark.parametrize("change_case", [str.lower, str.upper, str.title])
def test_find_assets_knows_picture_types_in_any_case(tmp_path, extension, change_case):
    name = "a." + change_case(extension)
    assert found(touched(tmp_path, name)) == [name]


@pytest.mark.parametrize("extension", ["cr2", "cr3", "nef", "arw", "raf", "orf", "rw2", "dng", "pef", "srw"])
def test_find_assets_knows_raw_types(tmp_path, extension):
    assert found(touched(tmp_path, f"a.{extension}", f"B.{extension.upper()}")) == [
        f"a.{extension}",
        f"B.{extension.upper()}",
    ]


def test_find_assets_leaves_out_what_is_no_photo(tmp_path):
    touched(tmp_path, "notes.txt", "clip.mp4", "a.jpg.xmp", "a.pp3", ".hidden.jpg", "._a.jpg", "jpg", "a.gif")
    touched(tmp_path, ".darktable/b.jpg", "@eaDir/c.jpg", "__MACOSX/d.jpg", "Previews.lrdata/e.jpg", ".git/f.jpg")
    assert found(tmp_path) == []
    assert failures(tmp_path) == {}


def test_find_assets_lists_a_folder_before_its_subfolders_in_name_order(tmp_path):
    touched(tmp_path, "b.jpg", "A.jpg", "c/z.jpg", "B/y.jpg", "B/deep/x.jpg")
    assert found(tmp_path) == ["A.jpg", "b.jpg", "B/y.jpg", "B/deep/x.jpg", "c/z.jpg"]


def test_find_assets_gives_absolute_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(touched(tmp_path, "a.jpg"))
    assert [item.path for item in find_assets([Path()])] == [tmp_path / "a.jpg"]


def test_find_assets_takes_a_file_itself_whatever_its_name(tmp_path):
    touched(tmp_path, "scan", "other.jpg")
    assert found(tmp_path / "scan") == ["."]


def test_find_assets_pairs_files_that_a_shell_pattern_named_one_by_one(tmp_path):
    touched(tmp_path, "a.jpg", "a.nef", "a.xmp")
    (asset,) = find_assets([tmp_path / "a.jpg", tmp_path / "a.nef", tmp_path / "a.xmp"])
    assert isinstance(asset, Asset)
    assert [file.name for file in asset.files] == ["a.jpg", "a.nef"]


@pytest.mark.parametrize("name", ["a.jpg", "a.NEF"])
def test_find_assets_brings_the_whole_picture_of_a_file_named_by_itself_and_no_other(tmp_path, name):
    touched(tmp_path, "a.jpg", "a.NEF", "a.png", "a-edit.jpg", "b.jpg", ".a.jpg", "a.xmp")
    (tmp_path / "a.arw").symlink_to(tmp_path / "gone.arw")
    assert pairs(tmp_path / name) == [["a.jpg", "a.NEF"]]
    assert failures(tmp_path / name) == {}


@pytest.mark.parametrize("name", ["0.jpg", "N.JPG", "N.NEF"])
def test_find_assets_brings_the_whole_picture_of_a_file_that_a_link_pairs(tmp_path, name):
    touched(tmp_path, "0.jpg", "N.NEF", "other.jpg")
    (tmp_path / "N.JPG").symlink_to(tmp_path / "0.jpg")
    assert pairs(tmp_path / name) == [["0.jpg", "N.NEF"]]


def test_find_assets_takes_a_named_file_of_a_folder_that_may_not_be_listed(tmp_path, monkeypatch):
    def refuse(_folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert pairs(touched(tmp_path, "a.jpg", "a.NEF") / "a.jpg") == [["a.jpg"]]


def test_find_assets_yields_a_file_once_for_overlapping_paths(tmp_path):
    touched(tmp_path, "a.jpg", "a.nef", "sub/b.jpg")
    paths = [tmp_path, tmp_path / "sub", tmp_path / "sub/b.jpg", tmp_path / "a.nef", tmp_path]
    assert found(*paths) == ["a.jpg", "sub/b.jpg"]


def test_find_assets_follows_a_linked_folder_once_and_leaves_circles(tmp_path):
    touched(tmp_path / "elsewhere", "far.jpg")
    touched(tmp_path / "shoot", "a.jpg", "sub/b.jpg")
    (tmp_path / "shoot/circle").symlink_to(tmp_path / "shoot")
    (tmp_path / "shoot/sub/up").symlink_to(tmp_path / "shoot")
    (tmp_path / "shoot/link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "shoot/link2").symlink_to(tmp_path / "elsewhere")
    assert found(tmp_path / "shoot") == ["a.jpg", "sub/b.jpg", "link/far.jpg"]


@pytest.mark.parametrize("order", [("A", "B"), ("B", "A"), ("A/link.jpg", "B/real.jpg"), ("A", "B/real.jpg")])
def test_find_assets_tells_a_photo_by_its_own_name_rather_than_by_a_link(tmp_path, order):
    touched(tmp_path, "B/real.jpg", "A/a.jpg")
    (tmp_path / "A/link.jpg").symlink_to(tmp_path / "B/real.jpg")
    told = [item.path.relative_to(tmp_path).as_posix() for item in find_assets([tmp_path / name for name in order])]
    assert sorted(told) == [*(["A/a.jpg"] if "A" in order else []), "B/real.jpg"]


def test_find_assets_tells_a_photo_by_a_link_where_nothing_else_leads_to_it(tmp_path):
    touched(tmp_path, "B/real.jpg", "A/a.jpg", "A/z.jpg")
    for name in ("A/link.jpg", "A/link2.jpg"):
        (tmp_path / name).symlink_to(tmp_path / "B/real.jpg")
    assert found(tmp_path / "A") == ["a.jpg", "z.jpg", "link.jpg"]


def test_find_assets_tells_a_folder_by_its_own_name_rather_than_by_a_link_named_before_it(tmp_path):
    touched(tmp_path, "real/sub/a.jpg", "real/b.jpg")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert found(tmp_path, tmp_path / "link", tmp_path / "real") == ["real/b.jpg", "real/sub/a.jpg"]
    assert [item.path for item in find_assets([tmp_path / "link", tmp_path / "real/sub"])] == [
        tmp_path / "real/sub/a.jpg",
        tmp_path / "link/b.jpg",
    ]


def test_find_assets_pairs_a_linked_jpeg_with_the_raw_beside_the_link(tmp_path):
    touched(tmp_path, "shoot/N.NEF", "shoot/0.jpg", "elsewhere/1.jpg", "shoot/M.NEF")
    (tmp_path / "shoot/N.JPG").symlink_to(tmp_path / "shoot/0.jpg")
    (tmp_path / "shoot/M.JPG").symlink_to(tmp_path / "elsewhere/1.jpg")
    assert pairs(tmp_path / "shoot") == [["0.jpg", "N.NEF"], ["M.JPG", "M.NEF"]]
    assert pairs(tmp_path / "shoot", tmp_path / "elsewhere") == [["0.jpg", "N.NEF"], ["1.jpg"], ["M.NEF"]]


def test_find_assets_tells_linked_pairs_once(tmp_path):
    touched(tmp_path, "real/a.jpg", "real/a.nef")
    (tmp_path / "chosen").mkdir()
    for name in ("a.jpg", "a.nef"):
        (tmp_path / "chosen" / name).symlink_to(tmp_path / "real" / name)
    assert pairs(tmp_path / "chosen") == [["a.jpg", "a.nef"]]
    assert pairs(tmp_path / "chosen", tmp_path / "real") == [["a.jpg", "a.nef"]]
    assert found(tmp_path, tmp_path / "chosen", tmp_path / "real") == ["real/a.jpg"]


def test_find_assets_lists_a_folder_named_like_a_photo_and_still_looks_inside(tmp_path):
    touched(tmp_path, "IMG.JPG/inside.jpg")
    assert failures(tmp_path) == {"IMG.JPG": FailureKind.NOT_A_FILE}
    assert found(tmp_path) == ["IMG.JPG/inside.jpg"]


def test_find_assets_lists_dangling_and_self_pointing_links(tmp_path):
    (tmp_path / "gone.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (tmp_path / "gone too.jpg").symlink_to(tmp_path / "nowhere.jpg")
    (tmp_path / "self.jpg").symlink_to(tmp_path / "self.jpg")
    assert failures(tmp_path) == dict.fromkeys(("gone.jpg", "gone too.jpg", "self.jpg"), FailureKind.MISSING)


def test_find_assets_lists_pipes_and_sockets_without_opening_them(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.jpg")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("plug.jpg")
        assert failures(tmp_path) == {"pipe.jpg": FailureKind.NOT_A_FILE, "plug.jpg": FailureKind.NOT_A_FILE}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_find_assets_lists_a_folder_that_may_not_be_opened(tmp_path):
    closed = touched(tmp_path / "closed", "a.jpg")
    closed.chmod(0)
    try:
        assert failures(tmp_path) == {"closed": FailureKind.PERMISSION}
    finally:
        closed.chmod(0o700)


def test_find_assets_lists_a_folder_that_the_system_refuses(tmp_path, monkeypatch):
    touched(tmp_path, "a.jpg", "closed/b.jpg")
    scandir = os.scandir

    def refuse_closed(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse_closed)
    assert found(tmp_path) == ["a.jpg"]
    assert failures(tmp_path) == {"closed": FailureKind.PERMISSION}


def test_find_assets_lists_a_missing_path_and_a_300_character_name(tmp_path):
    assert list(failures(tmp_path / "gone", tmp_path / ("n" * 300 + ".jpg")).values()) == [FailureKind.MISSING] * 2


def test_find_assets_takes_the_longest_and_non_utf8_names(tmp_path):
    odd = os.fsdecode(b"\xe9t\xe9.jpg")
    touched(tmp_path, "n" * 251 + ".jpg", odd)
    assert found(tmp_path) == ["n" * 251 + ".jpg", odd]


class Unsearchable:
    """A member of a folder that may be listed and not searched, on a file system that lists names alone."""

    def __init__(self, entry):
        self.name, self.path = entry.name, entry.path

    def refuse(self, **_options):
        raise PermissionError(13, "Permission denied", self.path)

    is_file = is_dir = is_symlink = refuse


def test_find_assets_tells_the_photos_of_a_folder_that_may_not_be_searched(tmp_path, monkeypatch):
    touched(tmp_path, "a.jpg", "b.jpg", "notes.txt")
    scandir = os.scandir

    @contextmanager
    def names_alone(path):
        with scandir(path) as entries:
            yield [Unsearchable(entry) for entry in entries]

    monkeypatch.setattr(os, "scandir", names_alone)
    monkeypatch.setattr("index.photo.files._trouble", lambda path: UnreadablePhoto(path, FailureKind.PERMISSION, "no"))
    assert failures(tmp_path) == dict.fromkeys(["a.jpg", "b.jpg"], FailureKind.PERMISSION)
