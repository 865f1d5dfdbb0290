"""Photos are compared once, and only when somebody asks."""

import numpy as np
import pytest

from scoring.groups.looks import Looks
from tests.scoring.groups.made_shoot import MadeShoot, scene, view

NOBODY = np.empty(0, np.int64)


class Asked:
    """Glances of photos of one scene, and who was asked for; the photos numbered `unseen` have none."""

    def __init__(self, count=3, unseen=()):
        self.shoot, self.unseen, self.photos = MadeShoot(), unseen, []
        for place in range(count):
            self.shoot.add(f"{place}.jpg", off=0.0, grey=view(scene(0), left=0.2 + 0.01 * place))

    def __call__(self, place):
        self.photos.append(place)
        return None if place in self.unseen else self.shoot.glances[place]

    def looks(self):
        return Looks(self.shoot.embeddings, self)


def test_no_glance_is_asked_for_before_two_photos_are_compared():
    asked = Asked()
    looks = asked.looks()
    looks.cosines(np.array([0]), np.array([1]))
    assert asked.photos == []
    looks.framing(0, 1)
    assert asked.photos == [0, 1]


def test_a_glance_is_asked_for_once_and_a_pair_compared_once():
    asked = Asked()
    looks = asked.looks()
    first = looks.framing(0, 1)
    assert looks.framing(0, 1) is first
    looks.framing(0, 2)
    looks.stays(1, 2)
    looks.glance(2)
    assert asked.photos == [0, 1, 2]


def test_a_framing_tells_the_second_as_seen_in_the_first():
    looks = Asked().looks()
    there, back = looks.framing(0, 2), looks.framing(2, 0)
    assert there.shift[0] == pytest.approx(0.02 / 0.6, abs=0.01)
    assert back.shift[0] == pytest.approx(-there.shift[0], abs=0.01)


def test_what_was_never_seen_cannot_be_compared():
    looks = Asked(unseen=(1,)).looks()
    for pair in ((0, 1), (1, 0), (1, 1)):
        assert looks.framing(*pair) is None
        assert looks.sweep(*pair, None) is None
        assert not looks.stays(*pair)
    assert looks.glance(1) is None


def test_a_camera_that_hardly_moved_stays_and_another_scene_does_not():
    asked = Asked()
    asked.shoot.add("other.jpg", of=9)
    looks = asked.looks()
    assert looks.stays(0, 1)
    assert not looks.stays(0, 3)


def test_cosines_are_those_of_the_pairs_and_0_without_an_embedding():
    rows = np.array([[1, 0], [0.6, 0.8], [0, 0]], np.float32)
    looks = Looks(rows, lambda _: None)
    assert looks.cosines(np.array([0, 0, 1]), np.array([1, 2, 1])) == pytest.approx([0.6, 0.0, 1.0])


def test_however_many_pairs_there_are_each_gets_its_cosine():
    rows = np.eye(3, dtype=np.float32)
    first, second = np.zeros(70_000, np.int64), np.arange(70_000) % 3
    assert Looks(rows, lambda _: None).cosines(first, second).tolist() == (second == 0).tolist()


@pytest.mark.parametrize("shape", [(0, 32), (2, 0)])
def test_no_photos_and_no_embeddings_are_no_error(shape):
    assert Looks(np.zeros(shape, np.float32), lambda _: None).cosines(NOBODY, NOBODY).shape == (0,)
