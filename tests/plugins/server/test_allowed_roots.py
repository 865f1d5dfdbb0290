"""Nobody gets an answer about files outside of the allowed folders, wherever links and `..` lead."""

import json

import pytest

from plugins.protocol import PlugRequest, Verb, request_bytes
from plugins.server.allowed_roots import AllowedRoots
from tests.plugins.server.sent_request import send


@pytest.mark.parametrize("way", ["elsewhere", "dots", "file link", "folder link", "sibling"])
def test_photos_outside_of_the_allowed_folders_are_refused(up, tmp_path, way):
    elsewhere = up.root.parent / f"{up.root.name}-private-{tmp_path.name}"
    elsewhere.mkdir()
    secret = elsewhere / "secret.jpg"
    secret.write_bytes(b"x")
    (up.photos / "link.jpg").symlink_to(secret)
    (up.photos / "folder").symlink_to(elsewhere)
    paths = {
        "elsewhere": "/etc/passwd",
        "dots": f"{up.photos}/../../{elsewhere.name}/secret.jpg",
        "file link": str(up.photos / "link.jpg"),
        "folder link": str(up.photos / "folder" / "secret.jpg"),
        "sibling": str(secret),
    }
    body = request_bytes(PlugRequest(Verb.RATE, (str(up.photos / "fine.jpg"), paths[way])))
    status, _, told = send(up, body=body)
    assert status == 403
    assert "--allow" in json.loads(told)["error"]["message"]
    assert up.answers.asked == []


def test_links_inside_the_allowed_folders_are_fine(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").touch()
    (tmp_path / "photos" / "b.jpg").symlink_to(tmp_path / "photos" / "a.jpg")
    (tmp_path / "way").symlink_to(tmp_path / "photos")
    roots = AllowedRoots([tmp_path / "way"])
    assert roots.outside([f"{tmp_path}/photos/b.jpg", f"{tmp_path}/way/a.jpg", f"{tmp_path}/photos/gone.jpg"]) is None


def test_a_profile_that_is_a_file_is_not_read(up):
    from plugins.protocol import PlugOptions

    body = request_bytes(PlugRequest(Verb.RATE, (), PlugOptions(profile="/etc/passwd")))
    assert send(up, body=body)[0] == 403
