"""Every layout that an entry names can be read, and every one that can be read is named by an entry."""

from scoring.checkpoints.layouts import LAYOUTS
from weights.public_checkpoint import public_checkpoints


def test_layouts_and_entries_know_each_other():
    assert {one.layout for one in public_checkpoints().values() if one.layout} == set(LAYOUTS)
