"""Sidecars with a few bytes gone wrong are changed rightly or refused plainly, never anything else."""

from __future__ import annotations

from random import Random

from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.splices import applied, reversed_splices
from index.photo.xmp_errors import UnsafeEditError, XmpError
from tests.index.photo.xmp_edit.generated_sidecars import made_edits, made_sidecar

SCRAPS = (
    b"<", b">", b"/", b'"', b"'", b"&", b"&#0;", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"?>", b"\xff", b"\0",
    b"\xc2\xa0", b"loose text",
    b" xmlns:xmp='urn:x'", b"<rdf:li/>", b"<rdf:Bag/>", b" rdf:value='1'", b" rdf:parseType='Resource'",
    b"<xmp:Rating>2</xmp:Rating>", b" xml:lang='de'", b"<rdf:Description/>", b" xmp:Rating='7'",
)  # fmt: skip


def damaged(seed: int) -> bytes:
    random = Random(seed)
    data = bytearray(made_sidecar(random.randrange(2_000)).data)
    for _ in range(random.randint(1, 2)):
        at, other = random.randrange(len(data)), random.randrange(len(data))
        between = max(data.find(random.choice((b">", b" ")), at), 0)
        match random.randrange(5):
            case 0:
                data[at] = random.randrange(256)
            case 1:
                del data[at : at + random.randint(1, 30)]
            case 2:
                data[at:at] = data[other : other + random.randint(1, 80)]
            case 3:
                data[at:at] = random.choice(SCRAPS)
            case _:
                data[between:between] = random.choice(SCRAPS)
    return bytes(data)


def refusal_of(data: bytes, seed: int) -> str | None:
    """Why the change is refused; None where it is made, and can be turned round."""
    try:
        result = edited(data, made_edits(seed))
    except (XmpError, UnsafeEditError) as refusal:
        return refusal.message
    assert applied(result.data, reversed_splices(data, result.splices)) == data, seed
    return None


def test_damaged_sidecars_are_changed_rightly_or_refused_in_one_line():
    refusals = [refusal_of(damaged(seed), seed) for seed in range(800)]
    told = [message for message in refusals if message is not None]
    assert all(message.isprintable() for message in told)
    assert 300 < len(told) < 750
