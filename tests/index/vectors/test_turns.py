"""Many search at once; who changes does so alone."""

import threading

from index.vectors.turns import Turns

PATIENCE_S = 20


def test_two_searches_run_at_once():
    turns, both_in = Turns(), threading.Barrier(2)

    def search():
        with turns.search():
            both_in.wait(PATIENCE_S)

    other = threading.Thread(target=search)
    other.start()
    search()
    other.join(PATIENCE_S)
    assert not both_in.broken


def test_a_change_waits_for_the_search_that_runs():
    turns, order, changing = Turns(), [], threading.Event()

    def change():
        changing.set()
        with turns.change():
            order.append("changed")

    with turns.search():
        writer = threading.Thread(target=change)
        writer.start()
        assert changing.wait(PATIENCE_S)
        writer.join(0.05)
        order.append("searched")
    writer.join(PATIENCE_S)
    assert order == ["searched", "changed"]


def test_an_error_inside_ends_the_turn():
    turns = Turns()
    for turn in (turns.search, turns.change):
        try:
            with turn():
                raise KeyError
        except KeyError:
            pass
    with turns.change():
        pass
