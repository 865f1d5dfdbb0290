"""How many photos stand where."""

from pathlib import Path

from assist_cli.render.decision_tally import DecisionTally
from tests.assist_cli.workflows.watch.made_news import ALTERNATE, KEEPER, REJECT, revision


def test_photo_counts_where_it_stands_now():
    tally = DecisionTally()
    tally.arrived(Path("/a"))
    tally.revised([revision("/a", KEEPER)])
    tally.revised([revision("/a", REJECT, KEEPER)])
    assert {one: count for one, count in tally.of.items() if count} == {REJECT: 1}


def test_photo_that_is_judged_again_counts_once():
    tally = DecisionTally()
    for _ in range(2):
        tally.arrived(Path("/a"))
        tally.revised([revision("/a", KEEPER, KEEPER)])
    assert tally.of[KEEPER] == 1


def test_photo_of_an_earlier_watch_is_not_counted():
    tally = DecisionTally()
    tally.revised([revision("/old", ALTERNATE, KEEPER)])
    assert tally.of.total() == 0


def test_counts_stay_when_names_are_forgotten():
    tally = DecisionTally(most_paths=3)
    for number in range(10):
        tally.arrived(Path(f"/{number}"))
        tally.revised([revision(f"/{number}")])
    tally.revised([revision("/0", REJECT, KEEPER)])
    assert tally.of == {KEEPER: 10}
