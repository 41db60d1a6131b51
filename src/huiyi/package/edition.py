"""An edition: everything that the formats and papers of a release are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.corpus import Corpus
    from huiyi.package.codes import Code
    from huiyi.package.metadata import Metadata
    from huiyi.tables import Tables


@dataclass(frozen=True)
class Edition:
    """The records, the tables made of them, the words of each vocabulary, and what the dataset says of itself."""

    corpus: Corpus
    tables: Tables
    codes: Mapping[str, tuple[Code, ...]]
    metadata: Metadata
