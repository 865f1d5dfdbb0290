"""TANet's parameters by their published names and shapes, and the published forward pass, theme branch and all."""

from __future__ import annotations

import torch
from torch.nn import functional

State = dict[str, torch.Tensor]

STAGES = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
RESNET_WIDTHS = (64, 128, 256, 512)


class Drawn(dict[str, torch.Tensor]):
    """Parameters by name, each kind of layer drawn at the size that training would leave it."""

    def convolution(self, name: str, wide: int, narrow: int, size: int) -> None:
        self[f"{name}.weight"] = torch.randn(wide, narrow, size, size) * (2 / (narrow * size * size)) ** 0.5

    def norm(self, name: str, width: int) -> None:
        self[f"{name}.weight"], self[f"{name}.bias"] = torch.rand(width) + 0.6, torch.randn(width) * 0.2
        self[f"{name}.running_mean"], self[f"{name}.running_var"] = torch.randn(width) * 0.1, torch.rand(width) + 0.3
        self[f"{name}.num_batches_tracked"] = torch.tensor(1000)

    def linear(self, name: str, wide: int, narrow: int) -> None:
        self[f"{name}.weight"] = torch.randn(wide, narrow) / narrow**0.5
        self[f"{name}.bias"] = torch.randn(wide) * 0.1


def random_state(seed: int = 0) -> State:
    """A checkpoint as its authors would save it, with random numbers."""
    torch.manual_seed(seed)
    state = Drawn()
    draw_theme_branch(state)
    draw_trunk(state)
    state.linear("mobileNet.head.2", 10, 1280)
    state.linear("head_rgb.2", 10, 20736)
    state.linear("head.2", 10, 30)
    # Random layers pile up what trained ones keep small; without this rounding would be all that is compared.
    state["mobileNet.head.2.weight"] *= 0.03
    return dict(state)


def draw_theme_branch(state: Drawn) -> None:
    """ResNet18 on Places365, and the layers whose weights it writes."""
    state.convolution("res365_last.conv1", 64, 3, 7)
    state.norm("res365_last.bn1", 64)
    narrow = 64
    for layer, width in enumerate(RESNET_WIDTHS, 1):
        for block in (0, 1):
            place = f"res365_last.layer{layer}.{block}"
            state.convolution(f"{place}.conv1", width, narrow if block == 0 else width, 3)
            state.convolution(f"{place}.conv2", width, width, 3)
            state.norm(f"{place}.bn1", width)
            state.norm(f"{place}.bn2", width)
        if layer > 1:
            state.convolution(f"res365_last.layer{layer}.0.downsample.0", width, narrow, 1)
            state.norm(f"res365_last.layer{layer}.0.downsample.1", width)
        narrow = width
    state.linear("res365_last.fc", 365, 512)
    state.linear("hypernet.last_out_w", 100, 365)
    state.linear("hypernet.last_out_b", 1, 365)
    state.linear("tygertnet.fc1", 100, 365)
    state.norm("tygertnet.bn1", 100)
    state["tygertnet.relu1.weight"], state["tygertnet.relu7.weight"] = torch.tensor([0.25]), torch.tensor([0.25])


def draw_trunk(state: Drawn) -> None:
    """The older layout of MobileNetV2."""
    for name, wide, expansion, channels, _ in inverted_residuals():
        state.convolution(f"{name}.0", wide, channels, 1)
        state.norm(f"{name}.1", wide)
        state[f"{name}.3.weight"] = torch.randn(wide, 1, 3, 3) * (2 / 9) ** 0.5
        state.norm(f"{name}.4", wide)
        state.convolution(f"{name}.6", expansion, wide, 1)
        state.norm(f"{name}.7", expansion)
    state.convolution("mobileNet.base_model.0.0.0", 32, 3, 3)
    state.norm("mobileNet.base_model.0.0.1", 32)
    state.convolution("mobileNet.base_model.0.18.0", 1280, 320, 1)
    state.norm("mobileNet.base_model.0.18.1", 1280)


def inverted_residuals() -> list[tuple[str, int, int, int, int]]:
    """Name, widened channels, channels out, channels in and stride of each block."""
    found, channels, place = [], 32, 1
    for expansion, out, count, first_stride in STAGES:
        for position in range(count):
            stride = first_stride if position == 0 else 1
            found.append((f"mobileNet.base_model.0.{place}.conv", channels * expansion, out, channels, stride))
            channels, place = out, place + 1
    return found


