"""A small CLIP as transformers saves one, a LAION head as published, and what both compute, by torch's own layers."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, PATCH_PX, EMBEDDING = 64, 2, 4, 32, 24
TABLE = {
    "architecture": "laion_aesthetics", "patch_px": PATCH_PX, "width": WIDTH, "layers": LAYERS, "heads": HEADS,
    "embedding": EMBEDDING,
}  # fmt: skip

State = dict[str, torch.Tensor]


def random_trunk(seed: int = 0) -> State:
    """`CLIPModel.state_dict()`: both halves, of which only the one that sees is wanted."""
    torch.manual_seed(seed)
    state: State = {}

    def linear(name: str, wide: int, narrow: int) -> None:
        state[f"{name}.weight"], state[f"{name}.bias"] = (
            torch.randn(wide, narrow) / narrow**0.5,
            torch.randn(wide) * 0.1,
        )

    def norm(name: str) -> None:
        state[f"{name}.weight"], state[f"{name}.bias"] = torch.rand(WIDTH) + 0.5, torch.randn(WIDTH) * 0.1

    at = "vision_model.embeddings"
    state[f"{at}.class_embedding"] = torch.randn(WIDTH)
    state[f"{at}.position_ids"] = torch.arange(50)[None]
    state[f"{at}.patch_embedding.weight"] = torch.randn(WIDTH, 3, PATCH_PX, PATCH_PX) / (3 * PATCH_PX**2) ** 0.5
    state[f"{at}.position_embedding.weight"] = torch.randn(50, WIDTH) * 0.3
    norm("vision_model.pre_layrnorm")
    for number in range(LAYERS):
        layer = f"vision_model.encoder.layers.{number}"
        for part in ("k_proj", "v_proj", "q_proj", "out_proj"):
            linear(f"{layer}.self_attn.{part}", WIDTH, WIDTH)
        norm(f"{layer}.layer_norm1")
        linear(f"{layer}.mlp.fc1", 4 * WIDTH, WIDTH)
        linear(f"{layer}.mlp.fc2", WIDTH, 4 * WIDTH)
        norm(f"{layer}.layer_norm2")
    norm("vision_model.post_layernorm")
    state["visual_projection.weight"] = torch.randn(EMBEDDING, WIDTH) / WIDTH**0.5
    state["text_model.final_layer_norm.weight"] = torch.ones(8)
    state["text_projection.weight"], state["logit_scale"] = torch.ones(EMBEDDING, 8), torch.tensor(4.6)
    return state


def linear_head(seed: int = 1) -> State:
    """The first predictor's head."""
    torch.manual_seed(seed)
    return {"weight": torch.randn(1, EMBEDDING) * 1.5, "bias": torch.tensor([5.3])}


def mlp_head(seed: int = 1) -> State:
    """The second predictor's, with dropout at places 1, 3 and 5 of its sequence."""
    torch.manual_seed(seed)
    state: State = {}
    widths = (EMBEDDING, 1024, 128, 64, 16, 1)
    for place, narrow, wide in zip((0, 2, 4, 6, 7), widths[:-1], widths[1:], strict=True):
        state[f"layers.{place}.weight"] = torch.randn(wide, narrow) * 1.6 / narrow**0.5
        state[f"layers.{place}.bias"] = torch.randn(wide) * 0.05
    return {**state, "layers.7.bias": torch.tensor([5.3])}


def embedding(state: State, batch: torch.Tensor) -> torch.Tensor:
    """(N, 3, 224, 224) -> (N, EMBEDDING), with torch's attention instead of ours."""
    at = "vision_model.embeddings"
    patches = functional.conv2d(batch, state[f"{at}.patch_embedding.weight"], stride=PATCH_PX).flatten(2).mT
    tokens = torch.cat([state[f"{at}.class_embedding"].expand(len(batch), 1, -1), patches], dim=1)
    tokens = norm(state, "vision_model.pre_layrnorm", tokens + state[f"{at}.position_embedding.weight"])
    for number in range(LAYERS):
        layer = f"vision_model.encoder.layers.{number}"
        read = norm(state, f"{layer}.layer_norm1", tokens)
        tokens = tokens + attention(state, f"{layer}.self_attn")(read, read, read, need_weights=False)[0]
        wide = linear(state, f"{layer}.mlp.fc1", norm(state, f"{layer}.layer_norm2", tokens))
        tokens = tokens + linear(state, f"{layer}.mlp.fc2", wide / (1.0 + torch.exp(-1.702 * wide)))
    return norm(state, "vision_model.post_layernorm", tokens[:, 0]) @ state["visual_projection.weight"].T


def attention(state: State, name: str) -> nn.MultiheadAttention:
    layer = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
    parts = [f"{name}.{part}" for part in ("q_proj", "k_proj", "v_proj")]
    layer.load_state_dict(
        {
            "in_proj_weight": torch.cat([state[f"{part}.weight"] for part in parts]),
            "in_proj_bias": torch.cat([state[f"{part}.bias"] for part in parts]),
            "out_proj.weight": state[f"{name}.out_proj.weight"],
            "out_proj.bias": state[f"{name}.out_proj.bias"],
        }
    )
    return layer.eval()


def norm(state: State, name: str, tokens: torch.Tensor) -> torch.Tensor:
    return functional.layer_norm(tokens, (WIDTH,), state[f"{name}.weight"], state[f"{name}.bias"])


def linear(state: State, name: str, tokens: torch.Tensor) -> torch.Tensor:
    return tokens @ state[f"{name}.weight"].T + state[f"{name}.bias"]
