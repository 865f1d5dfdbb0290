"""What the catalogue hands out."""

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.export_photos import known_photos


def test_known_photos_come_in_order_without_opening_any(assist, shoot, catalog):
    assist("score", shoot)
    for path in shoot.iterdir():
        path.write_bytes(b"")
    with known_photos([shoot], catalog) as photos:
        assert [photo.path.name for photo in photos] == [f"IMG_{number:04d}.JPG" for number in range(5)]


def test_nothing_known_is_an_error_that_says_what_to_do(shoot, catalog):
    with pytest.raises(AssistError) as caught, known_photos([shoot], catalog):
        pass
    assert "assist score" in caught.value.hint
