"""Which weights place a photo among others."""

import dataclasses

from assist_cli.workflows.rating_weights import embedder_stamp, weights_stamp
from weights.registry import EMBEDDER_WEIGHTS, bundled_entries


def test_embedder_is_named_with_the_digest_of_its_file(monkeypatch):
    shipped = bundled_entries()
    entry = shipped[EMBEDDER_WEIGHTS]
    assert embedder_stamp() == f"{EMBEDDER_WEIGHTS}@{entry.files['onnx'].sha256[:12]}"
    files = {"onnx": dataclasses.replace(entry.files["onnx"], sha256="e" * 64)}
    retrained = {**shipped, EMBEDDER_WEIGHTS: dataclasses.replace(entry, files=files)}
    monkeypatch.setattr("assist_cli.workflows.rating_weights.bundled_entries", lambda: retrained)
    assert embedder_stamp() == f"{EMBEDDER_WEIGHTS}@{'e' * 12}"


def test_embedder_is_the_same_whatever_weights_rate(other_weights):
    assert weights_stamp(other_weights).startswith(other_weights)
    assert embedder_stamp().startswith(EMBEDDER_WEIGHTS)
