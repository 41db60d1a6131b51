"""Reads a published release, a folder or its archive, without unpacking anything: whatever it holds is a stranger's."""

from __future__ import annotations

import json
import math
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from huiyi.differences.forms import read_forms
from huiyi.differences.states import Entry, State, UnknownEndError, shapes_of
from huiyi.schemas import read_contract
from huiyi.values.identifiers import is_identifier
from huiyi.values.text import escape, has_half_a_character
from huiyi.values.versions import is_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Open = Callable[[str], BinaryIO]

DESCRIPTOR = "datapackage.json"
RECORDS = "json/records.jsonl"
LARGEST = {DESCRIPTOR: 50_000_000, RECORDS: 2_000_000_000}
LONGEST_LINE = 20_000_000
DEEPEST = 40
LONGEST_IDENTIFIER = 200


def is_release(path: Path) -> bool:
    """Say whether a path looks like a release: a zip archive, or a folder with a descriptor."""
    return (path.is_file() and path.suffix == ".zip") or (path / DESCRIPTOR).is_file()


def read_release(path: Path) -> State:
    """Read the state of a release; raise UnknownEndError where the path holds no sound one."""
    shown = f"'{escape(str(path), limit=200)}'"
    try:
        with _opened(path) as opened:
            descriptor = _descriptor(opened)
            name, version = str(descriptor["name"]), descriptor["version"]
            forms = read_forms(descriptor)
            records = dict(_records(opened))
    except RecursionError:
        raise UnknownEndError(f"{shown} cannot be read as a release: it is nested too deep") from None
    except OSError as error:
        raise UnknownEndError(f"{shown} cannot be read as a release: {error.strerror or error}") from None
    except KeyError as error:
        raise UnknownEndError(f"{shown} cannot be read as a release: {_lacking(error)}") from None
    except (
        AttributeError,
        EOFError,
        RuntimeError,
        TypeError,
        ValueError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        reason = escape(str(error) or type(error).__name__, limit=160)
        raise UnknownEndError(f"{shown} cannot be read as a release: {reason}") from None
    if not is_version(version):
        raise UnknownEndError(f"{shown} has the version '{escape(str(version), limit=40)}', not one such as 1.2.3")
    return State(f"{name}-{version}", version, forms, records, shapes_of(read_contract().kinds))


def _lacking(error: KeyError) -> str:
    return f"it lacks '{escape(str(error.args[0]), limit=80)}'"


@contextmanager
def _opened(path: Path) -> Iterator[Open]:
    """Give a function that opens a file of the release by its path in it, for reading."""
    if path.is_dir():
        yield lambda name: _sized(name, (path / name).stat().st_size, (path / name).open("rb"))
        return
    with zipfile.ZipFile(path) as packed:
        entries = {entry.filename: entry for entry in packed.infolist()}
        if len(entries) != len(packed.infolist()):
            raise ValueError("two of its entries have the same name")
        tops = {name.partition("/")[0] for name in entries}
        if len(tops) != 1 or any({"", "..", "."} & set(name.rstrip("/").split("/")) for name in entries):
            raise ValueError("its entries do not all lie in one folder")
        (top,) = tops

        def unpacking(name: str) -> BinaryIO:
            entry = entries[f"{top}/{name}"]
            return _sized(name, entry.file_size, cast("BinaryIO", packed.open(entry)))

        yield unpacking


def _sized(name: str, size: int, file: BinaryIO) -> BinaryIO:
    if size > LARGEST[name]:
        file.close()
        raise ValueError(f"its {name} has {size} bytes, more than {LARGEST[name]}")
    return file


def _descriptor(opened: Open) -> Mapping[str, Any]:
    with opened(DESCRIPTOR) as file:
        content = file.read(LARGEST[DESCRIPTOR] + 1)
    return _mapping(_parsed(content, DESCRIPTOR), DESCRIPTOR)


def _records(opened: Open) -> Iterator[tuple[str, Entry]]:
    """Give the records one line after the other, so that no more than one line is held beside what it says."""
    seen = set[str]()
    with opened(RECORDS) as file:
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            place = f"{RECORDS}, line {number}"
            if len(line) > LONGEST_LINE:
                raise ValueError(f"{place}: too long")
            record = _mapping(_parsed(line, place), place)
            kind, identifier = (_identifier(record, key, place) for key in ("kind", "id"))
            if identifier in seen:
                raise ValueError(f"{place}: a second record is called '{identifier}'")
            seen.add(identifier)
            _require_names(record, place)
            yield identifier, Entry(kind, {key: value for key, value in record.items() if key != "kind"})


def _parsed(content: bytes, place: str) -> Any:
    try:
        value = json.loads(content.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refuse)
    except (ValueError, UnicodeDecodeError) as error:
        raise ValueError(f"{place}: {error}") from None
    if not _is_sound(value, DEEPEST, look_for_halves=b"\\u" in content):
        raise ValueError(f"{place}: nested too deep, or with a null, an infinite number or half a character in it")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no value")


def _is_sound(value: Any, depth: int, *, look_for_halves: bool) -> bool:
    """Say whether a value is such as a record may hold: not too deep, nothing null, nothing infinite or half."""
    if isinstance(value, str):
        return not (look_for_halves and has_half_a_character(value))
    if isinstance(value, dict | list):
        parts = [*value, *value.values()] if isinstance(value, dict) else value
        return depth > 0 and all(_is_sound(part, depth - 1, look_for_halves=look_for_halves) for part in parts)
    return value is not None and (not isinstance(value, float) or math.isfinite(value))


def _mapping(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"{place}: not an object")
    return value


def _identifier(record: Mapping[str, Any], key: str, place: str) -> str:
    value = record.get(key)
    if not isinstance(value, str) or len(value) > LONGEST_IDENTIFIER or not is_identifier(value):
        raise ValueError(f"{place}: '{key}' is not a name such as liu-shaoqi")
    return value


def _require_names(record: Mapping[str, Any], place: str) -> None:
    names = record.get("names", [])
    if not isinstance(names, list) or not all(
        isinstance(name, dict) and isinstance(name.get("text"), str) for name in names
    ):
        raise ValueError(f"{place}: 'names' is not a list of names")
