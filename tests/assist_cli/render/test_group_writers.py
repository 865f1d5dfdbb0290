"""Groups and picks are written as a list for people or as one object a line."""

import io
import json

import pytest

from assist_cli.render.group_json import group_json
from assist_cli.render.group_table import counts
from assist_cli.render.group_writers import write_groups, write_picks
from assist_cli.render.pick_json import pick_json
from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot
from scoring.groups.group import Group, GroupKind
from tests.assist_cli.made_shoot import CHOICES, grouped, photos, picked


def written(write, shoot, *, jsonl):
    stream = io.StringIO()
    write(stream, shoot, jsonl=jsonl)
    return stream.getvalue().splitlines()


def test_jsonl_is_one_object_a_group_and_one_a_photo():
    assert [json.loads(line) for line in written(write_groups, grouped(), jsonl=True)] == list(group_json(grouped()))
    assert [json.loads(line) for line in written(write_picks, picked(), jsonl=True)] == list(pick_json(picked()))
    assert len(written(write_picks, picked(), jsonl=True)) == len(CHOICES)


def test_lists_end_with_the_counts():
    assert counts(grouped()) in " ".join(written(write_groups, grouped(), jsonl=False)[-2:])
    assert any("keep" in line.casefold() for line in written(write_picks, picked(), jsonl=False)[-3:])


@pytest.mark.parametrize("columns", [40, 100])
def test_lists_are_as_wide_as_the_page(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    burst = GroupedShoot(photos(12), [Group(GroupKind.BURST, tuple(range(12)), "12 frames")])
    widest = max(map(len, written(write_groups, burst, jsonl=False)[1:3]))
    assert columns - 12 < widest <= columns


def test_a_shoot_of_no_photos_is_no_object_and_no_error():
    assert written(write_groups, GroupedShoot([], []), jsonl=True) == []
    assert written(write_picks, PickedShoot(GroupedShoot([], []), [], ()), jsonl=True) == []
    assert written(write_groups, GroupedShoot([], []), jsonl=False)


def test_names_cannot_move_the_cursor():
    wicked = GroupedShoot(photos(2, "/shoot/\x1b[2J"), [Group(GroupKind.BURST, (0, 1), "2 frames")])
    assert "\x1b" not in "".join(written(write_groups, wicked, jsonl=False) + written(write_groups, wicked, jsonl=True))