def forward(state: State, batch: torch.Tensor) -> torch.Tensor:
    """(N, 3, 224, 224) -> (N, 10): what code/AVA/train_nni.py computes in evaluation mode."""
    theme = theme_branch(state, batch)
    aesthetics = linear(state, "mobileNet.head.2", functional.relu(mobilenet(state, batch).mean(dim=(2, 3))))
    patches = functional.adaptive_avg_pool2d(batch, 12).flatten(2)
    likeness = functional.cosine_similarity(patches[:, :, :, None], patches[:, :, None, :], dim=1).flatten(1)
    colours = torch.softmax(linear(state, "head_rgb.2", functional.relu(likeness)), dim=1)
    merged = functional.relu(torch.cat([aesthetics, theme, colours], dim=1))
    return torch.softmax(linear(state, "head.2", merged), dim=1)


def theme_branch(state: State, batch: torch.Tensor) -> torch.Tensor:
    """(N, 10): every photo's features on every photo's own layer, normalised over the batch, then averaged in ten bins."""
    themes = resnet18(state, batch)
    weights, biases = linear(state, "hypernet.last_out_w", themes), linear(state, "hypernet.last_out_b", themes)
    features = norm(state, "tygertnet.bn1", linear(state, "tygertnet.fc1", themes))
    features = functional.prelu(features, state["tygertnet.relu1.weight"])
    met = features @ weights.T + biases
    # A batch normalisation made on the spot is in training mode: mean and (biased) variance over the batch.
    met = (met - met.mean(dim=0)) / torch.sqrt(met.var(dim=0, unbiased=False) + 1e-5)
    return functional.adaptive_avg_pool2d(functional.prelu(met, state["tygertnet.relu7.weight"])[:, :, None], (10, 1))[
        :, :, 0
    ]


def mobilenet(state: State, batch: torch.Tensor) -> torch.Tensor:
    first, last = "mobileNet.base_model.0.0", "mobileNet.base_model.0.18"
    batch = functional.relu(norm(state, f"{first}.1", functional.conv2d(batch, state[f"{first}.0.weight"], None, 2, 1)))
    for name, wide, out, channels, stride in inverted_residuals():
        levels = functional.relu6(norm(state, f"{name}.1", functional.conv2d(batch, state[f"{name}.0.weight"])))
        levels = functional.conv2d(levels, state[f"{name}.3.weight"], None, stride, 1, groups=wide)
        levels = functional.relu6(norm(state, f"{name}.4", levels))
        levels = norm(state, f"{name}.7", functional.conv2d(levels, state[f"{name}.6.weight"]))
        batch = batch + levels if stride == 1 and out == channels else levels
    return functional.relu(norm(state, f"{last}.1", functional.conv2d(batch, state[f"{last}.0.weight"])))


def resnet18(state: State, batch: torch.Tensor) -> torch.Tensor:
    at = "res365_last"
    batch = functional.relu(norm(state, f"{at}.bn1", functional.conv2d(batch, state[f"{at}.conv1.weight"], None, 2, 3)))
    batch = functional.max_pool2d(batch, 3, 2, 1)
    for layer in range(1, 5):
        for block in (0, 1):
            place, stride = f"{at}.layer{layer}.{block}", 2 if layer > 1 and block == 0 else 1
            levels = functional.conv2d(batch, state[f"{place}.conv1.weight"], None, stride, 1)
            levels = functional.relu(norm(state, f"{place}.bn1", levels))
            levels = norm(state, f"{place}.bn2", functional.conv2d(levels, state[f"{place}.conv2.weight"], None, 1, 1))
            if f"{place}.downsample.0.weight" in state:
                batch = functional.conv2d(batch, state[f"{place}.downsample.0.weight"], None, stride)
                batch = norm(state, f"{place}.downsample.1", batch)
            batch = functional.relu(batch + levels)
    return linear(state, f"{at}.fc", batch.mean(dim=(2, 3)))


def norm(state: State, name: str, levels: torch.Tensor) -> torch.Tensor:
    mean, variance = state[f"{name}.running_mean"], state[f"{name}.running_var"]
    return functional.batch_norm(levels, mean, variance, state[f"{name}.weight"], state[f"{name}.bias"], eps=1e-5)


def linear(state: State, name: str, features: torch.Tensor) -> torch.Tensor:
    return functional.linear(features, state[f"{name}.weight"], state[f"{name}.bias"])
