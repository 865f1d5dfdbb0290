"""News between two threads."""

import threading
from pathlib import Path

from index.watch.inbox import NewsInbox
from index.watch.news import FileNews, NewsKind


def news(name, kind=NewsKind.WRITTEN):
    return FileNews(kind, Path("/w") / name, 1.0)


def test_news_come_out_in_order_and_once():
    inbox = NewsInbox()
    for name in ("b.jpg", "a.jpg"):
        inbox.put(news(name))
    assert len(inbox) == 2
    assert [one.path.name for one in inbox.take(0)] == ["b.jpg", "a.jpg"]
    assert inbox.take(0) == []


def test_a_full_inbox_says_where_to_look_again_and_never_grows():
    inbox = NewsInbox(most=2)
    for name in ("a.jpg", "day/b.jpg", "c.jpg", "day/d.jpg", "day/e.jpg"):
        inbox.put(news(name))
    inbox.put(news("day", NewsKind.FOLDER_GONE))
    told = [(one.kind, str(one.path)) for one in inbox.take(0)]
    assert told == [
        (NewsKind.WRITTEN, "/w/a.jpg"),
        (NewsKind.WRITTEN, "/w/day/b.jpg"),
        (NewsKind.FOLDER_GONE, "/w/day"),
        (NewsKind.LOOK_AGAIN, "/w"),
        (NewsKind.LOOK_AGAIN, "/w/day"),
    ]
    assert inbox.take(0) == []


def test_who_waits_is_told_at_once():
    inbox = NewsInbox()
    taken = []
    waiting = threading.Thread(target=lambda: taken.extend(inbox.take(30)))
    waiting.start()
    inbox.put(news("a.jpg"))
    waiting.join(10)
    assert [one.path.name for one in taken] == ["a.jpg"]


def test_who_waits_can_be_woken_without_news():
    inbox = NewsInbox()
    inbox.wake()
    assert inbox.take(30) == []
    assert inbox.take(0) == []
