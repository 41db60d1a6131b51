"""The tables as a Data Package: what it says of itself, its descriptor, and the referee's check of the files."""

from huiyi.package.citing import citation_file, cite_as, zenodo
from huiyi.package.codes import Code, read_codes
from huiyi.package.croissant import croissant
from huiyi.package.descriptor import csv_path, describe, parquet_path
from huiyi.package.edition import Edition
from huiyi.package.metadata import Metadata, read_metadata

__all__ = [
    "Code",
    "Edition",
    "Metadata",
    "citation_file",
    "cite_as",
    "croissant",
    "csv_path",
    "describe",
    "parquet_path",
    "read_codes",
    "read_metadata",
    "zenodo",
]
