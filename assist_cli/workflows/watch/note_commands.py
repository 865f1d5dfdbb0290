"""How each desktop is asked to show a note: a program and its arguments, in which no text can become code or markup."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from assist_cli.workflows.watch.side_commands import Command

APPLE_SCRIPT = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)
"""The texts are arguments of the script (osascript(1)), and never a part of it."""

POWERSHELL_SCRIPT = """
$ErrorActionPreference = 'Stop'
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
$texts = $xml.GetElementsByTagName('text')
[void]$texts.Item(0).AppendChild($xml.CreateTextNode($env:ASSIST_NOTE_TITLE))
[void]$texts.Item(1).AppendChild($xml.CreateTextNode($env:ASSIST_NOTE_BODY))
$note = [Windows.UI.Notifications.ToastNotification]::new($xml)
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app).Show($note)
"""
"""The texts come from the environment and become text nodes, which the document escapes itself."""


@dataclass(frozen=True, slots=True)
class Notifier:
    """The program of this desktop, and how a title and a body are handed to it."""

    program: str
    hint: str
    """Where to get it."""
    _command: Callable[[str, str], Command]

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        return shutil.which(self.program) is not None

    def command(self, title: str, body: str) -> Command:
        """Shows a note. Letters that no program could take are replaced; a title is ours, and begins with a letter."""
        return self._command(_plain(title), _plain(body))


def notifier_of(platform: str = sys.platform) -> Notifier:
    """The one of `sys.platform`."""
    if platform == "darwin":
        return Notifier("osascript", "it comes with macOS", _apple)
    if platform == "win32":
        return Notifier("powershell", "it comes with Windows", _windows)
    return Notifier("notify-send", "install libnotify (Debian and Ubuntu: libnotify-bin)", _freedesktop)


def _freedesktop(title: str, body: str) -> Command:
    # The body may be markup (Desktop Notifications Specification 1.2, "Markup"), and notify-send reads \n and its like in it.
    text = escape(body, quote=False).replace("\\", "\\\\")
    return Command(("notify-send", "--app-name=photo-assist", "--icon=camera-photo", "--", title, text))


def _apple(title: str, body: str) -> Command:
    lines = (argument for line in APPLE_SCRIPT for argument in ("-e", line))
    return Command(("osascript", *lines, title, body))


def _windows(title: str, body: str) -> Command:
    shell = ("powershell", "-NoProfile", "-NonInteractive", "-Command", POWERSHELL_SCRIPT)
    return Command(shell, {"ASSIST_NOTE_TITLE": title, "ASSIST_NOTE_BODY": body})


def _plain(text: str) -> str:
    """Without control characters and stray bytes; lines stay."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)
