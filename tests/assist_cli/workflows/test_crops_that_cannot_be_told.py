"""A crop of a person that nobody can understand is a crop all the same."""

import pytest

from index.photo.marks import CropBox, Marks
from index.photo.sidecar_place import Place
from scoring.ranking.advised_marks import Advice
from tests.assist_cli.workflows.made_desk import Desk

OURS = Marks(crop=CropBox(0.1, 0.1, 0.9, 0.9))
DARKTABLE = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:darktable="http://darktable.sf.net/" darktable:xmp_version="5" darktable:history_end="1">
<darktable:history><rdf:Seq><rdf:li darktable:num="0" darktable:operation="{operation}" darktable:enabled="1"
 darktable:modversion="99" darktable:params="00" darktable:multi_name="" darktable:multi_priority="0"/></rdf:Seq>
</darktable:history></rdf:Description></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize("operation", ["crop", "clipping"])
def test_a_crop_in_darktable_keeps_ours_out_of_lightroom_s_sidecar_too(tmp_path, operation):
    desk = Desk(tmp_path)
    desk.photo("IMG.CR3")
    (desk.folder / "IMG.CR3.xmp").write_text(DARKTABLE.format(operation=operation))
    desk.write(OURS, wanted=frozenset({Advice.CROPS}))
    assert desk.marks("IMG.xmp", Place.ADOBE).crop is None
