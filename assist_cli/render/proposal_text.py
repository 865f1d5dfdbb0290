"""The profile that a shoot calls for, in a sentence."""

from __future__ import annotations

from rich.text import Text

from scoring.ranking.propose_profile import Proposal

UNDECIDED = "Blended as default: no genre is plain for most of these photos (assist profiles lists them)."


def proposal_text(proposal: Proposal) -> Text:
    """What the photos have in common, and which option blends them so."""
    return Text.assemble(
        f"{proposal.photos} of {proposal.of} photos are {proposal.why}: ",
        (f"--profile {proposal.profile}", "bold"),
        " weighs the factors for such a shoot.",
    )
