"""Which photos of a shoot to keep, and why: groups, ranks inside them, and if asked so many of the whole shoot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assist_cli.failures import BadRequestError
from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.group_shoot import groups_in
from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot
from assist_cli.workflows.keep_decisions import keep_decisions
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import Report, SeenShoot, ShootRequest, see_shoot
from index.catalog.database import open_catalog
from scoring.groups.group import Group
from scoring.groups.scenes import scenes_of
from scoring.ranking.picks.choose_shoot import Shoot, choose_shoot
from scoring.ranking.picks.decide import decide
from scoring.ranking.picks.keep import Keep, parse_keep
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.profile import Profile
from weights.registry import EMBEDDER_WEIGHTS, bundled_entries


@dataclass(frozen=True, slots=True)
class Quota:
    """How many to keep of a whole shoot, and at most of one moment."""

    keep: Keep
    per_moment: int | None = None


def quota_of(keep: str | None, per_moment: int | None) -> Quota | None:
    """What a person asked for, if anything: `"40"` or `"25%"`. Raises `KeepError`, and `BadRequestError` for a part alone."""
    if keep is None and per_moment is not None:
        raise BadRequestError("--per-moment goes with --keep", "such as --keep 40 --per-moment 2")
    return None if keep is None else Quota(parse_keep(keep), per_moment)


def pick_shoot(request: ShootRequest, quota: Quota | None, progress: Progress, report: Report) -> PickedShoot:
    """A decision for every photo at `request.paths`; what is not judged yet is judged first. Judgements and advice are kept.

    Raises as `score_photos`.
    """
    picked = _picked(request, quota, progress, report)
    keep_decisions(request.catalog, picked)
    return picked


def _picked(request: ShootRequest, quota: Quota | None, progress: Progress, report: Report) -> PickedShoot:
    profile = profile_called(request.profile)
    with open_catalog(request.catalog) as catalog:
        seen = see_shoot(request, catalog, progress, report, scores=True)
    return picks_among(seen, groups_in(seen), profile, quota)


def picks_among(seen: SeenShoot, groups: Sequence[Group], profile: Profile, quota: Quota | None = None) -> PickedShoot:
    """A decision for every photo that was seen with its scores."""
    scored = [seen.scored[photo.path] for photo in seen.photos]
    ranked = [ranked_photo(one) for one in scored]
    choices = decide(ranked, groups, profile)
    grouped = GroupedShoot(seen.photos, groups, seen.unread)
    if quota is None:
        return PickedShoot(grouped, scored, choices)
    scenes = scenes_among(seen, groups)
    chosen = choose_shoot(Shoot(ranked, groups, choices, scenes), quota.keep, quota.per_moment)
    return PickedShoot(grouped, scored, chosen.choices, chosen)


def scenes_among(seen: SeenShoot, groups: Sequence[Group]) -> list[int]:
    """A number a photo, equal for photos of one scene."""
    return list(scenes_of(seen.embeddings, groups, one_scene_from()).tolist())


def one_scene_from() -> float:
    """The cosine that one pair of different scenes in 10,000 passes, as the embedder's entry measured it."""
    return float(bundled_entries()[EMBEDDER_WEIGHTS].facts["validation"]["one_in_10000"]["cosine"])


def ranked_photo(photo: ScoredPhoto) -> RankedPhoto:
    """The photo as picking sees it."""
    record = photo.record
    return RankedPhoto(
        record.path, record.asset_id, record.size_px, photo.assessments, photo.quality, photo.score.value
    )
