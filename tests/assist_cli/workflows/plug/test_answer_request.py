"""What an editor is answered, in this process."""

import json
import os

import pytest

from assist_cli.workflows.plug.answer_request import answer_request
from assist_cli.workflows.plug.plug_desk import PlugDesk
from plugins.hearing import Cancelled
from plugins.protocol import PlugOptions, PlugRequest, Verb, reply_bytes


@pytest.fixture
def ask(catalog, judge):  # noqa: ARG001 - set up first
    def call(verb, paths, hear=lambda _progress: None, **options):
        request = PlugRequest(Verb(verb), tuple(map(str, paths)), PlugOptions(**options))
        return answer_request(request, PlugDesk(catalog), hear)

    return call


def photos_of(shoot):
    return sorted(shoot.iterdir())


def kinds(reply):
    return [one.error.kind if one.error else None for one in reply.results]


def test_rate_gives_stars_and_a_reason(ask, shoot):
    reply = ask("rate", photos_of(shoot))
    assert [one.path for one in reply.results] == list(map(str, photos_of(shoot)))
    for one in reply.results:
        assert 1 <= one.rating <= 5
        assert 0 <= one.score <= 100
        assert one.why
        assert one.size_px == (64, 48)
        assert one.pick is None


def test_photos_that_are_known_are_not_judged_again(ask, shoot, judge):
    first = ask("rate", photos_of(shoot))
    judge.judged.clear()
    assert ask("rate", photos_of(shoot)) == first
    assert judge.judged == []


def test_rescore_judges_again(ask, shoot, judge):
    ask("rate", photos_of(shoot))
    judge.judged.clear()
    ask("pick", photos_of(shoot), rescore=True)
    assert len(judge.judged) == 5


def test_results_come_in_the_order_that_was_asked_and_as_often(ask, shoot):
    a, b, c = photos_of(shoot)[:3]
    asked = [c, a, b, a]
    assert [one.path for one in ask("rate", asked).results] == list(map(str, asked))


def test_a_path_comes_back_as_it_was_sent(ask, shoot):
    sent = f"{shoot}//../{shoot.name}/./IMG_0001.JPG"
    (one,) = ask("rate", [sent]).results
    assert one.path == sent
    assert one.rating


def test_names_with_blanks_and_bytes_that_are_no_letters_are_answered(ask, tmp_path, draw_photo):
    names = ["a b 'q'.jpg", "\u00f6\u4e2d.jpg", os.fsdecode(b"\xff.jpg")]
    paths = [draw_photo(tmp_path / "odd" / name, seed) for seed, name in enumerate(names)]
    assert kinds(ask("rate", paths)) == [None] * 3


@pytest.mark.parametrize("verb", ["rate", "pick", "crop", "explain"])
def test_what_cannot_be_answered_is_told_in_its_place(ask, shoot, tmp_path, verb):
    broken = shoot / "IMG_0002.JPG"
    broken.write_bytes(b"")
    sidecar, text = shoot / "IMG_0001.xmp", shoot / "notes.txt"
    sidecar.write_text("<x/>")
    text.write_text("no photo")
    asked = [shoot / "gone.JPG", shoot / "IMG_0001.JPG", broken, shoot, sidecar, text, tmp_path / "unmounted" / "a.jpg"]
    reply = ask(verb, asked)
    assert kinds(reply) == ["missing", None, "empty", "not_a_file", "not_a_photo", "not_a_photo", "missing"]
    assert all(one.error.message and one.error.hint for one in reply.results if one.error)
    assert str(tmp_path / "unmounted") in reply.results[-1].error.message
    assert reply.error is None


def test_paths_that_all_vanished_are_no_error_of_the_run(ask, tmp_path):
    reply = ask("rate", [tmp_path / "a.jpg", tmp_path / "b.jpg"])
    assert kinds(reply) == ["missing", "missing"]
    assert reply.error is None


def test_nothing_asked_is_nothing_answered(ask):
    assert ask("pick", []).results == []


def test_pick_says_a_decision_a_flag_and_a_label(ask, shoot):
    for one in ask("pick", photos_of(shoot)).results:
        assert one.decision in {"keeper", "alternate", "reject_candidate"}
        assert one.pick == (1 if one.decision == "keeper" else 0)
        assert one.label == {"keeper": "green", "alternate": "yellow", "reject_candidate": "red"}[one.decision]
        assert one.why


