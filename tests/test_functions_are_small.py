"""The code stays in pieces that can be read at a glance."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def sizes(source: str) -> Iterator[tuple[str, int]]:
    """Give each function of a source text and how many lines it has, from its `def` to its last."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, FUNCTIONS):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.fixture(scope="module")
def every_size() -> dict[str, int]:
    """Give the lines of every function of the package, by file and name."""
    return {
        f"{file.relative_to(ROOT)}: {name}": lines
        for file in sorted((ROOT / "plugins").rglob("*.py"))
        for name, lines in sizes(file.read_text(encoding="utf-8"))
    }


def test_a_function_is_measured_from_its_def_to_its_last_line() -> None:
    source = (
        "@cache\ndef one():\n    return 1\n\nclass A:\n    def two(self):\n        'Say.'\n        pass\n"
    )
    assert dict(sizes(source)) == {"one": 2, "two": 3}


def test_no_function_has_more_than_sixty_lines(every_size: dict[str, int]) -> None:
    assert {name: lines for name, lines in every_size.items() if lines > 60} == {}


def test_nine_functions_of_ten_have_fewer_than_twenty_six_lines(every_size: dict[str, int]) -> None:
    long = {name: lines for name, lines in every_size.items() if lines > 25}
    assert len(long) * 10 <= len(every_size), long
