"""The picture half of CLIP (Radford et al. 2021, arXiv:2103.00020), a vision transformer (Dosovitskiy 2021, arXiv:2010.11929)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn

EDGE_PX = 224
"""The input of OpenAI's ViT-B/32 and ViT-L/14 (Radford et al. 2021, table 20)."""
GELU_SLOPE = 1.702
"""x sigmoid(1.702 x), the approximation of GELU that CLIP was trained with (Hendrycks & Gimpel 2016, arXiv:1606.08415)."""


@dataclass(frozen=True, slots=True)
class ClipSize:
    """One row of Radford et al. 2021, table 20."""

    patch_px: int
    width: int
    layers: int
    heads: int
    embedding: int


class ClipVision(nn.Module):
    """(N, 3, 224, 224) normalised RGB -> (N, embedding), not yet of length 1."""

    def __init__(self, size: ClipSize) -> None:
        super().__init__()
        tokens = (EDGE_PX // size.patch_px) ** 2 + 1
        self.class_token = nn.Parameter(torch.zeros(size.width))
        self.patches = nn.Conv2d(3, size.width, size.patch_px, size.patch_px, bias=False)
        self.positions = nn.Parameter(torch.zeros(tokens, size.width))
        self.before = nn.LayerNorm(size.width)
        self.blocks = nn.Sequential(*(TransformerBlock(size.width, size.heads) for _ in range(size.layers)))
        self.after = nn.LayerNorm(size.width)
        self.projection = nn.Linear(size.width, size.embedding, bias=False)

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, 224, 224) float32 -> (N, embedding) float32."""
        patches = self.patches(batch).flatten(2).transpose(1, 2)
        first = self.class_token.expand(patches.shape[0], 1, -1)
        tokens = self.blocks(self.before(torch.cat([first, patches], dim=1) + self.positions))
        embedding: torch.Tensor = self.projection(self.after(tokens[:, 0]))
        return embedding


class TransformerBlock(nn.Module):
    """Attention, then a two-layer network, each added to what it read (Vaswani et al. 2017, norms first)."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key = nn.Linear(width, width), nn.Linear(width, width)
        self.value, self.out = nn.Linear(width, width), nn.Linear(width, width)
        self.widen, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        """(N, T, width) -> (N, T, width)."""
        tokens = tokens + self.attention(self.norm1(tokens))
        wide = self.widen(self.norm2(tokens))
        narrowed: torch.Tensor = self.narrow(wide * torch.sigmoid(GELU_SLOPE * wide))
        return tokens + narrowed

    def attention(self, tokens: torch.Tensor) -> torch.Tensor:
        """(N, T, width) -> (N, T, width): every token reads every other."""
        query, key, value = (self.split(layer(tokens)) for layer in (self.query, self.key, self.value))
        likeness = torch.softmax(query @ key.transpose(2, 3) * query.shape[-1] ** -0.5, dim=-1)
        read: torch.Tensor = self.out((likeness @ value).transpose(1, 2).flatten(2))
        return read

    def split(self, tokens: torch.Tensor) -> torch.Tensor:
        """(N, T, width) -> (N, heads, T, width / heads)."""
        count, length, width = tokens.shape
        return tokens.reshape(count, length, self.heads, width // self.heads).transpose(1, 2)
