"""A network from the words of an entry."""

import pytest

from scoring.models.architectures import ARCHITECTURES, build_network

WORDS = {"backbone": "mobilenet_v2", "dropout": 0.0, "maps_per_group": 8, "regressor": "joint"}


@pytest.mark.parametrize("architecture", ["multi_level", "nima", "saf"])
def test_words_of_an_entry_build_the_network_they_name(architecture):
    network = build_network({"architecture": architecture, **WORDS})
    assert type(network).__name__.lower() == architecture.replace("_", "")
    assert architecture in ARCHITECTURES
