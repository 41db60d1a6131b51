"""Golden facts: what a second reader has proved once, no later edit of the records may undo unnoticed.

`curation/golden/<source>.yaml` holds the facts proved on one source. A fact says where it stands by what stands there
and not by its number in a list, so that putting a list in another order breaks nothing.
"""

from huiyi.golden.facts import GoldenFact, read_golden
from huiyi.golden.holding import GoldenTally, check_golden

__all__ = ["GoldenFact", "GoldenTally", "check_golden", "read_golden"]
