"""News wait in a queue that is bounded, and nobody who brings them has to wait."""

import threading

from assist_cli.workflows.watch.news_queue import NewsQueue


def test_news_come_out_in_order_and_a_few_at_a_time():
    queue = NewsQueue[int]()
    for item in range(5):
        queue.put(item)
    assert queue.drain(3) == [0, 1, 2]
    queue.wait(60.0)  # ends at once, for some are left
    assert queue.drain(3) == [3, 4]
    assert queue.drain(3) == []


def test_what_finds_no_room_is_lost_and_that_is_told_once():
    queue = NewsQueue[int](most=2)
    for item in range(4):
        queue.put(item)
    assert queue.drain(10) == [0, 1]
    assert queue.has_lost()
    assert not queue.has_lost()


def test_who_is_patient_waits_for_room():
    queue, given_up = NewsQueue[int](most=1), threading.Event()
    queue.put(0)
    patient = threading.Thread(target=queue.put_patiently, args=(1, given_up))
    patient.start()
    taken = []
    while len(taken) < 2:
        queue.wait(60.0)
        taken += queue.drain(10)
    patient.join(60.0)
    assert taken == [0, 1]
    assert not queue.has_lost()


def test_a_wait_ends_when_somebody_wakes_us():
    queue = NewsQueue[int]()
    threading.Timer(0.01, queue.wake).start()
    queue.wait(60.0)
    assert queue.drain(10) == []
