"""The forms of RDF, read from any kind of XML node."""

import pytest

from index.photo.xmp_edit.tokens import root_of
from index.photo.xmp_values import (
    container_of,
    descriptions,
    entries_of,
    fields_of,
    simple_value,
    statements,
    value_holder,
)
from tests.index.photo.xmp_edit.packets import packet, rdf


def property_of(inside):
    return descriptions(root_of(packet(inside)))[0].children[0]


@pytest.mark.parametrize(
    ("inside", "holder", "attribute"),
    [
        ("<q:a>1</q:a>", "a", None),
        ("<q:a/>", "a", None),
        ("<q:a rdf:resource='1'/>", "a", "resource"),
        ("<q:a rdf:value='1' q:b='2'/>", "a", "value"),
        ("<q:a xml:lang='de'>1</q:a>", "a", None),
        ("<q:a rdf:parseType='Resource'><q:b/><rdf:value>1</rdf:value></q:a>", "value", None),
        ("<q:a><rdf:Description rdf:value='1'/></q:a>", "Description", "value"),
    ],
)
def test_holder_of_a_simple_value_is_found(inside, holder, attribute):
    found = value_holder(property_of(inside))
    assert found is not None
    assert found[0].tag.endswith(f"}}{holder}")
    assert (found[1] or "}None").endswith(f"}}{attribute}")


@pytest.mark.parametrize(
    "inside",
    [
        "<q:a q:b='2'/>",
        "<q:a><rdf:Bag/></q:a>",
        "<q:a><q:b/></q:a>",
        "<q:a><rdf:Description q:b='2'/></q:a>",
        "<q:a rdf:parseType='Resource'/>",
        "<q:a rdf:parseType='Literal'><b/></q:a>",
        "<q:a rdf:parseType='Resource'><rdf:value><rdf:Bag/></rdf:value></q:a>",
    ],
)
def test_lists_and_structures_have_no_simple_value(inside):
    assert simple_value(property_of(inside)) is None


@pytest.mark.parametrize("inside", ["<q:a/>", "<q:a>1</q:a>", "<q:a><q:Bag/></q:a>", "<q:a><rdf:Bag/><rdf:Bag/></q:a>"])
def test_what_is_no_list_has_no_container(inside):
    assert container_of(property_of(inside)) is None


def test_fields_leave_out_grammar_and_what_is_not_simple():
    fields = "<q:b>1</q:b><q:c rdf:resource='2'/><q:d><rdf:Seq/></q:d>"
    assert fields_of(property_of(f"<q:a><rdf:Description q:e='3' rdf:nodeID='n'>{fields}</rdf:Description></q:a>")) == {
        "{urn:q}e": "3",
        "{urn:q}b": "1",
        "{urn:q}c": "2",
    }
    assert fields_of(property_of("<q:a>1</q:a>")) == {}


def test_entries_are_the_items_only():
    container = container_of(property_of("<q:a><rdf:Seq><rdf:li/><!-- c --><q:no/><rdf:li>1</rdf:li></rdf:Seq></q:a>"))
    assert container is not None
    assert [entry.text for entry in entries_of(container)] == ["", "1"]


def test_statements_are_found_in_all_descriptions_and_in_order():
    one = "<rdf:Description xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='1'><xmp:Rating>2</xmp:Rating></rdf:Description>"
    found = statements(root_of(rdf(one + one)))
    assert [statement.simple for statement in found["xmp:Rating"]] == ["1", "2", "1", "2"]
    assert statements(root_of("<other/>")) == {}
