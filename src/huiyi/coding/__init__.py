"""Second coding: what another reader coded from the same passages, without having seen the records.

`curation/coding/<source>.csv` holds both codings and what was settled where they differ, so that a release can say how
far two readers agree, and no later edit undoes what both have read.
"""

from huiyi.coding.comparing import CodingTally, check_coding
from huiyi.coding.sheets import read_coding

__all__ = ["CodingTally", "check_coding", "read_coding"]
