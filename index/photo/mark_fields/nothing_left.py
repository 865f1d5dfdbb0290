"""Whether anything is left in a sidecar that we began."""

from __future__ import annotations

from index.photo.xmp import read_xmp, same_elsewhere
from index.photo.xmp_edit.new_packet import NEW_PACKET
from index.photo.xmp_errors import XmpError

NOTHING_ALONE = frozenset({"crs:HasCrop", "crs:AlreadyApplied", "darktable:xmp_version"})
"""What we write along with a crop (`crs_crop`, `darktable_crop`); once the crop is taken away, it says nothing."""


def is_nothing_left(data: bytes) -> bool:
    """Whether it is a packet as we begin one, and says nothing: no property, no comment, by nobody."""
    try:
        return same_elsewhere(read_xmp(data), read_xmp(NEW_PACKET), NOTHING_ALONE)
    except XmpError:
        return False
