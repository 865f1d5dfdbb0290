"""A cache bounded by bytes."""

from __future__ import annotations

from assist_cli.pictures.byte_cache import ByteCache


def test_what_was_asked_for_longest_ago_goes_first():
    cache = ByteCache(10, len)
    cache.put("a", "1234")
    cache.put("b", "1234")
    cache.get("a")
    cache.put("c", "1234")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == ("1234", None, "1234")
    assert cache.held_bytes() == 8


def test_replaced_value_is_counted_once():
    cache = ByteCache(10, len)
    cache.put("a", "123456")
    cache.put("a", "12")
    assert cache.held_bytes() == 2


def test_newest_stays_however_large():
    cache = ByteCache(10, len)
    cache.put("a", "1234")
    cache.put("b", "1" * 50)
    assert "a" not in cache
    assert "b" in cache


def test_unwanted_keys_are_let_go():
    cache = ByteCache(10, len)
    cache.put("a", "12")
    cache.put("b", "12")
    cache.discard_where(lambda key: key == "a")
    assert cache.get("a") is None
    assert cache.held_bytes() == 2


def test_new_value_does_not_replace_what_is_there():
    cache = ByteCache(10, len)
    assert cache.put_new("a", "12")
    assert not cache.put_new("a", "3")
    assert cache.get("a") == "12"
