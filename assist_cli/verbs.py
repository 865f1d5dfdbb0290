"""The verbs of `assist`, in the order of its help, and what it says of each: the first sentence of the verb's own help.

A verb is imported when somebody asks for it: all of them together take longer than help may (0.15 s, issue "As fast as the
photos can be decoded").
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

VERBS = {
    "score": "Score photos and say why.",
    "show": "Show why one photo is scored as it is.",
    "groups": "Find bursts, near-duplicates, duplicates, brackets, focus stacks and panoramas.",
    "pick": "Rank the frames of each group and advise which to keep, with reasons.",
    "cull": "Look at photos in the terminal and mark them with the keyboard.",
    "watch": "Score, group and mark photos while they arrive, until Ctrl-C.",
    "similar": "Find the photos in the catalogue that look most like this one.",
    "crop": "Suggest crops: up to three of each shape, levelled where the photo is tilted, or to keep the frame.",
    "sidecars": "Write and read stars, labels, flags and crops beside photos, and tell what each editor shows.",
    "plug": "Answer a photo editor: a request file in, a reply file out.",
    "plugin": "Put our plug-in into darktable or Lightroom Classic, tell whether it works, and take it away again.",
    "serve": "Answer the plug-ins of photo editors until nobody has asked for a while.",
    "undo": "Take back what was written beside photos, moved or linked, on any later day.",
    "journal": "List the runs that wrote or moved files, and what still stands of them.",
    "export": "Write what is known as CSV or JSON.",
    "profiles": "List the profiles, or write one as TOML to copy and change.",
    "weights": "List, describe, fetch and check the parameter files of the networks.",
    "catalogue": "Count, check and prune what is kept of the photos.",
    "train": "Train a network from RECIPE.",
    "evaluate": "Measure how well ratings agree with people.",
    "doctor": "Try what works on this machine.",
}


def module_of(verb: str) -> ModuleType:
    """Holds `app` where there are verbs below it; else a function of the verb's name, and `EXAMPLES`."""
    return import_module(f"assist_cli.commands.{verb}")
