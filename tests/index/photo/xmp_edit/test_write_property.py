"""How a property is written where it stands, and that what stands around it stays."""

import pytest

from index.photo.xmp import read_xmp
from index.photo.xmp_edit.edits import AddItems, RemoveItems, SetList, SetSimple, SetStructs
from tests.index.photo.xmp_edit.packets import assert_inside, changed, packet

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
    qualified = '<rdf:li rdf:parseType="Resource"><rdf:value>v</rdf:value><q:by>me</q:by></rdf:li>'
    kept = f'<rdf:li xml:lang="de">a</rdf:li><!-- c -->{qualified}'
    before = f"<dc:subject><!-- d --><rdf:Alt>{kept}<rdf:li>b</rdf:li><?p i?></rdf:Alt></dc:subject>"
    assert_inside(before, RemoveItems("dc:subject", ("b",)), before.replace("<rdf:li>b</rdf:li>", ""))
    assert_inside(before, RemoveItems("dc:subject", ("v",)), before.replace(qualified, ""))
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
