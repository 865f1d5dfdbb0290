"""A packet -> what it says of the photo: property by property, and as marks."""

from __future__ import annotations

from index.photo.mark_fields.crs_crop import read_crs_crop
from index.photo.mark_fields.darktable_history import OLD_HISTORY, CropFound, History, history_of
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.flags import parsed_truth, strongest
from index.photo.mark_fields.keywords import keywords_said
from index.photo.mark_fields.labels import labels_said
from index.photo.mark_fields.rating import parsed_number, parsed_rating
from index.photo.mark_fields.taken_over import EVENTS, agents_of
from index.photo.mark_fields.written_by import guessed_writer, is_by_darktable
from index.photo.marks import CropBox, Marks
from index.photo.xmp import XmpPacket
from index.photo.xmp_names import clark


def facts_of(packet: XmpPacket, orientation: int = 1, size_px: tuple[int, int] | None = None) -> MarkFacts:
    """The properties that hold marks. `orientation` is the photo's in EXIF, `size_px` its (width, height) upright."""
    simple, present = packet.simple, packet.names()
    history = _history(packet)
    cropped, crs = history.crop(orientation), read_crs_crop(simple, orientation, size_px)
    return MarkFacts(
        present=present,
        rating=parsed_rating(simple("xmp:Rating")),
        label=simple("xmp:Label") or None,
        darktable_colours=_numbers(packet.items("darktable:colorlabels")),
        pick=parsed_number(simple("xmpDM:pick")),
        good=parsed_truth(simple("xmpDM:good")),
        digikam_pick=parsed_number(simple("digiKam:PickLabel")),
        digikam_colour=parsed_number(simple("digiKam:ColorLabel")),
        subjects=packet.items("dc:subject") or (),
        hierarchical=packet.items("lr:hierarchicalSubject") or (),
        crs_crop=crs.box,
        has_crs_crop=crs.box is not None or crs.unclear is not None,
        darktable_crop=_box(cropped),
        has_darktable_crop=cropped.edges is not None or cropped.unclear is not None,
        crop_doubt=cropped.unclear or crs.unclear,
        darktable_history=history,
        creator_tool=simple("xmp:CreatorTool"),
        metadata_date=simple("xmp:MetadataDate"),
        sidecar_for_extension=simple("photoshop:SidecarForExtension"),
        by_darktable=is_by_darktable(present),
        is_opened_there=parsed_truth(simple("darktable:auto_presets_applied")) or False,
        agents=agents_of(packet.structs(EVENTS)),
        written_by=guessed_writer(present, simple("xmp:CreatorTool"), packet.root.attributes.get(clark("x:xmptk"))),
    )


def marks_of(facts: MarkFacts) -> Marks:
    """The marks that follow where properties agree, and where they do not.

    Flags: the strongest said (a reject before a pick); `facts.flags` has them all. Labels: all that are said. Crop: where there
    is a history of darktable, what follows from that, else Camera Raw's.
    """
    return Marks(
        rating=facts.stars,
        flag=strongest(facts.flags.values()),
        labels=labels_said(facts.label, facts.darktable_colours, facts.digikam_colour),
        keywords=keywords_said(facts.subjects, facts.hierarchical),
        crop=facts.darktable_crop if facts.darktable_history.steps else facts.crs_crop,
    )


def _history(packet: XmpPacket) -> History:
    return history_of(
        packet.structs("darktable:history"),
        packet.simple("darktable:history_end"),
        packet.structs("darktable:masks_history"),
        is_old=packet.has(OLD_HISTORY),
    )


def _numbers(texts: tuple[str, ...] | None) -> tuple[int, ...]:
    numbers = (parsed_number(text) for text in texts or ())
    return tuple(number for number in numbers if number is not None)


def _box(found: CropFound) -> CropBox | None:
    return None if found.edges is None else CropBox(*found.edges)
