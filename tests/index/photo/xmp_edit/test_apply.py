"""What a change does to the text of a packet, and that it leaves all else."""

import codecs

import pytest

from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import EditedXmp, edited
from index.photo.xmp_edit.edits import AddItems, RemoveItems, SetList, SetSimple, SetStructs
from index.photo.xmp_edit.splices import Splice, applied, reversed_splices
from index.photo.xmp_errors import UnsafeEditError, XmpError
from tests.index.photo.xmp_edit.packets import assert_inside, changed, packet, rdf

FOUR = SetSimple("xmp:Rating", "4")


def test_property_as_attribute_and_as_element_is_set_in_both():
    before = packet("<xmp:Rating>2</xmp:Rating>", ' xmp:Rating="1"')
    assert changed(before, FOUR) == packet("<xmp:Rating>4</xmp:Rating>", ' xmp:Rating="4"')
    assert changed(before, SetSimple("xmp:Rating", None)) == packet("", "")


def test_property_in_several_descriptions_is_set_in_all_whatever_they_are_about():
    one = '<rdf:Description rdf:about="{}" xmlns:a="http://ns.adobe.com/xap/1.0/" a:Rating="{}"/>'
    before = rdf(one.format("", 1) + one.format("uuid:1", 2) + one.format("uuid:2", 4))
    assert changed(before, FOUR) == rdf(one.format("", 4) + one.format("uuid:1", 4) + one.format("uuid:2", 4))


@pytest.mark.parametrize(
    "edit",
    [
        SetSimple("xmp:Rating", "3"),
        SetSimple("xmp:Label", None),
        SetList("dc:subject", "Seq", ("a", "b")),
        AddItems("dc:subject", "Bag", ("b", "a")),
        RemoveItems("dc:subject", ("c",)),
        RemoveItems("dc:creator", ("c",)),
        SetList("dc:creator", "Seq", ()),
        SetStructs("darktable:history", "Seq", frozenset({7}), ()),
        AddItems("dc:publisher", "Bag", ("lone",)),
        SetList("dc:publisher", "Bag", ("lone",)),
    ],
)
def test_what_is_there_already_changes_nothing(edit):
    data = packet(
        "<dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></dc:subject>",
        " xmp:Rating='3' dc:publisher='lone'",
    )
    assert edited(data.encode(), [edit]) == EditedXmp(data.encode(), ())


def test_edits_that_take_one_another_back_change_nothing():
    data = packet("", " xmp:Rating='3'").encode()
    assert (
        edited(
            data,
            [
                FOUR,
                SetSimple("xmp:Rating", "3"),
                AddItems("dc:subject", "Bag", ("a",)),
                RemoveItems("dc:subject", ("a",)),
            ],
        ).splices
        == ()
    )


def test_structures_of_two_lists_are_counted_through_and_added_to_the_last():
    steps = "<darktable:history><rdf:Seq><rdf:li darktable:num='0'/><rdf:li darktable:num='1'/></rdf:Seq></darktable:history>"
    edit = SetStructs("darktable:history", "Seq", frozenset({0, 3}), ({"darktable:num": "2"},))
    first, last = (
        steps.replace("<rdf:li darktable:num='0'/>", ""),
        steps.replace("<rdf:li darktable:num='1'/>", '<rdf:li darktable:num="2"/>'),
    )
    assert_inside(steps * 2, edit, first + last)
    empty = "<darktable:history><rdf:Seq></rdf:Seq></darktable:history>"
    after = changed(packet(empty * 2), SetStructs("darktable:history", "Seq", frozenset(), ({"darktable:num": "2"},)))
    assert read_xmp(after.encode()).structs("darktable:history") == ({"darktable:num": "2"},)


@pytest.mark.parametrize("name", ["crs:Temperature", "dc:title"])
def test_other_properties_named_like_ours_stay(name):
    local = name.partition(":")[2]
    before = f'<q:{local}>1</q:{local}><q:more rdf:parseType="Resource"><xmp:Rating>1</xmp:Rating></q:more>'
    after = changed(packet(before), [SetSimple(name, "x"), FOUR])
    assert before in after
    assert read_xmp(after.encode()).simple(name) == "x"


CODECS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "iso-8859-1": b"",
    "windows-1252": b"",
}


@pytest.mark.parametrize("codec", CODECS)
def test_every_encoding_keeps_its_bytes_and_takes_any_character(codec):
    declared = {"utf-16-le": "utf-16", "utf-16-be": "utf-16", "utf-8-sig": "utf-8"}.get(codec, codec)
    before = f'<?xml version="1.0" encoding="{declared}"?>' + packet("<!-- Ü --><q:x>ä</q:x>", " q:y='ö' xmp:Label='é'")
    data = CODECS[codec] + before.encode(codec)
    result = edited(data, [SetSimple("xmp:Label", "日本 🏔"), FOUR])
    written = "&#26085;&#26412; &#127956;" if codec in ("iso-8859-1", "windows-1252") else "日本 🏔"
    expected = before.replace("'é'", f"'{written}' xmp:Rating='4'")
    assert result.data == CODECS[codec] + expected.encode(codec)
    assert applied(result.data, reversed_splices(data, result.splices)) == data
    assert read_xmp(result.data).simple("xmp:Label") == "日本 🏔"


def test_wrapper_padding_and_remarks_around_the_packet_stay():
    front = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\r\n<!-- xmp:Rating="1" -->'
    back = "\r\n" + (" " * 99 + "\r\n") * 20 + '<?xpacket end="w"?>'
    assert changed(front + packet("", " xmp:Rating='1'") + back, FOUR) == front + packet("", " xmp:Rating='4'") + back


def test_new_sidecar_holds_what_was_asked_for_and_its_undo_is_nothing():
    result = edited(None, [FOUR, AddItems("dc:subject", "Bag", ("a",))])
    assert result.splices == (Splice(0, 0, result.data),)
    assert applied(b"", result.splices) == result.data
    assert read_xmp(result.data).items("dc:subject") == ("a",)
    assert edited(None, [SetSimple("xmp:Rating", None)]) == EditedXmp(b"", ())


@pytest.mark.parametrize("character", ["\0", "\x1b", "\ud800", "\ufffe"])
def test_character_that_xml_cannot_hold_is_refused(character):
    with pytest.raises(UnsafeEditError, match=r"XMP cannot hold the character U\+"):
        edited(packet("").encode(), [SetSimple("xmp:Label", f"a{character}")])


def test_damaged_packet_is_never_changed():
    with pytest.raises(XmpError):
        edited(packet("").encode()[:-3], [FOUR])
