"""Another user of the machine tries to get an answer, or what lets one in: all of it is refused."""

import os
import socket
import stat
import subprocess
import sys
from dataclasses import replace

import pytest

from plugins.protocol import PlugRequest, Verb, request_bytes
from plugins.server.client import NoAnswer, ask


def test_it_listens_on_this_machine_alone(up):
    addresses = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in addresses:
        if not address.startswith("127."):
            with pytest.raises(OSError):  # noqa: PT011 - refused, or no route
                socket.create_connection((address, up.state.port), timeout=2).close()
    with pytest.raises(OSError):  # noqa: PT011
        socket.create_connection(("::1", up.state.port), timeout=2).close()


def test_another_user_cannot_read_the_word_that_lets_one_in(up):
    assert stat.S_IMODE(up.state_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(up.state_file.parent.stat().st_mode) & 0o022 == 0
    assert up.state_file.stat().st_uid == os.getuid()
    assert len(up.state.token) >= 43


@pytest.mark.skipif(not hasattr(os, "fork") or os.getuid() != 0, reason="only root can become another user")
def test_another_user_really_cannot_read_it(up):
    up.state_file.parent.chmod(0o755)
    child = os.fork()
    if child == 0:
        os.setgid(65534)
        os.setuid(65534)
        try:
            os.close(os.open(up.state_file, os.O_RDONLY))
        except PermissionError:
            os._exit(0)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_another_user_who_guesses_is_refused(up):
    import dataclasses

    with pytest.raises(NoAnswer):
        ask(dataclasses.replace(up.state, token="guess"), request_bytes(PlugRequest(Verb.PING)), lambda _: None)
    assert up.answers.asked == []


def test_whoever_took_the_port_of_a_server_that_was_killed_is_told_nothing(up):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with pytest.raises(NoAnswer):
        ask(replace(up.state, pid=ended.pid), request_bytes(PlugRequest(Verb.RATE)), lambda _: None)
    assert up.answers.asked == []
