"""Sidecars of editors beside the photos of a shoot, and what in them is no mark."""

from __future__ import annotations

from tests.end_to_end.said_by_keys import RAWS, Said, Shoot

BY_DARKTABLE = """<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:darktable="http://darktable.sf.net/"
{rating}   xmpMM:DerivedFrom="{photo}"
   darktable:import_timestamp="63871029384756000"
   darktable:xmp_version="5"
   darktable:raw_params="0"
   darktable:auto_presets_applied="1"
   darktable:history_end="1"
   darktable:iop_order_version="4">
   <darktable:history>
    <rdf:Seq>
     <rdf:li
      darktable:num="0"
      darktable:operation="exposure"
      darktable:enabled="1"
      darktable:modversion="6"
      darktable:params="00000000000080b90000003f000048420000 80c00100000001000000"/>
    </rdf:Seq>
   </darktable:history>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""
BY_LIGHTROOM = """<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 7.0-c000 1.000000, 0000/00/00-00:00:00        ">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/"
   xmp:CreatorTool="Adobe Photoshop Lightroom Classic 13.0 (Windows)"
   xmp:Rating="1"
   xmp:Label="Blue"
   photoshop:SidecarForExtension="NEF"
   crs:Version="16.0"
   crs:ProcessVersion="15.4"
   crs:Exposure2012="+0.35"
   crs:HasSettings="True"
   crs:AlreadyApplied="False"/>
 </rdf:RDF>
</x:xmpmeta>
"""
MARK_LINES = ("xmp:Rating=", "xmp:Label=")


def put_foreign_sidecars(shoot: Shoot) -> set[str]:
    """Beside photos that keys will mark, and beside some that none will; the stems of those that have marks in them."""
    for place, stars in ((5, 2), (6, 3), (12, None), (22, 4), (150, 3), (160, None)):
        stem = shoot.stems[place - 1]
        (photo,) = [one for one in shoot.folder.iterdir() if one.stem == stem and one.suffix in (".JPG", ".jpg")]
        rating = f'   xmp:Rating="{stars}"\n' if stars else ""
        photo.with_name(f"{photo.name}.xmp").write_text(BY_DARKTABLE.format(photo=photo.name, rating=rating))
        shoot.table[stem].stars = stars
    for name in RAWS:
        raw = shoot.folder / name
        raw.with_suffix(".xmp").write_text(BY_LIGHTROOM)
        shoot.table[raw.stem] = Said(1, None, "Blue")
    return {stem for stem, said in shoot.table.items() if said.stars}


def foreign_lines(data: bytes) -> list[str]:
    """All lines but those with marks; what ends an element may stand behind another property now."""
    lines = [line.strip().rstrip("/>") for line in data.decode().splitlines()]
    return [line for line in lines if line and not line.startswith(MARK_LINES)]
