"""A MobileNet (v1) with NIMA's head: random numbers, written as Keras writes them, and computed as Keras defines it, in numpy."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np

BLOCKS = [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *[(512, 1)] * 5, (1024, 2), (1024, 1)]

Layers = dict[str, dict[str, np.ndarray]]


def random_layers(seed: int = 0, *, depthwise: str = "depthwise_kernel", head: str = "dense_1") -> Layers:
    """Layer -> weight -> numbers, shaped as Keras shapes them; scaled so that pictures still differ at the end."""
    random = np.random.default_rng(seed)

    def kernel(*shape: int, fan_in: int) -> np.ndarray:
        return random.normal(0.0, np.sqrt(2.0 / fan_in), shape).astype(np.float32)

    def norm(channels: int) -> dict[str, np.ndarray]:
        return {
            "gamma": random.uniform(0.8, 1.6, channels).astype(np.float32),
            "beta": random.uniform(0.0, 0.6, channels).astype(np.float32),
            "moving_mean": random.normal(0.0, 0.1, channels).astype(np.float32),
            "moving_variance": random.uniform(0.3, 1.0, channels).astype(np.float32),
        }

    layers: Layers = {"conv1": {"kernel": kernel(3, 3, 3, 32, fan_in=27)}, "conv1_bn": norm(32)}
    channels = 32
    for number, (width, _) in enumerate(BLOCKS, 1):
        layers[f"conv_dw_{number}"] = {depthwise: kernel(3, 3, channels, 1, fan_in=9)}
        layers[f"conv_dw_{number}_bn"] = norm(channels)
        layers[f"conv_pw_{number}"] = {"kernel": kernel(1, 1, channels, width, fan_in=channels)}
        layers[f"conv_pw_{number}_bn"] = norm(width)
        channels = width
    layers[head] = {
        "kernel": 0.4 * kernel(1024, 10, fan_in=1024),
        "bias": random.normal(0.0, 0.3, 10).astype(np.float32),
    }
    return layers


def write_keras_file(path: Path, layers: Layers, root: str = "") -> Path:
    """As `Model.save_weights` (root "") or `Model.save` ("model_weights/") of Keras 2 does: `<layer>/<layer>/<weight>:0`."""
    with h5py.File(path, "w") as file:
        top = file.require_group(root) if root else file
        top.attrs["layer_names"] = [name.encode() for name in ("input_1", *layers, "dropout_1")]
        for empty in ("input_1", "dropout_1"):
            top.create_group(empty).attrs["weight_names"] = []
        for layer, weights in layers.items():
            group = top.create_group(layer)
            group.attrs["weight_names"] = [f"{layer}/{name}:0".encode() for name in weights]
            for name, numbers in weights.items():
                group[f"{layer}/{name}:0"] = numbers
    return path


def predict(layers: Layers, pictures: np.ndarray, padding: str) -> np.ndarray:
    """(N, 224, 224, 3) in [-1, 1] -> (N, 10), by the definitions of Keras' layers, channels last, in float64.

    `padding` of stride-2 convolutions: `symmetric`, Keras 2.1's ZeroPadding2D((1, 1)), or `same`, later ((0, 1), (0, 1)).
    """
    levels = convolve(pictures.astype(np.float64), layers["conv1"]["kernel"], 2, padding)
    levels = relu6(normalise(levels, layers["conv1_bn"]))
    for number, (_, stride) in enumerate(BLOCKS, 1):
        (depthwise,) = layers[f"conv_dw_{number}"].values()
        levels = convolve_each(levels, depthwise, stride, padding)
        levels = relu6(normalise(levels, layers[f"conv_dw_{number}_bn"]))
        levels = levels @ layers[f"conv_pw_{number}"]["kernel"][0, 0].astype(np.float64)
        levels = relu6(normalise(levels, layers[f"conv_pw_{number}_bn"]))
    head = next(weights for name, weights in layers.items() if name.startswith("dense"))
    logits = levels.mean(axis=(1, 2)) @ head["kernel"] + head["bias"]
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def padded(levels: np.ndarray, stride: int, padding: str) -> np.ndarray:
    before = 0 if stride == 2 and padding == "same" else 1
    return np.pad(levels, ((0, 0), (before, 1), (before, 1), (0, 0)))


def taps(levels: np.ndarray, stride: int, padding: str):
    """Each of the nine places of a 3x3 kernel with the levels that it meets."""
    around = padded(levels, stride, padding)
    rows, columns = ((size - 3) // stride + 1 for size in around.shape[1:3])
    for y in range(3):
        for x in range(3):
            yield (y, x), around[:, y : y + stride * rows : stride, x : x + stride * columns : stride]


def convolve(levels: np.ndarray, kernel: np.ndarray, stride: int, padding: str) -> np.ndarray:
    return sum(seen @ kernel[place].astype(np.float64) for place, seen in taps(levels, stride, padding))


def convolve_each(levels: np.ndarray, kernel: np.ndarray, stride: int, padding: str) -> np.ndarray:
    return sum(seen * kernel[place][:, 0].astype(np.float64) for place, seen in taps(levels, stride, padding))


def normalise(levels: np.ndarray, norm: dict[str, np.ndarray]) -> np.ndarray:
    return norm["gamma"] * (levels - norm["moving_mean"]) / np.sqrt(norm["moving_variance"] + 1e-3) + norm["beta"]


def relu6(levels: np.ndarray) -> np.ndarray:
    return np.clip(levels, 0.0, 6.0)
