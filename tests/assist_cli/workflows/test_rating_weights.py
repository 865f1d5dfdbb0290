"""Which weights rate, and which of them place a photo among others."""

import dataclasses

from assist_cli.workflows.rating_weights import embedder_stamp, weights_stamp
from weights.registry import DEFAULT_RATING_WEIGHTS, bundled_entries


def with_embedding(monkeypatch, **facts):
    """The default weights, whose entry says these facts of an embedding."""
    shipped = bundled_entries()
    entry = shipped[DEFAULT_RATING_WEIGHTS]
    told = {key: value for key, value in entry.facts.items() if key != "embedding"} | facts
    monkeypatch.setattr(
        "weights.registry.bundled_entries",
        lambda: {**shipped, entry.name: dataclasses.replace(entry, facts=told)},
    )


def test_weights_whose_entry_tells_of_an_embedding_are_the_embedder(monkeypatch):
    with_embedding(monkeypatch, embedding={"dimension": 320})
    assert embedder_stamp() == weights_stamp()
    assert embedder_stamp().startswith(f"{DEFAULT_RATING_WEIGHTS}@")


def test_weights_whose_entry_tells_of_none_embed_nothing(monkeypatch):
    with_embedding(monkeypatch)
    assert embedder_stamp() == ""
