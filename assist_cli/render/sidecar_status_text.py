"""What sidecars there are and what each editor shows, photo by photo, as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from rich.text import Text

from assist_cli.render.palette import QUIET
from assist_cli.render.plain_text import printable
from assist_cli.render.sidecar_status_json import has_crop
from assist_cli.workflows.read_places import SidecarRead
from assist_cli.workflows.sidecar_problems.mark_words import listed, marks_text
from assist_cli.workflows.sidecar_status import FolderStatus, PhotoStatus
from index.photo.marks import Mark
from index.photo.sidecar_place import Place
from plugins.editors.registry import EDITORS
from plugins.editors.shown import Shown

TITLES = {editor.name: editor.title for editor in EDITORS}
INDENT = "  "
VIEW_CELLS, TITLE_CELLS = 28, 19
CANNOT_TELL, UNKNOWN = "cannot be told", "unknown programs"
ALL_BUT_CROP = frozenset(Mark) - {Mark.CROP}


def status_lines(status: FolderStatus, told: set[str] | None = None) -> Iterator[Text]:
    """A line of the folder, then photo by photo; nothing of photos that have no sidecar and no marks inside.

    `told`: notes that were told already, each of which is told once; new ones are added to it.
    """
    told = set() if told is None else told
    yield folder_line(status)
    for photo in _photos(status):
        if any(says_something(read) for read in photo.places):
            yield from _photo_lines(photo, told)


def folder_line(status: FolderStatus) -> Text:
    """`/shoot: 412 photos, 318 of them with sidecars; written by darktable 300, Lightroom 18`."""
    where = printable(status.folder)
    if status.unread is not None:
        return Text(f"{where}: {status.unread.message}")
    photos = sum(len(asset.photos) for asset in status.assets)
    beside = sum(any(read.place is not Place.EMBEDDED for read in photo.places) for photo in _photos(status))
    copies = sum(duplicate.rival is None for duplicate, _read in status.duplicates)
    rest = [
        f"written by {_writers(status)}" if beside else "",
        f"{_counted(len(status.orphans), 'sidecar')} without a photo" if status.orphans else "",
        f"{_counted(copies, 'duplicate')} in darktable" if copies else "",
    ]
    told = f"{where}: {_counted(photos, 'photo')}, {beside:,} of them with sidecars"
    return Text("; ".join([told, *filter(None, rest)]))


def _writers(status: FolderStatus) -> str:
    """The commonest first."""
    writers = Counter(str(read.writer or UNKNOWN) for asset in status.assets for read in asset.sidecars)
    return ", ".join(f"{name} {count:,}" for name, count in writers.most_common())


def _photo_lines(photo: PhotoStatus, told: set[str]) -> Iterator[Text]:
    """A heading, a line a place, a line for editors that show the same, and below them what is new in doubt."""
    yield Text(printable(photo.path.name), style="bold")
    yield from (_place_line(read) for read in photo.places if says_something(read))
    yield from _view_lines(photo)
    notes = [note for note in _notes(photo.shown) if note not in told]
    told.update(notes)
    yield from (Text(f"{INDENT * 2}{printable(note)}", style=QUIET) for note in notes)


def reading_lines(editors: Collection[str] = ()) -> Iterator[Text]:
    """When each of these editors (none named: of all) takes in what was written beside its photos."""
    for editor in EDITORS:
        if editors and editor.name not in editors:
            continue
        yield Text(f"{editor.title.ljust(TITLE_CELLS)}{editor.looks}", style=QUIET)


def says_something(read: SidecarRead) -> bool:
    """Sidecars are told even when they say nothing, what is inside a photo only when it holds marks."""
    return read.place is not Place.EMBEDDED or bool(read.marks.said()) or read.trouble is not None


def _place_line(read: SidecarRead) -> Text:
    """`IMG.CR3.xmp says 4 stars and label Green, by darktable`."""
    name = "the photo itself" if read.place is Place.EMBEDDED else printable(read.path.name)
    if read.trouble is not None:
        return Text(f"{INDENT}{name} is not read: {printable(read.trouble.message)}", style="yellow")
    parts = [marks_text(read.marks, ALL_BUT_CROP), "a crop" if has_crop(read) else "nothing"]
    said = listed([part for part in parts if part != "nothing"]) or "nothing"
    line = Text(f"{INDENT}{name} says {printable(said)}")
    return line.append(f", by {read.writer}", style=QUIET) if read.writer else line


def _view_lines(photo: PhotoStatus) -> Iterator[Text]:
    """`4 stars, label Green       in darktable and digiKam`."""
    together: dict[str, list[str]] = {}
    for name, shown in photo.shown.items():
        together.setdefault(view_text(shown), []).append(name)
    for view, names in together.items():
        cells = f"{printable(view)} " if len(view) >= VIEW_CELLS else printable(view).ljust(VIEW_CELLS)
        line = Text(INDENT * 2 + cells, style=QUIET if view == CANNOT_TELL else "")
        yield line.append(f"in {listed([TITLES[name] for name in names])}", style=QUIET)


def view_text(shown: Shown) -> str:
    """`4 stars, label Green, a crop`; what the editor has no such mark for, or cannot be told, is left out."""
    if shown.stars is None and shown.labels is None and shown.rejected is None:
        return CANNOT_TELL
    parts = []
    if shown.stars is not None:
        stars = "1 star" if shown.stars == 1 else f"{shown.stars} stars" if shown.stars else "no stars"
        parts.append(f"{stars} (as every import)" if shown.by_default else stars)
    parts += ["a reject"] if shown.rejected else []
    parts += ["a pick"] if shown.picked else []
    parts += [f"label {listed(shown.labels)}"] if shown.labels else []
    parts += ["a crop"] if shown.crop else []
    return ", ".join(parts) or "no marks"


def _notes(shown: Mapping[str, Shown]) -> list[str]:
    """Each once, of editors whose name is not in the sentence with it."""
    notes: dict[str, None] = {}
    for name, view in shown.items():
        for note in view.notes:
            title = TITLES[name]
            known = title.split()[0].casefold() in note.casefold()
            notes[note if known else f"{title}: {note}"] = None
    return list(notes)


def _photos(status: FolderStatus) -> Iterator[PhotoStatus]:
    return (photo for asset in status.assets for photo in asset.photos)


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"
