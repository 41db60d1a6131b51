"""The words of each vocabulary, as the descriptor and the codebook list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.corpus import Corpus


class Code(NamedTuple):
    """A word of a vocabulary, the labels people read, and its definition; `label_zh` is empty where there is none."""

    key: str
    label: str
    label_zh: str
    definition: str


def read_codes(corpus: Corpus) -> Mapping[str, tuple[Code, ...]]:
    """Give the words of every vocabulary, in the order of its file."""
    return {
        record.id: tuple(
            Code(term["key"], term["label"], term.get("label_zh", ""), term["definition"])
            for term in record.data["terms"]
        )
        for record in corpus.by_kind["vocabulary"]
    }
