"""Our advice in a word, and in which style."""

from __future__ import annotations

from assist_cli.render.palette import ALARM, CALM
from scoring.ranking.picks.choice import Decision

WORDS = {Decision.KEEPER: "keep", Decision.ALTERNATE: "alternate", Decision.REJECT_CANDIDATE: "reject?"}
STYLES = {Decision.KEEPER: CALM, Decision.ALTERNATE: "default", Decision.REJECT_CANDIDATE: ALARM}
