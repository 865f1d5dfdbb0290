"""The user's own weights stand beside those that ship, and never in their place."""

import pytest

from weights.cache import staged
from weights.errors import WeightsError
from weights.installed import Installed, find_installed, installed
from weights.keep import write_entry
from weights.public_checkpoint import find_public_checkpoint
from weights.registry import DEFAULT_RATING_WEIGHTS, bundled_entries, entries, find_entry, verify

NAME = "tanet.ava"


@pytest.fixture
def own(weights_folder):
    """Weights called `NAME`; what is in the files does not matter here."""
    with staged(NAME) as folder:
        made = [folder / f"{NAME}.onnx", folder / f"{NAME}.safetensors"]
        for path in made:
            path.write_bytes(path.suffix.encode())
        write_entry(find_public_checkpoint(NAME), made, {"network": "ab" * 32}, folder)
    return weights_folder / NAME


def ships_for_rating():
    return [name for name, entry in bundled_entries().items() if entry.kind == "rating"]


def test_own_weights_are_listed_after_those_that_ship(own):
    assert list(entries()) == [*ships_for_rating(), NAME]
    assert find_entry(NAME).files["onnx"].path == own / f"{NAME}.onnx"
    assert find_entry(NAME).preprocessing.fit == "square"
    assert [check.problem for check in verify(find_entry(NAME))] == [None, None]


def test_damaged_own_weights_are_mended_by_pulling_them_again(own):
    (own / f"{NAME}.onnx").write_bytes(b"damaged")
    checks = verify(find_entry(NAME))
    assert ["sha256" in (check.problem or "") for check in checks] == [True, False]
    assert checks[0].hint == f"assist weights pull {NAME}"


def test_bundled_name_cannot_be_taken(own):
    text = (own / f"{NAME}.toml").read_text().replace(f'name = "{NAME}"', f'name = "{DEFAULT_RATING_WEIGHTS}"')
    impostor = own.parent / DEFAULT_RATING_WEIGHTS / f"{DEFAULT_RATING_WEIGHTS}.toml"
    impostor.parent.mkdir()
    impostor.write_text(text)
    assert isinstance(installed()[DEFAULT_RATING_WEIGHTS], Installed)
    assert find_entry(DEFAULT_RATING_WEIGHTS) is bundled_entries()[DEFAULT_RATING_WEIGHTS]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ('licence = "Apache', "licence = Apache"),
        ('fit = "square"\n', ""),
        ('name = "tanet.ava"', 'name = "tanet.tad66k"'),
    ],
)
def test_damaged_entry_is_told_and_hides_nothing_else(own, theirs, ours):
    path = own / f"{NAME}.toml"
    path.write_text(path.read_text().replace(theirs, ours))
    assert list(entries()) == ships_for_rating()
    assert "is damaged" in installed()[NAME]
    with pytest.raises(WeightsError, match="is damaged"):
        find_entry(NAME)


@pytest.mark.parametrize(
    ("theirs", "lacking"),
    [('licence = "Apache-2.0"\n', "licence"), ("[files.onnx]", "onnx"), ("[files.safetensors]", "safetensors")],
)
def test_entry_that_lacks_what_is_needed_is_damaged(own, theirs, lacking):
    path = own / f"{NAME}.toml"
    text = path.read_text()
    assert theirs in text
    path.write_text(text.replace(theirs, "[files.other]" if theirs.startswith("[") else ""))
    assert "is damaged" in installed()[NAME]
    assert lacking in installed()[NAME].rpartition(":")[2]


def test_weights_that_training_wrote_rate_from_a_folder_of_their_name(own):
    mine = own.parent / "mine.biq2021" / "mine.biq2021.toml"
    mine.parent.mkdir()
    text = (own / f"{NAME}.toml").read_text().replace(NAME, "mine.biq2021")
    mine.write_text(text.replace('kind = "rating"\n', ""))
    entry = find_entry("mine.biq2021")
    assert entry.files["onnx"].path == mine.parent / "mine.biq2021.onnx"
    assert "pull" not in verify(entry)[0].hint


def test_changed_entry_is_read_anew(own):
    assert find_installed(NAME).facts["licence"] == "Apache-2.0"
    path = own / f"{NAME}.toml"
    path.write_text(path.read_text().replace("Apache-2.0", "MIT"))
    assert find_installed(NAME).facts["licence"] == "MIT"


@pytest.mark.parametrize("find", [find_entry, find_installed])
def test_weights_that_are_not_here_yet_say_how_to_get_them(weights_folder, find):
    assert not weights_folder.exists()
    with pytest.raises(WeightsError, match=f"{NAME} are not here") as caught:
        find(NAME)
    assert f"assist weights pull {NAME}" in caught.value.hint


def test_weights_of_another_kind_do_not_rate(weights_folder):
    assert not weights_folder.exists()
    with pytest.raises(WeightsError, match="do not rate photos"):
        find_entry("yunet.2023mar")


def test_unknown_weights_are_told_from_those_not_here(weights_folder):
    assert not weights_folder.exists()
    with pytest.raises(WeightsError, match="no weights are called"):
        find_installed("nothing.like_it")
