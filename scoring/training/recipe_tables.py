"""The tables of a recipe, as dataclasses: a field without a default must be written, the others may be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scoring.training.card import Card
from weights.entry import Preprocessing


@dataclass(frozen=True, slots=True)
class RatingCard(Card):
    """The card of a rating network."""

    backbone: str
    """Where the trunk's first parameters come from."""


@dataclass(frozen=True, slots=True)
class Network:
    """The network, as `scoring.models.architectures` builds it."""

    architecture: str
    backbone: str
    dropout: float = 0.0
    maps_per_group: int = 32
    """SAF: P, the maps of each rating's group."""
    regressor: str = "split"
    """SAF: `split`, one for each group, or `joint`."""


@dataclass(frozen=True, slots=True)
class Losses:
    """What training minimises: EMD (r = 2), and for SAF two more, each times its weight."""

    activation: float = 0.0
    activation_divergence: str = "l1"
    """How a group's mean is compared with its rating's share: `l1`, `kl` or `js`."""
    reconstruction: float = 0.0
    balance: str = "fixed"
    """`fixed`, or `dynamic`: besides, weights follow how fast each loss falls (dynamic weight averaging)."""
    temperature: float = 2.0
    """Of the dynamic balance; the larger, the more equal (Liu et al. 2019: 2)."""


@dataclass(frozen=True, slots=True)
class Split:
    """How photos are kept for validation where no split of the set ships with the program."""

    near_duplicate_cosine: float
    validation_share: float
    salt: str
    chosen_by_it: str
    """What of this recipe was chosen by agreement on photos held out like this, which flatters it; empty if nothing was."""


@dataclass(frozen=True, slots=True)
class Start:
    """How the head starts: `ridge` (only `multi_level`), a regression on frozen features, or `random`."""

    head: str = "random"
    ridge_penalty: float = 1e4


@dataclass(frozen=True, slots=True)
class Teacher:
    """A trunk whose frozen features tell what to expect of a photo; its own input, as in `Preprocessing`."""

    backbone: str
    edge_px: int
    mean: tuple[float, float, float]
    sd: tuple[float, float, float]

    @property
    def preprocessing(self) -> Preprocessing:
        """By area, as every network that scores."""
        return Preprocessing("area", self.edge_px, 4 * self.edge_px, 8, self.mean, self.sd)


@dataclass(frozen=True, slots=True)
class Teaching:
    """How far the mean of each photo's opinions is moved towards what the teachers expect."""

    share: float = 0.5
    folds: int = 5
    ridge_penalty: float = 200.0


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the network is fine-tuned."""

    epochs: int
    annealed_over_epochs: int
    """The rates fall as if the run had this many epochs; at least `epochs`."""
    batch: int
    backbone_rate: float
    head_rate: float
    warm_up_share: float
    average_decay: float
    edge_px: int = 0
    """The input's edge while training; 0: as when scoring. Scoring larger than training costs no training time and agrees better
    (Touvron et al. 2019, arXiv:1906.06423)."""
    batch_norm: str = "frozen"
    """The trunk's: `frozen` statistics, or `trained`, for large batches and random parameters."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One training run; `preprocessing` and `network` go into the weights' entry as they stand."""

    name: str
    dataset: str
    seed: int
    card: RatingCard
    network: Network
    split: Split
    preprocessing: Preprocessing
    schedule: Schedule
    start: Start = Start()
    losses: Losses = Losses()
    teachers: tuple[Teacher, ...] = ()
    teaching: Teaching = Teaching()

    @property
    def training_preprocessing(self) -> Preprocessing:
        """The input while training."""
        edge_px = self.schedule.edge_px or self.preprocessing.edge_px
        return replace(self.preprocessing, edge_px=edge_px)
