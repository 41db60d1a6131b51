"""The records as tables: which tables there are, their rows, and the way back."""

from huiyi.tables.columns import Column, Row, Table
from huiyi.tables.layout import Layout, origins, read_layout
from huiyi.tables.rebuilding import rebuilt
from huiyi.tables.rows import Tables, cells, label, label_of, make_tables

__all__ = [
    "Column",
    "Layout",
    "Row",
    "Table",
    "Tables",
    "cells",
    "label",
    "label_of",
    "make_tables",
    "origins",
    "read_layout",
    "rebuilt",
]
