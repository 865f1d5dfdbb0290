"""A library of very many photos that have been scored: files that are there, and a catalogue that knows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.rating_weights import weights_stamp
from assist_cli.workflows.stored_outcome import to_store
from index.catalog.database import open_catalog
from index.catalog.stored import StoredPhoto
from index.photo.record import Asset
from scoring.judge import Judgement, open_judge
from tests.shoot.render import render_shoot

AT_ONCE = 500


def make_library(folder: Path, catalog: Path, count: int, folders: int) -> None:
    """Photos in so many folders; of each the catalogue holds what was said of one of the rendered shoot's frames. The files
    themselves are tiny: nobody opens them as long as they stay as they are."""
    models = judged_shoot()
    with open_catalog(catalog) as opened:
        photos = _photos(folder, models, count, folders)
        while some := list(islice(photos, AT_ONCE)):
            opened.store(some)


def judged_shoot() -> list[StoredPhoto]:
    """The rendered shoot as `score` stores it."""
    stamp, judge = weights_stamp(), open_judge("cpu")
    with TemporaryDirectory() as made:
        assets = [Asset(path) for path in render_shoot(Path(made)) if path.suffix != ".DNG"]
        judged = [(asset, judge.judge(asset)) for asset in assets]
        return [to_store(said, stamp_files(asset), stamp) for asset, said in judged if isinstance(said, Judgement)]


def _photos(folder: Path, models: Sequence[StoredPhoto], count: int, folders: int) -> Iterator[StoredPhoto]:
    for number in range(count):
        path = folder / f"{number * folders // count:04d}" / f"IMG_{number:07d}.JPG"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(b"\xff\xd8" + number.to_bytes(4, "big"))
        model = models[number % len(models)]
        record = replace(model.record, path=path, asset_id=f"{number:032x}")
        yield replace(model, record=record, stamps=stamp_files(Asset(path)))
