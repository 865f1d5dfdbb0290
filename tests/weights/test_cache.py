"""The user's weights appear whole or not at all."""

import errno

import pytest

from weights import cache
from weights.cache import downloads_folder, entry_files, require_room, staged, weights_folder


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """How often platformdirs was asked, which answers with a folder in tmp_path."""
    names = []
    monkeypatch.delenv("ASSIST_WEIGHTS", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name: names.append(name) or tmp_path / "data")
    cache._users_folder.cache_clear()
    yield names
    cache._users_folder.cache_clear()


def test_folder_is_among_the_users_data_unless_named_otherwise(asked, monkeypatch, tmp_path):  # noqa: ARG001 - the fixture answers for platformdirs
    assert weights_folder() == tmp_path / "data" / "weights"
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "other"))
    assert weights_folder() == tmp_path / "other"
    assert downloads_folder("net.tag").is_relative_to(tmp_path / "other")


def test_place_among_the_users_data_is_worked_out_once(asked):
    assert weights_folder() == weights_folder()
    assert asked == ["photo-assist"]


def test_staged_folder_appears_when_all_of_it_is_written(weights_folder):
    with staged("net.tag") as part:
        (part / "net.tag.toml").write_text("one")
        assert not (weights_folder / "net.tag").exists()
    assert (weights_folder / "net.tag" / "net.tag.toml").read_text() == "one"
    assert [path.name for path in weights_folder.iterdir()] == ["net.tag"]
    assert entry_files() == [weights_folder / "net.tag" / "net.tag.toml"]


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_trouble_leaves_what_was_there_and_no_trace_of_the_rest(weights_folder, trouble):
    with staged("net.tag") as part:
        (part / "net.tag.toml").write_text("first")

    def write_half():
        with staged("net.tag") as part:
            (part / "net.tag.toml").write_text("half of the sec")
            raise trouble

    with pytest.raises(type(trouble)):
        write_half()
    assert (weights_folder / "net.tag" / "net.tag.toml").read_text() == "first"
    assert [path.name for path in weights_folder.iterdir()] == ["net.tag"]


def test_later_weights_of_a_name_replace_the_earlier(weights_folder):
    for content in ("first", "second"):
        with staged("net.tag") as part:
            (part / content).write_text(content)
    assert [path.name for path in (weights_folder / "net.tag").iterdir()] == ["second"]
    assert [path.name for path in weights_folder.iterdir()] == ["net.tag"]


def test_a_disk_with_too_little_room_is_told_with_what_is_needed(tmp_path):
    require_room(tmp_path, 1)
    with pytest.raises(OSError, match="MB are needed") as caught:
        require_room(tmp_path, 10**18)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(tmp_path))
