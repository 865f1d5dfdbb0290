"""A service's name: the same for the same folders, and safe in any file system."""

import re
from pathlib import Path

from assist_cli.workflows.watch.unit_texts.service import service_name


def test_name_tells_the_folder_and_is_safe():
    name = service_name([Path("/home/a b/Täth er $(x) 100%\n")])
    assert re.fullmatch(r"photo-assist-watch-T-th-er-x-100-[0-9a-f]{8}", name)


def test_same_folders_in_another_order_or_named_twice_are_the_same_service():
    one, other = Path("/shoot/a"), Path("/shoot/b")
    assert service_name([one, other]) == service_name([other, one, one])


def test_folders_of_the_same_name_are_different_services():
    assert service_name([Path("/a/inbox")]) != service_name([Path("/b/inbox")])


def test_link_and_its_folder_are_the_same_service(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert service_name([tmp_path / "link"]) == service_name([tmp_path / "real"])


def test_folder_without_a_letter_or_with_too_many_still_has_a_name():
    assert re.fullmatch(r"photo-assist-watch-[0-9a-f]{8}", service_name([Path("/写真")]))
    assert len(service_name([Path("/" + "x" * 250)])) < 80
