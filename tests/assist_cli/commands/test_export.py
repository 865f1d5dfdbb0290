"""`assist export`."""

import csv
import io
import json

from weights.registry import DEFAULT_RATING_WEIGHTS


def test_json_is_one_list_of_photo_objects(assist, shoot):
    assist("score", shoot)
    answer = assist("export", shoot, "--to", "json")
    photos = json.loads(answer.out)
    assert [photo["schema"] for photo in photos] == ["assist.photo/1"] * 5
    scored = assist("score", shoot, "--format", "jsonl").photos
    assert photos == scored


def test_csv_has_a_row_a_photo(assist, shoot, tmp_path):
    assist("score", shoot)
    target = tmp_path / "shoot.csv"
    answer = assist("export", shoot, "--to", "csv", "--output", target)
    assert answer.exit_code == 0
    assert "5 photos written" in answer.err
    assert len(list(csv.DictReader(io.StringIO(target.read_text())))) == 5


def test_nothing_known_writes_no_file(assist, shoot, tmp_path):
    target = tmp_path / "shoot.csv"
    answer = assist("export", shoot, "--to", "csv", "--output", target)
    assert answer.exit_code == 1
    assert "assist score" in answer.err
    assert not target.exists()


def test_the_form_must_be_named(assist, shoot):
    assert assist("export", shoot).exit_code == 2


def test_output_never_overwrites_a_sidecar_nor_the_catalogue(assist, shoot, catalog):
    assist("score", shoot)
    sidecar = shoot / "IMG_0001.xmp"
    sidecar.write_text("<x:xmpmeta/>")
    kept = catalog.read_bytes()
    for target in (sidecar, catalog):
        answer = assist("export", shoot, "--to", "csv", "--output", target)
        assert answer.exit_code == 2
        assert answer.err.count("\n") == 1
    assert sidecar.read_text() == "<x:xmpmeta/>"
    assert catalog.read_bytes() == kept


def test_photos_that_are_gone_are_counted_on_stderr(assist, shoot):
    assist("score", shoot)
    (shoot / "IMG_0002.JPG").unlink()
    answer = assist("export", shoot, "--to", "json")
    assert len(json.loads(answer.out)) == 4
    assert answer.err == "left out, because deleted or renamed since: 1\n"
    assert assist("export", shoot, "--to", "json", "--quiet").err == ""


def test_no_catalogue_ends_with_1_and_none_is_made(assist, shoot, catalog):
    answer = assist("export", shoot, "--to", "json")
    assert answer.exit_code == 1
    assert answer.err.startswith(f"assist: there is no catalogue at {catalog}; score photos first")
    assert not catalog.parent.exists()


def test_a_photo_is_exported_by_its_own_name_though_a_link_to_it_was_met_first(assist, shoot, tmp_path):
    (tmp_path / "album").mkdir()
    (tmp_path / "album" / "best.jpg").symlink_to(shoot / "IMG_0003.JPG")
    assist("score", tmp_path / "album", shoot)
    (photo,) = json.loads(assist("export", shoot / "IMG_0003.JPG", "--to", "json").out)
    assert photo["path"] == str(shoot / "IMG_0003.JPG")


def test_a_pair_is_exported_as_one_photo_by_either_name(assist, shoot):
    (shoot / "IMG_0003.NEF").write_bytes((shoot / "IMG_0003.JPG").read_bytes())
    assist("score", shoot / "IMG_0003.NEF")
    for name in ("IMG_0003.JPG", "IMG_0003.NEF"):
        (photo,) = json.loads(assist("export", shoot / name, "--to", "json").out)
        assert photo["path"] == str(shoot / "IMG_0003.JPG")
        assert photo["companions"] == [str(shoot / "IMG_0003.NEF")]


def test_a_name_that_is_not_there_is_wrong_usage_and_nothing_is_written(assist, shoot):
    assist("score", shoot)
    answer = assist("export", shoot, shoot / "nowhere", "--to", "json")
    assert (answer.exit_code, answer.out) == (2, "")
    assert "nowhere" in answer.err


def weights_told(answer):
    return {photo["quality"]["weights"] for photo in json.loads(answer.out)}


def test_results_are_told_of_the_weights_that_were_chosen(assist, shoot, other_weights):
    assist("score", shoot)
    assist("score", shoot, "--weights", other_weights)
    assert weights_told(assist("export", shoot, "--to", "json", "--weights", other_weights)) == {other_weights}
    assert weights_told(assist("export", shoot, "--to", "json")) == {DEFAULT_RATING_WEIGHTS}


def test_photos_that_only_other_weights_rated_are_told_as_these_did(assist, shoot, other_weights):
    assist("score", shoot, "--weights", other_weights)
    assist("score", shoot / "IMG_0001.JPG")
    answer = assist("export", shoot, "--to", "json")
    assert weights_told(answer) == {DEFAULT_RATING_WEIGHTS, other_weights}
    assert len(json.loads(answer.out)) == 5


def test_photos_that_the_chosen_weights_have_not_rated_are_left_out_and_counted(assist, shoot, other_weights):
    assist("score", shoot)
    assist("score", shoot / "IMG_0001.JPG", "--weights", other_weights)
    answer = assist("export", shoot, "--to", "json", "--weights", other_weights)
    assert len(json.loads(answer.out)) == 1
    assert f"not scored with these weights: 4; assist score PATH --weights {other_weights}" in answer.err


def test_where_the_chosen_weights_rated_none_that_is_the_error(assist, shoot, other_weights):
    assist("score", shoot)
    answer = assist("export", shoot, "--to", "csv", "--weights", other_weights)
    assert (answer.exit_code, answer.out) == (1, "")
    assert "5 known ones were not scored with" in answer.err


def test_unknown_weights_end_with_1_and_the_nearest_name(assist, shoot):
    assist("score", shoot)
    for verb in (["score", shoot], ["show", shoot / "IMG_0001.JPG"], ["export", shoot, "--to", "csv"]):
        answer = assist(*verb, "--weights", "multi_level_efficientnet_lite0.biq2012")
        assert (answer.exit_code, answer.out) == (1, "")
        assert f"did you mean '{DEFAULT_RATING_WEIGHTS}'" in answer.err
