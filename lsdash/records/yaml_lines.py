"""YAML read by libyaml into plain values, with the line of every field kept beside them.

Only what YAML 1.2 calls true, false, null and numbers is read as such: `no` and `2020-03-06` stay
text. Five weeks take a tenth of a second; readers written in Python take several.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Place = tuple[str | int, ...]
"""A path into a record: ("decisions", 0, "facts", 2, "low")."""


class _Reader(yaml.CSafeLoader):
    """The core rules of YAML 1.2; a key that stands twice is a mistake."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            if isinstance(key, ScalarNode):
                if key.value in seen:
                    raise ConstructorError(
                        None, None, f"the field {key.value} stands here twice", key.start_mark
                    )
                seen.add(key.value)
        return SafeConstructor.construct_mapping(self, node, deep=deep)


for name, form, begins in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", "nN~\0"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Reader.add_implicit_resolver(
        f"tag:yaml.org,2002:{name}",
        re.compile(f"^(?:{form})$"),
        ["" if each == "\0" else each for each in begins],
    )


@dataclass(frozen=True)
class Tree:
    """What a file holds: plain values, and where they stand."""

    value: Any
    root: Node | None

    def line(self, place: Place) -> int:
        """The line of `place`, counted from 1, or of the nearest thing around it that has one."""
        line, node = 1, self.root
        for step in place:
            if isinstance(node, MappingNode):
                found = [pair for pair in node.value if pair[0].value == step]
                if not found:
                    break
                line, node = found[0][0].start_mark.line + 1, found[0][1]
            elif (
                isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value)
            ):
                node = node.value[step]
                line = node.start_mark.line + 1
            else:
                break
        return line


def read(text: str) -> Tree:
    """Raises yaml.YAMLError, with a mark where the mistake has a place."""
    reader = _Reader(text)
    try:
        root = reader.get_single_node()
        return Tree(reader.construct_document(root) if root else None, root)
    finally:
        reader.dispose()
