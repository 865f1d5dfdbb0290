"""A task that Windows reads as it was meant."""

from pathlib import Path

from assist_cli.workflows.watch.unit_texts.schtasks import schtasks_commands
from assist_cli.workflows.watch.unit_texts.service import Service


def split(line):
    """The rules of CommandLineToArgvW (Microsoft, "Parsing C command-line arguments")."""
    words, word, slashes, is_quoted, is_begun = [], "", 0, False, False
    for letter in line + " ":
        if letter == "\\":
            slashes += 1
            continue
        word += "\\" * (slashes // 2 if letter == '"' else slashes)
        is_begun, is_escaped, slashes = is_begun or slashes > 0, letter == '"' and slashes % 2 == 1, 0
        if letter == '"' and not is_escaped:
            is_quoted, is_begun = not is_quoted, True
        elif letter == " " and not is_quoted:
            words += [word] if is_begun else []
            word, is_begun = "", False
        else:
            word, is_begun = word + letter, True
    return words


def test_task_starts_the_program_with_each_argument_as_it_is():
    arguments = ("C:\\Program Files\\assist.exe", "watch", "--", 'D:\\My "Card"\\', "E:\\x y\\")
    create, start, delete = schtasks_commands(Service("photo-assist-watch-x", (Path("D:/"),), arguments))
    words = split(create)
    assert words[:-1] == [
        "schtasks",
        "/Create",
        "/F",
        "/SC",
        "ONLOGON",
        "/RL",
        "LIMITED",
        "/TN",
        "photo-assist-watch-x",
        "/TR",
    ]
    assert split(words[-1]) == list(arguments)
    assert start.endswith("/TN photo-assist-watch-x")
    assert delete.endswith("/TN photo-assist-watch-x")
