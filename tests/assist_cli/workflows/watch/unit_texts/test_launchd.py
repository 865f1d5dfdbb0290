"""A launch agent that macOS reads as it was meant."""

import os
import plistlib
from pathlib import Path

from assist_cli.workflows.watch.unit_texts.launchd import launchd_commands, launchd_label, launchd_plist
from assist_cli.workflows.watch.unit_texts.service import Service

ARGUMENTS = ("/opt/a b/assist", "watch", "--", "/Volumes/<Card> & \"more\" 'x' %h $HOME")
SERVICE = Service("photo-assist-watch-x", (Path("/Volumes/x"),), ARGUMENTS)


def test_agent_gets_every_argument_as_it_is():
    agent = plistlib.loads(launchd_plist(SERVICE).encode())
    assert agent["ProgramArguments"] == list(ARGUMENTS)
    assert agent["Label"] == launchd_label(SERVICE) == "org.photo-assist.photo-assist-watch-x"
    assert agent["RunAtLoad"] is True
    assert agent["KeepAlive"] == {"SuccessfulExit": False}


def test_commands_name_the_agents_file():
    assert all(launchd_label(SERVICE) in command for command in launchd_commands(SERVICE))
    assert os.sep in launchd_commands(SERVICE)[0]
