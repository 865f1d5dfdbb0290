"""What the doctor of sidecars found, as lines."""

from pathlib import Path

from assist_cli.render.sidecar_problem_text import HEADINGS, MOST_ALIKE, problem_lines, summary_line
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind, copying_inside, mended, reading


def lines(problems):
    return [line.plain for line in problem_lines(problems)]


def found(number: int) -> Problem:
    path = Path(f"/shoot/{number}.CR3")
    return mended(ProblemKind.SHOWN_DIFFERENTLY, path, f"{number}.CR3 differs", reading(path))


def test_few_findings_are_mended_one_by_one():
    assert lines([found(1)]) == [
        "editors would show different marks in /shoot",
        "  1.CR3 differs",
        "    assist sidecars read /shoot/1.CR3",
        "    then, so that all editors show the same: assist sidecars write /shoot/1.CR3 --style both",
    ]


def test_many_findings_are_mended_together():
    assert lines([found(number) for number in range(MOST_ALIKE + 1_000)]) == [
        "editors would show different marks in /shoot",
        *(f"  {number}.CR3 differs" for number in range(MOST_ALIKE)),
        "  and 1,000 more like these",
        "    assist sidecars read /shoot",
        "    then, so that all editors show the same: assist sidecars write /shoot --style both",
    ]


def test_that_a_command_writes_into_photos_is_told_of_many_too():
    photos = [Path(f"/shoot/{number}.jpg") for number in range(MOST_ALIKE + 1)]
    told = lines(
        [
            mended(ProblemKind.ONLY_BESIDE, path, "so", copying_inside(path.with_suffix(".jpg.xmp"), path))
            for path in photos
        ]
    )

    assert "%d%f.%e.xmp" in told[-2]
    assert "into the photo itself" in told[-1]


def test_what_no_command_mends_has_its_hint():
    problem = Problem(ProblemKind.PHOTO_GONE, Path("/shoot/gone.xmp"), "it has no photo", None, "move it")

    assert lines([problem])[1:] == ["  it has no photo", "    move it"]
    assert lines([problem] * (MOST_ALIKE + 1))[-1] == "    move it"


def test_a_sentence_does_not_move_the_cursor():
    problem = Problem(ProblemKind.PHOTO_GONE, Path("/sh\noot/gone.xmp"), "a\x1b[2Jb\nc")

    assert lines([problem]) == ["a sidecar without its photo in /sh?oot", "  a?[2Jb?c"]


def test_every_kind_has_a_heading():
    assert set(HEADINGS) == set(ProblemKind)


def test_the_summary_counts():
    other = Problem(ProblemKind.LINK, Path("/other/a.xmp"), "so")

    assert summary_line([]) == "no problems found"
    assert summary_line([found(1)]) == "1 problem in 1 folder; nothing was changed"
    assert summary_line([found(1), other]) == "2 problems in 2 folders; nothing was changed"
