"""Which file system a folder lies on, and whether it brings events for what other machines write."""

from __future__ import annotations

import os
from pathlib import Path

MOUNT_INFO = Path("/proc/self/mountinfo")
"""proc_pid_mountinfo(5)."""

REMOTE_FILE_SYSTEMS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda"),
        *("9p", "virtiofs", "vboxsf", "prl_fs", "vmhgfs"),
        *("ceph", "lustre", "beegfs", "gpfs", "gfs2", "ocfs2", "pvfs2"),
    }
)
"""inotify(7), "Limitations and caveats": network and shared file systems tell only what this machine wrote."""
FUSE_PREFIX = "fuse."
"""sshfs, rclone, MTP, cloud drives: as above. A plain `fuseblk` is a local disk (ntfs-3g, exfat-fuse)."""


def brings_events(path: Path) -> bool:
    """Whether native events can be trusted there. Where the system does not say, they are: the slow sweep catches what
    they miss.
    """
    kind = file_system_of(path)
    return kind is None or not (kind in REMOTE_FILE_SYSTEMS or kind.startswith(FUSE_PREFIX))


def file_system_of(path: Path) -> str | None:
    """The type of the file system that holds `path`, such as `ext4`; None where the system does not say."""
    try:
        lines = MOUNT_INFO.read_bytes().splitlines()
    except OSError:  # no Linux, or no /proc
        return None
    return kind_in(lines, os.fsencode(os.path.realpath(path)))


def kind_in(lines: list[bytes], path: bytes) -> str | None:
    """The same from the lines of a mount table: the deepest mount point counts, and of equals the last mounted."""
    found: tuple[int, str] | None = None
    for line in lines:
        fields, _, rest = line.partition(b" - ")
        point = _unescaped(fields.split(b" ")[4])
        if _holds(point, path) and (found is None or len(point) >= found[0]):
            found = len(point), os.fsdecode(rest.split(b" ", 1)[0])
    return found and found[1]


def _holds(point: bytes, path: bytes) -> bool:
    return path == point or path.startswith(point.rstrip(b"/") + b"/")


def _unescaped(field: bytes) -> bytes:
    """Blank, tab, line feed and backslash are written in octal (the same page)."""
    for code, byte in ((b"\\040", b" "), (b"\\011", b"\t"), (b"\\012", b"\n"), (b"\\134", b"\\")):
        field = field.replace(code, byte)
    return field
