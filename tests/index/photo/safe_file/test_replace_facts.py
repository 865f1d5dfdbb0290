"""What a file is besides its bytes comes through a write: permissions, owners, times, attributes."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from index.photo.safe_file import replace
from index.photo.safe_file.replace import replace_file


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
