"""A file is replaced whole or not at all, and only while it is what was read."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
from pathlib import Path

import pytest

from index.photo.safe_file import replace
from index.photo.safe_file.errors import (
    BusyFolderError,
    FileChangedError,
    FileRefusedError,
    FileTrouble,
    UnsureWriteError,
)
from index.photo.safe_file.part_file import part_name
from index.photo.safe_file.replace import remove_file, replace_file


@pytest.fixture
def sidecar(folder):
    path = folder / "a.xmp"
    path.write_bytes(b"old")
    return path


def meanwhile(monkeypatch, act):
    """Somebody acts while the part file is being filled."""
    really_fill = replace._fill

    def fill(descriptor, data):
        act()
        really_fill(descriptor, data)

    monkeypatch.setattr(replace, "_fill", fill)


def test_file_gets_its_new_bytes_and_nothing_lies_beside_it(sidecar, names):
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_file_is_made_where_none_is(folder, names):
    replace_file(folder / "a.xmp", b"new", was=None)
    assert (folder / "a.xmp").read_bytes() == b"new"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize("was", [None, b"older", b"ol", b"old "])
def test_file_that_holds_something_else_stays(sidecar, names, was):
    with pytest.raises(FileChangedError) as refused:
        replace_file(sidecar, b"new", was=was)
    assert refused.value.kind is (FileTrouble.APPEARED if was is None else FileTrouble.CHANGED)
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


def test_file_that_is_gone_is_not_made_again(sidecar, names):
    sidecar.unlink()
    with pytest.raises(FileChangedError) as refused:
        replace_file(sidecar, b"new", was=b"old")
    assert refused.value.kind is FileTrouble.GONE
    assert names() == []


def test_file_that_changes_meanwhile_stays_as_it_came(sidecar, names, monkeypatch):
    meanwhile(monkeypatch, lambda: sidecar.write_bytes(b"theirs"))
    with pytest.raises(FileChangedError, match="changed since it was read"):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"theirs"
    assert names() == ["a.xmp"]


def test_file_that_goes_meanwhile_stays_gone(sidecar, names, monkeypatch):
    meanwhile(monkeypatch, sidecar.unlink)
    with pytest.raises(FileChangedError, match="gone"):
        replace_file(sidecar, b"new", was=b"old")
    assert names() == []


@pytest.mark.parametrize("links", [True, False])
def test_new_file_never_replaces_one_that_comes_at_the_last_moment(folder, names, monkeypatch, links):
    path = folder / "a.xmp"
    really_link = os.link

    def comes_first(*arguments, **options):
        path.write_bytes(b"theirs")
        if not links:
            raise OSError(errno.EPERM, "Operation not permitted")
        really_link(*arguments, **options)

    monkeypatch.setattr(os, "link", comes_first)
    with pytest.raises(FileChangedError, match="has come meanwhile"):
        replace_file(path, b"new", was=None)
    assert path.read_bytes() == b"theirs"
    assert names() == ["a.xmp"]


def test_new_file_on_a_card_without_links_is_made_too(folder, names, monkeypatch):
    def no_links(*_arguments, **_options):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    replace_file(folder / "a.xmp", b"new", was=None)
    assert (folder / "a.xmp").read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_name_taken_first_is_given_back_when_the_rename_fails(folder, names, monkeypatch):
    def fails(*_arguments, **_options):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", fails)
    monkeypatch.setattr(os, "rename", fails)
    with pytest.raises(FileRefusedError, match="drive failed"):
        replace_file(folder / "a.xmp", b"new", was=None)
    assert names() == []


def test_steps_come_in_the_order_that_survives_a_power_cut(sidecar, monkeypatch):
    steps = []
    really = {name: getattr(os, name) for name in ("write", "fsync", "rename", "link")}

    def noting(name):
        def act(*arguments, **options):
            is_folder = name == "fsync" and stat.S_ISDIR(os.fstat(arguments[0]).st_mode)
            steps.append("fsync of the folder" if is_folder else name)
            return really[name](*arguments, **options)

        return act

    for name in really:
        monkeypatch.setattr(os, name, noting(name))
    replace_file(sidecar, b"new", was=b"old")
    replace_file(sidecar.with_name("b.xmp"), b"new", was=None)
    assert steps == [
        "write", "fsync", "rename", "fsync of the folder", "write", "fsync", "link", "fsync of the folder"
    ]  # fmt: skip


def test_write_that_takes_only_a_few_bytes_at_a_time_is_finished(sidecar, monkeypatch):
    really_write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: really_write(descriptor, data[:1]))
    replace_file(sidecar, b"new bytes", was=b"old")
    assert sidecar.read_bytes() == b"new bytes"


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o644])
def test_permissions_stay(sidecar, mode):
    sidecar.chmod(mode)
    replace_file(sidecar, b"new", was=b"old")
    assert stat.S_IMODE(sidecar.stat().st_mode) == mode


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_new_file_has_the_permissions_that_all_new_files_have(folder, umask, mode):
    before = os.umask(umask)
    try:
        replace_file(folder / "a.xmp", b"new", was=None)
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "a.xmp").stat().st_mode) == mode


def test_new_file_has_the_permissions_and_the_time_that_are_asked_for(folder):
    replace_file(folder / "a.xmp", b"new", was=None, mode=0o640, mtime_ns=1_000_000_000)
    facts = (folder / "a.xmp").stat()
    assert (stat.S_IMODE(facts.st_mode), facts.st_mtime_ns) == (0o640, 1_000_000_000)


def test_written_file_is_newer_unless_a_time_is_asked_for(sidecar):
    os.utime(sidecar, ns=(0, 1_000_000_000))
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.stat().st_mtime_ns > 1_000_000_000
    replace_file(sidecar, b"old", was=b"new", mtime_ns=1_000_000_000)
    assert sidecar.stat().st_mtime_ns == 1_000_000_000


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_owner_and_group_stay(sidecar):
    os.chown(sidecar, 12, 34)
    replace_file(sidecar, b"new", was=b"old")
    assert (sidecar.stat().st_uid, sidecar.stat().st_gid) == (12, 34)


def test_extended_attributes_stay(sidecar):
    try:
        os.setxattr(sidecar, "user.finder.tag", b"Red")
    except (AttributeError, OSError):
        pytest.skip("this file system keeps no extended attributes")
    replace_file(sidecar, b"new", was=b"old")
    assert os.getxattr(sidecar, "user.finder.tag") == b"Red"


def test_attributes_and_owners_that_may_not_be_given_hinder_nothing(sidecar, monkeypatch):
    def forbidden(*_arguments, **_options):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(replace, "look", with_attributes(replace.look))
    for name in ("setxattr", "fchown", "fchmod"):
        monkeypatch.setattr(os, name, forbidden, raising=False)
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"


def with_attributes(look):
    """As if the file had a security label and another owner."""

    def looked(folder, path):
        now = look(folder, path)
        now.attributes["security.label"] = b"secret"
        object.__setattr__(now, "owner", (now.owner[0] + 1, now.owner[1]))
        return now

    return looked


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_protected_file_stays_even_for_root(sidecar, names, mode):
    sidecar.chmod(mode)
    with pytest.raises(FileRefusedError, match="write-protected") as refused:
        replace_file(sidecar, b"new", was=b"old")
    assert refused.value.kind is FileTrouble.PROTECTED
    assert "chmod u+w" in refused.value.hint
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


def test_file_that_we_may_not_write_stays_though_its_folder_would_let_us(sidecar, folder, names, as_nobody):
    folder.chmod(0o777)
    sidecar.chmod(0o644 if os.geteuid() == 0 else 0o466)
    with as_nobody(), pytest.raises(FileRefusedError, match="you may not write to it") as refused:
        replace_file(Path("shoot/a.xmp"), b"new", was=b"old")
    assert refused.value.kind is FileTrouble.PERMISSION
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize(("name", "was"), [("a.xmp", b"old"), ("b.xmp", None)])
def test_read_only_folder_is_told(sidecar, folder, names, as_nobody, name, was):
    sidecar.chmod(0o666)
    folder.chmod(0o555)
    with as_nobody(), pytest.raises(FileRefusedError, match="you may not") as refused:
        replace_file(Path("shoot") / name, b"new", was=was)
    folder.chmod(0o755)
    assert refused.value.kind is FileTrouble.PERMISSION
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, FileTrouble.DISK_FULL),
        (errno.EDQUOT, FileTrouble.DISK_FULL),
        (errno.EROFS, FileTrouble.READ_ONLY_DISK),
        (errno.EIO, FileTrouble.DRIVE),
        (errno.EFBIG, FileTrouble.UNEXPECTED),
    ],
)
@pytest.mark.parametrize("step", ["write", "fsync"])
def test_disk_that_fails_midway_leaves_the_old_file_alone(sidecar, names, monkeypatch, step, code, kind):
    def fails(*_arguments):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, step, fails)
    with pytest.raises(FileRefusedError) as refused:
        replace_file(sidecar, b"new", was=b"old")
    assert refused.value.kind is kind
    assert refused.value.hint
    assert sidecar.read_bytes() == b"old"
    assert names() == ["a.xmp"]


@pytest.mark.parametrize("was", [None, b"old"])
def test_disk_that_is_really_full_leaves_the_old_file_alone(small_disk, was):
    path = small_disk / "a.xmp"
    if was is not None:
        path.write_bytes(was)
    with pytest.raises(FileRefusedError, match="disk is full"):
        replace_file(path, bytes(100_000), was=was)
    assert (path.read_bytes() if path.exists() else None) == was
    assert [found.name for found in small_disk.iterdir()] == ([] if was is None else ["a.xmp"])
    replace_file(path, bytes(10_000), was=was)


def test_read_only_disk_is_told(small_disk):
    path = small_disk / "a.xmp"
    path.write_bytes(b"old")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for name, was in (("a.xmp", b"old"), ("b.xmp", None)):
        with pytest.raises(FileRefusedError, match="the disk is read-only") as refused:
            replace_file(small_disk / name, b"new", was=was)
        assert refused.value.kind is FileTrouble.READ_ONLY_DISK
    assert path.read_bytes() == b"old"


def test_part_file_that_stays_behind_does_not_make_a_failure_of_a_write(folder, monkeypatch, caplog):
    def fails(*_arguments, **_options):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "unlink", fails)
    with caplog.at_level("DEBUG"):
        replace_file(folder / "a.xmp", b"new", was=None)
    assert (folder / "a.xmp").read_bytes() == b"new"
    assert "stays: Input/output error" in caplog.text


def test_drive_that_fails_after_the_rename_is_told_as_unsure(sidecar, names, monkeypatch):
    really_fsync = os.fsync

    def fails_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        really_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fails_for_folders)
    with pytest.raises(UnsureWriteError, match="just after it was written"):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_share_that_cannot_make_names_durable_is_written_all_the_same(sidecar, monkeypatch):
    really_fsync = os.fsync

    def unknown_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        really_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", unknown_for_folders)
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"


def test_interrupt_leaves_no_part_file(sidecar, names, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    meanwhile(monkeypatch, interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(sidecar, b"new", was=b"old")
    assert names() == ["a.xmp"]
    assert sidecar.read_bytes() == b"old"


@pytest.mark.parametrize("target", ["real.xmp", "nowhere.xmp"])
def test_link_is_neither_followed_nor_replaced(folder, target):
    (folder / "real.xmp").write_bytes(b"old")
    (folder / "a.xmp").symlink_to(target)
    with pytest.raises(FileRefusedError) as refused:
        replace_file(folder / "a.xmp", b"new", was=b"old")
    assert refused.value.kind is FileTrouble.LINK
    assert (folder / "a.xmp").is_symlink()
    assert (folder / "real.xmp").read_bytes() == b"old"


def test_of_several_hard_links_only_this_name_gets_new_bytes(sidecar, folder):
    # A snapshot that a backup program made of links must never change.
    backup = folder / "backup"
    backup.hardlink_to(sidecar)
    replace_file(sidecar, b"new", was=b"old")
    assert backup.read_bytes() == b"old"
    assert sidecar.read_bytes() == b"new"


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileRefusedError, match="the folder is not there") as refused:
        replace_file(tmp_path / "unmounted" / "a.xmp", b"new", was=None)
    assert refused.value.kind is FileTrouble.FOLDER_GONE
    assert "plug in the disk" in refused.value.hint


@pytest.mark.parametrize(
    "name",
    ["a\nb.xmp", "写真 é.xmp", os.fsdecode(b"photo\xe9.xmp"), "x" * 251 + ".xmp", "é" * 125 + ".xmp", ".xmp", "-rf"],
)
def test_names_of_any_kind_are_written(folder, names, name):
    path = folder / name
    try:
        replace_file(path, b"one", was=None)
    except FileRefusedError:
        pytest.skip("this file system takes UTF-8 names only")
    replace_file(path, b"two", was=b"one")
    assert path.read_bytes() == b"two"
    assert names() == [name]


def test_path_as_long_as_paths_can_be_is_written(folder, monkeypatch):
    monkeypatch.chdir(folder)
    deep = "d" * 250
    for _ in range(16):
        os.mkdir(deep)  # noqa: PTH102
        os.chdir(deep)
    replace_file(Path("a.xmp"), b"new", was=None)
    assert [found.name for found in Path().iterdir()] == ["a.xmp"]


def test_part_file_of_a_killed_run_is_replaced(sidecar, names):
    sidecar.with_name(part_name("a.xmp")).write_bytes(b"half a packet that is longer than the new one")
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_part_file_that_is_the_second_name_of_a_new_file_does_not_empty_it(sidecar, names):
    # Killed between the link that makes a new file and the unlinking of its part.
    sidecar.with_name(part_name("a.xmp")).hardlink_to(sidecar)
    with pytest.raises(FileChangedError):
        replace_file(sidecar, b"new", was=None)
    assert sidecar.read_bytes() == b"old"
    replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"new"
    assert names() == ["a.xmp"]


def test_link_in_the_place_of_the_part_file_is_not_followed(sidecar, folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    (folder / part_name("a.xmp")).symlink_to(elsewhere)
    replace_file(sidecar, b"new", was=b"old")
    assert elsewhere.read_bytes() == b"theirs"
    assert sidecar.read_bytes() == b"new"


def test_folder_in_the_place_of_the_part_file_is_told(sidecar, folder):
    (folder / part_name("a.xmp")).mkdir()
    with pytest.raises(FileRefusedError, match="no file has this name"):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"old"


def test_file_that_we_made_is_taken_away(sidecar, names):
    remove_file(sidecar, was=b"old")
    assert names() == []


def test_file_that_changed_is_not_taken_away(sidecar):
    with pytest.raises(FileChangedError):
        remove_file(sidecar, was=b"other")
    assert sidecar.read_bytes() == b"old"


def test_protected_file_is_not_taken_away(sidecar):
    sidecar.chmod(0o444)
    with pytest.raises(FileRefusedError, match="write-protected"):
        remove_file(sidecar, was=b"old")
    assert sidecar.exists()


def test_part_file_that_another_run_made_meanwhile_never_becomes_the_sidecar(sidecar, monkeypatch):
    # On a share without locks.
    part = sidecar.with_name(part_name("a.xmp"))

    def replaced_by_another_run():
        part.unlink()
        part.write_bytes(b"half")

    meanwhile(monkeypatch, replaced_by_another_run)
    with pytest.raises(BusyFolderError):
        replace_file(sidecar, b"new", was=b"old")
    assert sidecar.read_bytes() == b"old"
    assert part.read_bytes() == b"half"


def test_part_file_that_another_run_is_writing_is_left_to_it(sidecar):
    part = sidecar.with_name(part_name("a.xmp"))
    with part.open("wb") as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        with pytest.raises(BusyFolderError, match="another run of photo-assist is writing there"):
            replace_file(sidecar, b"new", was=b"old")
    assert part.exists()
    replace_file(sidecar, b"new", was=b"old")
    assert not part.exists()


@pytest.mark.parametrize("was", [b"old", None])
def test_read_only_disk_is_told_as_such(small_disk, was):
    path = small_disk / "IMG.xmp"
    if was is not None:
        path.write_bytes(was)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(FileRefusedError) as refused:
        replace_file(path, b"new", was=was)
    assert refused.value.kind is FileTrouble.READ_ONLY_DISK
