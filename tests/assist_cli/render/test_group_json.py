"""Groups as `assist.group/1`."""

from assist_cli.render.group_json import group_json
from assist_cli.workflows.grouped_shoot import GroupedShoot
from tests.assist_cli.made_shoot import COPIES, grouped, photos


def test_each_group_is_one_object_with_its_members_in_order():
    burst, bracket, copies = group_json(grouped())
    assert burst["schema"] == "assist.group/1"
    assert burst["members"] == ["/shoot/IMG_0.JPG", "/shoot/IMG_1.JPG", "/shoot/IMG_2.JPG"]
    assert (burst["kind"], bracket["kind"], copies["kind"]) == ("burst", "bracket", "duplicate")
    assert copies["copies"] == [
        {"path": "/shoot/IMG_6.JPG", "original": "/shoot/IMG_5.JPG", "reason": "the same picture data"}
    ]


def test_group_keeps_its_id_while_its_first_member_stays():
    ids = [one["group_id"] for one in group_json(grouped())]
    assert len(set(ids)) == 3
    elsewhere = GroupedShoot(photos(8, "/moved"), [COPIES])
    assert [one["group_id"] for one in group_json(elsewhere)] == ids[2:]
