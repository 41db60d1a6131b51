"""Makes a large project out of the real records: copies of each, renamed together with everything that refers to it.

    python benchmarks/generate.py FOLDER COUNT

writes about COUNT records below FOLDER. Names get a word of their own in each copy, so that no two copies share one;
vocabularies and the sources are copied once. The result has no findings when the real records have none.
"""

from __future__ import annotations

import shutil
import sys
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from huiyi.checking import read
from huiyi.schemas import Node, nodes, read_contract

HOME = Path(__file__).resolve().parents[1]
SHARED_KINDS = {"source", "vocabulary"}
SYLLABLES = ("ba", "de", "fu", "ge", "li", "mo", "na", "pi", "shu", "ta")


def main(folder: Path, wanted: int) -> int:
    """Write the records and say how many."""
    corpus, findings = read(HOME, read_contract(), None)
    if findings:
        sys.exit("the real records must be clean first: huiyi validate")
    shutil.copytree(HOME / "curation", folder / "curation", ignore=shutil.ignore_patterns("guide"))
    originals = [record for record in corpus.all_records if record.kind.name not in SHARED_KINDS]
    written = len(corpus.all_records)
    names = {record.id for record in originals}
    for number in count(1):
        if written >= wanted:
            return written
        for record in originals:
            data = yaml.safe_load(written_out(dict(record.data)))
            for node in list(nodes(record.kind.shape, record.id, data)):
                rename(node, names, number)
            data["id"] = f"{record.id}-{number}"
            path = folder / "curation" / record.kind.folder / f"{data['id']}.yaml"
            path.write_text(written_out(data), "utf-8")
            written += 1
    raise AssertionError


def rename(node: Node, names: set[str], number: int) -> None:
    """Give the copy's number to every reference of a node, and its word to a name."""
    for field, route, target in node.values:
        head, mark, tail = target.partition("#") if isinstance(target, str) else ("", "", "")
        if field.refers_to and head in names:
            holder: Any = node.value
            for step in route[len(node.route) : -1]:
                holder = holder[step]
            holder[route[-1]] = f"{head}-{number}{mark}{tail}"
    if node.shape.name == "name":
        node.value["text"] += " " + word(number)  # type: ignore[index]


class Dumper(yaml.SafeDumper):
    """Writes text in quotation marks, as the records' part of YAML wants whatever another reader could misread."""


Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def written_out(data: dict[str, Any]) -> str:
    """Write a record as YAML; keys need no quotation marks, but may have them."""
    text: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=4096)
    return text


def word(number: int) -> str:
    """Give a pronounceable word for a number, another for each."""
    return "".join(SYLLABLES[int(digit)] for digit in str(number)).capitalize()


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])), "records")
