"""How often a ranker puts held-out photos before worse crops of them, beside what a rule without learning does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from scoring.models.crop_ranker import CropRanker
from scoring.training.crops.lessons import Lesson

Results = dict[str, dict[str, object]]


def held_out_results(ranker: CropRanker, lessons: Sequence[Lesson]) -> Results:
    """Share of the pairs in which the photo is worth more than the worse crop, all photos counting alike."""
    with torch.inference_mode():
        shares = [
            float((_worth(ranker, one.better) > _worth(ranker, one.worse)).mean()) for one in lessons if len(one.better)
        ]
        apart = [float(np.abs(_worth(ranker, one.photo) - _worth(ranker, one.found)).mean()) for one in lessons]
    return {
        "ranker": {
            "photos": len(shares),
            "pairs_right": round(float(np.mean(shares)), 3),
            "same_photo_apart": round(float(np.mean(apart)), 3),
        }
    }


def _worth(ranker: CropRanker, features: np.ndarray) -> np.ndarray:
    return np.asarray(ranker(torch.from_numpy(features)).numpy(), np.float64)
