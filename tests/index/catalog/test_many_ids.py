"""More ids than one statement takes are named part by part."""

import pytest

from index.catalog import many_ids
from index.catalog.many_ids import in_parts


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        (0, []),
        (1, [("?", [0])]),
        (3, [("?, ?, ?", [0, 1, 2])]),
        (4, [("?, ?, ?", [0, 1, 2]), ("?", [3])]),
        (6, [("?, ?, ?", [0, 1, 2]), ("?, ?, ?", [3, 4, 5])]),
    ],
)
def test_each_part_has_a_mark_for_each_of_its_ids(monkeypatch, count, parts):
    monkeypatch.setattr(many_ids, "IDS_AT_ONCE", 3)
    assert list(in_parts(iter(range(count)))) == parts
