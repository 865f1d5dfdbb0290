"""Who wrote a sidecar, guessed from what it holds."""

from __future__ import annotations

from index.photo.mark_fields.facts import Writer

TOOLKITS = {"photo-assist": Writer.PHOTO_ASSIST}
"""Start of `x:xmptk`, which names the program or the library that wrote the packet last."""
TOOLS = {
    "lightroom": Writer.LIGHTROOM,
    "adobe photoshop camera raw": Writer.LIGHTROOM,
    "adobe photoshop lightroom": Writer.LIGHTROOM,
    "digikam": Writer.DIGIKAM,
    "capture one": Writer.CAPTURE_ONE,
    "rawtherapee": Writer.RAWTHERAPEE,
    "darktable": Writer.DARKTABLE,
}
"""Start of `xmp:CreatorTool` in small letters."""
OF_DARKTABLE = "darktable:"
WRITTEN_HERE = frozenset(f"{OF_DARKTABLE}{name}" for name in ("xmp_version", "history", "history_end", "colorlabels"))
"""What we write for darktable to read; its own sidecars have more (`raw_params`, `auto_presets_applied` ...; tried: 4.2.1)."""
SIGNS = (
    ("crs:Version", Writer.LIGHTROOM),
    ("crs:ProcessVersion", Writer.LIGHTROOM),
    ("digiKam:ImageUniqueID", Writer.DIGIKAM),
    ("digiKam:TagsList", Writer.DIGIKAM),
)
"""Properties that (nearly) only one program writes; the first found decides."""


def is_by_darktable(present: frozenset[str]) -> bool:
    """Whether darktable has written a file with these properties, and not only we for it."""
    own = {name for name in present if name.startswith(OF_DARKTABLE)}
    return "darktable:xmp_version" in own and not own <= WRITTEN_HERE


def guessed_writer(present: frozenset[str], creator_tool: str | None, toolkit: str | None) -> Writer | None:
    """`present`: names of the properties. Lightroom stands for all programs with Camera Raw inside."""
    for start, writer in TOOLKITS.items():
        if (toolkit or "").startswith(start):
            return writer
    if is_by_darktable(present):
        return Writer.DARKTABLE
    for name, writer in SIGNS:
        if name in present:
            return writer
    tool = (creator_tool or "").casefold()
    return next((writer for start, writer in TOOLS.items() if tool.startswith(start)), None)
