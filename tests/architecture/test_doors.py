"""Each foreign library has one door, and the world outside comes in by a few: clock, environment, files to write."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import huiyi

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(huiyi.__file__).resolve().parent
MODULES = {path.relative_to(HOME).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(HOME.rglob("*.py"))}

DOORS = {
    "citeproc": ("exports/bibliography.py",),
    "click": ("cli/",),
    "filelock": ("release/placing.py",),
    "frictionless": ("package/refereeing.py",),
    "jinja2": ("release/templates.py",),
    "markupsafe": ("release/codebook.py",),
    "jsonschema": ("schemas/explaining.py", "package/refereeing.py"),
    "jsonschema_rs": ("schemas/validating.py",),
    "opencc": ("values/han_variants.py",),
    "pandas": ("exports/stata.py",),
    "pyarrow": ("exports/parquet.py",),
    "pypinyin": ("values/readings.py",),
    "rapidfuzz": ("values/nearest.py", "evidence/", "rules/"),
    "sqlite3": ("exports/sqlite/writing.py",),
    "xlsxwriter": ("exports/xlsx.py",),
    "yaml": ("loading/",),
    "subprocess": ("differences/commits.py",),
    "zipfile": ("release/archiving.py", "release/verifying.py", "differences/releases.py"),
    "csv": ("values/comma_separated.py",),
    "ctypes": ("release/exchanging.py",),
}
"""Where a library may be imported; one that is not named here is of the standard library or has no business here."""

UNWANTED = {
    "asyncio",
    "http",
    "locale",
    "logging",
    "multiprocessing",
    "pickle",
    "random",
    "requests",
    "secrets",
    "socket",
}
UNWANTED |= {"time", "urllib", "uuid", "warnings"}
WRITING = {
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rename",
    "rmdir",
    "rmtree",
    "touch",
    "symlink_to",
    "copyfile",
}
WRITERS = ("exports/", "release/", "project.py", "differences/commits.py")


def imported(tree: ast.Module) -> set[str]:
    """Give the first part of the name of every module that a module imports, at any place in it."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return {name.partition(".")[0] for name in names}


def attributes(tree: ast.Module) -> Iterator[ast.Attribute]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_is_imported_only_at_its_door(library: str) -> None:
    importers = [name for name, tree in MODULES.items() if library in imported(tree)]
    assert importers
    assert [name for name in importers if not name.startswith(DOORS[library])] == []


def test_every_library_that_is_no_part_of_python_has_a_door() -> None:
    import sys  # noqa: PLC0415 - for the names of the standard library alone

    every = set().union(*map(imported, MODULES.values()))
    assert every - sys.stdlib_module_names - {"huiyi"} <= set(DOORS)


def test_no_module_reaches_for_clock_chance_network_or_another_process() -> None:
    reached = {name: sorted(imported(tree) & UNWANTED) for name, tree in MODULES.items()}
    assert {name: modules for name, modules in reached.items() if modules} == {}


def test_no_module_asks_what_day_it_is() -> None:
    asked = [
        (name, node.attr)
        for name, tree in MODULES.items()
        for node in attributes(tree)
        if node.attr in {"now", "today", "utcnow"}
    ]
    assert asked == []


def test_only_the_command_line_reads_the_environment() -> None:
    readers = {
        name
        for name, tree in MODULES.items()
        for node in attributes(tree)
        if node.attr in {"environ", "environb", "getenv", "argv"}
    }
    assert {name for name in readers if not name.startswith("cli/")} == set()


def test_only_the_command_line_prints() -> None:
    speakers = {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in {"print", "input"}
    }
    speakers |= {
        name
        for name, tree in MODULES.items()
        for node in attributes(tree)
        if node.attr in {"stdout", "stderr", "stdin"}
    }
    assert {name for name in speakers if not name.startswith("cli/")} == set()


def test_only_exports_release_the_replacing_of_a_file_and_the_laying_out_of_a_commit_write() -> None:
    writers = {name for name, tree in MODULES.items() for node in attributes(tree) if node.attr in WRITING}
    writers |= {
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in {"w", "wb", "a", "ab", "x", "xb", "r+", "w+"}
    }
    assert {name for name in writers if not name.startswith(WRITERS)} == set()


def test_no_module_changes_what_stands_at_the_top_of_one() -> None:
    assert [name for name, tree in MODULES.items() for node in ast.walk(tree) if isinstance(node, ast.Global)] == []


def test_every_text_is_written_with_the_same_line_ends_on_any_system() -> None:
    calls = [
        (name, node)
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "write_text"
    ]
    assert calls
    assert [name for name, call in calls if "newline" not in {keyword.arg for keyword in call.keywords}] == []
