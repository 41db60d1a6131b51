"""The rules that records must satisfy: one module a fault, its page beside it.

A rule module has, in this order: a docstring that states the fault; `SEVERITY`, "error" or "warning"; `EXAMINES`, the
shapes of node it looks at (names such as "date" or "meeting.remark", "record", "fact", "content" for all but evidence,
"own-text", "reference", "vocabulary-word" or "items" for all that may hold such, or "node" for any); optionally
`NEEDS_TEXTS = True` where it reads the source texts, and `BLOCKS_RELEASE = True` where a release must satisfy what a
curator is only warned of; and `check(node, record, corpus)`, which yields a Fault for each
thing that is certainly wrong. Its code is its name with hyphens. A rule reads nothing but its arguments.
"""
