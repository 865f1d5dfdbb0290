"""The plug-in's rooms that need no darktable, run by the Lua that darktable has inside."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.real_editors.program import LONGEST_S, why_skip

SKIP_REASON = why_skip("lua5.4")
PLUGIN = Path(__file__).parents[3] / "plugins" / "darktable"
PRELUDE = """
package.path = os.getenv("PLUGIN") .. "/?.lua;" .. package.path
local json, plan, words = require "lib/json", require "lib/plan", require "lib/words"
local shell, contract = require "lib/shell", require "lib/contract"
local crop_step, memory = require "lib/crop_step", require "lib/memory"
local given = json.decode(io.read("a"))
local function answer(value) io.write(json.encode(value == nil and json.null or value)) end
"""


def lua(code: str, given: Any = None, env: dict[str, str] | None = None) -> Any:
    """What the statements `answer`; `given` is the value of that name. Raises AssertionError with what Lua said."""
    done = subprocess.run(
        ["lua5.4", "-e", PRELUDE + code],
        input=json.dumps(given).encode("ascii"),
        capture_output=True,
        check=False,
        timeout=LONGEST_S,
        env={**os.environ, "PLUGIN": str(PLUGIN), **(env or {})},
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return json.loads(done.stdout)
