"""Which photos of a shoot belong together."""

from __future__ import annotations

from assist_cli.workflows.grouped_shoot import GroupedShoot
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import Report, SeenShoot, ShootRequest, see_shoot
from index.catalog.database import open_catalog
from scoring.groups.group import Group


def group_shoot(request: ShootRequest, progress: Progress, report: Report) -> GroupedShoot:
    """Groups of the photos at `request.paths`; what is not judged yet is judged first, and kept.

    Raises as `score_photos`.
    """
    with open_catalog(request.catalog) as catalog:
        seen = see_shoot(request, catalog, progress, report)
    return GroupedShoot(seen.photos, groups_in(seen), seen.unread)


def groups_in(seen: SeenShoot) -> list[Group]:
    """The groups among photos that were seen."""
    import cv2

    from assist_cli.workflows.alike_photos import alike_photos
    from scoring.groups.group_photos import group_photos
    from scoring.groups.same_scene import ALIKE_FROM

    # Glances are so small that OpenCV's threads cost more than they give.
    cv2.setNumThreads(1)
    return group_photos(seen.photos, seen.embeddings, seen.glance_of, alike_photos(seen.embeddings, ALIKE_FROM))
