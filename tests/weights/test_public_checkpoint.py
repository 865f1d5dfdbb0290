"""Every public checkpoint says where it comes from, under which licence, what it wants and what was measured."""

import string
from urllib.parse import urlsplit

import pytest

from weights.errors import WeightsError
from weights.public_checkpoint import PUBLIC_ENTRIES, RATING, find_public_checkpoint, public_checkpoints
from weights.registry import bundled_entries

ALL = list(public_checkpoints().values())
EACH = pytest.mark.parametrize("checkpoint", ALL, ids=lambda checkpoint: checkpoint.name)


@EACH
def test_entry_is_called_like_its_file_and_never_like_a_bundled_one(checkpoint):
    assert (PUBLIC_ENTRIES / f"{checkpoint.name}.toml").is_file()
    assert checkpoint.name not in bundled_entries()


@EACH
def test_entry_tells_source_licence_paper_data_range_and_results(checkpoint):
    facts = checkpoint.facts
    for told in (facts["licence"], facts["paper"], facts["range"], facts["summary"], facts["source"]["publisher"]):
        assert len(told) > 2
    assert facts["data"]["statement"].endswith(".")
    results = facts["published"]
    assert all(result["source"] for result in results.values()) if "source" not in results else results["source"]


@EACH
def test_every_file_has_an_address_and_a_digest_that_is_one_or_none(checkpoint):
    for file in checkpoint.files:
        assert urlsplit(file.url).scheme == "https"
        assert file.sha256 is None or (len(file.sha256) == 64 and set(file.sha256) <= set(string.hexdigits.lower()))
        assert (file.size_bytes is None) == (file.sha256 is None)


@pytest.mark.parametrize("checkpoint", [one for one in ALL if one.kind == RATING], ids=lambda one: one.name)
def test_network_that_rates_names_its_layout_architecture_input_and_spread(checkpoint):
    assert checkpoint.layout
    assert checkpoint.facts["network"]["architecture"]
    assert set(checkpoint.facts["preprocessing"]) == {"fit", "edge_px", "long_edge_px", "multiple_of_px", "mean", "sd"}
    assert checkpoint.facts["data"]["spread"]


@pytest.mark.parametrize("checkpoint", [one for one in ALL if one.kind != RATING], ids=lambda one: one.name)
def test_network_that_is_kept_as_published_is_one_onnx_file(checkpoint):
    assert checkpoint.layout is None
    assert [file.file.endswith(".onnx") for file in checkpoint.files] == [True]


def test_one_score_is_told_to_get_its_spread_from_a_prior():
    for checkpoint in ALL:
        if checkpoint.layout == "laion_clip":
            assert checkpoint.facts["data"]["spread"].startswith("a prior")


def test_unknown_name_suggests_the_nearest():
    with pytest.raises(WeightsError) as caught:
        find_public_checkpoint("tanet.avo")
    assert "tanet.ava" in caught.value.hint
