"""Which file system holds a folder, and whether it can be trusted to tell."""

import pytest

from index.watch import mounts
from index.watch.mounts import brings_events, file_system_of, kind_in

LINES = [
    b"22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
    b"40 22 0:50 / /mnt/nas rw - nfs4 nas:/photos rw",
    b"41 40 8:17 / /mnt/nas/local rw master:3 propagate_from:2 - exfat /dev/sdb1 rw",
    rb"42 22 0:52 / /media/my\040card\134\012x rw - fuse.gphotofs gphoto rw",
    b"43 22 0:53 / /over rw - ext4 /dev/sdc1 rw",
    b"44 22 0:54 / /over rw - 9p share rw",
]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (b"/home/a", "ext4"),
        (b"/mnt/nas", "nfs4"),
        (b"/mnt/nas/day", "nfs4"),
        (b"/mnt/nasty", "ext4"),
        (b"/mnt/nas/local/day", "exfat"),
        (b"/media/my card\\\nx/DCIM", "fuse.gphotofs"),
        (b"/over/day", "9p"),
    ],
)
def test_the_deepest_and_last_mount_holds_a_path(path, kind):
    assert kind_in(LINES, path) == kind


@pytest.mark.parametrize(
    ("kind", "brings"),
    [
        ("ext4", True),
        ("btrfs", True),
        ("fuseblk", True),
        ("cifs", False),
        ("nfs4", False),
        ("fuse.sshfs", False),
        (None, True),
    ],
)
def test_network_and_fuse_folders_bring_no_events(monkeypatch, tmp_path, kind, brings):
    monkeypatch.setattr(mounts, "file_system_of", lambda _: kind)
    assert brings_events(tmp_path) is brings


def test_this_systems_table_is_read(tmp_path):
    if not mounts.MOUNT_INFO.exists():
        pytest.skip("this system has no mount table in /proc")
    assert file_system_of(tmp_path)


def test_without_a_table_nothing_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(mounts, "MOUNT_INFO", tmp_path / "none")
    assert file_system_of(tmp_path) is None
