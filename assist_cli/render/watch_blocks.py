"""The parts of a watch's screen, each drawn into so many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from assist_cli.render.bars import UNICODE, Glyphs, stars
from assist_cli.render.decision_words import STYLES, WORDS
from assist_cli.render.line_fill import wrapped
from assist_cli.render.live_progress import duration
from assist_cli.render.palette import ALARM, CALM, QUIET
from assist_cli.render.plain_text import printable, shortened, shortened_name
from assist_cli.render.sparkline import sparkline
from assist_cli.render.watch_facts import SeenFolder, SeenPhoto, WatchFacts
from assist_cli.render.watch_words import decision_word, from_home, how_watched
from assist_cli.workflows.watch.totals import PACE_OVER_S
from assist_cli.workflows.watch.watch_request import Mode
from scoring.ranking.picks.choice import Decision
from scoring.ranking.stars import printed_score

JOINT = "   "
WORD_CELLS = max(map(len, WORDS.values()))
SPARK_CELLS = 20
NAME_CELLS = (12, 28)
FILLS = {Decision.KEEPER: ("━", "="), Decision.ALTERNATE: ("─", "-"), Decision.REJECT_CANDIDATE: ("┄", ".")}
"""A row that is shared by the decisions tells them apart without colours too."""
NARROW = 40
"""Cells below which words are left out; a choice."""
FULL_PHOTO = 4
"""Rows from which on a photo has its name, its verdict and its reason below each other."""
STYLE_OF_NOTHING = QUIET


@dataclass(frozen=True, slots=True)
class Drawn:
    """What all parts draw with."""

    facts: WatchFacts
    width: int
    glyphs: Glyphs


def folder_rows(on: Drawn, rows: int) -> list[Text]:
    """A row a folder, those that are gone first; how long we watch in the corner."""
    folders = sorted(on.facts.folders.values(), key=lambda one: not one.is_gone)
    lines = [_folder(one, on.width, on.glyphs) for one in folders[:rows]]
    if len(folders) > rows:
        more = Text(f"{JOINT}and {len(folders) - rows} more", QUIET)
        lines[-1] = _fitting([lines[-1], more], on.width, "")
    if lines:
        since = duration(on.facts.clock() - on.facts.began_s)
        _in_corner(lines[0], Text(f"{since}   Ctrl-C ends", QUIET), on.width)
    return lines


def photo_rows(on: Drawn, rows: int) -> list[Text]:
    """The last photo: its name, its verdict, why, and how long that took."""
    seen = on.facts.last
    if seen is None:
        return [_cut(Text("waiting for the first photo", QUIET), on.width)]
    if rows < FULL_PHOTO:
        return [_photo_row(seen, on.width, on.glyphs)]
    return _photo_words(seen, on.width, rows, on.glyphs)


def pace_rows(on: Drawn, rows: int) -> list[Text]:  # noqa: ARG001 - as all parts are drawn
    """How fast, how many wait, how soon a photo has its score."""
    facts, now_s = on.facts, on.facts.clock()
    pace = f"{facts.totals.photos_per_s(now_s):.1f}{'/s' if on.width < NARROW else ' photos/s'}"
    parts = [Text(pace), Text(f"queue {facts.totals.waiting}", "default" if facts.totals.waiting else QUIET)]
    if facts.totals.arriving:
        parts.append(Text(f"{facts.totals.arriving} arriving"))
    if facts.usual_latency_s is not None:
        parts.append(Text(f"scored in {facts.usual_latency_s:.2f} s", QUIET))
    if on.glyphs is UNICODE and on.width > 3 * SPARK_CELLS:
        drawn = sparkline(facts.times_s, now_s, PACE_OVER_S, SPARK_CELLS)
        parts.insert(1, Text.assemble((drawn, CALM), (" last minute", QUIET)))
    return [_fitting(parts, on.width)]


def count_rows(on: Drawn, rows: int) -> list[Text]:
    """The counts of the session, and how the decisions share it."""
    totals, tally = on.facts.totals, on.facts.tally.of
    parts = [Text.assemble((f"{totals.scored:,}", "bold"), " scored")]
    parts += [
        Text.assemble((f"{tally[one]:,}", "bold"), (f" {WORDS[one]}", STYLES[one])) for one in Decision if tally[one]
    ]
    extras = ((totals.unread, "unreadable", ALARM), (totals.known, "known", QUIET), (totals.revised, "revised", QUIET))
    parts += [
        Text(f"{count:,} {word}", style)
        for count, word, style in (*extras, (totals.sidecars, "sidecars", QUIET))
        if count
    ]
    line = _fitting(parts, on.width, " " if on.width < NARROW else JOINT)
    return [line, _shares(on)] if rows > 1 and tally.total() else [line]


def recent_rows(on: Drawn, rows: int) -> list[Text]:
    """The photos before the last one, the latest first."""
    earlier = list(reversed(on.facts.photos.values()))[1:]
    names = max((cell_len(printable(one.path.name)) for one in earlier[:rows]), default=0)
    name_cells = max(NAME_CELLS[0], min(NAME_CELLS[1], names))
    return [_recent(one, on.width, name_cells, on.glyphs) for one in earlier[:rows]]


def problem_rows(on: Drawn, rows: int) -> list[Text]:
    """The latest problems, the last one first; how many more there are."""
    problems = list(reversed(on.facts.problems.values()))
    shown = [
        Text.assemble((f"{one.at:%H:%M:%S}  " if on.width >= NARROW else "! ", QUIET), (one.words, "yellow"))
        for one in problems[:rows]
    ]
    if 1 < rows < len(problems):
        shown[-1] = Text(f"and {len(problems) - rows + 1} more problems, told at the end", "yellow")
    return [_cut(line, on.width) for line in shown]


def _folder(seen: SeenFolder, width: int, glyphs: Glyphs) -> Text:
    is_unicode = glyphs is UNICODE
    name = from_home(seen.watched.folder)
    if seen.is_gone:
        sign, room = "◌" if is_unicode else "!", width - len("  waiting for  to come back")
        words = f"waiting for {shortened_name(name, room)} to come back"
        if width < NARROW:
            words = f"{printable(seen.watched.folder.name)} is gone"
        line = Text.assemble((f"{sign} {words}", ALARM))
    else:
        is_event = seen.watched.mode is Mode.EVENTS
        sign = ("●" if is_event else "◐") if is_unicode else "*"
        line = Text.assemble(
            (f"{sign} ", CALM),
            (shortened_name(name, max(8, width - 2)), "bold"),
            JOINT,
            (how_watched(seen.watched), QUIET),
        )
    return _cut(line, width)


def _photo_words(seen: SeenPhoto, width: int, rows: int, glyphs: Glyphs) -> list[Text]:
    verdict = Text.assemble((stars(seen.score, glyphs), CALM), f" {printed_score(seen.score)}   ", _word(seen))
    if seen.before is not None:
        verdict.append(f"   was {decision_word(seen.before)}", QUIET)
    lines = [Text(shortened_name(printable(seen.path.name), width), "bold"), _cut(verdict, width)]
    reason = _paragraph(glyphs.spelled(printable(seen.reason)), width, rows - len(lines) - 1, glyphs)
    took = "known from before" if seen.is_known else ""
    if seen.latency_s is not None:
        took = f"{seen.latency_s:.2f} s after its last byte"
    return [*lines, *map(Text, reason), _cut(Text(took, QUIET), width)]


def _paragraph(text: str, width: int, rows: int, glyphs: Glyphs) -> list[str]:
    lines = wrapped(text, max(1, width))
    if len(lines) <= rows:
        return lines
    return [*lines[: rows - 1], shortened(" ".join(lines[rows - 1 :]), width, glyphs.ellipsis)]


def _photo_row(seen: SeenPhoto, width: int, glyphs: Glyphs) -> Text:
    """One row: the name first, for it is short of space."""
    word = _word(seen)
    name = shortened_name(printable(seen.path.name), max(4, width - cell_len(word.plain) - 1))
    line = Text.assemble((name, "bold"), " ", word)
    rest = f"  {stars(seen.score, glyphs)} {printed_score(seen.score)}"
    if line.cell_len + cell_len(rest) <= width:
        line.append(rest)
        reason = shortened(glyphs.spelled(printable(seen.reason)), width - line.cell_len - 2, glyphs.ellipsis)
        line.append(f"  {reason}" if len(reason) > len(glyphs.ellipsis) else "", QUIET)
    return _cut(line, width)


def _recent(seen: SeenPhoto, width: int, name_cells: int, glyphs: Glyphs) -> Text:
    name = shortened_name(printable(seen.path.name), name_cells)
    line = Text.assemble(
        (f"{seen.at:%H:%M:%S}  ", QUIET),
        _word(seen),
        " " * (WORD_CELLS - len(decision_word(seen.decision)) + 2),
        (f"{stars(seen.score, glyphs)} ", CALM),
        f"{printed_score(seen.score):>3}  {name}{' ' * (name_cells - cell_len(name))}  ",
    )
    was = f"was {decision_word(seen.before)}: " if seen.before is not None else ""
    room = width - line.cell_len
    line.append(shortened(was + glyphs.spelled(printable(seen.reason)), max(0, room), glyphs.ellipsis), QUIET)
    return _cut(line, width)


def _word(seen: SeenPhoto) -> Text:
    style = STYLE_OF_NOTHING if seen.decision is None else STYLES[seen.decision]
    return Text(decision_word(seen.decision), style)


def _shares(on: Drawn) -> Text:
    tally = on.facts.tally.of
    total, line, drawn, seen = tally.total(), Text(), 0, 0
    for decision in Decision:
        seen += tally[decision]
        cells = round(seen / total * on.width) - drawn
        drawn += cells
        line.append(FILLS[decision][on.glyphs is not UNICODE] * cells, STYLES[decision])
    return line


def _fitting(parts: Sequence[Text], width: int, joint: str = JOINT) -> Text:
    """As many parts from the left as fit."""
    line = parts[0].copy()
    for part in parts[1:]:
        if line.cell_len + len(joint) + part.cell_len <= width:
            line.append(joint).append_text(part)
    return _cut(line, width)


def _in_corner(line: Text, corner: Text, width: int) -> None:
    room = width - line.cell_len - corner.cell_len
    if room >= len(JOINT):
        line.append(" " * room).append_text(corner)


def _cut(line: Text, width: int) -> Text:
    line.truncate(max(1, width), overflow="ellipsis")
    return line
