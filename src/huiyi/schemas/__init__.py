"""The contract of what goes in: kinds of record, their shapes, and the check of a record against its schema."""

from huiyi.schemas.completing import completed
from huiyi.schemas.contract import Contract, read_contract
from huiyi.schemas.shapes import ANY_NODE, ANY_RECORD, Field, Kind, Listing, Node, Shape, nodes, walked

__all__ = [
    "ANY_NODE",
    "ANY_RECORD",
    "Contract",
    "Field",
    "Kind",
    "Listing",
    "Node",
    "Shape",
    "completed",
    "nodes",
    "read_contract",
    "walked",
]
