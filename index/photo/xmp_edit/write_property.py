"""Makes one property say what is wanted: where it stands, in the form it has; else in a place that suits."""

from __future__ import annotations

from collections.abc import Sequence

from index.photo.xmp_edit.changes import Changes
from index.photo.xmp_edit.edits import ListKind
from index.photo.xmp_edit.layout import Lines, indent_of
from index.photo.xmp_edit.references import CDATA, as_attribute, as_text
from index.photo.xmp_edit.tokens import Element
from index.photo.xmp_edit.wanted import Entry, Value
from index.photo.xmp_names import LI, NAMESPACES, parted
from index.photo.xmp_values import Statement, container_of, entries_of, value_holder

DOUBLE = '"'


def rewrite(changes: Changes, statement: Statement[Element], value: Value, kind: ListKind) -> None:
    """A property that stands says `value`; it keeps its form where that can say it."""
    element = statement.element
    if value is None:
        _remove(changes, statement)
    elif element is None:
        attribute = statement.description.by_name[statement.name]
        if isinstance(value, str):
            changes.replace(attribute.value_start, attribute.value_end, as_attribute(value, attribute.quote))
        else:
            changes.remove_attribute(attribute)
            add_element(changes, statement.description, statement.name, value, kind)
    elif isinstance(value, str) and (holder := value_holder(element)) is not None:
        _rewrite_simple(changes, *holder, value)
    elif isinstance(value, tuple) and (container := container_of(element)) is not None:
        _rewrite_list(changes, statement.description, container, value)
    else:
        _refill(changes, statement.description, element, value, kind)


def add_element(changes: Changes, description: Element, name: str, value: Value, kind: ListKind) -> None:
    """A property that is not there yet, as an element."""
    written = changes.written(name, description, description)
    if isinstance(value, tuple):
        lines = _list_lines(changes, description, description, value, kind)
        inside = [(depth + 1, line) for depth, line in lines]
        changes.add_child(description, [(0, f"<{written}>"), *inside, (0, f"</{written}>")])
    elif isinstance(value, str):
        changes.add_child(description, [(0, f"<{written}>{as_text(value)}</{written}>")])


def _remove(changes: Changes, statement: Statement[Element]) -> None:
    if statement.element is None:
        changes.remove_attribute(statement.description.by_name[statement.name])
    else:
        changes.remove_element(statement.element)


def _rewrite_simple(changes: Changes, node: Element, attribute: str | None, value: str) -> None:
    """Only the characters change; comments between them stay."""
    if attribute is not None:
        stands = node.by_name[attribute]
        changes.replace(stands.value_start, stands.value_end, as_attribute(value, stands.quote))
    elif node.is_closed_at_once:
        changes.replace(node.end - 2, node.end, f">{as_text(value)}</{node.written_name}>")
    else:
        first, *others = _stretches(node)
        changes.replace(*first, as_text(value))
        for start, end in others:
            changes.replace(start, end, "")


def _stretches(node: Element) -> list[tuple[int, int]]:
    """Where the characters of an element without children stand, comments and processing instructions between them."""
    found, position = [], node.open_end
    for special in CDATA.finditer(node.document, node.open_end, node.close_start):
        if special[1] is None:
            found.append((position, special.start()))
            position = special.end()
    found.append((position, node.close_start))
    return [stretch for stretch in found if stretch[0] < stretch[1]] or found[-1:]


def _rewrite_list(changes: Changes, description: Element, container: Element, value: Sequence[Entry]) -> None:
    kept = {entry.position for entry in value}
    for position, li in enumerate(entries_of(container)):
        if position not in kept:
            changes.remove_element(li)
    for entry in value:
        if entry.position is None:
            changes.add_child(container, [(0, _li(changes, container, description, entry))])


def _refill(changes: Changes, description: Element, element: Element, value: Value, kind: ListKind) -> None:
    """Another content for an element whose form cannot hold the value; what it declares and its language stay."""
    for name, attribute in element.by_name.items():
        if parted(name)[0] != NAMESPACES["xml"]:
            changes.remove_attribute(attribute)
    if isinstance(value, tuple):
        outer = changes.line_end + (indent_of(element) or "")
        lines = _list_lines(changes, element, description, value, kind)
        content = "".join(f"{outer} {' ' * depth}{line}" for depth, line in lines) + outer
    else:
        content = as_text(value) if isinstance(value, str) else ""
    if element.is_closed_at_once:
        changes.replace(element.end - 2, element.end, f">{content}</{element.written_name}>")
    else:
        changes.replace(element.open_end, element.close_start, content)


def _list_lines(
    changes: Changes, place: Element, description: Element, value: Sequence[Entry], kind: ListKind
) -> Lines:
    container = changes.written(f"rdf:{kind}", place, description)
    items = [(1, _li(changes, place, description, entry)) for entry in value]
    return [(0, f"<{container}>"), *items, (0, f"</{container}>")]


def _li(changes: Changes, place: Element, description: Element, entry: Entry) -> str:
    li = changes.written(LI, place, description)
    if not entry.fields:
        return f"<{li}>{as_text(entry.text or '')}</{li}>"
    fields = (
        f' {changes.written(name, place, description, of_attribute=True)}="{as_attribute(value, DOUBLE)}"'
        for name, value in entry.fields.items()
    )
    return f"<{li}{''.join(fields)}/>"
