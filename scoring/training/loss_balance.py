"""How much each loss counts: fixed weights, or besides, dynamic weight averaging (Liu et al. 2019, arXiv:1803.10704, eq. 7)."""

from __future__ import annotations

import math
from collections.abc import Mapping

from scoring.training.recipe_tables import Losses


class LossBalance:
    """The weight of each loss in the coming epoch. What a loss has cost in the last two epochs is its `history`."""

    def __init__(self, losses: Losses) -> None:
        fixed = {"emd": 1.0, "activation": losses.activation, "reconstruction": losses.reconstruction}
        self._fixed = {name: weight for name, weight in fixed.items() if weight > 0}
        self._dynamic, self._temperature = losses.balance == "dynamic", losses.temperature
        self.history: list[dict[str, float]] = []

    def weights(self) -> dict[str, float]:
        """Name -> weight. Dynamic: times K softmax(r / T), r the ratio of the last two epochs' losses; 1 in the first two."""
        if not self._dynamic or len(self.history) < 2:
            return dict(self._fixed)
        before, last = self.history[-2:]
        # A loss that is nought cannot fall: it counts as one that stays.
        ratios = {name: last[name] / before[name] if before[name] > 0 else 1.0 for name in self._fixed}
        highest = max(ratios.values())
        powers = {name: math.exp((ratio - highest) / self._temperature) for name, ratio in ratios.items()}
        scale = len(powers) / sum(powers.values())
        return {name: weight * powers[name] * scale for name, weight in self._fixed.items()}

    def after_epoch(self, mean_losses: Mapping[str, float]) -> None:
        """Remember what each loss cost on average in the epoch that ended."""
        self.history = [*self.history, {name: mean_losses[name] for name in self._fixed}][-2:]
