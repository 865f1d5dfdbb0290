"""Packets and places of photos for the tests of editors."""

from pathlib import Path

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.pp3 import read_pp3
from index.photo.mark_fields.read import facts_of
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from plugins.editors.shown import PhotoPlaces

NAMESPACES = {
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "darktable": "http://darktable.sf.net/",
    "xmpDM": "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "digiKam": "http://www.digikam.org/ns/1.0/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
CROP = {
    "crs:HasCrop": "True",
    "crs:CropLeft": "0.1",
    "crs:CropTop": "0.1",
    "crs:CropRight": "0.9",
    "crs:CropBottom": "0.8",
}


def packet(properties: dict[str, str], colours: tuple[int, ...] | None = None) -> bytes:
    """A packet with these properties as attributes, and darktable's list of colours where one is given."""
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    said = "".join(f'\n  {name}="{value}"' for name, value in properties.items())
    items = "".join(f"<rdf:li>{number}</rdf:li>" for number in colours or ())
    own = (
        f"\n<darktable:colorlabels><rdf:Seq>{items}</rdf:Seq></darktable:colorlabels>\n"
        if colours is not None
        else "\n"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{declared}{said}>{own}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n'
    ).encode()


def facts(colours: tuple[int, ...] | None = None, **said: str | int) -> MarkFacts:
    """`rating`, `label`, `pick`, `good`, `digikam_pick`, `digikam_colour` as properties, read as from a file."""
    names = {
        "rating": "xmp:Rating", "label": "xmp:Label", "pick": "xmpDM:pick", "good": "xmpDM:good",
        "digikam_pick": "digiKam:PickLabel", "digikam_colour": "digiKam:ColorLabel",
    }  # fmt: skip
    crop = CROP if said.pop("crop", None) else {}
    return facts_of(read_xmp(packet({**{names[name]: str(value) for name, value in said.items()}, **crop}, colours)))


def places(
    name: str,
    *,
    darktable: MarkFacts | None = None,
    adobe: MarkFacts | None = None,
    embedded: MarkFacts | None = None,
    pp3: str | None = None,
    **more: object,
) -> PhotoPlaces:
    """A photo of that name and what its places say."""
    given = {Place.DARKTABLE: darktable, Place.ADOBE: adobe, Place.EMBEDDED: embedded}
    told = {place: said for place, said in given.items() if said is not None}
    return PhotoPlaces(Path(name), told, read_pp3(pp3.encode()) if pp3 is not None else None, **more)
