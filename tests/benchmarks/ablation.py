"""What each part of SAF is worth: `python -m tests.benchmarks.ablation --data DIR --backbone FILE`.

Trains each variant with three seeds from the shipped recipe, made smaller so that two CPU cores suffice, on the training side of
the set's own split, and prints the mean and standard deviation over seeds of srcc on the photos held out, as Markdown. What is
done is kept in `--output`; run it again after an interruption and it goes on.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from pathlib import Path

from scoring.training.recipe import RECIPES
from scoring.training.report import Report
from scoring.training.run import train
from scoring.training.sources import Sources

SEEDS = (0, 1, 2)
SMALLER = {
    "edge_px = 256": "edge_px = 96",
    "epochs = 8\nannealed_over_epochs = 8": "epochs = 3\nannealed_over_epochs = 3",
}
"""A seventh of the pixels and three of eight epochs: differences between variants, not the best that each could do."""

SAF, NIMA = "saf_efficientnet_lite0.biq2021", "nima_efficientnet_lite0.biq2021"
NO_ACTIVATION = {"activation = 0.5": "activation = 0.0"}
JOINT = {'regressor = "split"': 'regressor = "joint"'}
VARIANTS: dict[str, tuple[str, dict[str, str]]] = {
    "SAF": (SAF, {}),
    "without activation": (SAF, NO_ACTIVATION),
    "joint regressor": (SAF, JOINT),
    "joint, without activation": (SAF, {**NO_ACTIVATION, **JOINT}),
    "without reconstruction": (SAF, {"reconstruction = 1.0": "reconstruction = 0.0"}),
    "activation by KL": (SAF, {'divergence = "l1"': 'divergence = "kl"'}),
    "activation by JS": (SAF, {'divergence = "l1"': 'divergence = "js"'}),
    "dynamic weights": (SAF, {'balance = "fixed"': 'balance = "dynamic"'}),
    "P = 8": (SAF, {"maps_per_group = 32": "maps_per_group = 8"}),
    "P = 16": (SAF, {"maps_per_group = 32": "maps_per_group = 16"}),
    "P = 64": (SAF, {"maps_per_group = 32": "maps_per_group = 64"}),
    "NIMA": (NIMA, {"edge_px = 224": "edge_px = 96"}),
}
Results = dict[str, dict[str, float]]


def recipe_text(variant: str, seed: int) -> str:
    """The recipe of one run; a replacement that finds nothing is an error."""
    recipe, changes = VARIANTS[variant]
    text = (RECIPES / f"{recipe}.toml").read_text(encoding="utf-8")
    smaller = {old: new for old, new in SMALLER.items() if old in text}
    for old, new in {**smaller, **changes, "seed = 0": f"seed = {seed}"}.items():
        if old not in text:
            raise ValueError(f"{recipe} has no {old!r}")
        text = text.replace(old, new)
    return text


def run(variant: str, seed: int, data: Path, backbone: Path) -> dict[str, float]:
    """srcc by slice of one variant and seed."""
    with tempfile.TemporaryDirectory() as folder:
        recipe = Path(folder) / "variant.toml"
        recipe.write_text(recipe_text(variant, seed), encoding="utf-8")
        made = train(recipe, Sources(data, backbone, {}, Path(folder)), Report(lambda line: print(line, flush=True)))
    return {name: float(str(values["srcc"])) for name, values in made.results.items()}


def table(done: dict[str, Results]) -> str:
    """Markdown: a line a variant, mean and standard deviation over its seeds."""
    slices = sorted({name for seeds in done.values() for result in seeds.values() for name in result})
    lines = [f"| variant | seeds | {' | '.join(slices)} |", f"|---|---|{'---|' * len(slices)}"]
    for variant, seeds in done.items():
        told = [[result[name] for result in seeds.values()] for name in slices]
        lines.append(f"| {variant} | {len(seeds)} | {' | '.join(mean_and_sd(values) for values in told)} |")
    return "\n".join(lines)


def mean_and_sd(values: list[float]) -> str:
    """`.812 ± .004`."""
    spread = f" ± {statistics.stdev(values):.3f}" if len(values) > 1 else ""
    return f"{statistics.mean(values):.3f}{spread}".replace("0.", ".")


def main() -> None:
    """Run what is not done yet, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("runs/ablation.json"))
    options = parser.parse_args()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    done: dict[str, Results] = json.loads(options.output.read_text()) if options.output.is_file() else {}
    for seed in SEEDS:
        for variant in VARIANTS:
            if str(seed) not in done.setdefault(variant, {}):
                print(f"{variant}, seed {seed}", flush=True)
                done[variant][str(seed)] = run(variant, seed, options.data, options.backbone)
                options.output.write_text(json.dumps(done, indent=1), encoding="utf-8")
    print(table(done))


if __name__ == "__main__":
    main()
