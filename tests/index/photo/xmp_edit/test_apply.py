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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<d:Rating xmlns:d="http://ns.adobe.com/xap/1.0/">1</d:Rating>',
            '<d:Rating xmlns:d="http://ns.adobe.com/xap/1.0/">4</d:Rating>',
        ),
        (
            '<Rating xmlns="http://ns.adobe.com/xap/1.0/">1</Rating>',
            '<Rating xmlns="http://ns.adobe.com/xap/1.0/">4</Rating>',
        ),
        ("<xmp:Rating/>", "<xmp:Rating>4</xmp:Rating>"),
        ("<xmp:Rating ></xmp:Rating >", "<xmp:Rating >4</xmp:Rating >"),
        ("<xmp:Rating>&#x31;</xmp:Rating>", "<xmp:Rating>4</xmp:Rating>"),
        ("<xmp:Rating><![CDATA[1]]></xmp:Rating>", "<xmp:Rating>4</xmp:Rating>"),
        ("<xmp:Rating><!-- stars -->1<?p i?></xmp:Rating>", "<xmp:Rating><!-- stars -->4<?p i?></xmp:Rating>"),
        ("<xmp:Rating>1<!-- and -->0</xmp:Rating>", "<xmp:Rating>4<!-- and --></xmp:Rating>"),
        ('<xmp:Rating xml:lang="de">1</xmp:Rating>', '<xmp:Rating xml:lang="de">4</xmp:Rating>'),
        ('<xmp:Rating rdf:value="1" q:by="me"/>', '<xmp:Rating rdf:value="4" q:by="me"/>'),
        ('<xmp:Rating rdf:resource="1"/>', '<xmp:Rating rdf:resource="4"/>'),
        (
            '<xmp:Rating rdf:parseType="Resource"><rdf:value>1</rdf:value><q:by>me</q:by></xmp:Rating>',
            '<xmp:Rating rdf:parseType="Resource"><rdf:value>4</rdf:value><q:by>me</q:by></xmp:Rating>',
        ),
        (
            '<xmp:Rating><rdf:Description rdf:value="1" q:by="me"/></xmp:Rating>',
            '<xmp:Rating><rdf:Description rdf:value="4" q:by="me"/></xmp:Rating>',
        ),
        ("<xmp:Rating><rdf:Bag><rdf:li>1</rdf:li></rdf:Bag></xmp:Rating>", "<xmp:Rating>4</xmp:Rating>"),
        (
            "<xmp:Rating>1</xmp:Rating><xmp:Rating>2</xmp:Rating>",
            "<xmp:Rating>4</xmp:Rating><xmp:Rating>4</xmp:Rating>",
        ),
    ],
)
def test_simple_value_changes_in_the_form_that_it_has(before, after):
    assert_inside(before, FOUR, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (""" xmp:Rating = '1'""", """ xmp:Rating = '4'"""),
        ("""\n\txmp:Rating="&#49;"\r\n""", """\n\txmp:Rating="4"\r\n"""),
        (""" q:note='xmp:Rating="1"' xmp:Rating='1' """, """ q:note='xmp:Rating="1"' xmp:Rating='4' """),
    ],
)
def test_attribute_keeps_its_quotes_and_blanks(before, after):
    assert changed(packet("", before), FOUR) == packet("", after)


def test_value_is_escaped_for_the_place_that_it_stands_in():
    value = """<&>"'\t\r\n]]>"""
    label = SetSimple("xmp:Label", value)
    after = changed(packet("", " xmp:Label='1'"), label)
    assert after == packet("", """ xmp:Label='&lt;&amp;>"&apos;&#x9;&#xD;&#xA;]]>'""")
    assert_inside("<xmp:Label>1</xmp:Label>", label, "<xmp:Label>&lt;&amp;&gt;\"'\t&#xD;\n]]&gt;</xmp:Label>")


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


def test_removed_property_takes_its_line_with_it():
    before = "\r\n  <xmp:Rating>1</xmp:Rating>\r\n  <q:kept/> <xmp:Label>Red</xmp:Label>\r\n"
    edits = [SetSimple("xmp:Rating", None), SetSimple("xmp:Label", None)]
    assert_inside(before, edits, "\r\n  <q:kept/> \r\n")
    assert changed(packet("", '\n xmp:Rating="1"\n q:kept="2"'), edits) == packet("", '\n q:kept="2"')


def test_items_are_added_on_lines_as_the_others_stand():
    before = "\r\n\t<dc:subject>\r\n\t\t<rdf:Seq>\r\n\t\t\t<rdf:li>a</rdf:li>\r\n\t\t</rdf:Seq>\r\n\t</dc:subject>\r\n"
    after = before.replace("<rdf:li>a</rdf:li>", "<rdf:li>a</rdf:li>\r\n\t\t\t<rdf:li>b</rdf:li>")
    assert_inside(before, AddItems("dc:subject", "Bag", ("b", "a", "b")), after)
    one_line = "<dc:subject><rdf:Bag><rdf:li>a</rdf:li></rdf:Bag></dc:subject>"
    assert_inside(
        one_line, AddItems("dc:subject", "Bag", ("b",)), one_line.replace("</rdf:Bag>", "<rdf:li>b</rdf:li></rdf:Bag>")
    )


def test_items_that_stay_keep_their_qualifiers_and_the_remarks_between_them():
    kept = '<rdf:li xml:lang="de">a</rdf:li><!-- c --><rdf:li rdf:parseType="Resource"><rdf:value>v</rdf:value><q:by>me</q:by></rdf:li>'
    before = f"<dc:subject><!-- d --><rdf:Alt>{kept}<rdf:li>b</rdf:li><?p i?></rdf:Alt></dc:subject>"
    assert_inside(before, RemoveItems("dc:subject", ("b",)), before.replace("<rdf:li>b</rdf:li>", ""))
    assert_inside(before, RemoveItems("dc:subject", ("v",)), before.replace(kept[kept.index("<rdf:li rdf") :], ""))
    replaced = before.replace("<rdf:li>b</rdf:li>", "<rdf:li>c</rdf:li>")
    assert_inside(before, SetList("dc:subject", "Bag", ("a", "v", "c")), replaced)


