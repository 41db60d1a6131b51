"""The works that the sources cite, as items of the Citation Style Language (CSL-JSON) and as entries of BibTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from huiyi.tables import label
from huiyi.values.dates import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record

Item = dict[str, Any]
NAMED = {"editor": "editor", "translator": "translator", "compiler": "compiler", "interviewer": "interviewer"}
"""Roles with a variable of their own in CSL; other creators are authors or contributors."""
NUMBERED = {"DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN", "URL": "URL", "page": "page", "section number": "section"}
"""Schemes of identifiers with a variable of their own in CSL; others stand in the note."""
ENTRIES = {
    "book": "book",
    "collection": "collection",
    "chapter": "incollection",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "periodical": "periodical",
    "thesis": "thesis",
    "report": "report",
    "paper-conference": "inproceedings",
    "manuscript": "unpublished",
    "webpage": "online",
}
"""Types of biblatex; a work of another type is `misc`."""
FIELDS = {
    "title": "title",
    "container-title": "journaltitle",
    "publisher": "publisher",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "page": "pages",
    "section": "chapter",
    "note": "note",
}
PERIODICALS = {"article-journal", "article-magazine", "article-newspaper"}
TEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}


def csl_items(corpus: Corpus) -> list[Item]:
    """Give every cited work as a CSL-JSON item, in the order of their identifiers, which are the items' `id`.

    The title is the name by which the work is shown; its other titles stand in the note. People are given as printed,
    as `literal`, since no source says which part of a name is the family's.
    """
    return [_item(corpus, work) for work in sorted(corpus.by_kind["work"], key=lambda record: record.id)]


def _item(corpus: Corpus, work: Record) -> Item:
    data, title = work.data, label(work)
    item: Item = {"id": work.id, "type": data["type"], "title": title}
    for creator in data.get("creators", ()):
        variable = NAMED.get(creator["role"], "author" if creator["role"] == "author" else "contributor")
        item.setdefault(variable, []).append({"literal": label(corpus.records[creator["person"]])})
    if "container" in data:
        item["container-title"] = label(corpus.records[data["container"]])
    if "publisher" in data:
        item["publisher"] = data["publisher"]
    for key, variable in (("date", "issued"), ("original_date", "original-date")):
        if key in data:
            item[variable] = csl_date(data[key]["edtf"])
    notes = [f"Also: {name['text']}" for name in data.get("names", ()) if name["text"] != title]
    for identifier in data.get("identifiers", ()):
        variable = NUMBERED.get(identifier["scheme"], "")
        if variable and variable not in item:
            item[variable] = identifier["identifier"]
        else:
            notes.append(f"{identifier['scheme']}: {identifier['identifier']}")
    if notes:
        item["note"] = "; ".join(notes)
    return item


def csl_date(edtf: str) -> Item:
    """Give an EDTF date as a CSL date: `date-parts` of its one or two ends, `circa` where it is not sure.

    A date that has no such parts (a set, a decade, an open end) is given as `literal`, in EDTF.
    """
    ends = [end.rstrip("?~%") for end in edtf.split("/")]
    if not all(re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?", end) for end in ends):
        return {"literal": edtf}
    date: Item = {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    return date | ({"circa": True} if parse(edtf).qualifier else {})


def bibtex(items: list[Item]) -> str:
    """Give CSL items as BibTeX for biblatex: UTF-8, the items' identifiers as keys, titles and names in two braces."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(item)]
    return f"@{ENTRIES.get(item['type'], 'misc')}{{{item['id']},\n{''.join(lines)}}}\n"


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for variable in ("author", "editor", "translator"):
        if variable in item:
            yield variable, " and ".join(f"{{{_tex(person['literal'])}}}" for person in item[variable])
    for variable, name in FIELDS.items():
        if variable in item:
            text = _tex(item[variable])
            is_in_book = variable == "container-title" and item["type"] not in PERIODICALS
            yield "booktitle" if is_in_book else name, f"{{{text}}}" if variable == "title" else text
    for variable, name in (("issued", "date"), ("original-date", "origdate")):
        if variable in item:
            yield name, _tex(_edtf(item[variable]))


def _edtf(date: Mapping[str, Any]) -> str:
    if "literal" in date:
        return str(date["literal"])
    ends = ["-".join(f"{part:02}" for part in parts) for parts in date["date-parts"]]
    return "/".join(end + ("~" if date.get("circa") else "") for end in ends)


def _tex(text: str) -> str:
    return "".join(TEX.get(character, character) for character in " ".join(text.split()))
