"""Reads a unit's command line back as systemd.syntax(7) and systemd.service(5) say, written apart from what writes it."""

import os


def values(unit, name):
    """Of all lines `name=`."""
    return [line.partition("=")[2] for line in unit.decode().splitlines() if line.startswith(f"{name}=")]


def command_line(value):
    """The arguments that the program gets."""
    assert value.startswith(":"), "without the colon $NAME is replaced"
    arguments, rest = [], value[1:].strip(" \t")
    while rest:
        argument, rest = _word(rest)
        arguments.append(os.fsdecode(argument.replace(b"%%", b"%")))
        rest = rest.lstrip(" \t")
    return arguments


SIMPLE = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92, '"': 34, "'": 39, "s": 32}


def _word(text):
    found, quote, place = bytearray(), "", 0
    while place < len(text):
        letter = text[place]
        place += 1
        if quote and letter == quote:
            assert place == len(text) or text[place] in " \t", "a closing quote is followed by a space"
            quote = ""
        elif not quote and letter in "\"'" and not found:
            quote = letter
        elif not quote and letter in " \t":
            break
        elif letter == "\\":
            if text[place] == "x":
                found.append(int(text[place + 1 : place + 3], 16))
                place += 3
            else:
                found.append(SIMPLE[text[place]])
                place += 1
        else:
            if letter == "%":
                assert text[place] == "%", "a single % is a specifier"
                found += b"%"
                place += 1
            found += letter.encode()
    assert not quote, "a quote stays open"
    return bytes(found), text[place:]
