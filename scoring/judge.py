"""From a photo's files to everything we can say of it: record, assessments, rating distribution."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from index.photo.errors import UnreadablePhoto
from index.photo.memory_budget import one_photo
from index.photo.read import read_photo
from index.photo.record import Asset, PhotoRecord
from scoring.assessment import WEIGHTS_MISSING, Assessment
from scoring.assessor import Assessor
from scoring.engines.embedder import Embedder
from scoring.engines.networks_on_device import networks_on
from scoring.engines.picture_networks import ON_CPU, PictureNetworks
from scoring.engines.rating_engine import RatingEngine, open_rating_engine
from scoring.face import FindFaces
from scoring.frame import Frame
from scoring.glance import Glance, glance_at
from scoring.judge_in_two import judge_in_two
from scoring.open_frame import face_finder, open_frame
from scoring.rating_distribution import Quality
from scoring.registry import ASSESSORS, READS_FACES
from weights.bundles import FACES
from weights.registry import DEFAULT_RATING_WEIGHTS

if TYPE_CHECKING:
    from scoring.engines.served_networks import AskNetwork

NOTHING: Mapping[str, Assessment] = MappingProxyType({})
Placed = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]
"""(10,) probabilities of the ratings 1..10, and the embedding."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Raw judgement of one photo; how it blends into a score is decided later and may change without reopening it."""

    record: PhotoRecord
    quality: Quality
    assessments: Mapping[str, Assessment]
    glance: Glance
    embedding: npt.NDArray[np.float32] | None = None
    """(D,) float32, L2 norm 1: where the network places the photo among others."""
    embedder: str = ""
    """The weights that gave the embedding, as `<name>@<first 12 of the sha256>`."""


class Judge:
    """Judges photos one at a time; safe to call from several threads at once."""

    def __init__(
        self,
        engine: RatingEngine,
        find_faces: FindFaces | None = None,
        other: Executor | None = None,
        networks: PictureNetworks = ON_CPU,
    ) -> None:
        """Without `find_faces` nothing is said of faces. `other`: a thread that helps with a photo that is the only one."""
        self._engine = engine
        self._other = other
        self._lock, self._under_way = threading.Lock(), 0
        self._embedder = Embedder(engine)
        self._find_faces = find_faces
        self._networks = networks
        self.weights = engine.weights
        self.device = engine.device

    def judge(
        self, asset: Asset, known: Mapping[str, Assessment] = NOTHING, *, others: int = 0
    ) -> Judgement | UnreadablePhoto:
        """Read, decode and judge one photo; a photo that cannot be read comes back as a value.

        `known` assessments, by assessor, are taken over: only what is missing is assessed. `others`: photos under way elsewhere.
        """
        with one_photo(), self._counted():
            return self._judged(asset, known, others)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._lock:
            self._under_way += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1

    def _judged(self, asset: Asset, known: Mapping[str, Assessment], others: int) -> Judgement | UnreadablePhoto:
        photo = read_photo(asset)
        if isinstance(photo, UnreadablePhoto):
            return photo
        record, rgb = photo
        frame = open_frame(record, rgb, self._find_faces, self._networks)
        (rating_dist, embedding), assessments = self._said(frame, known, others)
        # The digest tells the catalogue retrained weights apart; people and JSON know them by their name.
        quality = Quality(self.weights.partition("@")[0], tuple(float(p) for p in rating_dist))
        return Judgement(record, quality, assessments, glance_at(frame), embedding, self._embedder.weights)

    def _said(
        self, frame: Frame, known: Mapping[str, Assessment], others: int
    ) -> tuple[Placed, Mapping[str, Assessment]]:
        def rate() -> Placed:
            return self._embedder.rate(self._engine, frame.working)

        def assess(one: Assessor) -> Assessment:
            return known[one.name] if one.name in known else assessed(one, frame)

        if self._other is not None and self._under_way + others == 1:
            return judge_in_two(frame, rate, assess, self._other)
        return rate(), {one.name: assess(one) for one in ASSESSORS}


def assessed(assessor: Assessor, frame: Frame) -> Assessment:
    """What it says of `frame`; marked where it would have asked for faces and nobody could look for them."""
    said = assessor.assess(frame)
    if frame.find_faces is None and assessor.name in READS_FACES:
        return replace(said, evidence={**said.evidence, WEIGHTS_MISSING: FACES.name})
    return said


def open_judge(
    device: str = "auto",
    weights: str = DEFAULT_RATING_WEIGHTS,
    *,
    in_two: bool = False,
    while_reading: bool = False,
) -> Judge:
    """A judge on `device` who rates with the weights called `weights`, and looks at faces where the weights for it are here.

    `in_two`: a photo that is the only one may have two cores; 12 megapixels then take 174 ms instead of 205 (medians, two cores).
    `while_reading`: and then the rating network, too, is opened while the first photo is read; one that cannot be opened is told
    to whoever judges.
    Raises `DeviceError` or `WeightsError`; damaged weights for faces are logged, and faces then not judged.
    """
    _keep_to_own_core()
    other = _helping_thread() if in_two else None
    engine = open_rating_engine(device, weights, other if while_reading else None)
    networks = networks_on(engine.device)
    if other is not None:
        # While the first photo is read; whoever asks one that cannot be opened is told.
        other.submit(networks.saliency)
        other.submit(networks.exposure)
    return Judge(engine, face_finder(), other, networks)


def open_asking_judge(ask: AskNetwork, weights: str = DEFAULT_RATING_WEIGHTS, *, in_two: bool = False) -> Judge:
    """As `open_judge`, of a process that asks what another process has on a device: rating, subject, exposure."""
    from scoring.engines.served_networks import asking  # late: without a GPU nobody asks

    _keep_to_own_core()
    engine, networks = asking(ask, weights)
    return Judge(engine, face_finder(), _helping_thread() if in_two else None, networks)


def _keep_to_own_core() -> None:
    # Photos run beside each other on the workers; OpenCV's and the linear algebra's own threads would fight them
    # for the same cores (7 ms instead of 0.1 for one small product).
    cv2.setNumThreads(1)
    threadpool_limits(1, user_api="blas")


def _helping_thread() -> Executor:
    return ThreadPoolExecutor(1, thread_name_prefix="judge-beside")
