"""Label files as data sets publish them, line by line, so that an error can name the line."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring.training.datasets.rated_photos import DatasetError


@dataclass(frozen=True)
class Line:
    """One line of a label file: its values by column name."""

    where: str
    """`labels.csv, line 7`"""
    values: dict[str, str]

    def text(self, column: str) -> str:
        """The value of `column`, which is not empty; raises `DatasetError` that names the line."""
        text = self.values[column]
        if not text:
            raise DatasetError(f"{self.where} has no {column}", "copy the file again")
        return text

    def number(self, column: str, lowest: float, highest: float) -> float:
        """The value of `column`, within `lowest`..`highest`; raises `DatasetError` that names the line."""
        text = self.text(column)
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not lowest <= value <= highest:
            raise DatasetError(
                f"{self.where}: {column} is {text}, not a number in {lowest:g}..{highest:g}", "copy the file again"
            )
        return value

    def whole(self, column: str, lowest: int, highest: int) -> int:
        """The value of `column`, a whole number within `lowest`..`highest`; raises `DatasetError` that names the line."""
        value = self.number(column, lowest, highest)
        if not value.is_integer():
            raise DatasetError(f"{self.where}: {column} is {value:g}, not a whole number", "copy the file again")
        return int(value)

    def votes(self, columns: Sequence[str], most: float) -> list[float]:
        """How many people, or which share of them, gave each of the answers `columns`; raises `DatasetError` when nobody did."""
        counts = [self.number(column, 0.0, most) for column in columns]
        if not sum(counts):
            raise DatasetError(f"{self.where} has no votes", "copy the file again")
        return counts


def read_csv(file: Path, columns: Sequence[str], delimiter: str = ",") -> list[Line]:
    """The lines of `file`, whose first line names the columns, at least `columns`; raises `DatasetError`.

    Blanks around names and values do not count, nor does the byte order mark that spreadsheets write.
    """
    rows = list(csv.reader(text_of(file).splitlines(), delimiter=delimiter, skipinitialspace=True))
    names = [name.strip() for name in rows[0]] if rows else []
    absent = [name for name in columns if name not in names]
    if absent:
        raise DatasetError(
            f"{file} has no column {', '.join(absent)}", f"its first line must name {', '.join(columns)}"
        )
    lines = [as_line(file, number, names, row) for number, row in enumerate(rows[1:], start=2) if row]
    if not lines:
        raise DatasetError(f"{file} lists no photos", "copy the file again")
    return lines


def read_words(file: Path, columns: Sequence[str]) -> list[Line]:
    """The lines of `file`, which has no line of names: values between blanks, in the order of `columns`; raises `DatasetError`."""
    lines = text_of(file).splitlines()
    return [as_line(file, number, columns, line.split()) for number, line in enumerate(lines, start=1) if line.strip()]


def as_line(file: Path, number: int, columns: Sequence[str], values: Sequence[str]) -> Line:
    """Line `number` of `file`; raises `DatasetError` when it has not a value for each column."""
    where = f"{file.name}, line {number}"
    if len(values) != len(columns):
        raise DatasetError(f"{where} has {len(values)} values, not {len(columns)}", "copy the file again")
    return Line(where, dict(zip(columns, (value.strip() for value in values), strict=True)))


def text_of(file: Path) -> str:
    """What is written in `file`, which is not empty; raises `DatasetError`."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DatasetError(f"there is no {file}", "name the folder that the data set was unpacked into") from error
    except (UnicodeDecodeError, OSError) as error:
        raise DatasetError(f"{file} cannot be read as text: {error}", "copy the file again") from error
    if not text.strip():
        raise DatasetError(f"{file} lists no photos", "copy the file again")
    return text
