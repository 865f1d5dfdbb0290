"""`assist evaluate`: weights measured on a set, from the pictures to the report, with the network that ships."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from assist_cli.interrupts import Interrupted
from assist_cli.render.model_card import BEGIN, END
from scoring.training.splits import HERE
from weights.registry import DEFAULT_RATING_WEIGHTS

ROOT = Path(__file__).resolve().parents[3]
OF_EACH = 12
"""Photos of each part and side: two more than a part needs to be told by itself."""


@pytest.fixture
def biq2021(tmp_path):
    """A tiny BIQ2021: names of the real set, so that the split that ships knows them; grain instead of photos."""
    with (HERE / "biq2021.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    chosen = [
        row["file"]
        for part in ("ss01", "ss02")
        for side in ("0", "1")
        for row in [row for row in rows if row["file"].startswith(part) and row["held_out"] == side][:OF_EACH]
    ]
    folder, generator = tmp_path / "biq2021", np.random.default_rng(0)
    (folder / "images").mkdir(parents=True)
    labels = ["file,subset,mos"]
    for number, name in enumerate(chosen):
        grain = generator.normal(128, 10 + number, (64, 64, 3)).clip(0, 255).astype(np.uint8)
        Image.fromarray(grain).save(folder / "images" / name)
        labels.append(f"{name},{name[:4]},{0.2 + 0.6 * generator.random():.4f}")
    (folder / "labels.csv").write_text("\n".join(labels) + "\n")
    return folder


@pytest.fixture
def evaluate(assist, tmp_path, monkeypatch):
    """Runs `assist evaluate` without pictures, which have their own tests; the report goes to `report`."""
    monkeypatch.setattr("assist_cli.render.evaluation_report.pictures_of", lambda _made: {})

    def call(*arguments):
        return assist("--device", "cpu", "evaluate", "--output", tmp_path / "report", *arguments)

    return call


def test_photos_held_out_of_training_are_measured_and_told(evaluate, biq2021, tmp_path):
    answer = evaluate("--data", "biq2021", biq2021)
    assert answer.exit_code == 0
    assert answer.out.startswith(f"**{DEFAULT_RATING_WEIGHTS} on {2 * OF_EACH} photos of biq2021 in ")
    assert answer.out.splitlines()[0].endswith("held out of training.**")
    assert (tmp_path / "report" / "evaluation.md").read_text() == answer.out
    report = json.loads((tmp_path / "report" / "evaluation.json").read_text())
    assert report["photos"] == 2 * OF_EACH
    assert set(report["subsets"]) == {"ss01", "ss02"}
    assert report["baselines_fitted_on"]["photos"] == 2 * OF_EACH
    assert "report" in answer.err


def test_measuring_what_was_trained_on_is_warned_of(evaluate, biq2021):
    answer = evaluate("--data", "biq2021", biq2021, "--split", "all")
    assert answer.exit_code == 0
    warning = f"{2 * OF_EACH} of the {4 * OF_EACH} photos measured were trained on: the numbers flatter"
    assert warning in " ".join(answer.err.split())
    assert warning in answer.out


def test_a_picture_that_is_missing_and_one_that_is_broken_are_listed_and_the_run_goes_on(evaluate, biq2021, tmp_path):
    images = sorted((biq2021 / "images").iterdir())
    with (HERE / "biq2021.csv").open(newline="") as lines:
        held_out = {row["file"] for row in csv.DictReader(lines) if row["held_out"] == "1"}
    broken = next(path for path in images if path.name in held_out)
    missing = next(path for path in images if path.name not in held_out)
    broken.write_bytes(broken.read_bytes()[:100])
    missing.unlink()
    answer = evaluate("--data", "biq2021", biq2021)
    assert answer.exit_code == 3
    for path in (broken, missing):
        assert path.name in answer.err
        assert path.name in answer.out
    report = json.loads((tmp_path / "report" / "evaluation.json").read_text())
    assert {one["file"] for one in report["left_out"]} == {f"images/{broken.name}", f"images/{missing.name}"}
    assert report["photos"] == 2 * OF_EACH - 1


def test_too_many_broken_pictures_are_listed_and_end_the_run(evaluate, biq2021, tmp_path):
    for path in (biq2021 / "images").iterdir():
        path.write_bytes(b"no picture at all")
    answer = evaluate("--data", "biq2021", biq2021)
    assert answer.exit_code == 1
    assert "2 of 24 pictures are missing or unreadable" in " ".join(answer.err.split())
    assert "corrupt:" in answer.err
    assert answer.out == ""
    assert list((tmp_path / "report").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "exit_code", "named"),
    [
        (("--data", "biq2012", "."), 2, "did you mean biq2021?"),
        (("--data", "biq2021", "nowhere"), 2, "nowhere"),
        (("--data", "biq2021", ".", "--weights", DEFAULT_RATING_WEIGHTS[:-1]), 1, DEFAULT_RATING_WEIGHTS),
        (("--data", "biq2021", "."), 1, "no BIQ2021 labels"),
        (("--data", "biq2021", ".", "--split", "half"), 2, "held-out"),
        (("--data", "biq2021"), 2, "DIR"),
    ],
)
def test_what_is_wrong_with_the_request_is_told_in_a_line(evaluate, tmp_path, monkeypatch, arguments, exit_code, named):
    monkeypatch.chdir(tmp_path)
    answer = evaluate(*arguments)
    assert answer.exit_code == exit_code
    assert named in " ".join(answer.err.split())
    assert "unexpected" not in answer.err
    assert not (tmp_path / "report").exists()


def test_a_side_that_the_set_does_not_have_is_wrong_usage(evaluate, biq2021):
    answer = evaluate("--data", "biq2021", biq2021, "--split", "test")
    assert answer.exit_code == 2
    assert "--split" in answer.err


def test_the_set_itself_is_no_place_for_the_report(assist, biq2021):
    answer = assist("evaluate", "--data", "biq2021", biq2021, "--output", biq2021 / "report")
    assert answer.exit_code == 2
    assert not (biq2021 / "report").exists()


def test_without_matplotlib_one_line_says_how_to_get_pictures(evaluate, biq2021):
    answer = evaluate("--data", "biq2021", biq2021)
    assert "pip install -e '.[evaluate]'" in " ".join(answer.err.split())


def test_votes_of_ava_are_measured_on_its_published_test_side_with_their_spread(evaluate, tmp_path):
    folder, generator = tmp_path / "ava", np.random.default_rng(1)
    for name in ("images", "aesthetics_image_lists"):
        (folder / name).mkdir(parents=True)
    lines = []
    for image in range(40):
        grain = generator.integers(0, 255, (48, 64, 3), np.uint8) // (1 + image % 4)
        Image.fromarray(grain).save(folder / "images" / f"{image}.jpg")
        votes = generator.multinomial(100, generator.dirichlet(np.full(10, 2.0)))
        lines.append(f"{image} {image} {' '.join(map(str, votes))} 0 0 1")
    (folder / "AVA.txt").write_text("\n".join(lines) + "\n")
    (folder / "aesthetics_image_lists" / "generic_test.jpgl").write_text("\n".join(map(str, range(20))) + "\n")
    answer = evaluate("--data", "ava", folder)
    assert answer.exit_code == 0
    report = json.loads((tmp_path / "report" / "evaluation.json").read_text())
    assert (report["split"], report["photos"], report["scenes"]) == ("test", 20, None)
    assert report["opinions_counted"] is True
    assert report["overall"]["sd_srcc"]["low"] <= report["overall"]["sd_srcc"]["value"]
    assert "srcc of the sd" in answer.out


def test_on_the_cpu_it_never_loads_torch(biq2021, tmp_path):
    code = (
        f"import sys\nsys.argv = ['assist', '--device', 'cpu', 'evaluate', '--data', 'biq2021', {str(biq2021)!r}]\n"
        "from assist_cli.main import main\ntry:\n    main()\nfinally:\n    print('torch' in sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MPLCONFIGDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == "False"
    folder = tmp_path / "runs" / "evaluate" / DEFAULT_RATING_WEIGHTS / "biq2021-held-out"
    assert {"evaluation.json", "evaluation.md"} <= {path.name for path in folder.iterdir()}


def test_interruption_says_that_nothing_was_written(evaluate, biq2021, monkeypatch):
    def stopped(*_):
        raise Interrupted

    monkeypatch.setattr("assist_cli.workflows.evaluate_weights.evaluate_weights", stopped)
    with pytest.raises(Interrupted, match="nothing was written"):
        evaluate("--data", "biq2021", biq2021)


def test_tables_also_go_into_a_card_and_a_card_without_a_place_is_refused_before_any_work(evaluate, biq2021, tmp_path):
    card = tmp_path / "CARD.md"
    card.write_text(f"# Ours\n{BEGIN}\n{END}\nWords.\n")
    answer = evaluate("--data", "biq2021", "--card", card, biq2021)
    assert answer.exit_code == 0
    assert answer.out in card.read_text()
    card.write_text("# Ours\n")
    refused = evaluate("--data", "biq2021", "--card", card, biq2021)
    assert refused.exit_code == 2
    assert "no place for measurements" in " ".join(refused.err.split())
