"""Groups have names that last, and every photo is in a group or told as alone."""

from assist_cli.workflows.grouped_shoot import ID_LETTERS, GroupedShoot
from tests.assist_cli.made_shoot import BRACKET, BURST, COPIES, grouped, photos


def test_groups_are_named_by_their_kind_and_first_picture():
    shoot = grouped()
    assert shoot.group_ids[0] == f"burst-{shoot.photos[0].asset_id[:ID_LETTERS]}"
    assert [name.partition("-")[0] for name in shoot.group_ids] == ["burst", "bracket", "duplicate"]
    assert len(set(shoot.group_ids)) == 3


def test_a_group_keeps_its_name_when_other_photos_come_and_go():
    before, after = photos(8), photos(8)[3:]
    moved = type(BRACKET)(BRACKET.kind, (0, 1), BRACKET.reason)
    assert GroupedShoot(before, [BURST, BRACKET]).group_ids[1] == GroupedShoot(after, [moved]).group_ids[0]


def test_photos_in_no_group_are_told_in_order():
    assert list(grouped().ungrouped) == [7]
    assert list(GroupedShoot(photos(8), [COPIES]).ungrouped) == [0, 1, 2, 3, 4, 7]
    assert list(GroupedShoot([], []).ungrouped) == []
