"""Wishes: the newest only, the most urgent first."""

from __future__ import annotations

import threading

from assist_cli.pictures.wish_list import WishList


def test_wishes_come_in_their_order_and_once():
    wishes = WishList()
    wishes.replace(["a", "b", "a", "c"])
    assert [wishes.take() for _ in range(3)] == ["a", "b", "c"]


def test_new_wishes_replace_what_was_not_begun():
    wishes = WishList()
    wishes.replace(["a", "b"])
    begun = wishes.take()
    wishes.replace(["c"])
    assert (begun, wishes.take()) == ("a", "c")


def test_what_is_being_made_is_not_begun_twice_but_may_be_wished_for_again():
    wishes = WishList()
    wishes.replace(["a"])
    wishes.take()
    wishes.replace(["a", "b"])
    assert wishes.take() == "b"
    wishes.done("a")
    wishes.replace(["a"])
    assert wishes.take() == "a"


def test_wish_that_needs_what_another_is_at_waits_for_it():
    wishes = WishList(lambda wish: wish[0])
    wishes.replace(["a large", "a small", "b large"])
    assert [wishes.take(), wishes.take()] == ["a large", "b large"]
    wishes.done("a large")
    assert wishes.take() == "a small"


def test_urgent_wish_goes_first():
    wishes = WishList()
    wishes.replace(["a", "b"])
    wishes.put_first("b")
    wishes.put_first("c")
    assert [wishes.take() for _ in range(3)] == ["c", "b", "a"]


def test_closing_sends_waiting_threads_home():
    wishes = WishList()
    taken: list[object] = []
    thread = threading.Thread(target=lambda: taken.append(wishes.take()))
    thread.start()
    wishes.close()
    thread.join(5)
    assert taken == [None]


def test_list_is_idle_only_when_all_is_done():
    wishes = WishList()
    wishes.replace(["a"])
    assert not wishes.wait_idle(0)
    wishes.take()
    assert not wishes.wait_idle(0)
    wishes.done("a")
    assert wishes.wait_idle(0)
