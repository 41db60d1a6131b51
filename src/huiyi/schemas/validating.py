"""Checks a record against its schema: a quick yes by one validator, and the reasons of a no by another.

jsonschema-rs says yes in microseconds; jsonschema lists what is wrong. A test holds their verdicts together.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from huiyi.schemas.formats import is_day, is_edtf

if TYPE_CHECKING:
    from huiyi.findings import Fault
    from huiyi.schemas.inlining import Schema


class Verdict:
    """The check of one kind of record, made from its joined schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    @cached_property
    def _quick(self) -> jsonschema_rs.Draft202012Validator:
        formats = {"edtf": is_edtf, "date": is_day}
        return jsonschema_rs.Draft202012Validator(self.schema, validate_formats=True, formats=formats)

    def fits(self, data: Any) -> bool:
        """Say whether a record fits its schema."""
        return bool(self._quick.is_valid(data))

    def faults(self, data: Any) -> list[tuple[str, Fault]]:
        """Give each code and fault of a record that does not fit; none for one that does."""
        if self.fits(data):
            return []
        from huiyi.schemas.explaining import explained  # noqa: PLC0415 - only a record in doubt needs jsonschema

        return explained(self.schema, data)
