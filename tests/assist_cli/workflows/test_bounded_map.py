"""Work keeps its order, and never more of it is begun than may be in flight."""

from contextlib import closing

import pytest

from assist_cli.workflows.bounded_map import IN_FLIGHT_PER_WORKER, bounded_map


def test_results_come_in_the_order_of_the_pieces():
    assert list(bounded_map(lambda piece: piece * piece, range(50), workers=3)) == [n * n for n in range(50)]


def test_no_more_pieces_are_taken_than_may_be_in_flight():
    taken = []

    def pieces():
        for piece in range(100):
            taken.append(piece)
            yield piece

    with closing(bounded_map(lambda piece: piece, pieces(), workers=2)) as results:
        next(results)
        assert len(taken) == 2 * IN_FLIGHT_PER_WORKER


def test_an_error_arrives_where_its_result_would():
    def work(piece):
        if piece == 3:
            raise ArithmeticError("three")
        return piece

    results = bounded_map(work, range(10), workers=2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ArithmeticError, match="three"):
        next(results)
