"""Which line of a TOML file each key and list item stands on.

tomllib gives values without positions, so that the syntax tree of tree-sitter gives these.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

Path = tuple[str | int, ...]
"""The keys and list indices that lead to a value, as pydantic's `loc` has them."""

KEYS = frozenset({"bare_key", "quoted_key", "dotted_key"})


def line_numbers(source: str) -> dict[Path, int]:
    """The line, from 1, of every table, key and list item of valid TOML."""
    tree = Parser(Language(tree_sitter_toml.language())).parse(source.encode())
    lines: dict[Path, int] = {(): 1}
    for path, line in _walk(tree.root_node):
        lines.setdefault(path, line)
    return lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of what `path` leads to, or of the nearest thing around it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def _walk(document: Node) -> Iterator[tuple[Path, int]]:
    count: Counter[Path] = Counter()
    for node in document.named_children:
        if node.type == "pair":
            yield from _pair(node, ())
        elif node.type in ("table", "table_array_element"):
            table = _key(node)
            prefix = _inside_lists(table, count)
            if node.type == "table_array_element":
                prefix = (*prefix, count[table])
                count[table] += 1
            yield prefix, _line(node)
            for child in node.named_children:
                if child.type == "pair":
                    yield from _pair(child, prefix)


def _inside_lists(table: Path, count: Mapping[Path, int]) -> Path:
    """`[[a]]` then `[a.b]` means b of the last a."""
    path: Path = ()
    for end in range(1, len(table) + 1):
        path = (*path, table[end - 1])
        if end < len(table) and table[:end] in count:
            path = (*path, count[table[:end]] - 1)
    return path


def _pair(node: Node, prefix: Path) -> Iterator[tuple[Path, int]]:
    path = (*prefix, *_key(node))
    yield path, _line(node)
    for child in node.named_children:
        yield from _value(child, path)


def _value(node: Node, path: Path) -> Iterator[tuple[Path, int]]:
    if node.type == "inline_table":
        for child in node.named_children:
            if child.type == "pair":
                yield from _pair(child, path)
    elif node.type == "array":
        items = [child for child in node.named_children if child.type != "comment"]
        for index, item in enumerate(items):
            yield (*path, index), _line(item)
            yield from _value(item, (*path, index))


def _key(node: Node) -> Path:
    """The key of a pair or table header, taken apart by tomllib itself."""
    text = next(child.text for child in node.named_children if child.type in KEYS)
    value: object = tomllib.loads(f"{(text or b'').decode()} = 0")
    path: list[str] = []
    while isinstance(value, dict):
        ((key, value),) = value.items()
        path.append(key)
    return tuple(path)


def _line(node: Node) -> int:
    return int(node.start_point[0]) + 1
