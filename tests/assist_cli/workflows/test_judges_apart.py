"""Photos are judged in processes of their own, as they would be here; one that ends a process is told, and the next is judged."""

import logging
import multiprocessing
import os
import pickle
import signal
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assist_cli.workflows import judges_apart as apart_room
from assist_cli.workflows import judging_worker as room
from assist_cli.workflows.judges_apart import JudgesApart, open_judges_apart
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.memory_budget import BUDGETS
from index.photo.record import Asset
from scoring.engines.served_networks import ServedNetworks
from scoring.judge import Judgement, open_judge
from tests.weights.kept import keep_stand_in_faces
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError, find_entry


@pytest.fixture
def opened():
    """Opens judges, and closes them after the test."""
    all_opened = []

    def call(workers=1, weights=DEFAULT_RATING_WEIGHTS, ask=None):
        all_opened.append(JudgesApart(weights, workers, ask))
        return all_opened[-1]

    yield call
    for judges in all_opened:
        judges.close()


@pytest.fixture
def photo(shoot_dir):
    return Asset(shoot_dir / "DSC_0103.JPG")


def process_of(judges):
    return judges._workers[0]._process


def test_a_photo_is_judged_as_it_would_be_here(opened, photo):
    apart, here = opened().judge(photo, {}), open_judge("cpu").judge(photo)
    assert apart.record == here.record
    assert apart.quality == here.quality
    assert apart.assessments == here.assessments
    assert np.array_equal(apart.embedding, here.embedding)
    assert np.array_equal(apart.glance.grey, here.glance.grey)


def test_a_process_that_is_started_anew_says_the_same_as_a_copy(opened, photo, monkeypatch):
    copied = opened().judge(photo, {})
    monkeypatch.setattr(room, "_context", lambda: multiprocessing.get_context("spawn"))
    assert opened().judge(photo, {}).assessments == copied.assessments


def test_two_threads_ask_two_processes_and_hear_the_same(opened, photo):
    judges = opened(workers=2)
    with ThreadPoolExecutor(2) as threads:
        one, two = threads.map(lambda asset: judges.judge(asset, {}), [photo, photo])
    assert one.assessments == two.assessments
    assert one.quality == two.quality


def test_networks_that_are_served_are_asked_and_where_they_cannot_say_the_process_itself(opened, photo):
    asked, ratings, embedding = [], np.full(10, 0.1, np.float32), np.ones(4, np.float32) / 2

    def ask(network, picture):
        asked.append((network, picture.dtype))
        return (ratings, None, embedding) if network == "rating" else None

    served, own = opened(ask=ask).judge(photo, {}), opened().judge(photo, {})
    assert asked == [(name, np.uint8) for name in ("rating", "saliency", "exposure")]
    assert served.quality.rating_dist == pytest.approx(ratings)
    np.testing.assert_array_equal(served.embedding, embedding)
    assert served.assessments == own.assessments


def test_trouble_with_a_served_network_costs_no_photo(opened, photo, caplog):
    def ask(_network, _picture):
        raise MemoryError("no room for a batch")

    with caplog.at_level(logging.INFO):
        judged = opened(ask=ask).judge(photo, {})
    assert judged.assessments == opened().judge(photo, {}).assessments
    assert caplog.messages.count("asking the served network of rating failed") == 1


@pytest.mark.parametrize("wrong", [lambda *_: lambda: "no answer for a line", lambda *_: sys.exit(3)])
def test_a_process_that_was_not_answered_is_replaced_and_the_next_photo_judged_for_itself(
    opened, shoot_dir, photo, wrong
):
    asks = [wrong]
    judges = opened(ask=lambda *seen: asks.pop()(*seen) if asks else None)
    with pytest.raises((AttributeError, pickle.PicklingError, SystemExit)):
        judges.judge(photo, {})
    other = Asset(shoot_dir / "DSC_0104.JPG")
    assert judges.judge(other, {}).record.path == other.path


def test_processes_that_ask_a_device_say_what_the_cpu_says_within_a_thousandth(opened, photo):
    from scoring.engines.torch_cuda.open_networks import open_places
    from scoring.engines.torch_cuda.rating import rating_on

    device = ServedNetworks(rating_on("cpu", find_entry(DEFAULT_RATING_WEIGHTS)), open_places("cpu"))
    there, here = opened(ask=device.said_of).judge(photo, {}), open_judge("cpu").judge(photo)
    np.testing.assert_allclose(there.quality.rating_dist, here.quality.rating_dist, atol=1e-3)
    np.testing.assert_allclose(there.embedding, here.embedding, atol=1e-3)
    assert there.quality.weights == here.quality.weights
    for name, one in here.assessments.items():
        assert there.assessments[name].value == pytest.approx(one.value, abs=1e-3), name
        assert there.assessments[name].reasons == one.reasons


