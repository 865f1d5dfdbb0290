"""What was done to install a watch or to take it away, what to run next, and the same for other systems."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from assist_cli.render.plain_text import printable
from assist_cli.workflows.watch.install_unit import Done, UnitFile
from assist_cli.workflows.watch.unit_texts.launchd import launchd_commands, launchd_label, launchd_plist
from assist_cli.workflows.watch.unit_texts.schtasks import schtasks_commands
from assist_cli.workflows.watch.unit_texts.service import Service


def installed_lines(service: Service, unit: UnitFile | None) -> Iterator[str]:
    """`unit`: None where this system has no systemd, and nothing was written."""
    if unit is None:
        yield "Nothing was written: systemd runs on Linux only."
    else:
        name = unit.path.name
        yield f"{unit.done.capitalize()}: {printable(unit.path)}"
        yield from _to_run("Start it, now and at each login:", "systemctl --user daemon-reload", _now(name))
        yield from _to_run("To run without a login too:", "loginctl enable-linger")
        yield from _to_run("To see what it says:", f"journalctl --user -fu {name}")
        away = shlex.join(["assist", "watch", "--uninstall", "--", *map(str, service.paths)])
        yield from _to_run("To be rid of it:", f"systemctl --user disable --now {name}", away)
    yield ""
    yield f"On macOS, this goes into ~/Library/LaunchAgents/{launchd_label(service)}.plist:"
    yield launchd_plist(service).rstrip()
    yield from _to_run("Start it; the second line ends it for good:", *launchd_commands(service))
    yield ""
    yield from _to_run("On Windows: make it, start it, be rid of it:", *schtasks_commands(service))


def uninstalled_lines(unit: UnitFile) -> Iterator[str]:
    """What is gone now, and how to end what still runs."""
    if unit.done is Done.NOT_THERE and not unit.links_removed:
        yield f"Nothing to remove: there is no {printable(unit.path)}"
        return
    if unit.done is Done.REMOVED:
        yield f"Removed: {printable(unit.path)}"
    for link in unit.links_removed:
        yield f"Removed: {printable(link)}"
    yield from _to_run(
        "If it runs, end it:", f"systemctl --user stop {unit.path.name}", "systemctl --user daemon-reload"
    )


def _now(name: str) -> str:
    return f"systemctl --user enable --now {name}"


def _to_run(words: str, *commands: str) -> Sequence[str]:
    return [words, *(f"  {command}" for command in commands)]
