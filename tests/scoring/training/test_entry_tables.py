"""The tables of an entry read back as TOML, as what was put into them."""

import tomllib

import pytest

from scoring.training.entry_tables import facts, files_tables, key_of, preprocessing_table, table
from weights.entry import Preprocessing


@pytest.mark.parametrize("text", ["plain", 'said "so" \\ über', "a\nb", ""])
def test_any_text_comes_back(text):
    assert tomllib.loads(facts(summary=text, seed=3, share=0.5)) == {"summary": text, "seed": 3, "share": 0.5}


@pytest.mark.parametrize("name", ["ss01", "Black and White", "a.b", 'said "so"'])
def test_any_name_can_be_a_table(name):
    assert tomllib.loads(table(f"validation.{key_of(name)}", {"srcc": 0.5})) == {"validation": {name: {"srcc": 0.5}}}


def test_each_format_has_its_file_and_digest():
    text = "\n".join(files_tables({"onnx": ("a.onnx", "0" * 64), "safetensors": ("a.safetensors", "1" * 64)}))
    assert tomllib.loads(text)["files"] == {
        "onnx": {"file": "a.onnx", "sha256": "0" * 64},
        "safetensors": {"file": "a.safetensors", "sha256": "1" * 64},
    }


def test_preprocessing_comes_back_whole():
    shape = Preprocessing("area", 160, 640, 16, (0.1, 0.2, 0.3), (1.0, 1.0, 0.5))
    told = tomllib.loads(preprocessing_table(shape, "RGB"))["preprocessing"]
    assert Preprocessing(**{key: tuple(v) if isinstance(v, list) else v for key, v in told.items()}) == shape
