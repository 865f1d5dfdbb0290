"""Packets for tests: a few properties, and darktable histories."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from index.photo.mark_fields.darktable_params import crop_params
from index.photo.xmp_names import NAMESPACES

PREFIXES = ("xmp", "dc", "lr", "darktable", "xmpDM", "digiKam", "crs", "tiff", "exif", "photoshop")


def packet(attributes: str = "", elements: str = "", toolkit: str = "XMP Core 4.4.0-Exiv2") -> bytes:
    """A packet whose one rdf:Description has these attributes and elements."""
    declared = "".join(f'\n   xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in PREFIXES)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="{toolkit}">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""{declared}
   {attributes}>
   {elements}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
""".encode()


def listed(name: str, kind: str, items: Iterable[str]) -> str:
    """A list of texts."""
    inner = "".join(f"\n     <rdf:li>{item}</rdf:li>" for item in items)
    return f"<{name}>\n    <rdf:{kind}>{inner}\n    </rdf:{kind}>\n   </{name}>\n"


def step(num: int, operation: str, params: str, version: int, *, enabled: bool = True, extra: str = "") -> str:
    """One step of a history, as darktable writes it: with blend parameters."""
    return (
        f'\n     <rdf:li\n      darktable:num="{num}"\n      darktable:operation="{operation}"\n'
        f'      darktable:enabled="{int(enabled)}"\n      darktable:modversion="{version}"\n      darktable:params="{params}"\n'
        f'      darktable:multi_name=""\n      darktable:multi_priority="0"{extra}\n      darktable:blendop_version="11"\n'
        f'      darktable:blendop_params="gz14eJxjYIAACQYYOOHEgAZY0QVwggZ7CB6pfNoAAE8gGQg="/>'
    )


def exposure(num: int = 0, ev: float = 0.5) -> str:
    """darktable, src/iop/exposure.c, version 6: mode, black, exposure, two of deflicker, compensation."""
    return step(num, "exposure", struct.pack("<iffffi", 0, 0.0, ev, 50.0, -4.0, 0).hex(), 6)


def crop(num: int, *edges: float, enabled: bool = True) -> str:
    """A crop that darktable has written."""
    return step(num, "crop", crop_params((edges[0], edges[1], edges[2], edges[3])), 1, enabled=enabled)


def history(*steps: str, end: int | None = None, attributes: str = "", elements: str = "") -> bytes:
    """A sidecar of darktable with these steps."""
    stop = len(steps) if end is None else end
    return packet(
        f'{attributes}\n   darktable:xmp_version="5"\n   darktable:history_end="{stop}"'
        '\n   darktable:history_current_hash="0123456789abcdef"\n   darktable:auto_presets_applied="1"',
        f"<darktable:history>\n    <rdf:Seq>{''.join(steps)}\n    </rdf:Seq>\n   </darktable:history>\n{elements}",
    )
