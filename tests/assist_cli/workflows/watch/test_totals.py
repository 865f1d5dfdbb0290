"""What a watch has done so far."""

from assist_cli.workflows.watch.totals import MOST_TIMES, Totals


def test_the_pace_is_that_of_the_last_minute():
    totals = Totals(started_s=0.0)
    for second in range(100):
        totals.count_scored(float(second))
    assert totals.scored == 100
    assert totals.photos_per_s(120.0) == 39 / 60.0


def test_a_young_watch_counts_since_its_start():
    totals = Totals(started_s=100.0)
    totals.count_scored(101.0)
    totals.count_scored(102.0)
    assert totals.photos_per_s(104.0) == 0.5


def test_it_remembers_no_more_than_it_needs():
    totals = Totals(started_s=0.0)
    for _ in range(3 * MOST_TIMES):
        totals.count_scored(1.0)
    assert totals.photos_per_s(60.0) == MOST_TIMES / 60.0
