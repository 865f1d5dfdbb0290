"""A launch agent for macOS (launchd.plist(5))."""

from __future__ import annotations

import plistlib

from assist_cli.workflows.watch.unit_texts.service import Service


def launchd_label(service: Service) -> str:
    """Its name among agents; also the name of its file, less `.plist`."""
    return f"org.photo-assist.{service.name}"


def launchd_plist(service: Service) -> str:
    """The agent's file."""
    agent: dict[str, object] = {
        "Label": launchd_label(service),
        "ProgramArguments": list(service.arguments),
        "RunAtLoad": True,
        # Again after an error, such as a folder that is not there yet.
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 30,
        "Nice": 10,
        "LowPriorityIO": True,
        "ProcessType": "Background",
    }
    return plistlib.dumps(agent, sort_keys=False).decode()


def launchd_commands(service: Service) -> tuple[str, ...]:
    """What to run once the file is there, and what to run to be rid of it."""
    label = launchd_label(service)
    return (
        f"launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/{label}.plist",
        f"launchctl bootout gui/$(id -u)/{label}",
    )
