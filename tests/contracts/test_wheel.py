"""The wheel holds what a user needs and nothing else."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("assist_cli", "plugins", "scoring", "index", "weights")


@pytest.fixture(scope="module")
def members(tmp_path_factory):
    """Names in a wheel built from a copy of the tree, so that nothing is written beside the sources."""
    source, output = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in (*PACKAGES, "tests"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, source / name)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(output), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    with zipfile.ZipFile(next(output.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_wheel_holds_every_source_weight_profile_and_script(members):
    wanted = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.suffix in (".py", ".toml", ".lua", ".onnx", ".safetensors") or path.name == "py.typed"
    }
    assert any(name.endswith(".onnx") for name in wanted)
    assert any("profiles/" in name for name in wanted)
    assert wanted <= members


def test_wheel_holds_no_tests(members):
    assert not [name for name in members if name.split("/")[0] == "tests" or Path(name).name.startswith("test_")]


def test_wheel_carries_its_licence_and_notice(members):
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in members if ".dist-info/" in name}