def test_list_goes_with_its_last_item():
    before = "\n <dc:subject><rdf:Bag><rdf:li>a</rdf:li></rdf:Bag></dc:subject>\n"
    for edit in (RemoveItems("dc:subject", ("a",)), SetList("dc:subject", "Bag", None)):
        assert_inside(before, edit, "\n")


def test_lone_value_becomes_a_list_with_a_second_item():
    listed = "<dc:subject>\n <rdf:Bag>\n  <rdf:li>a</rdf:li>\n  <rdf:li>b</rdf:li>\n </rdf:Bag>\n</dc:subject>"
    assert_inside("\n<dc:subject>a</dc:subject>", AddItems("dc:subject", "Bag", ("b",)), "\n" + listed)
    inside = "\n" + "\n".join(" " + line for line in listed.split("\n")) + "\n"
    assert changed(packet("", " dc:subject='a' q:kept=''"), AddItems("dc:subject", "Bag", ("b",))) == packet(
        inside, " q:kept=''"
    )


@pytest.mark.parametrize("empty", ["<rdf:Bag/>", "<rdf:Bag></rdf:Bag>"])
def test_empty_list_takes_items(empty):
    after = changed(packet(f"<dc:subject>{empty}</dc:subject>"), AddItems("dc:subject", "Bag", ("a",)))
    assert read_xmp(after.encode()).items("dc:subject") == ("a",)


def test_structures_are_removed_by_position_and_added_with_attributes():
    step = '\n <rdf:li\n  darktable:num="{}"\n  darktable:operation="crop"/>'
    before = "<darktable:history>\n<rdf:Seq>" + step.format(0) + step.format(1) + "\n</rdf:Seq></darktable:history>"
    after = (
        "<darktable:history>\n<rdf:Seq>"
        + step.format(0)
        + '\n <rdf:li darktable:num="7" q1:x="&lt;"/>\n</rdf:Seq></darktable:history>'
    )
    edit = SetStructs("darktable:history", "Seq", frozenset({1}), ({"darktable:num": "7", "{urn:q}x": "<"},))
    assert_inside(before, edit, after.replace("q1:", "q:"))


def test_structures_of_two_lists_are_counted_through_and_added_to_the_last():
    steps = "<darktable:history><rdf:Seq><rdf:li darktable:num='0'/><rdf:li darktable:num='1'/></rdf:Seq></darktable:history>"
    edit = SetStructs("darktable:history", "Seq", frozenset({0, 3}), ({"darktable:num": "2"},))
    first, last = (
        steps.replace("<rdf:li darktable:num='0'/>", ""),
        steps.replace("<rdf:li darktable:num='1'/>", '<rdf:li darktable:num="2"/>'),
    )
    assert_inside(steps * 2, edit, first + last)


@pytest.mark.parametrize("name", ["crs:Temperature", "dc:title"])
def test_other_properties_named_like_ours_stay(name):
    local = name.partition(":")[2]
    before = f'<q:{local}>1</q:{local}><q:more rdf:parseType="Resource"><xmp:Rating>1</xmp:Rating></q:more>'
    after = changed(packet(before), [SetSimple(name, "x"), FOUR])
    assert before in after
    assert read_xmp(after.encode()).simple(name) == "x"


def test_prefix_of_ours_that_means_something_else_is_left_alone():
    before = rdf('<rdf:Description rdf:about="" xmlns:xmp="urn:other" xmp:Rating="kept"/>')
    after = rdf(
        '<rdf:Description rdf:about="" xmlns:xmp="urn:other" xmp:Rating="kept" xmlns:xmp1="http://ns.adobe.com/xap/1.0/" xmp1:Rating="4"/>'
    )
    assert changed(before, FOUR) == after


def test_default_namespace_serves_elements_but_never_attributes():
    declared = '<Description about="" xmlns:q="urn:q" q:x="1">{}</Description>'
    outer = '<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{}</RDF>'
    after = changed(outer.format(declared.format("")), AddItems("dc:subject", "Bag", ("a",)))
    assert "<Bag>\n   <li>a</li>\n  </Bag>" in after
    own = packet('<history xmlns="http://darktable.sf.net/"><rdf:Seq/></history>')
    edits = [SetStructs("darktable:history", "Seq", frozenset(), ({"darktable:num": "0"},))]
    assert read_xmp(changed(own, edits).encode()).structs("darktable:history") == ({"darktable:num": "0"},)


@pytest.mark.parametrize(
    "empty",
    [
        "",
        "\n ",
        "<!-- nothing yet -->",
        '<rdf:Description rdf:about=""/>',
        '<rdf:Description rdf:about=""></rdf:Description>',
    ],
)
def test_packet_without_properties_takes_some(empty):
    edits = [FOUR, AddItems("dc:subject", "Bag", ("a",)), SetSimple("xmp:Label", None)]
    after = read_xmp(changed(rdf(empty), edits).encode())
    assert (after.simple("xmp:Rating"), after.items("dc:subject")) == ("4", ("a",))
    assert after.names() == {"xmp:Rating", "dc:subject"}


def test_empty_rdf_closed_at_once_takes_a_property():
    data = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    assert read_xmp(changed(data, FOUR).encode()).simple("xmp:Rating") == "4"
    assert edited(data.encode(), [SetSimple("xmp:Rating", None)]).splices == ()


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