def test_a_copy_names_the_better_photo_as_the_editor_calls_it(ask, shoot):
    (shoot / "copy.JPG").write_bytes((shoot / "IMG_0000.JPG").read_bytes())
    asked = [f"{shoot}//IMG_0000.JPG", f"{shoot}//copy.JPG"]
    told = {one.path: one for one in ask("pick", asked).results}
    assert {one.better for one in told.values() if one.better} <= set(asked)
    assert any(one.better for one in told.values())


def test_a_copy_is_rejected_only_where_that_was_asked(ask, shoot):
    (shoot / "copy.JPG").write_bytes((shoot / "IMG_0000.JPG").read_bytes())
    asked = [shoot / "IMG_0000.JPG", shoot / "copy.JPG"]
    assert {one.pick for one in ask("pick", asked).results} <= {0, 1}
    flags = {one.decision: one.pick for one in ask("pick", asked, reject_flags=True).results}
    assert flags.get("reject_candidate", -1) == -1


def test_crop_gives_a_box_or_says_to_keep_the_frame(ask, shoot_dir):
    photo = next(iter(sorted(shoot_dir.glob("*.JPG"))))
    (free,) = ask("crop", [photo]).results
    assert free.keep_uncropped == (free.crop is None)
    (square,) = ask("crop", [photo], aspect="1:1").results
    assert square.crop is not None
    left, top, right, bottom = square.crop.box
    width, height = square.size_px
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1
    assert (right - left) * width == pytest.approx((bottom - top) * height, abs=2)
    assert square.crop.aspect == "1:1"


def test_explain_has_a_line_a_factor(ask, shoot):
    (one,) = ask("explain", photos_of(shoot)[:1]).results
    assert one.why.startswith("Score ")
    assert "\nExposure" in one.why


@pytest.mark.parametrize(
    ("verb", "options", "word"), [("crop", {"aspect": "7:x"}, "7:x"), ("rate", {"profile": "nobodys"}, "nobodys")]
)
def test_an_option_that_does_not_exist_is_a_wrong_request(ask, shoot, verb, options, word):
    reply = ask(verb, photos_of(shoot), **options)
    assert reply.error.kind == "request"
    assert word in reply.error.message
    assert reply.results == ()


def test_a_catalogue_that_cannot_be_used_is_told(ask, shoot, catalog):
    catalog.parent.mkdir(parents=True)
    catalog.write_bytes(b"somebody else's file" * 100)
    reply = ask("rate", photos_of(shoot))
    assert reply.error.kind == "run"
    assert reply.error.hint


def test_progress_counts_up_to_all(ask, shoot):
    heard = []
    ask("rate", photos_of(shoot), heard.append)
    assert [one.done for one in heard] == sorted(one.done for one in heard)
    assert (heard[0].done, heard[-1].done, heard[-1].total) == (0, 5, 5)


@pytest.mark.parametrize("verb", ["rate", "pick", "crop"])
def test_a_cancelled_request_still_answers_every_path(ask, shoot, verb):
    def stop(progress):
        if progress.done >= 2:
            raise Cancelled

    reply = ask(verb, photos_of(shoot), stop)
    assert reply.cancelled
    assert len(reply.results) == 5
    assert "cancelled" in kinds(reply)


def test_what_was_judged_before_a_cancel_is_kept(ask, shoot, judge):
    def stop(progress):
        if progress.done >= 2:
            raise Cancelled

    ask("rate", photos_of(shoot), stop)
    before = len(judge.judged)
    judge.judged.clear()
    assert kinds(ask("rate", photos_of(shoot))) == [None] * 5
    assert len(judge.judged) <= 5 - 2
    assert before >= 2


def test_a_person_s_marks_in_a_sidecar_are_told(ask, shoot):
    (shoot / "IMG_0001.xmp").write_text(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"/></rdf:RDF></x:xmpmeta>'
    )
    by_name = {os.path.basename(one.path): one.person for one in ask("rate", photos_of(shoot)).results}  # noqa: PTH119
    assert by_name["IMG_0001.JPG"].rated
    assert not by_name["IMG_0001.JPG"].flagged
    assert not by_name["IMG_0002.JPG"].rated


def test_a_raw_and_its_jpeg_are_one_photo_by_either_name(ask, shoot):
    raw = shoot / "IMG_0001.CR2"
    raw.write_bytes(b"II*\0not really")
    jpeg = shoot / "IMG_0001.JPG"
    by_jpeg = ask("rate", [jpeg]).results[0]
    both = ask("rate", [raw, jpeg])
    assert both.results[1].rating == by_jpeg.rating
    assert both.results[0].path == str(raw)


def test_ping_answers_who_we_are(ask):
    reply = ask("ping", [])
    assert reply.program.startswith("photo-assist")
    assert json.loads(reply_bytes(reply))["error"] is None
