"""Numbers are told overall and for each part of a set that is large enough."""

from scoring.evaluation.slices import slices, too_small

SUBSET = ("night", "dog", "night", "car", "night", "dog")


def test_overall_comes_first_and_then_each_part_by_name():
    found = slices(SUBSET)
    assert list(found) == ["overall", "car", "dog", "night"]
    assert found["overall"].all()
    assert found["dog"].tolist() == [False, True, False, False, False, True]


def test_parts_with_too_few_photos_are_named_instead():
    assert list(slices(SUBSET, at_least=2)) == ["overall", "dog", "night"]
    assert too_small(SUBSET, at_least=2) == ("car",)
