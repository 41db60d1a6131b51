"""The tables as a Data Package, and what goes with them: descriptor, Croissant, citations, codebook, bibliography.

The referee that checks the files, `huiyi.package.refereeing`, is imported by itself, as its library may be missing.
"""

from huiyi.package.bibliography import bibtex, csl_items
from huiyi.package.citing import citation_file, cite_as, zenodo
from huiyi.package.codebook import make_codebook
from huiyi.package.codes import Code, read_codes
from huiyi.package.croissant import croissant
from huiyi.package.descriptor import csv_path, describe, parquet_path
from huiyi.package.diagram import make_diagram
from huiyi.package.edition import Edition
from huiyi.package.metadata import Metadata, read_metadata
from huiyi.package.titles import chinese

__all__ = [
    "Code",
    "Edition",
    "Metadata",
    "bibtex",
    "chinese",
    "citation_file",
    "cite_as",
    "croissant",
    "csl_items",
    "csv_path",
    "describe",
    "make_codebook",
    "make_diagram",
    "parquet_path",
    "read_codes",
    "read_metadata",
    "zenodo",
]
