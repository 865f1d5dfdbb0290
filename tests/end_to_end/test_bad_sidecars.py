"""Sidecars that nobody can read: one clear line each, the file as it was, and the photo beside it marked all the same."""

from __future__ import annotations

import codecs
import socket

import pytest

from tests.end_to_end.bad_sidecar import PACKET, Pair, facts, lines_about, made_pair, written_beside
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar

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


@pytest.fixture
def pair(tmp_path, catalog) -> Pair:
    return made_pair(tmp_path / "shoot", catalog)


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
