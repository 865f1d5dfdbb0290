"""A packet, and the containers that hold it, built by hand where no library writes them."""

import io
import struct

from PIL import Image

from index.photo.xmp_in_isobmff import XMP_UUID

PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="3"/></rdf:RDF></x:xmpmeta>'
)


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def jpeg(packet: bytes | None = PACKET, before: bytes = b"") -> bytes:
    """A JPEG of 8 x 8 px; `before`: whole segments that stand before the packet."""
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "JPEG")
    own = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet) if packet is not None else b""
    return b"\xff\xd8" + before + own + picture.getvalue()[2:]


def tiff(packet: bytes, order: str = "<", kind: int = 1, big: bool = False) -> bytes:
    """A TIFF directory that holds the packet and nothing else, in either order of bytes; `big`: BigTIFF."""
    mark = b"II" if order == "<" else b"MM"
    if big:
        head = mark + struct.pack(order + "HHHQ", 43, 8, 0, 16)
        entry = struct.pack(order + "HHQQ", 700, kind, len(packet), 16 + 8 + 20 + 8)
        return head + struct.pack(order + "Q", 1) + entry + bytes(8) + packet
    head = mark + struct.pack(order + "HI", 42, 8)
    entry = struct.pack(order + "HHII", 700, kind, len(packet), 8 + 2 + 12 + 4)
    return head + struct.pack(order + "H", 1) + entry + bytes(4) + packet


def raf(inside: bytes) -> bytes:
    """A Fujifilm RAF around a JPEG."""
    return b"FUJIFILM".ljust(84, b"\0") + struct.pack(">II", 160, len(inside)) + bytes(68) + inside


def box(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(payload), kind) + payload


def cr3(packet: bytes) -> bytes:
    """A Canon CR3: the packet in a box of its own behind `moov`."""
    return box(b"ftyp", b"crx " + bytes(4)) + box(b"moov", bytes(32)) + box(b"uuid", XMP_UUID + packet)
