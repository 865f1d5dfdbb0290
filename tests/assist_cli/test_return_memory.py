import os
import subprocess
import sys

import pytest

HOLDS_AND_FREES = """
from assist_cli.return_memory import return_memory
from tests.benchmarks.peak_memory import STATUS

def resident_kb():
    return next(int(line.split()[1]) for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))

held = [b"x" * 100_000 for _ in range(501)]
full = resident_kb()
del held[:-1]
kept = resident_kb()
return_memory()
print(full, kept, resident_kb())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc can be asked")
def test_return_memory_gives_back_what_lies_below_something_that_is_still_held() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOLDS_AND_FREES], capture_output=True, text=True, check=True, env=os.environ
    )

    full, kept, returned = map(int, done.stdout.split())
    assert kept > full - 20_000, "else there was nothing to give back"
    assert returned < full - 40_000
