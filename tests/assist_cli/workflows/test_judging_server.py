"""The server from which judging processes are copied has imported what they need, and stays silent where nobody is left to hear."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(("error", "is_told"), [("EOFError", False), ("ValueError", True)])
def test_only_a_copy_without_a_program_ends_without_a_word(error, is_told):
    code = f"import sys, assist_cli.workflows.judging_server\nassert 'onnxruntime' in sys.modules\nraise {error}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (error in done.stderr) is is_told
    assert bool(done.stderr) is is_told
