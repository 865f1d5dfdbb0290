"""AVA (Murray, Marchesotti & Perronnin 2012): photos of dpchallenge.com with votes 1 to 10, tags of content and of style.

The authors publish `AVA.txt`, `tags.txt`, `aesthetics_image_lists/` and `style_image_lists/` but no pictures; the usual
collections of those hold `images/<id>.jpg`. Not checked against the published files: that `tags.txt` and `styles.txt`
have a number and a name on each line.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scoring.training.datasets.label_table import Line, read_words, text_of
from scoring.training.datasets.opinions import HOW_FROM_TEN, from_votes, means_of
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos

VOTES = tuple(f"votes_{score}" for score in range(1, 11))
COLUMNS = ("index", "image", *VOTES, "tag_1", "tag_2", "challenge")
MOST_VOTES = 10_000
"""Photos have 78 to 549 votes (Murray et al. 2012): a count beyond this is another column."""
STYLES = 14


def read_ava(folder: Path) -> RatedPhotos:
    """Read the AVA set in `folder`; `subset` is the first tag of content, `split` the generic test list; raises `DatasetError`."""
    return read_labels(folder).whose_pictures_exist()


def read_labels(folder: Path) -> RatedPhotos:
    """All photos of `AVA.txt`, their pictures there or not; raises `DatasetError`."""
    lines = read_words(folder / "AVA.txt", COLUMNS)
    distribution = from_votes(np.array([line.votes(VOTES, MOST_VOTES) for line in lines], np.float64))
    images = [line.text("image") for line in lines]
    names, styles = names_by_number(folder / "tags.txt"), styles_by_image(folder / "style_image_lists")
    contents = [content_tags(line, names) for line in lines]
    return RatedPhotos(
        tuple(folder / "images" / f"{image}.jpg" for image in images),
        means_of(distribution),
        tuple(content[0] if content else "untagged" for content in contents),
        distribution,
        HOW_FROM_TEN,
        published_split(images, folder / "aesthetics_image_lists" / "generic_test.jpgl"),
        tuple(content + styles.get(image, ()) for content, image in zip(contents, images, strict=True)),
    )


def content_tags(line: Line, names: dict[str, str]) -> tuple[str, ...]:
    """The names of the up to two tags of content; 0 stands for none."""
    numbers = [str(line.whole(column, 0, 66)) for column in ("tag_1", "tag_2")]
    return tuple(names.get(number, f"tag {number}") for number in numbers if number != "0")


def names_by_number(file: Path) -> dict[str, str]:
    """`{"15": "Nature"}` of a file with a number and a name on each line; empty without the file."""
    if not file.is_file():
        return {}
    numbered = (line.split(maxsplit=1) for line in text_of(file).splitlines() if line.strip())
    return {parts[0]: parts[-1].strip() for parts in numbered}


def styles_by_image(folder: Path) -> dict[str, tuple[str, ...]]:
    """`{"953619": ("style Macro",)}`: one style in the training list, any of 14 in the test list; empty without the folder."""
    if not folder.is_dir():
        return {}
    names = names_by_number(folder / "styles.txt")
    one = {
        image.text("image"): [style.whole("style", 1, STYLES)]
        for image, style in zip(*beside(folder, "train.jpgl", "train.lab", ("style",)), strict=True)
    }
    columns = tuple(str(number) for number in range(1, STYLES + 1))
    several = {
        image.text("image"): [int(column) for column in columns if flags.whole(column, 0, 1)]
        for image, flags in zip(*beside(folder, "test.jpgl", "test.multilab", columns), strict=True)
    }
    return {
        image: tuple(f"style {names.get(str(number), number)}" for number in numbers)
        for image, numbers in (one | several).items()
    }


def beside(folder: Path, images: str, labels: str, columns: tuple[str, ...]) -> tuple[list[Line], list[Line]]:
    """The lines of two files that belong together; raises `DatasetError` when one is longer."""
    left, right = read_words(folder / images, ("image",)), read_words(folder / labels, columns)
    if len(left) != len(right):
        raise DatasetError(f"{images} has {len(left)} lines and {labels} has {len(right)}", "copy both files again")
    return left, right


def published_split(images: list[str], test_list: Path) -> tuple[str, ...]:
    """`test` for the photos in `test_list` and `train` for the others; empty without the list."""
    if not test_list.is_file():
        return ()
    test = {line.text("image") for line in read_words(test_list, ("image",))}
    return tuple("test" if image in test else "train" for image in images)
