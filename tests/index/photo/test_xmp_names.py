"""Names of properties, ours and Clark's."""

import pytest

from index.photo.xmp_names import NAMESPACES, clark, our_name, parted


@pytest.mark.parametrize("prefix", NAMESPACES)
def test_our_names_and_clark_names_are_the_same_both_ways(prefix):
    assert our_name(clark(f"{prefix}:Some-Name")) == f"{prefix}:Some-Name"
    assert parted(clark(f"{prefix}:Name")) == (NAMESPACES[prefix], "Name")


def test_names_of_unknown_namespaces_stay_and_unknown_prefixes_are_a_mistake():
    assert our_name("{urn:q}x") == clark("{urn:q}x") == "{urn:q}x"
    assert our_name("about") == "about"
    with pytest.raises(KeyError):
        clark("nobody:Rating")


def test_both_spellings_of_microsofts_namespace_are_one():
    assert our_name("{http://ns.microsoft.com/photo/1.0}Rating") == our_name(
        "{http://ns.microsoft.com/photo/1.0/}Rating"
    )
