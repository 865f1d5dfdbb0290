"""What one place says of a photo, property by property."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.photo.mark_fields.darktable_history import EMPTY, History
from index.photo.mark_fields.flags import flags_said
from index.photo.marks import CropBox, Flag


class Writer(StrEnum):
    """Who wrote a sidecar."""

    DARKTABLE = "darktable"
    LIGHTROOM = "Lightroom"
    DIGIKAM = "digiKam"
    CAPTURE_ONE = "Capture One"
    RAWTHERAPEE = "RawTherapee"
    PHOTO_ASSIST = "photo-assist"


@dataclass(frozen=True, slots=True)
class MarkFacts:
    """Properties that hold marks, understood one by one; None or empty: absent, or nothing that can be understood."""

    present: frozenset[str] = frozenset()
    """Names of all properties that stand there, understood or not."""
    rating: int | None = None
    """`xmp:Rating`, -1..5."""
    label: str | None = None
    """`xmp:Label`, as it stands there."""
    darktable_colours: tuple[int, ...] = ()
    """`darktable:colorlabels`."""
    pick: int | None = None
    """`xmpDM:pick`: -1, 0, 1."""
    good: bool | None = None
    """`xmpDM:good`."""
    digikam_pick: int | None = None
    """`digiKam:PickLabel`: 0 none, 1 reject, 2 pending, 3 accepted."""
    digikam_colour: int | None = None
    """`digiKam:ColorLabel`, 0..9."""
    subjects: tuple[str, ...] = ()
    """`dc:subject`."""
    hierarchical: tuple[str, ...] = ()
    """`lr:hierarchicalSubject`."""
    crs_crop: CropBox | None = None
    """`crs:Crop*`, of the upright picture."""
    has_crs_crop: bool = False
    """Also where the crop cannot be told."""
    darktable_crop: CropBox | None = None
    """The crop in force in `darktable:history`, of the upright picture."""
    has_darktable_crop: bool = False
    """Also where the crop cannot be told."""
    crop_doubt: str | None = None
    """Why a crop that is there cannot be told."""
    darktable_history: History = EMPTY
    """`darktable:history`."""
    creator_tool: str | None = None
    """`xmp:CreatorTool`; of a raw file often the camera's."""
    metadata_date: str | None = None
    """`xmp:MetadataDate`, as it stands there."""
    sidecar_for_extension: str | None = None
    """`photoshop:SidecarForExtension`: which of several files of one stem this sidecar is for."""
    by_darktable: bool = False
    """darktable has written it, and not only we for darktable to read."""
    is_opened_there: bool = False
    """darktable has opened the photo once (`darktable:auto_presets_applied`), and takes nothing over any more."""
    agents: tuple[str | None, ...] = ()
    """`stEvt:softwareAgent` of each event of `xmpMM:History`."""
    written_by: Writer | None = None
    """The best guess."""

    @property
    def flags(self) -> dict[str, Flag]:
        """Property -> the flag that it says; they may disagree."""
        return flags_said(self.rating, self.pick, self.good, self.digikam_pick)

    @property
    def stars(self) -> int | None:
        """0..5; a reject has none."""
        return self.rating if self.rating is not None and self.rating >= 0 else None


NO_FACTS = MarkFacts()