@pytest.mark.parametrize(("ask", "count"), [(lambda *_: None, 3), (None, 2)])
def test_for_a_device_processes_are_opened_that_ask_it_and_for_the_cpu_others(monkeypatch, ask, count):
    opened = []
    monkeypatch.setattr(
        "scoring.engines.served_networks.served_on", lambda device, weights: opened.append((device, weights)) or ask
    )
    monkeypatch.setattr(apart_room, "default_processes", lambda *, beside_a_device: 3 if beside_a_device else 2)
    monkeypatch.setattr(apart_room, "JudgesApart", lambda *arguments: opened.append(arguments))
    open_judges_apart("cuda", DEFAULT_RATING_WEIGHTS, None)
    open_judges_apart("cuda", DEFAULT_RATING_WEIGHTS, 7)
    assert opened[1::2] == [(DEFAULT_RATING_WEIGHTS, count, ask), (DEFAULT_RATING_WEIGHTS, 7, ask)]
    assert opened[0] == ("cuda", DEFAULT_RATING_WEIGHTS)


def test_what_is_known_is_taken_over_and_what_cannot_be_read_is_a_value(opened, photo, tmp_path):
    judges = opened()
    known = {"focus": judges.judge(photo, {}).assessments["noise"]}
    assert judges.judge(photo, known).assessments["focus"] == known["focus"]
    gone = judges.judge(Asset(tmp_path / "gone.jpg"), {})
    assert (gone.path, gone.kind) == (tmp_path / "gone.jpg", FailureKind.MISSING)


@pytest.mark.parametrize(
    ("number", "told"), [(signal.SIGKILL, "SIGKILL, as where memory runs out"), (signal.SIGSEGV, "SIGSEGV")]
)
def test_a_photo_that_ends_its_process_is_told_and_the_next_is_judged(opened, photo, monkeypatch, number, told):
    judges, victim = opened(), []

    def end_it(*_asked):
        victim.append(process_of(judges).pid)
        os.kill(victim[-1], number)

    with monkeypatch.context() as while_it_is_read:
        while_it_is_read.setattr(room, "reserve", end_it)
        ended = judges.judge(photo, {})
    assert (ended.path, ended.kind) == (photo.path, FailureKind.CRASHED)
    assert ended.message == f"reading it ended the program that read it: {told}"
    assert "open it in an editor" in ended.hint
    assert isinstance(judges.judge(photo, {}), Judgement)
    assert process_of(judges).pid != victim[0]


def test_a_process_that_ended_while_it_waited_is_no_photos_fault(opened, photo):
    judges = opened()
    process_of(judges).kill()
    process_of(judges).join()
    assert isinstance(judges.judge(photo, {}), Judgement)


def test_no_process_is_left_after_closing_and_none_begins_anew(opened, photo, monkeypatch):
    judges = opened(workers=2)
    processes = [worker._process for worker in judges._workers]
    monkeypatch.setattr(room, "reserve", lambda *_asked: judges.close())
    assert isinstance(judges.judge(photo, {}), UnreadablePhoto)
    assert not any(process.is_alive() for process in processes)
    assert [worker._process for worker in judges._workers] == processes


def test_room_in_memory_is_asked_of_the_one_who_shares_it_out(opened, photo, monkeypatch):
    judges, asked = opened(), []
    monkeypatch.setattr(room, "reserve", lambda budget, amount: asked.append((budget, amount)))
    width_px, height_px = judges.judge(photo, {}).record.size_px
    size_bytes = photo.path.stat().st_size
    assert asked == [(BUDGETS["file bytes"], size_bytes), (BUDGETS["pixels"], width_px * height_px)]


def test_weights_that_cannot_be_used_end_the_run_as_they_do_here(opened):
    with pytest.raises(WeightsError) as caught:
        opened(weights="multi_level_efficientnet_lite0.biq2012")
    assert "multi_level_efficientnet_lite0.biq2021" in caught.value.hint


def test_what_is_logged_there_is_told_here_once(opened, photo, tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path))
    keep_stand_in_faces()
    (tmp_path / "yunet.2023mar" / "yunet.2023mar.onnx").write_bytes(b"rotten")
    with caplog.at_level(logging.INFO):
        opened(workers=2).judge(photo, {})
    (line,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert "yunet.2023mar.onnx: sha256 is" in line.getMessage()


def test_a_program_that_never_gets_ready_ends_the_run(monkeypatch):
    monkeypatch.setattr(room, "serve", ended_at_once)
    with pytest.raises(room.JudgingEndedError, match="ended before its first photo: it left with exit code 7"):
        JudgesApart(DEFAULT_RATING_WEIGHTS, 1)


def test_a_replacement_that_never_gets_ready_costs_a_photo_and_the_next_is_tried_again(opened, photo, monkeypatch):
    judges = opened()
    process_of(judges).kill()
    process_of(judges).join()
    with monkeypatch.context() as for_one_photo:
        for_one_photo.setattr(room, "serve", ended_at_once)
        assert judges.judge(photo, {}).kind is FailureKind.CRASHED
    assert isinstance(judges.judge(photo, {}), Judgement)


def test_a_process_that_cannot_be_started_costs_a_photo_and_the_third_ends_the_run(opened, photo, monkeypatch):
    judges = opened()
    process_of(judges).kill()
    process_of(judges).join()

    def no_room(_process):
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(room.multiprocessing.process.BaseProcess, "start", no_room)
    assert [judges.judge(photo, {}).kind for _ in range(2)] == [FailureKind.CRASHED] * 2
    with pytest.raises(room.JudgingEndedError, match="no program could be started that judges photos: Resource"):
        judges.judge(photo, {})
    judges.close()


def ended_at_once(*_arguments):
    raise SystemExit(7)
