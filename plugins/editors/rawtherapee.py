"""RawTherapee: its own profile `IMG.CR3.pp3`.

Rules: research/editors.md 5 (the crop was tried with 5.9); ratings inside photos: RawTherapee issues 5325 and 6186.
"""

from __future__ import annotations

from index.photo.mark_fields.labels import RAWTHERAPEE
from index.photo.mark_fields.pp3 import Pp3Facts
from index.photo.sidecar_place import Place
from plugins.editors.shown import Editor, PhotoPlaces, Shown

NO_PROFILE = "without a .pp3, RawTherapee shows the stars inside a photo in some versions, and those of a sidecar in none up to 5.9"
NO_RANK = "its .pp3 says nothing of stars"


def shows(places: PhotoPlaces) -> Shown:
    """What RawTherapee shows when it lists the folder."""
    if places.profile is None:
        return Shown(crop=False, notes=(NO_PROFILE,))
    return _shown(places.profile)


def _shown(profile: Pp3Facts) -> Shown:
    label = RAWTHERAPEE.get(profile.colour_label or 0)
    return Shown(
        stars=profile.rank,
        rejected=bool(profile.in_trash),
        labels=(label.value,) if label else (),
        crop=profile.has_crop,
        places=(Place.RAWTHERAPEE,),
        notes=(NO_RANK,) if profile.rank is None else (),
    )


EDITOR = Editor("rawtherapee", "RawTherapee", "reads its profiles whenever it lists a folder", shows)
