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


def test_nothing_is_begun_beside_a_wish_that_goes_alone():
    wishes = WishList()
    wishes.replace(["a", "b", "c"], alone="b")
    taken: list[object] = [wishes.take()]
    thread = threading.Thread(target=lambda: taken.append(wishes.take()))
    thread.start()
    thread.join(0.05)
    assert taken == ["b"]
    wishes.done("b")
    thread.join(5)
    assert taken == ["b", "a"]


def test_urgent_wish_waits_for_one_that_goes_alone():
    wishes = WishList()
    wishes.put_first("a", alone=True)
    wishes.put_first("b", alone=True)
    assert wishes.take() == "a"
    wishes.done("a")
    assert wishes.take() == "b"


def test_wish_that_goes_alone_holds_up_nobody_once_it_is_dropped():
    wishes = WishList()
    wishes.replace(["a", "b"], alone="a")
    wishes.replace(["b"])
    assert wishes.take() == "b"


def test_nothing_is_begun_while_wishes_rest():
    wishes = WishList()
    wishes.replace(["a"], rest_s=60)
    taken: list[object] = []
    thread = threading.Thread(target=lambda: taken.append(wishes.take()))
    thread.start()
    thread.join(0.05)
    assert taken == []
    wishes.replace(["b"])
    thread.join(5)
    assert taken == ["b"]


def test_rest_ends_by_itself():
    wishes = WishList()
    wishes.replace(["a"], rest_s=0.02)
    assert wishes.take() == "a"
