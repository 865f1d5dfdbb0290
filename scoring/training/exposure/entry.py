"""The entry that ships beside an exposure map: plain TOML."""

from __future__ import annotations

from scoring.training.entry_tables import Digests, facts, files_tables, head, preprocessing_table, table
from scoring.training.exposure.held_out import Results
from scoring.training.exposure.ladder import STEPS_EV
from scoring.training.exposure.recipe import ExposureRecipe

ANSWERS = "EV of each region from well exposed, negative = too dark, and the error to expect of it, in EV"


def exposure_entry(plan: ExposureRecipe, digests: Digests, results: Results) -> str:
    """The whole entry."""
    card = plan.card
    parts = [
        facts(kind=plan.kind) + head(plan.name, plan.dataset, card, ANSWERS),
        "[data]\n" + facts(statement=card.data, measures=card.measures),
        "[training]\n" + facts(steps=plan.schedule.steps, photos_a_step=plan.schedule.photos, seed=plan.seed),
    ]
    parts += files_tables(digests)
    parts.append(preprocessing_table(plan.preprocessing, "RGB, sRGB, uint8; the network scales the codes itself"))
    steps = ", ".join(f"{step:+g}" for step in STEPS_EV)
    parts.append(
        "[validation]\n"
        "# plain: scaled in plain sRGB; camera: through a random camera's curve, with noise and JPEG\n"
        "# mae_ev of the reading; step_mae_ev, slope, sign and monotone of its differences within one photo's steps\n"
        + facts(split=f"well-exposed photos held out by scene, re-exposed by {steps} EV")
    )
    parts += [table(f"validation.{name}", values) for name, values in results.items()]
    return "\n".join(parts)
