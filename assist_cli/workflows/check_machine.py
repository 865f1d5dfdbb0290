"""What works on this machine, tried rather than assumed: formats are read, a photo is judged, the catalogue checked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assist_cli.failures import told
from assist_cli.settings import Settings
from index.catalog.checkup import free_bytes, photos_if_sound
from index.catalog.errors import CatalogError, MissingCatalogError
from index.photo.errors import UnreadablePhoto
from index.photo.read import read_photo
from index.photo.record import Asset
from scoring.engines.errors import DeviceError
from scoring.engines.networks_on_device import networks_on
from scoring.engines.open_face_finder import open_face_finder
from scoring.engines.rating_engine import open_rating_engine
from scoring.judge import Judge
from weights.bundles import FACES
from weights.installed import installed
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, entries, verify


class State(StrEnum):
    """How a part is."""

    WORKS = "works"
    LIMITED = "limited"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the machine, how it is, and what to do if it does not work."""

    part: str
    state: State
    detail: str
    hint: str = ""


TRIED_FORMATS = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif", "WebP": ".webp", "HEIF": ".heic", "AVIF": ".avif"}
"""Formats that can be drawn here and read back; RAW files only cameras can write."""

LITTLE_ROOM_BYTES = 100_000_000
"""Room for about ten thousand photos: one takes 7.9 KB in the catalogue (tests/benchmarks/catalogue.py), and its log a few MB."""

REINSTALL = "install photo-assist again"


def check_machine(settings: Settings) -> Iterator[Check]:
    """One check after the other, as they end; makes nothing and changes nothing."""
    with tempfile.TemporaryDirectory(prefix="assist-doctor-") as folder:
        photos = {name: Path(folder) / f"photo{suffix}" for name, suffix in TRIED_FORMATS.items()}
        for name, path in photos.items():
            yield _format(name, path)
        yield _raw()
        yield from _weights()
        yield _device(photos["JPEG"], settings)
        yield _faces()
    yield _catalogue(settings.catalog)


def _format(name: str, path: Path) -> Check:
    try:
        _draw(name, path)
    except (OSError, KeyError, RuntimeError) as error:  # an encoder that this build of the library lacks
        return Check(name, State.LIMITED, f"cannot be tried here: {error}")
    photo = read_photo(Asset(path))
    if isinstance(photo, UnreadablePhoto):
        return Check(name, State.BROKEN, photo.message, REINSTALL)
    return Check(name, State.WORKS, "read")


def _draw(name: str, path: Path) -> None:
    import pillow_heif
    from PIL import Image

    picture = Image.new("RGB", (640, 480), (96, 128, 160))
    if name == "HEIF":
        pillow_heif.from_pillow(picture).save(path)
    else:
        picture.save(path, name)


def _raw() -> Check:
    try:
        import rawpy
    except ImportError as error:
        return Check("RAW", State.BROKEN, str(error), REINSTALL)
    return Check("RAW", State.WORKS, f"LibRaw {'.'.join(map(str, rawpy.libraw_version))}")


def _weights() -> Iterator[Check]:
    for entry in entries().values():
        failed = [check for check in verify(entry) if check.problem]
        if failed:
            problems = "; ".join(f"{check.path.name}: {check.problem}" for check in failed)
            yield Check("weights", State.BROKEN, problems, failed[0].hint)
        else:
            yield Check("weights", State.WORKS, entry.name)
    for name, found in installed().items():
        if isinstance(found, str) and name not in FACES.parts:  # those are told as what they are for
            yield Check("weights", State.LIMITED, found, f"assist weights pull {name}")


def _device(photo: Path, settings: Settings) -> Check:
    try:
        engine = open_rating_engine(settings.device, DEFAULT_RATING_WEIGHTS)
        judge = Judge(engine, networks=networks_on(engine.device))
        judged = judge.judge(Asset(photo))
    except (DeviceError, WeightsError) as error:
        trouble = told(error)
        return Check("judging", State.BROKEN, trouble.message, trouble.hint)
    if isinstance(judged, UnreadablePhoto):
        return Check("judging", State.BROKEN, judged.message, judged.hint)
    return Check("judging", State.WORKS, f"on {judge.device} with {judge.weights}")


def _faces() -> Check:
    try:
        finder = open_face_finder()
    except WeightsError as error:
        return Check("faces", State.BROKEN, str(error), error.hint)
    if finder is None:
        return Check("faces", State.LIMITED, "not judged", f"assist weights pull {FACES.name} brings what finds them")
    return Check("faces", State.WORKS, f"found and judged with {' and '.join(FACES.parts)}")


def _catalogue(path: Path) -> Check:
    try:
        detail = f"{path}, {_contents(path)}"
        room_bytes = free_bytes(path)
    except CatalogError as error:
        return Check("catalogue", State.BROKEN, str(error), error.hint)
    if room_bytes < LITTLE_ROOM_BYTES:
        detail += f", but only {room_bytes // 10**6} MB are free on its disk"
        return Check("catalogue", State.LIMITED, detail, "free some space, or choose another disk with --catalog")
    return Check("catalogue", State.WORKS, detail)


def _contents(path: Path) -> str:
    try:
        return f"{photos_if_sound(path)} photos"
    except MissingCatalogError:
        return "made by the first run"
