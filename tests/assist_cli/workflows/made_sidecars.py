"""Folders of photos and sidecars for the tests of `sidecars status` and `sidecars doctor`."""

from pathlib import Path

from tests.index.photo.made_xmp import cr3, jpeg, tiff
from tests.plugins.editors.made_places import packet

BARE = packet({})


def photo(path: Path, **inside: str) -> Path:
    """A photo by its ending, with these `rating`, `label` inside."""
    data = said(**inside) if inside else None
    made = {".jpg": jpeg(data), ".cr3": cr3(data or BARE)}.get(path.suffix.lower(), tiff(data or BARE))
    path.write_bytes(made)
    return path


def sidecar(path: Path, colours: tuple[int, ...] | None = None, **marks: str | int) -> Path:
    """A sidecar with these `rating`, `label`, `pick` ... ."""
    path.write_bytes(said(colours, **marks))
    return path


def said(colours: tuple[int, ...] | None = None, **marks: str | int) -> bytes:
    """A packet."""
    names = {
        "rating": "xmp:Rating", "label": "xmp:Label", "pick": "xmpDM:pick", "tool": "xmp:CreatorTool",
        "digikam_pick": "digiKam:PickLabel", "only_for": "photoshop:SidecarForExtension", "derived": "xmpMM:DerivedFrom",
        "darktable": "darktable:xmp_version",
    }  # fmt: skip
    more = {"darktable:raw_params": "0"} if "darktable" in marks else {}
    return packet({names[name]: str(value) for name, value in marks.items()} | more, colours)
