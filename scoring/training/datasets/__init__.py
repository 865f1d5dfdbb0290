"""One reader a data set; each returns `RatedPhotos`. To add one, add a file and a line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scoring.training.datasets.aadb import read_aadb
from scoring.training.datasets.arod import read_arod
from scoring.training.datasets.ava import read_ava
from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.datasets.eva import read_eva
from scoring.training.datasets.flickr_aes import read_flickr_aes
from scoring.training.datasets.koniq10k import read_koniq10k
from scoring.training.datasets.para import read_para
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.datasets.spaq import read_spaq
from scoring.training.datasets.tad66k import read_tad66k
from scoring.training.datasets.tid2013 import read_tid2013

READERS: dict[str, Callable[[Path], RatedPhotos]] = {
    "aadb": read_aadb,
    "arod": read_arod,
    "ava": read_ava,
    "biq2021": read_biq2021,
    "eva": read_eva,
    "flickr_aes": read_flickr_aes,
    "koniq10k": read_koniq10k,
    "para": read_para,
    "spaq": read_spaq,
    "tad66k": read_tad66k,
    "tid2013": read_tid2013,
}
