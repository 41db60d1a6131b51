"""What differs between two releases, commits or trees: records and tables, in words, as a delta, and as a version."""

from huiyi.differences.bumping import Need, broken_identifiers, faults, needed, reasons
from huiyi.differences.comparing import Change, Difference, RecordChange, compare
from huiyi.differences.ends import read_end
from huiyi.differences.faces import faces, render
from huiyi.differences.form_changes import FormChange
from huiyi.differences.phrases import plain
from huiyi.differences.states import BrokenRecordsError, Entry, State, UnknownEndError, state_of

__all__ = [
    "BrokenRecordsError",
    "Change",
    "Difference",
    "Entry",
    "FormChange",
    "Need",
    "RecordChange",
    "State",
    "UnknownEndError",
    "broken_identifiers",
    "compare",
    "faces",
    "faults",
    "needed",
    "plain",
    "read_end",
    "reasons",
    "render",
    "state_of",
]
