"""darktable with its window, on a screen that nobody sees: a Lua script does what a person would do in the lighttable."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.real_editors.program import why_skip
from tests.real_editors.window import screen, take

SKIP_REASON = why_skip("darktable", "Xvfb", "dbus-run-session")
ROOT = Path(__file__).parents[2]
LONGEST_S = 150
"""A darktable that hangs must not hang the tests."""
STARTS, START_S = 4, 30
"""darktable 4.2.1 hangs now and then before it reads a line of Lua, on a busy machine: its Lua thread takes the main loop's context
and waits for the lock that the main thread holds (seen in gdb). Such a start is given up, and made anew.
"""

SESSION = ("dbus-run-session", "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS" > "$0"; exec "$@"')
"""A D-Bus of its own, whose address goes into the file that is named next."""
SETUP = """
local dt = require "darktable"
local json = require "photo_assist/lib/json"
local told = io.open(dt.configuration.config_dir .. "/told.jsonl", "ab")
local function tell(value) told:write(json.encode(value), "\\n") told:flush() end
local function wait(ms) dt.control.sleep(ms) end
tell({ began = true })
dt.control.dispatch(function()
  local fine, trouble = pcall(function()
    while dt.gui.current_view().id ~= "lighttable" do wait(50) end
    for _ = 1, 200 do -- luarc goes on meanwhile
      if package.loaded["photo_assist/assist"] then break end
      wait(50)
    end
    wait(500)
    local plugin = assert(package.loaded["photo_assist/assist"], "luarc has not loaded the plug-in")
    %s
  end)
  if not fine then tell({ trouble = tostring(trouble) }) end
  tell({ done = true })
end)
"""


@dataclass(frozen=True)
class Lighttable:
    """Where one darktable keeps its settings and library; it can be started again and knows what it knew."""

    home: Path
    program: Path
    """What the plug-in is told to run as `assist`, when it is installed."""
    preferences: Mapping[str, str] = field(default_factory=dict)
    """Of the plug-in, as `darktablerc` has them."""
    environment: Mapping[str, str] = field(default_factory=dict)
    longest_s: float = LONGEST_S
    """How long a script may take."""

    @property
    def library(self) -> Path:
        """The database, to be read when darktable has ended."""
        return self.home / "config" / "library.db"

    def does(self, script: str, picture: Path | None = None) -> list[dict[str, Any]]:
        """Runs the Lua statements in the lighttable: what they told by `tell`, until they are through.

        `picture`: where a screenshot goes before darktable ends (ImageMagick's `import`). Raises AssertionError where Lua failed.
        """
        self._prepare(script)
        told = self.told
        for _ in range(STARTS):
            with screen() as display, self._darktable(display) as darktable:
                if _has_begun(told, darktable):
                    _wait_for(told, darktable, self)
                    if picture is not None:
                        take(picture, display)
                    break
        else:
            raise AssertionError(f"darktable did not start:\n{_end_of(self.log)}")
        lines = [json.loads(line) for line in told.read_text("utf-8", "surrogateescape").splitlines()]
        troubles = [line["trouble"] for line in lines if "trouble" in line]
        if troubles:
            raise AssertionError(f"the Lua script failed: {troubles[0]}")
        return [line for line in lines if not line.keys() & {"began", "done"}]

    @property
    def told(self) -> Path:
        """What the script has told so far, a line each."""
        return self.home / "config" / "told.jsonl"

    @property
    def bus_address(self) -> Path:
        """Where darktable's D-Bus can be reached while it runs."""
        return self.home / "bus"

    @property
    def log(self) -> Path:
        """What darktable printed."""
        return self.home / "darktable.log"

    def _prepare(self, script: str) -> None:
        config = self.home / "config"
        for folder in (config / "lua", self.home / "cache", self.home / "tmp", self.home / "run"):
            folder.mkdir(parents=True, exist_ok=True)
        (self.home / "run").chmod(0o700)
        self.told.unlink(missing_ok=True)
        own = (f"lua/photo_assist/{name}={value}" for name, value in self.preferences.items())
        lines = ["lua/_scripts_install/dont_show=TRUE", *own]
        rc = config / "darktablerc"
        kept = [line for line in (rc.read_text().splitlines() if rc.exists() else []) if not line.startswith("lua/")]
        rc.write_text("\n".join([*kept, *lines]) + "\n")
        (config / "luarc").write_text(SETUP % script)
        self._install(config)

    def _install(self, config: Path) -> None:
        """As a person does; our line comes behind the script that waits for the lighttable."""
        command = [sys.executable, "-m", "assist_cli", "plugin", "install", "darktable"]
        options = ["--folder", str(config), "--program", str(self.program)]
        subprocess.run([*command, *options], cwd=ROOT, check=True, capture_output=True, timeout=LONGEST_S)

    @contextmanager
    def _darktable(self, display: str) -> Iterator[subprocess.Popen[bytes]]:
        for stale in (self.home / "config").glob("*.lock"):  # a killed darktable leaves its locks
            stale.unlink()
        folders = ("--configdir", "config", "--cachedir", "cache", "--tmpdir", "tmp", "--library", "config/library.db")
        own = [name if name.startswith("--") else str(self.home / name) for name in folders]
        environment = {
            **os.environ,
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "DISPLAY": display,
        }
        with self.log.open("wb") as log:
            running = subprocess.Popen(
                [*SESSION, str(self.bus_address), "darktable", *own, "--disable-opencl", "-d", "lua"],
                env={**environment, "OMP_NUM_THREADS": "1", **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            try:
                yield running
            finally:  # what it knows is on the disk by then; of TERM it takes no notice without a window manager
                os.killpg(running.pid, signal.SIGKILL)
                running.wait()


def _has_begun(told: Path, darktable: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + START_S
    while not told.exists() and time.monotonic() < end and darktable.poll() is None:
        time.sleep(0.1)
    return told.exists()


def _wait_for(told: Path, darktable: subprocess.Popen[bytes], lighttable: Lighttable) -> None:
    end = time.monotonic() + lighttable.longest_s
    while '{"done":true}' not in told.read_text("utf-8", "surrogateescape"):
        if time.monotonic() > end or darktable.poll() is not None:
            raise AssertionError(f"darktable did not come through:\n{_end_of(lighttable.log)}")
        time.sleep(0.1)


def _end_of(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-3000:]
