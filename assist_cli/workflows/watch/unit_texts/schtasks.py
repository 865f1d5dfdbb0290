"""A task for Windows' scheduler that starts when its person logs on."""

from __future__ import annotations

import subprocess

from assist_cli.workflows.watch.unit_texts.service import Service


def schtasks_commands(service: Service) -> tuple[str, ...]:
    """What to run to have it, to start it now, and to be rid of it. Quoted as Windows programs read their command line."""
    started = subprocess.list2cmdline(service.arguments)
    create = ["schtasks", "/Create", "/F", "/SC", "ONLOGON", "/RL", "LIMITED", "/TN", service.name, "/TR", started]
    return (
        subprocess.list2cmdline(create),
        f"schtasks /Run /TN {service.name}",
        f"schtasks /Delete /F /TN {service.name}",
    )
