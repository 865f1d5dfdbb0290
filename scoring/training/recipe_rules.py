"""What a recipe must keep to: outside these bounds a run would end in the middle of its work, or never begin."""

from __future__ import annotations

import math
import re

from scoring.engines.network_input import FITS, SHORTEST_PX
from scoring.models.trunks import BLOCK_TRUNKS
from scoring.training.recipe_tables import Losses, Network, Recipe, Schedule, Split, Start, Teacher, Teaching
from weights.entry import Preprocessing

MOST_SEED = 2**32 - 1
"""torch takes 64 bits, of which an epoch's own seed needs some (`loop.FineTuning.run`)."""
LONGEST_EDGE_PX = 16_384
"""Far above any network's input; every possible edge is tried for each picture (`network_input.area`)."""
LONGEST_NAME = 100
"""File systems take 255 bytes; the name gets endings."""


def identity_rules(name: str, seed: int) -> dict[str, bool]:
    """What every recipe's name and seed keep to, whatever it trains."""
    return {
        "name must be letters, digits, and - _ . within": re.fullmatch(r"\w[\w.-]*", name) is not None,
        f"name must not be longer than {LONGEST_NAME} letters": len(name) <= LONGEST_NAME,
        f"seed must be in 0..{MOST_SEED}": 0 <= seed <= MOST_SEED,
    }


def broken_rule(plan: Recipe) -> str | None:
    """The first rule that `plan` breaks."""
    rules = {
        **identity_rules(plan.name, plan.seed),
        **network_rules(plan.network, plan.start, plan.losses),
        **loss_rules(plan.losses),
        **split_rules(plan.split),
        **preprocessing_rules(plan.preprocessing),
        **schedule_rules(plan.schedule),
        **teaching_rules(plan.teachers, plan.teaching),
        # Of a single photo of 32 px the last map has one value a channel, which has no variance.
        f"preprocessing.edge_px must be at least {2 * SHORTEST_PX} where schedule.batch_norm is trained": (
            plan.schedule.batch_norm == "frozen" or plan.preprocessing.edge_px >= 2 * SHORTEST_PX
        ),
    }
    return next((rule for rule, kept in rules.items() if not kept), None)


def network_rules(network: Network, start: Start, losses: Losses) -> dict[str, bool]:
    """Each rule on the network and its start, and whether it is kept."""
    saf, several = network.architecture == "saf", network.architecture == "multi_level"
    return {
        "network.architecture must be multi_level, nima or saf": network.architecture in ("multi_level", "nima", "saf"),
        "network.dropout must be at least 0 and below 1": 0.0 <= network.dropout < 1.0,
        "network.maps_per_group must be at least 1": network.maps_per_group >= 1,
        "network.regressor must be split or joint": network.regressor in ("split", "joint"),
        "start.head must be ridge or random": start.head in ("ridge", "random"),
        "network.backbone of multi_level must be one of ours: " + ", ".join(BLOCK_TRUNKS): not several
        or network.backbone in BLOCK_TRUNKS,
        "start.head can be ridge only for multi_level": several or start.head == "random",
        "start.ridge_penalty must be above 0": 0.0 < start.ridge_penalty < math.inf,
        "losses.activation and losses.reconstruction are for saf": saf
        or losses.activation == losses.reconstruction == 0.0,
    }


def loss_rules(losses: Losses) -> dict[str, bool]:
    """Each rule on the losses, and whether it is kept."""
    return {
        "losses.activation must be at least 0": 0.0 <= losses.activation < math.inf,
        "losses.activation_divergence must be l1, kl or js": losses.activation_divergence in ("l1", "kl", "js"),
        "losses.reconstruction must be at least 0": 0.0 <= losses.reconstruction < math.inf,
        "losses.balance must be fixed or dynamic": losses.balance in ("fixed", "dynamic"),
        "losses.temperature must be above 0": 0.0 < losses.temperature < math.inf,
    }


def split_rules(split: Split) -> dict[str, bool]:
    """Each rule on the split, and whether it is kept."""
    return {
        "split.near_duplicate_cosine must be in 0..1": 0.0 <= split.near_duplicate_cosine <= 1.0,
        "split.validation_share must be between 0 and 1": 0.0 < split.validation_share < 1.0,
    }


def preprocessing_rules(shape: Preprocessing) -> dict[str, bool]:
    """Each rule on the network's input, and whether it is kept."""
    return {
        "preprocessing.fit must be area, short_edge or square": shape.fit in FITS,
        "preprocessing.edge_px must be at least 32": shape.edge_px >= SHORTEST_PX,
        "preprocessing.multiple_of_px must be at least 1": shape.multiple_of_px >= 1,
        "preprocessing.long_edge_px must be at least edge_px": shape.long_edge_px >= shape.edge_px,
        f"preprocessing.long_edge_px must be at most {LONGEST_EDGE_PX}": shape.long_edge_px <= LONGEST_EDGE_PX,
        "preprocessing.multiple_of_px must be at most edge_px": shape.multiple_of_px <= shape.edge_px,
        "preprocessing.mean must be finite": all(map(math.isfinite, shape.mean)),
        "preprocessing.sd must be above 0": above_nought(*shape.sd),
    }


def schedule_rules(schedule: Schedule) -> dict[str, bool]:
    """Each rule on the schedule, and whether it is kept."""
    return {
        "schedule.epochs must be at least 1": schedule.epochs >= 1,
        "schedule.annealed_over_epochs must be at least epochs": schedule.annealed_over_epochs >= schedule.epochs,
        "schedule.batch must be at least 1": schedule.batch >= 1,
        "schedule.edge_px must be 0 or at least 32": schedule.edge_px == 0 or schedule.edge_px >= SHORTEST_PX,
        "schedule's rates must be above 0": above_nought(schedule.backbone_rate, schedule.head_rate),
        "schedule.warm_up_share must be between 0 and 1": 0.0 < schedule.warm_up_share < 1.0,
        "schedule.average_decay must be at least 0 and below 1": 0.0 <= schedule.average_decay < 1.0,
        "schedule.batch_norm must be frozen or trained": schedule.batch_norm in ("frozen", "trained"),
    }


def teaching_rules(teachers: tuple[Teacher, ...], teaching: Teaching) -> dict[str, bool]:
    """Each rule on teachers, and whether it is kept."""
    return {
        f"each of teachers must have a backbone of {', '.join(BLOCK_TRUNKS)}": all(
            teacher.backbone in BLOCK_TRUNKS for teacher in teachers
        ),
        "each of teachers must have an edge_px of at least 32": all(t.edge_px >= SHORTEST_PX for t in teachers),
        f"each of teachers must have an edge_px of at most {LONGEST_EDGE_PX // 4}": all(
            teacher.preprocessing.long_edge_px <= LONGEST_EDGE_PX for teacher in teachers
        ),
        "each of teachers must have a finite mean": all(math.isfinite(v) for teacher in teachers for v in teacher.mean),
        "each of teachers must have an sd above 0": all(above_nought(*teacher.sd) for teacher in teachers),
        "teaching.share must be in 0..1": 0.0 <= teaching.share <= 1.0,
        "teaching.folds must be at least 2": teaching.folds >= 2,
        "teaching.ridge_penalty must be above 0": 0.0 < teaching.ridge_penalty < math.inf,
    }


def above_nought(*values: float) -> bool:
    """Whether each is finite and above 0; `min` would pass over a nan that does not come first."""
    return all(0.0 < value < math.inf for value in values)
