"""Renames a file to a name that nobody has, in one step; nothing is ever replaced."""

from __future__ import annotations

import errno
import os
import sys

from index.photo.safe_file.new_name import take_name_first

_NOREPLACE = 1
"""RENAME_NOREPLACE of rename(2), Linux 3.15."""

_NO_SUCH_CALL = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""An old system, or a file system that cannot (NFS answers EINVAL)."""


def rename_new(here: int, name: str, there: int, new: str) -> None:
    """The file `name` of the open folder `here` becomes `new` of the open folder `there`, on one disk.

    Raises `FileExistsError` where anything has that name, and `OSError`.
    """
    number = _renamed(here, name, there, new) if sys.platform == "linux" else errno.ENOSYS
    if number in _NO_SUCH_CALL:
        take_name_first(here, name, there, new)
    elif number:
        raise OSError(number, os.strerror(number), new)


def _renamed(here: int, name: str, there: int, new: str) -> int:
    """The system's error number; 0 where it is done."""
    import ctypes  # only disks without hard links need it

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:  # a C library older than glibc 2.28
        return errno.ENOSYS
    code: int = call(here, os.fsencode(name), there, os.fsencode(new), ctypes.c_uint(_NOREPLACE))
    return ctypes.get_errno() if code else 0
