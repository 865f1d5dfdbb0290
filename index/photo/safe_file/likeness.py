"""What a written file keeps beside its bytes: owner, permissions and extended attributes."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress

log = logging.getLogger(__name__)

Attributes = dict[str, bytes]


def attributes_of(descriptor: int) -> Attributes:
    """The extended attributes of an open file (access lists, tags of file managers).

    Python has no door to them but on Linux: elsewhere they are left behind, Finder's tags of a sidecar among them.
    """
    found: Attributes = {}
    if sys.platform == "linux":
        with suppress(OSError):  # the file system keeps none
            for name in os.listxattr(descriptor):
                with suppress(OSError):  # taken away meanwhile, or not ours to see
                    found[name] = os.getxattr(descriptor, name)
    return found


def give_attributes(descriptor: int, attributes: Attributes) -> None:
    """Sets those of the extended attributes that we may set; others (a security label) are the system's to give."""
    if sys.platform == "linux":
        for name, value in attributes.items():
            try:
                os.setxattr(descriptor, name, value)
            except OSError as error:
                log.debug("the attribute %s is not carried over: %s", name, error.strerror)


def give_owner(descriptor: int, owner: tuple[int, int]) -> None:
    """The owner and group, or the group alone, or neither, as far as the system lets us."""
    facts = os.fstat(descriptor)
    if owner == (facts.st_uid, facts.st_gid):
        return
    for user, group in (owner, (-1, owner[1])):
        try:
            os.fchown(descriptor, user, group)
        except OSError as error:
            log.debug("the owner %d:%d is not carried over: %s", user, group, error.strerror)
        else:
            return


def give_mode(descriptor: int, mode: int) -> None:
    """The permission bits, where the file system keeps any (FAT does not)."""
    try:
        os.fchmod(descriptor, mode)
    except PermissionError as error:
        log.debug("the permissions %o are not carried over: %s", mode, error.strerror)
