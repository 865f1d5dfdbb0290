"""Changes that make no sense are mistakes of the caller."""

import pytest

from index.photo.mark_fields.changes import crop_wanted, flag_wanted, keywords_wanted, labels_wanted
from index.photo.marks import CropBox, Mark


def test_keywords_cannot_be_taken_away_all_at_once():
    with pytest.raises(TypeError, match="which keywords"):
        keywords_wanted({Mark.KEYWORDS: None})


@pytest.mark.parametrize(
    ("read", "changes"),
    [
        (flag_wanted, {Mark.FLAG: 1}),
        (labels_wanted, {Mark.LABELS: 3}),
        (crop_wanted, {Mark.CROP: (0, 0, 1, 1)}),
        (keywords_wanted, {Mark.KEYWORDS: 1}),
    ],
)
def test_values_of_another_kind_are_refused(read, changes):
    with pytest.raises(TypeError):
        read(changes)


def test_crop_that_holds_nothing_is_refused():
    with pytest.raises(ValueError, match="nothing"):
        crop_wanted({Mark.CROP: CropBox(0.5, 0, 0.5, 1)})
