"""Networks that stay open between the requests of a server."""

import threading

import pytest

import assist_cli.workflows.plug.kept_judge as room
from assist_cli.workflows.plug.answer_request import answer_request
from assist_cli.workflows.plug.kept_judge import KeptJudge
from assist_cli.workflows.plug.plug_desk import PlugDesk
from plugins.protocol import PlugOptions, PlugRequest, Verb
from tests.assist_cli.fake_judge import BUGGY_NAME
from weights.registry import DEFAULT_RATING_WEIGHTS, WeightsError


@pytest.fixture
def opened(monkeypatch, judge):
    """The judges that were opened, one an opening."""
    found = []

    def opening(_device, _weights):
        found.append(lambda asset, known: judge.judge(asset, known))
        return found[-1]

    monkeypatch.setattr(room, "opened_anew", opening)
    return found


@pytest.fixture
def ask(catalog, opened):  # noqa: ARG001 - set up first
    desk = PlugDesk(catalog, open_judge=KeptJudge().for_request)

    def call(verb, paths):
        request = PlugRequest(Verb(verb), tuple(map(str, paths)), PlugOptions(rescore=True))
        return answer_request(request, desk, lambda _progress: None)

    return call


def test_networks_are_opened_once_for_all_requests(ask, shoot, opened, judge):
    for verb in ("rate", "pick", "explain"):
        assert all(one.error is None for one in ask(verb, sorted(shoot.iterdir())).results)
    assert len(judge.judged) == 15
    assert len(opened) == 1


def test_nothing_is_opened_where_all_is_known(catalog, shoot, opened, judge):  # noqa: ARG001
    request = PlugRequest(Verb.RATE, tuple(map(str, sorted(shoot.iterdir()))))
    answer_request(request, PlugDesk(catalog), lambda _progress: None)
    answer_request(request, PlugDesk(catalog, open_judge=KeptJudge().for_request), lambda _progress: None)
    assert opened == []


def test_networks_that_failed_are_opened_anew(ask, shoot, opened, draw_photo):
    broken = draw_photo(shoot / BUGGY_NAME, 7)
    assert [one.error.kind for one in ask("rate", [broken]).results] == ["unexpected"]
    assert ask("rate", [shoot / "IMG_0000.JPG"]).results[0].rating
    assert len(opened) == 2
    assert ask("rate", [shoot / "IMG_0001.JPG"]).results[0].rating
    assert len(opened) == 2


def test_networks_that_could_not_be_opened_are_tried_again(monkeypatch, opened):
    kept, works = KeptJudge(), room.opened_anew

    def missing(_device, _weights):
        raise WeightsError("saf.onnx: missing", "install it again")

    monkeypatch.setattr(room, "opened_anew", missing)
    with pytest.raises(WeightsError):
        kept.for_request("cpu", DEFAULT_RATING_WEIGHTS)
    monkeypatch.setattr(room, "opened_anew", works)
    kept.for_request("cpu", DEFAULT_RATING_WEIGHTS)
    assert len(opened) == 1


def test_a_photo_of_a_cancelled_request_has_its_networks_for_itself(monkeypatch):
    looking, done, opened = threading.Event(), threading.Event(), []

    def slow(_asset, _known):
        looking.set()
        done.wait(20)

    monkeypatch.setattr(room, "opened_anew", lambda _device, _weights: opened.append(slow) or slow)
    kept = KeptJudge()
    thread = threading.Thread(target=kept.for_request("cpu", DEFAULT_RATING_WEIGHTS), args=[None, {}])
    thread.start()
    assert looking.wait(20)
    kept.for_request("cpu", DEFAULT_RATING_WEIGHTS)
    assert len(opened) == 2
    done.set()
    thread.join(20)
    kept.for_request("cpu", DEFAULT_RATING_WEIGHTS)
    assert len(opened) == 2


def test_weights_that_come_while_the_server_is_up_are_used(monkeypatch, opened):
    kept = KeptJudge()
    monkeypatch.setattr(room, "can_be_used", lambda _name: False)
    kept.for_request("cpu", DEFAULT_RATING_WEIGHTS)
    monkeypatch.setattr(room, "can_be_used", lambda _name: True)
    kept.for_request("cpu", DEFAULT_RATING_WEIGHTS)
    kept.for_request("cpu", DEFAULT_RATING_WEIGHTS)
    assert len(opened) == 2
