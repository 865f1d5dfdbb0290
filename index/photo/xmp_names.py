"""The names of XMP properties: our prefixes, and the namespaces that they stand for whatever prefix a document uses."""

from __future__ import annotations

NAMESPACES: dict[str, str] = {
    # Adobe XMP specification, parts 1 and 2.
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmpBJ": "http://ns.adobe.com/xap/1.0/bj/",
    "xmpDM": "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "stEvt": "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "stRef": "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
    "stDim": "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "stArea": "http://ns.adobe.com/xmp/sType/Area#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
    "crss": "http://ns.adobe.com/camera-raw-saved-settings/1.0/",
    "lr": "http://ns.adobe.com/lightroom/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "aux": "http://ns.adobe.com/exif/1.0/aux/",
    # CIPA DC-010; IPTC photo metadata 2024.1; Metadata Working Group guidelines 2.0.
    "exifEX": "http://cipa.jp/exif/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "mwg-kw": "http://www.metadataworkinggroup.com/schemas/keywords/",
    # As the programs themselves write them (darktable 4.2, digiKam 8, Photo Mechanic 6), and ExifTool 12.57 lists them.
    "darktable": "http://darktable.sf.net/",
    "digiKam": "http://www.digikam.org/ns/1.0/",
    "photomechanic": "http://ns.camerabits.com/photomechanic/1.0/",
    "MicrosoftPhoto": "http://ns.microsoft.com/photo/1.0/",
    "mediapro": "http://ns.iview-multimedia.com/mediapro/1.0/",
    "acdsee": "http://ns.acdsee.com/iptc/1.0/",
}

ALSO_WRITTEN: dict[str, str] = {"http://ns.microsoft.com/photo/1.0": "MicrosoftPhoto"}
"""Spellings of a namespace that stand beside the one above (ExifTool 12.57, XMP.pm)."""

PREFIXES: dict[str, str] = {uri: prefix for prefix, uri in NAMESPACES.items()} | ALSO_WRITTEN


def clark(name: str) -> str:
    """`xmp:Rating` as `{http://ns.adobe.com/xap/1.0/}Rating`; KeyError for a prefix that is not in the table.

    A name in that form already stays, so that properties of namespaces unknown to us have a name too.
    """
    if name.startswith("{"):
        return name
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def our_name(clark_name: str) -> str:
    """`{http://ns.adobe.com/xap/1.0/}Rating` as `xmp:Rating`; names of namespaces unknown to us stay."""
    uri, local = parted(clark_name)
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else clark_name


def parted(clark_name: str) -> tuple[str, str]:
    """Namespace and local name; the namespace is empty where there is none."""
    uri, closing, local = clark_name.removeprefix("{").partition("}")
    return (uri, local) if closing else ("", clark_name)


RDF = NAMESPACES["rdf"]
RDF_ROOT = clark("rdf:RDF")
DESCRIPTION = clark("rdf:Description")
ABOUT = clark("rdf:about")
LI = clark("rdf:li")
VALUE = clark("rdf:value")
RESOURCE = clark("rdf:resource")
PARSE_TYPE = clark("rdf:parseType")
CONTAINERS = frozenset({clark("rdf:Bag"), clark("rdf:Seq"), clark("rdf:Alt")})
META_ROOTS = frozenset({clark("x:xmpmeta"), clark("x:xapmeta")})
"""`xapmeta` is what the first writers called it (Adobe XMP specification, part 1, 7.3.3)."""
