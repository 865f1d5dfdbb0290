"""A profile is one TOML that a person can copy and change; what it gets wrong is told in one line."""

import pytest

from scoring.ranking import profile
from scoring.ranking.profile import ProfileError, load_profile, profile_names, profile_text
from scoring.registry import ASSESSORS

GENRES = {"default", "portrait", "landscape", "wildlife", "sport", "street", "night", "macro", "event", "product"}


@pytest.fixture
def mine(tmp_path):
    def write(text):
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_every_genre_has_a_profile_with_a_purpose():
    assert set(profile_names()) == GENRES
    assert all(load_profile(name).summary for name in GENRES)


@pytest.mark.parametrize("name", sorted(GENRES))
def test_every_share_belongs_to_a_factor_that_exists(name):
    assert set(load_profile(name).blend) == {"quality", *(assessor.name for assessor in ASSESSORS)}


def test_what_a_profile_leaves_out_is_as_in_default(mine):
    default, own = load_profile("default"), load_profile(mine("[blend]\nfocus = 0.4\n"))
    assert own.blend == {**default.blend, "focus": 0.4}
    assert (own.faultless, own.problem_value_below) == (default.faultless, default.problem_value_below)


def test_a_copied_profile_blends_as_the_one_that_it_was_copied_from(mine):
    assert load_profile(mine(profile_text("default"))).blend == load_profile("default").blend


def test_a_genre_judges_exposure_by_its_own_rules():
    assert load_profile("night").exposure_rules == "night"
    assert load_profile("default").exposure_rules == "auto"


def test_exposure_rules_that_a_profile_leaves_out_are_as_in_default(mine, tmp_path, monkeypatch):
    default = profile_text("default").replace('exposure_rules = "auto"', 'exposure_rules = "street"')
    (tmp_path / "default.toml").write_text(default, encoding="utf-8")
    monkeypatch.setattr(profile, "PROFILES", tmp_path)
    assert load_profile(mine("[blend]\nfocus = 0.4\n")).exposure_rules == "street"


def test_an_unknown_name_is_told_with_the_nearest_one():
    with pytest.raises(ProfileError, match="no profile is called 'portraits'") as told:
        load_profile("portraits")
    assert told.value.hint == "did you mean 'portrait'? A profile of your own is named by its file, which ends in .toml"
    assert told.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[blend]\nfocsu = 1.0\n", r"\[blend\] focsu", "focus"),
        ("[blnd]\nfocus = 1.0\n", "blnd", "blend"),
        ("blend = 3\n", "blend is not a table", r"[blend]"),
        ("[blend]\nfocus = -1\n", "blend.focus = -1", "from 0 to 1000"),
        ("[blend]\nfocus = nan\n", "blend.focus = nan", "from 0 to 1000"),
        ("[blend]\nfocus = inf\n", "blend.focus = inf", "from 0 to 1000"),
        ("[blend]\nfocus = true\n", "blend.focus = True", "from 0 to 1000"),
        ('[blend]\nfocus = "much"\n', "blend.focus = 'much'", "from 0 to 1000"),
        ("[blend]\nfocus = 1e308\nquality = 1e308\n", r"blend\.focus = 1e\+308", "from 0 to 1000"),
        ("[faultless]\ncolour = 0\n", r"faultless\.colour = 0 ", "from 0.01 to 1"),
        ("[problems]\nvalue_below = 40\n", "problems.value_below = 40", "from 0 to 1"),
        ('exposure_rules = "beach"\n', "no exposure rules are called 'beach'", "landscape"),
        ("summary = 3\n", "summary is not a text", "summary"),
        ("[blend\n", "is no TOML", "default"),
    ],
)
def test_what_a_profile_gets_wrong_is_told(mine, text, message, hint):
    with pytest.raises(ProfileError, match=message) as told:
        load_profile(mine(text))
    assert hint in told.value.hint


def test_a_profile_in_which_nothing_counts_is_refused(mine):
    shares = "".join(f"{name} = 0\n" for name in load_profile("default").blend)
    with pytest.raises(ProfileError, match="nothing counts"):
        load_profile(mine(f"[blend]\n{shares}"))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ProfileError, match=r"mine\.toml cannot be read"):
        load_profile(str(tmp_path / "mine.toml"))


@pytest.mark.parametrize("name", ["default.toml", "mine.toml", "Loud.TOML"])
def test_a_profile_of_ones_own_is_called_by_its_path_and_never_like_one_that_ships(tmp_path, name):
    (tmp_path / name).write_text("[blend]\nfocus = 0.4\n")
    assert load_profile(str(tmp_path / name)).name == str(tmp_path / name)


def test_text_of_a_file_is_not_looked_for_among_those_that_ship(mine):
    with pytest.raises(ProfileError, match="is a file of yours") as told:
        profile_text(mine(""))
    assert "ends in .toml" not in told.value.hint


def test_text_of_auto_says_what_auto_is():
    with pytest.raises(ProfileError, match="auto is no profile of its own: a run is blended as by default") as told:
        profile_text("auto")
    assert "portrait" in told.value.hint


def test_hint_of_a_name_like_none_ends_its_list_with_a_full_stop():
    with pytest.raises(ProfileError) as told:
        load_profile("xyz")
    assert "wildlife. A profile of your own is named by its file, which ends in .toml" in told.value.hint
