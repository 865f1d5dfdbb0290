"""A table becomes a dataclass only if every key fits."""

from dataclasses import dataclass

import pytest

from scoring.training.toml_table import TableError, table_as


@dataclass(frozen=True)
class Inner:
    share: float
    size: tuple[float, float]


@dataclass(frozen=True)
class Outer:
    name: str
    inner: Inner


def test_tables_within_tables_become_dataclasses_within_dataclasses():
    made = table_as(Outer, {"name": "a", "inner": {"share": 1, "size": [2, 3.5]}})
    assert made == Outer("a", Inner(1.0, (2.0, 3.5)))
    assert isinstance(made.inner.share, float)


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ({"share": 1.0}, r"inner\.size is missing"),
        ({"share": 1.0, "size": [1, 2], "shape": 0}, r"inner\.shape is not a known key"),
        ({"share": "half", "size": [1, 2]}, r"inner\.share must be a number"),
        ({"share": 1.0, "size": [1, "2"]}, r"inner\.size must be a number"),
        ({"share": 1.0, "size": 3}, r"inner\.size must be a list of 2 numbers"),
        ([], "inner must be a table"),
    ],
)
def test_what_does_not_fit_is_told_with_its_dotted_key(inner, told):
    with pytest.raises(TableError, match=told):
        table_as(Outer, {"name": "a", "inner": inner})


@dataclass(frozen=True)
class Several:
    inners: tuple[Inner, ...] = ()


def test_list_of_tables_becomes_a_tuple_of_dataclasses():
    table = {"share": 0.5, "size": [1, 2]}
    assert table_as(Several, {"inners": [table, table]}) == Several((Inner(0.5, (1.0, 2.0)),) * 2)
    assert table_as(Several, {}) == Several()


@pytest.mark.parametrize(
    ("inners", "told"),
    [({"share": 1}, "inners must be a list of tables"), ([{"share": 1}], r"inners\[1\]\.size is missing")],
)
def test_list_that_does_not_fit_is_told_by_its_place(inners, told):
    with pytest.raises(TableError, match=told):
        table_as(Several, {"inners": inners})
