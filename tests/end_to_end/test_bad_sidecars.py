"""Sidecars that nobody can read or write: one clear line each, the file as it was, and the photo beside it marked all the same."""

from __future__ import annotations

import codecs
import os
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.stored_shoot import StoredShot, store_shots
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar

PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    ' <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="Süden"/>\n'
    "</rdf:RDF></x:xmpmeta>\n"
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
NOT_READ = {
    "empty": (b"", "it holds nothing"),
    "blank": (b" \n" * 100, "it holds nothing but blanks"),
    "nulls": (bytes(4096), "it holds nothing but blanks"),
    "cut off": (PACKET.encode()[:150], "it is damaged"),
    "malformed": (PACKET.replace("</rdf:RDF>", "").encode(), "it is damaged"),
    "two roots": (PACKET.encode() * 2, "it is damaged"),
    "web page": (b"<!DOCTYPE html><html><body>404</body></html>", "it is a web page, not XMP"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "but byte 0 cannot be that"),
    "other XML": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "it is not XMP"),
    "entity bomb": (f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>{PACKET}'.replace("Süden", "&l9;").encode(), "document type"),
    "deep": (PACKET.replace(' dc:source="Süden"/>', ">" + "<dc:a>" * 5000 + "</dc:a>" * 5000 + "</rdf:Description>").encode(),
             "nested far deeper"),
    "UTF-32": (PACKET.encode("utf-32"), "UTF-32"),
    "said to be UTF-16": (b'<?xml version="1.0" encoding="UTF-16"?>' + PACKET.encode(), "but it is not"),
    "an encoding that nobody knows": (b'<?xml version="1.0" encoding="x-mine"?>' + PACKET.encode(), "which nobody knows"),
    "Latin-1 that says nothing": (PACKET.encode("latin-1"), "byte"),
    "UTF-16 without its end": (codecs.BOM_UTF16_LE + PACKET.encode("utf-16-le")[:-1], "byte"),
    "50 MB": (PACKET.encode() + b" " * 50 * 1024**2, "50 MB"),
}  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Two photos of one folder; the first has the sidecar in question."""

    folder: Path

    @property
    def sidecar(self) -> Path:
        return self.folder / "IMG_1.CR3.xmp"

    @property
    def neighbours(self) -> Path:
        return self.folder / "IMG_2.CR3.xmp"

    def photos(self) -> list[Path]:
        return [self.folder / "IMG_1.CR3", self.folder / "IMG_2.CR3"]


@pytest.fixture
def pair(tmp_path, catalog) -> Pair:
    return made_pair(tmp_path / "shoot", catalog)


def made_pair(folder: Path, catalog: Path) -> Pair:
    """Two photos that four stars are advised for."""
    pair = Pair(folder)
    folder.mkdir(exist_ok=True)
    for photo in pair.photos():
        photo.touch()
    store_shots(catalog, [StoredShot(photo, 4) for photo in pair.photos()])
    return pair


def facts(path: Path) -> tuple[bytes, int]:
    return path.read_bytes(), path.stat().st_mtime_ns


def lines_about(path: Path, answer) -> list[str]:
    assert answer.err.count("Traceback") == 0
    return [line for line in answer.said.splitlines() if str(path) in line or line.startswith(f"{path.name}:")]


def written_beside(assist, pair: Pair) -> str:
    """What `sidecars write` says of the bad sidecar in its one line; the neighbour gets its marks."""
    answer = assist("sidecars", "write", pair.folder, "--style", "darktable")
    assert answer.exit_code == 3
    assert PlainSidecar(pair.neighbours.read_bytes()).stated("xmp:Rating") == "4"
    (line,) = lines_about(pair.sidecar, answer)
    return line


@pytest.mark.parametrize("kind", NOT_READ)
def test_what_cannot_be_read_is_told_in_one_line_and_left_as_it_is(assist, pair, kind):
    data, words = NOT_READ[kind]
    pair.sidecar.write_bytes(data)
    before = facts(pair.sidecar)
    planned = assist("sidecars", "write", pair.folder, "--dry-run")
    read = assist("sidecars", "read", pair.folder)
    assert words in written_beside(assist, pair)
    for answer in (planned, read):
        assert answer.exit_code == 3
        (line,) = lines_about(pair.sidecar, answer)
        assert words in line
    assert facts(pair.sidecar) == before
    assert assist("undo", "--last").exit_code == 0
    assert facts(pair.sidecar) == before
    assert not pair.neighbours.exists()


@pytest.fixture
def listening():
    """A server that nobody may come to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.mark.parametrize("form", ["entity", "parameter entity", "DTD", "stylesheet", "inclusion"])
