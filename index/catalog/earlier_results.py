"""What other weights and other versions said of the same picture stays when a photo is stored again."""

from __future__ import annotations

from dataclasses import replace

from index.catalog.stored import StoredPhoto


def with_earlier_results(new: StoredPhoto, earlier: StoredPhoto | None) -> StoredPhoto:
    """`new`, followed by those results of `earlier` that it does not renew; of another picture, none."""
    if earlier is None or not _same_picture(new, earlier):
        return new
    rated = {rating.weights for rating in new.ratings}
    assessed = {(said.assessor, said.version) for said in new.assessments}
    embedded = {place.embedder for place in new.embeddings}
    ratings = (rating for rating in earlier.ratings if rating.weights not in rated)
    assessments = (said for said in earlier.assessments if (said.assessor, said.version) not in assessed)
    embeddings = (place for place in earlier.embeddings if place.embedder not in embedded)
    return replace(
        new,
        ratings=(*new.ratings, *ratings),
        assessments=(*new.assessments, *assessments),
        glance=new.glance or earlier.glance,
        embeddings=(*new.embeddings, *embeddings),
    )


def _same_picture(one: StoredPhoto, other: StoredPhoto) -> bool:
    """Whether both were read from equal picture data, seen alike: the fingerprint alone says nothing of orientation or
    colour profile, which change a file's EXIF or its size.
    """
    return (
        one.judged_bytes is not None
        and one.judged_bytes == other.judged_bytes
        and one.record.asset_id == other.record.asset_id
        and one.record.exif == other.record.exif
    )
