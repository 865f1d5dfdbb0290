from assist_cli.workflows.cull.factor_names import factor_names
from assist_cli.workflows.cull.sorts import find_sort, sort_names


def test_every_factor_is_a_sort_too():
    assert "focus" in factor_names()
    assert set(factor_names()) < set(sort_names())
    assert [find_sort(name).name for name in sort_names()] == [*sort_names()]
