"""What a watch tells its listeners, made up."""

from pathlib import Path
from types import SimpleNamespace

from assist_cli.workflows.watch.watch_request import ArrivedPhoto
from index.photo.errors import FailureKind, UnreadablePhoto


def arrived(path, latency_s=0.12):
    return ArrivedPhoto(SimpleNamespace(path=Path(path)), latency_s)


def unreadable(path, kind=FailureKind.TRUNCATED, message="the file ends early"):
    return UnreadablePhoto(Path(path), kind, message)