@pytest.mark.parametrize("scheme", ["file", "http"])
def test_nothing_outside_of_a_sidecar_is_ever_read_or_fetched(assist, pair, tmp_path, listening, form, scheme):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    there = secret.as_uri() if scheme == "file" else f"http://127.0.0.1:{listening.getsockname()[1]}/secret.txt"
    named = PACKET.replace("Süden", "&secret;").replace('"/>', '">&secret;</rdf:Description>')
    sidecar = {
        "entity": f'<!DOCTYPE x [<!ENTITY secret SYSTEM "{there}">]>{named}',
        "parameter entity": f'<!DOCTYPE x [<!ENTITY % secret SYSTEM "{there}"> %secret;]>{PACKET}',
        "DTD": f'<!DOCTYPE x SYSTEM "{there}">{PACKET}',
        "stylesheet": f'<?xml-stylesheet href="{there}"?>{PACKET}',
        "inclusion": PACKET.replace('"/>', f'"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{there}"'
                                    ' parse="text"/></rdf:Description>'),
    }[form]  # fmt: skip
    pair.sidecar.write_text(sidecar, encoding="utf-8")
    answers = [assist("sidecars", "read", pair.folder), assist("sidecars", "write", pair.folder)]
    with pytest.raises(BlockingIOError):
        listening.accept()
    assert "hidden words" not in "".join(answer.out + answer.err for answer in answers) + pair.sidecar.read_text(
        "utf-8"
    )
    if form in ("stylesheet", "inclusion"):  # harmless where nobody follows them
        assert [answer.exit_code for answer in answers] == [0, 0]
        assert there in pair.sidecar.read_text("utf-8")
    else:
        assert [answer.exit_code for answer in answers] == [3, 3]
        assert pair.sidecar.read_text("utf-8") == sidecar


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
        ("iso-8859-1", b""), ("windows-1252", b""),
    ],
)  # fmt: skip
def test_encoding_and_byte_order_mark_stay(assist, pair, codec, mark):
    declared = f'<?xml version="1.0" encoding="{codec}"?>\n' if not mark and codec != "utf-8" else ""
    before = mark + (declared + PACKET).encode(codec)
    pair.sidecar.write_bytes(before)
    assert assist("sidecars", "write", pair.folder).exit_code == 0
    after = pair.sidecar.read_bytes()
    assert after.startswith(mark + declared.encode(codec))
    assert PlainSidecar(after).stated("xmp:Rating") == "4"
    assert 'dc:source="Süden"' in after[len(mark) :].decode(codec)
    assert assist("undo", "--last").exit_code == 0
    assert pair.sidecar.read_bytes() == before


def test_link_out_of_the_tree_is_named_and_not_followed(assist, pair, tmp_path):
    elsewhere = tmp_path / "elsewhere.xmp"
    elsewhere.write_text(PACKET, encoding="utf-8")
    before = facts(elsewhere)
    pair.sidecar.symlink_to(elsewhere)
    line = written_beside(assist, pair)
    assert f"it is a link to {elsewhere}, outside of the folders that you named" in line
    assert facts(elsewhere) == before
    assert pair.sidecar.is_symlink()


def test_link_inside_the_tree_is_followed_and_stays_a_link(assist, pair):
    real = pair.folder / "sidecars" / "one.xmp"
    real.parent.mkdir()
    real.write_text(PACKET, encoding="utf-8")
    before = facts(real)
    pair.sidecar.symlink_to(Path("sidecars", "one.xmp"))
    assert assist("sidecars", "write", pair.folder).exit_code == 0
    assert pair.sidecar.is_symlink()
    assert PlainSidecar(real.read_bytes()).stated("xmp:Rating") == "4"
    assert assist("undo", "--last").exit_code == 0
    assert facts(real) == before
    assert pair.sidecar.is_symlink()


@pytest.mark.parametrize(
    ("target", "words"), [("nowhere.xmp", "leads nowhere"), ("IMG_1.CR3.xmp", "round in circles"), (".", "not a file")]
)
def test_link_to_no_file_is_told(assist, pair, target, words):
    pair.sidecar.symlink_to(target)
    assert words in written_beside(assist, pair)
    assert pair.sidecar.readlink() == Path(target)


def test_pipes_folders_and_sockets_named_like_sidecars_are_told_and_never_opened(assist, pair, monkeypatch):
    os.mkfifo(pair.sidecar)
    assert "it is a pipe, not a file" in written_beside(assist, pair)
    pair.sidecar.unlink()
    pair.sidecar.mkdir()
    assert "it is a folder, not a file" in written_beside(assist, pair)
    pair.sidecar.rmdir()
    monkeypatch.chdir(pair.folder)  # a socket's name may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(pair.sidecar.name)
        assert "not a file" in written_beside(assist, pair)


def test_write_protected_sidecar_is_told_and_left_as_it_is(assist, pair):
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    pair.sidecar.chmod(0o444)
    before = facts(pair.sidecar)
    assert "it is write-protected" in written_beside(assist, pair)
    assert facts(pair.sidecar) == before


@pytest.fixture
def open_folder():
    """A folder that anybody can come to, as those of tests cannot be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


def test_folder_that_may_not_be_written_is_told_file_by_file(assist, open_folder, monkeypatch, as_nobody):
    catalog = open_folder / "catalog.db"
    monkeypatch.setenv("ASSIST_CATALOG", str(catalog))
    monkeypatch.setenv("ASSIST_WEIGHTS", str(open_folder / "weights"))
    pair = made_pair(open_folder / "shoot", catalog)
    catalog.chmod(0o666)
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    pair.sidecar.chmod(0o666)
    pair.folder.chmod(0o555)
    before = facts(pair.sidecar)
    assert (
        assist("sidecars", "write", pair.folder, "--dry-run").exit_code == 0
    )  # loads the program, which may be root's
    with as_nobody():
        answer = assist("sidecars", "write", pair.folder, "--style", "darktable")
    _told_of_both(answer, pair, "you may not read it or write beside it")
    assert facts(pair.sidecar) == before
    assert sorted(path.name for path in pair.folder.iterdir()) == ["IMG_1.CR3", "IMG_1.CR3.xmp", "IMG_2.CR3"]


def test_disk_that_is_read_only_is_told_file_by_file(assist, small_disk, catalog):
    pair = made_pair(small_disk, catalog)
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    before = facts(pair.sidecar)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    answer = assist("sidecars", "write", small_disk, "--style", "darktable")
    _told_of_both(answer, pair, "the disk is read-only")
    assert facts(pair.sidecar) == before
    assert "nothing to take back" in assist("undo", "--last").err


def _told_of_both(answer, pair: Pair, words: str) -> None:
    assert answer.exit_code == 3
    for path in (pair.sidecar, pair.neighbours):
        (line,) = lines_about(path, answer)
        assert words in line


def test_full_disk_leaves_the_old_file_and_the_next_run_writes_it(assist, small_disk, catalog):
    pair = made_pair(small_disk, catalog)
    pair.sidecar.write_text(PACKET + " " * 20_000, encoding="utf-8")
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space"):
        ballast.write_bytes(bytes(100_000))
    before = facts(pair.sidecar)
    answer = assist("sidecars", "write", small_disk, "--style", "darktable")
    _told_of_both(answer, pair, "the disk is full (free some space")
    assert facts(pair.sidecar) == before
    assert {path.name for path in small_disk.iterdir()} == {"IMG_1.CR3", "IMG_2.CR3", "IMG_1.CR3.xmp", "ballast"}
    assert "nothing to take back" in assist("undo", "--last").err
    ballast.unlink()
    assert assist("sidecars", "write", small_disk, "--style", "darktable").exit_code == 0
    assert PlainSidecar(pair.sidecar.read_bytes()).stated("xmp:Rating") == "4"
    assert assist("undo", "--last").exit_code == 0
    assert facts(pair.sidecar) == before


def test_journal_that_cannot_be_written_leaves_every_sidecar_as_it_is(assist, pair, small_disk, monkeypatch):
    catalog = small_disk / "catalog.db"
    monkeypatch.setenv("ASSIST_CATALOG", str(catalog))
    with pytest.raises(OSError, match="No space"):
        (small_disk / "ballast").write_bytes(bytes(100_000))
    pair.sidecar.write_text(PACKET, encoding="utf-8")
    before = facts(pair.sidecar)
    answer = assist("sidecars", "write", pair.folder)
    assert answer.exit_code == 1
    assert answer.err.count("\n") == 1
    assert facts(pair.sidecar) == before
    assert not pair.neighbours.exists()


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        "[General]\nRank=0\n".encode("utf-16"),
        b"[General\nRank=0\n",
        b"\xff\xd8\xff\xe0JFIF",
        bytes(99),
    ],
)
def test_what_only_has_the_name_of_a_rawtherapee_profile_is_told_and_left_as_it_is(assist, pair, data):
    profile = pair.folder / "IMG_1.CR3.pp3"
    profile.write_bytes(data)
    before = facts(profile)
    answer = assist("sidecars", "write", pair.folder, "--style", "darktable")
    assert answer.exit_code == 3
    (line,) = lines_about(profile, answer)
    assert "it is no profile of RawTherapee" in line
    assert facts(profile) == before
    assert PlainSidecar(pair.neighbours.read_bytes()).stated("xmp:Rating") == "4"
