"""An `IMG.xmp` that says it is another file's is neither read nor written for this one."""

import pytest

from index.photo.marks import Marks
from index.photo.sidecar_place import Place
from tests.assist_cli.workflows.made_desk import Desk

FOREIGN = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:SidecarForExtension="{extension}" xmp:Label="Blue"/></rdf:RDF></x:xmpmeta>"""


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.photo("IMG.NEF")
    return desk


def lay(desk, extension):
    path = desk.folder / "IMG.xmp"
    path.write_text(FOREIGN.format(extension=extension))
    return path


def test_the_sidecar_of_another_raw_is_left_alone_and_protects_nothing(desk):
    path = lay(desk, "CR2")
    before = path.read_bytes()
    (planned,) = desk.write(Marks(3, labels=("Green",))).photos
    assert path.read_bytes() == before
    assert desk.marks("IMG.NEF.xmp", Place.DARKTABLE) == Marks(3, labels=("Green",))
    assert [one.reason for one in planned.no_place] == ["IMG.xmp says that it is another file's"]


def test_marks_of_another_file_are_not_taken_in(desk):
    lay(desk, "CR2")
    desk.read()
    assert not desk.here("IMG.NEF").told()


@pytest.mark.parametrize("extension", ["NEF", "nef", ".NEF"])
def test_its_own_sidecar_is_read_and_written_however_it_is_spelled(desk, extension):
    path = lay(desk, extension)
    desk.read()
    desk.write(Marks(3))
    assert desk.here("IMG.NEF").marks == Marks(labels=("Blue",))
    assert b'Rating="3"' in path.read_bytes()
