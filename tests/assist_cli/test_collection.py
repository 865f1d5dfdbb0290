"""Garbage is collected again in the end, however that comes."""

import gc

import pytest

from assist_cli.collection import collect_again, no_collection, seldom_collected


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_until_it_is_asked_for():
    with no_collection():
        assert not gc.isenabled()
        collect_again()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0


def test_an_error_at_the_start_leaves_it_as_it_was():
    with pytest.raises(ValueError, match="no photo"), no_collection():
        raise ValueError("no photo")
    assert gc.isenabled()


def test_where_much_is_kept_it_is_looked_at_seldom():
    usual = gc.get_threshold()
    with seldom_collected():
        assert gc.isenabled()
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual
