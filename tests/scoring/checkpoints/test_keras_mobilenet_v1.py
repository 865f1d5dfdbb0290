"""Keras' MobileNet comes out of its HDF5 file computing what Keras defines, in every layout that Keras has written."""

import numpy as np
import pytest
import torch

from scoring.checkpoints.keras_mobilenet_v1 import keras_mobilenet_v1, place_of
from scoring.checkpoints.read_tensors import read_tensors
from scoring.checkpoints.strict_load import LayoutError
from tests.scoring.checkpoints.keras_file import predict, random_layers, write_keras_file


@pytest.fixture(scope="module")
def layers():
    return random_layers()


@pytest.fixture(scope="module")
def pictures():
    """Two pictures in [-1, 1], (N, H, W, 3), one smooth and one of noise."""
    random = np.random.default_rng(5)
    across = np.linspace(-1.0, 1.0, 224)
    smooth = np.stack(
        [across[None] * across[:, None], across[None] + 0 * across[:, None], -across[:, None] + 0 * across], -1
    )
    return np.stack([np.clip(smooth, -1, 1), random.uniform(-1.0, 1.0, (224, 224, 3))]).astype(np.float32)


def load(path, padding="symmetric"):
    return keras_mobilenet_v1({"network": read_tensors(path)}, {"padding": padding})


def rate(network, pictures):
    with torch.inference_mode():
        return network(torch.from_numpy(pictures).permute(0, 3, 1, 2)).numpy()


@pytest.mark.parametrize("padding", ["symmetric", "same"])
def test_network_computes_what_keras_defines(tmp_path, layers, pictures, padding):
    network = load(write_keras_file(tmp_path / "nima.hdf5", layers), padding)
    expected = predict(layers, pictures, padding)
    assert np.abs(rate(network, pictures) - expected).max() < 1e-5
    # The comparison can fail: the pictures differ, and so do the two paddings.
    assert np.abs(expected[0] - expected[1]).max() > 1e-2
    other = predict(layers, pictures, "same" if padding == "symmetric" else "symmetric")
    assert np.abs(expected - other).max() > 1e-4


@pytest.mark.parametrize(
    ("root", "names"),
    [("model_weights/", {}), ("", {"depthwise": "kernel"}), ("", {"head": "dense"}), ("", {"head": "dense_17"})],
    ids=["whole model", "Keras 3's name of depthwise kernels", "first dense layer", "later dense layer"],
)
def test_other_names_that_keras_has_used_give_the_same_network(tmp_path, pictures, root, names):
    usual = load(write_keras_file(tmp_path / "usual.hdf5", random_layers()))
    other = load(write_keras_file(tmp_path / "other.hdf5", random_layers(**names), root))
    assert np.array_equal(rate(usual, pictures), rate(other, pictures))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda layers: layers.pop("conv_pw_13"), "it lacks blocks.12.pointwise.convolution.weight"),
        (
            lambda layers: layers["conv_dw_2"].update(depthwise_kernel=np.zeros((3, 3, 32, 1))),
            r"blocks.1.depthwise.*\(32, 1",
        ),
        (lambda layers: layers.update(conv_dw_14={"kernel": np.zeros((3, 3, 1024, 1))}), "also holds blocks.13"),
        (
            lambda layers: layers.update(conv_preds={"kernel": np.zeros((1, 1, 1024, 1000))}),
            "holds a layer 'conv_preds'",
        ),
        (lambda layers: layers["dense_1"].update(kernel=np.zeros((1024, 5))), r"head.weight has the shape \(5, 1024\)"),
        (lambda layers: layers["conv1_bn"].update(beta=np.full(32, np.nan)), "not finite"),
    ],
    ids=["missing", "shape", "left over", "ImageNet's head", "other head", "not a number"],
)
def test_other_keys_or_shapes_are_told_in_one_line(tmp_path, change, told):
    layers = random_layers()
    change(layers)
    with pytest.raises(LayoutError, match=told) as caught:
        load(write_keras_file(tmp_path / "other.hdf5", layers))
    assert "\n" not in str(caught.value)


def test_layers_stand_where_howard_et_al_put_them():
    assert place_of("conv1_bn") == "first.norm"
    assert place_of("conv_dw_1") == "blocks.0.depthwise.convolution"
    assert place_of("conv_pw_13_bn") == "blocks.12.pointwise.norm"
