"""Where elements and attributes stand."""

from index.photo.xmp_edit.tokens import root_of

DOCUMENT = """<?xml version="1.0"?><!-- <no> --><a:root xmlns:a="urn:a" xmlns='urn:d'>
 <?p <no/> ?><one x = "1>2" a:y='"&lt;'/><![CDATA[<no>]]>t<a:two><one>in</one></a:two >&amp;
 <three xmlns="" xmlns:a="urn:b" a:z="/"></three></a:root>\n"""


def test_elements_are_found_whatever_stands_between_them():
    root = root_of(DOCUMENT)
    assert [child.tag for child in root.children] == ["{urn:d}one", "{urn:a}two", "three"]
    assert [DOCUMENT[c.start : c.end] for c in root.children][1] == "<a:two><one>in</one></a:two >"
    assert DOCUMENT[root.start : root.open_end] == """<a:root xmlns:a="urn:a" xmlns='urn:d'>"""
    assert DOCUMENT[root.close_start : root.end] == "</a:root>"
    assert root.text.split() == ["<no>t&"]


def test_elements_closed_at_once_hold_nothing():
    one, _, three = root_of(DOCUMENT).children
    assert (one.is_closed_at_once, one.children, one.text) == (True, (), "")
    assert (three.is_closed_at_once, three.children, three.text) == (False, (), "")


def test_attributes_are_found_with_their_names_values_and_places():
    one, _, three = root_of(DOCUMENT).children
    assert one.attributes == {"x": "1>2", "{urn:a}y": '"<'}
    assert three.attributes == {"{urn:b}z": "/"}
    first = one.written_attributes[0]
    assert DOCUMENT[first.start : first.end] == ' x = "1>2"'
    assert DOCUMENT[first.value_start : first.value_end] == "1>2"
    assert (first.quote, DOCUMENT[first.name_start]) == ('"', "x")


def test_prefixes_are_bound_inside_their_element_only():
    root = root_of(DOCUMENT)
    _, two, three = root.children
    assert (root.scope["a"], two.scope["a"], three.scope["a"], three.scope[""]) == ("urn:a", "urn:a", "urn:b", "")
    assert root.declared == {"a": "urn:a", "": "urn:d"}
