"""Sidecars as editors write them, and as none does but XML allows, made from a seed."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from index.photo.xmp_edit.edits import AddItems, Edit, RemoveItems, SetList, SetSimple, SetStructs
from tests.index.photo.xmp_edit.sidecar_writer import Content, Hand, SidecarWriter, Structures, Texts

WORDS = (
    "Berlin",
    "a & b",
    "Ünïcødé",
    "  two  blanks ",
    "<b>",
    'say "x"',
    "it's",
    "日本語",
    "🏔 peak",
    "line\nbreak",
    "Rot|Grün",
    "-1",
    "]]>",
)
NARROW_WORDS = (*tuple(word for word in WORDS if word.isascii()), "Öl", "é")
LABELS = ("Red", "Yellow", "Green", "Blue", "Purple", "Rot", "Select", "")


@dataclass(frozen=True)
class MadeSidecar:
    """The bytes, and what was written into them."""

    data: bytes
    properties: Mapping[str, Content]
    writer: str


def made_sidecar(seed: int) -> MadeSidecar:
    """The sidecar of this number: one of the writers below, in its own hand or in an odd one."""
    random = Random(seed)
    writer = list(WRITERS)[seed % len(WRITERS)]
    codec = random.choices(
        ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "iso-8859-1", "windows-1252"), (70, 8, 8, 6, 4, 4)
    )[0]
    words = NARROW_WORDS if codec in ("iso-8859-1", "windows-1252") else WORDS
    hand, properties = WRITERS[writer](random, words)
    if random.random() < 0.5:
        hand = _odd_hand(hand, random)
    names = [name for name in properties if words is WORDS or name.isascii()]
    random.shuffle(names)
    properties = {
        name: properties[name] for name in names[: random.randint(0 if random.random() < 0.1 else 3, len(names))]
    }
    text = SidecarWriter(hand, random).document(properties)
    text = _wrapped(text, hand.line_end, codec, random)
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    return MadeSidecar(marks.get(codec, b"") + text.encode(codec, "xmlcharrefreplace"), properties, writer)


def made_edits(seed: int) -> list[Edit]:
    """Some changes of what such sidecars hold."""
    random = Random(f"edits {seed}")
    keywords = tuple(random.sample(WORDS, 3))
    stroke = {"darktable:num": "9", "darktable:operation": "crop", "darktable:params": "00", "darktable:multi_name": ""}
    edits: list[Edit] = [
        SetSimple("xmp:Rating", random.choice(("-1", "0", "3", "5", None))),
        SetSimple("xmp:Label", random.choice((*LABELS, None))),
        SetSimple("xmpDM:pick", random.choice(("1", "0", "-1", None))),
        SetSimple("crs:CropTop", random.choice(("0.125", None))),
        SetSimple("digiKam:PickLabel", random.choice(("1", "3", None))),
        SetList("darktable:colorlabels", "Seq", random.choice((("0",), ("1", "3"), (), None))),
        AddItems("dc:subject", "Bag", keywords),
        RemoveItems("dc:subject", tuple(random.sample(WORDS, 4))),
        AddItems("lr:hierarchicalSubject", "Bag", (f"Places|{keywords[0]}",)),
        SetStructs("darktable:history", "Seq", frozenset(random.sample(range(4), 2)), (stroke,)),
    ]
    return random.sample(edits, random.randint(1, len(edits)))


def _wrapped(text: str, line_end: str, codec: str, random: Random) -> str:
    """What stands before and after the root element."""
    if random.random() < 0.4:
        padding = (" " * 99 + line_end) * random.choice((0, 3, 20))
        begin, end = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>', "<?xpacket end='w'?>"
        begin = begin if codec.startswith("utf") else begin.replace("\ufeff", "")
        text = f"{begin}{line_end}{text}{line_end}{padding}{end}"
    if random.random() < 0.2:
        text = f"<!-- kept: xmp:Rating='1' -->{line_end}{text}{line_end}<!-- and this -->"
    declared = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-8-sig": "UTF-8"}.get(codec, codec.upper())
    if not codec.startswith("utf") or random.random() < 0.5:
        text = f'<?xml version="1.0" encoding="{declared}"?>{line_end}{text}'
    return text + random.choice(("", line_end, line_end * 2))


def _odd_hand(hand: Hand, random: Random) -> Hand:
    """The same in a hand that no editor has."""
    renamed = {"xmp": "xap", "dc": "purl", "crs": "n1", "darktable": "xmp", "rdf": "r", "lr": "lightroom"}
    renamed |= {random.choice(("xmpDM", "digiKam", "photoshop")): "ns0"}
    return replace(
        hand,
        elements=random.choice((0.0, 0.3, 1.0)),
        line_end=random.choice(("\n", "\r\n", "\r")),
        step=random.choice(("", " ", "\t", "    ")),
        quote=random.choice(("'", '"')),
        attribute_lines=random.random() < 0.5,
        split=random.random() < 0.5,
        remarks=random.choice((0.0, 0.3)),
        resource_form=random.choice(("attributes", "parseType", "nested")),
        prefixes=random.choice(({}, renamed, {"dc": "", "darktable": ""})),
        root=random.choice(("x:xmpmeta", "x:xapmeta", "rdf:RDF")),
        about=random.choice(("", "uuid:faf5bdd5-ba3d-11da-ad31-d33d75182f1b")),
        odd_escapes=random.choice((0.0, 0.1)),
    )


def _marks(random: Random, words: tuple[str, ...]) -> dict[str, Content]:
    keywords = random.sample(words, random.randint(1, 5))
    return {
        "xmp:Rating": str(random.randint(-1, 5)),
        "xmp:Label": random.choice(LABELS),
        "dc:subject": Texts("Bag", keywords),
        "lr:hierarchicalSubject": Texts("Bag", [f"Places|{word}" for word in keywords]),
        "dc:title": Texts("Alt", [words[2], "Title"], ["x-default", "de-DE"]),
    }


def _history(random: Random) -> Structures:
    steps = [
        {
            "stEvt:action": "saved",
            "stEvt:instanceID": f"xmp.iid:{random.getrandbits(64):x}",
            "stEvt:changed": "/metadata",
        }
    ]
    return Structures("Seq", steps * random.randint(1, 4))


def _lightroom(random: Random, words: tuple[str, ...]) -> tuple[Hand, dict[str, Content]]:
    dab = {"crs:What": "Mask/Paint", "crs:Dabs": Texts("Seq", ["d 0.5 0.25", "f 1"]), "crs:MaskValue": "1"}
    mask = {"crs:What": "Correction", "crs:CorrectionMasks": Structures("Seq", [dab, dab])}
    settings: dict[str, Content] = {
        f"crs:Slider{number}": str(random.randint(-99, 99)) for number in range(random.randint(0, 40))
    }
    return Hand(resource_form="nested"), _marks(random, words) | settings | {
        "xmp:CreatorTool": "Adobe Photoshop Lightroom Classic 15.3 (Windows)",
        "crs:HasCrop": "True",
        "crs:CropTop": "0.1",
        "xmpDM:pick": "1",
        "xmpMM:History": _history(random),
        "crs:ToneCurvePV2012": Texts("Seq", ["0, 0", "64, 56", "255, 255"]),
        "crs:MaskGroupBasedCorrections": Structures("Seq", [mask]),
        "photoshop:SidecarForExtension": "CR3",
    }  # fmt: skip


def _darktable(random: Random, words: tuple[str, ...]) -> tuple[Hand, dict[str, Content]]:
    steps = [
        {"darktable:num": str(n), "darktable:operation": operation, "darktable:params": random.randbytes(40).hex()}
        for n, operation in enumerate(("exposure", "filmicrgb", "crop", "masks")[: random.randint(0, 4)])
    ]
    return Hand(), _marks(random, words) | {
        "darktable:xmp_version": "5",
        "darktable:history_end": str(len(steps)),
        "darktable:masks_history": Structures("Seq", [{"darktable:mask_points": random.randbytes(200).hex()}]),
        "darktable:history": Structures("Seq", steps),
        "darktable:colorlabels": Texts("Seq", [str(random.randint(0, 4))]),
        "xmpMM:DerivedFrom": "IMG_0412.CR3",
    }


def _digikam(random: Random, words: tuple[str, ...]) -> tuple[Hand, dict[str, Content]]:
    area = {"stArea:x": "0.5", "stArea:y": "0.25", "stArea:unit": "normalized"}
    region = {"mwg-rs:Name": words[1], "mwg-rs:Area": area}
    return Hand(step="  ", elements=0.2, resource_form="parseType"), _marks(random, words) | {
        "digiKam:TagsList": Texts("Seq", list(random.sample(words, 2))),
        "digiKam:ColorLabel": "4",
        "digiKam:PickLabel": "3",
        "MicrosoftPhoto:Rating": "75",
        "mwg-rs:Regions": {"mwg-rs:RegionList": Structures("Bag", [region, region])},
        "acdsee:categories": "<Categories><Category Assigned='1'>x</Category></Categories>",
    }


def _capture_one(random: Random, words: tuple[str, ...]) -> tuple[Hand, dict[str, Content]]:
    contact = {"Iptc4xmpCore:CiAdrCity": words[0], "Iptc4xmpCore:CiUrlWork": "http://example.org/?a=1&b=2"}
    return Hand(step="   ", elements=1.0, resource_form="parseType"), _marks(random, words) | {
        "photoshop:Urgency": "2",
        "Iptc4xmpCore:CreatorContactInfo": contact,
        "kalimera:θέα": words[-1],
    }


def _photo_mechanic(random: Random, words: tuple[str, ...]) -> tuple[Hand, dict[str, Content]]:
    return Hand(elements=1.0, step="   ", about=""), _marks(random, words) | {
        "photomechanic:Tagged": "True",
        "photomechanic:ColorClass": str(random.randint(0, 8)),
        "photomechanic:Prefs": "1:0:3:-00001",
        "odd:thing": words[4],
    }


def _bridge(random: Random, words: tuple[str, ...]) -> tuple[Hand, dict[str, Content]]:
    return Hand(step="   "), _marks(random, words) | {
        "photoshop:LabelColor": "red",
        "xmpMM:History": _history(random),
        "xmpMM:DerivedFrom": {"stRef:instanceID": "xmp.iid:1", "stRef:documentID": "xmp.did:1"},
        "shop:price": words[3],
        "crs:CropTop": "0",
    }


def _exiftool(random: Random, words: tuple[str, ...]) -> tuple[Hand, dict[str, Content]]:
    return Hand(quote="'", elements=1.0, split=True, attribute_lines=True), _marks(random, words) | {
        "tiff:Orientation": "1",
        "exifEX2:Thing": words[5],
        "xmpMM:History": _history(random),
        "darktable:colorlabels": Texts("Seq", ["1"]),
    }


WRITERS: dict[str, Callable[[Random, tuple[str, ...]], tuple[Hand, dict[str, Content]]]] = {
    "lightroom": _lightroom,
    "darktable": _darktable,
    "digikam": _digikam,
    "capture one": _capture_one,
    "photo mechanic": _photo_mechanic,
    "bridge": _bridge,
    "exiftool": _exiftool,
}
