"""Why a text is no date of the profile: what else EDTF has is refused by name, a slip of the pen is told as one."""

from __future__ import annotations

import re
from typing import Final

_LATE_PART: Final = "[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])"

# The first pattern found in a text that does not fit the profile gives the reason, so the order matters.
_REASONS: Final = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"^\Z", "an empty text is no date"),
        (r"[^\x00-\x7f]", "characters outside ASCII are not in this profile"),
        (r"[\x00-\x20\x7f]", "spaces, line ends and control characters are not in this profile"),
        (r"[0-9]T|[0-9]:[0-9]|[0-9]Z", "times are not in this profile"),
        (r"[0-9]S[0-9]", "significant digits are not in this profile"),
        (r"[0-9]E[0-9]", "exponential years are not in this profile"),
        (r"Y-?[0-9]", "years of more than four digits are not in this profile"),
        (r"[{}]", "sets that mean all their members are not in this profile"),
        (r"(?:^|[/\[,]|\.\.)-", "negative years are not in this profile"),
        (r"^[/.]*\Z", "an interval has at least one date"),
        (r"/.*/", "an interval has two ends; the parts of a date are joined by hyphens"),
        (rf"^\[.*(?:[?~%X/]|{_LATE_PART}(?![0-9-]))", "members of a set are plain years, months or days"),
        (r"[?~%]{2}", "a date has one qualifier (% for uncertain and approximate)"),
        (r"(?:^|[/-])[?~%]|[?~%](?!/|\Z)", "qualification of a part of a date is not in this profile"),
        (r"[xuU]", "unspecified digits are written with a capital X"),
        (r"X", "unspecified digits in this position are not in this profile"),
        (r"^[0-9]{4}-(?:2[5-9]|3[0-2])[?~%]?\Z", "seasons of one hemisphere are not in this profile"),
        (r"^[0-9]{4}-3[7-9][?~%]?\Z", "quadrimesters are not in this profile"),
        (rf"^{_LATE_PART}[?~%]\Z", "a qualified season or part of a year is not in this profile"),
        (rf"{_LATE_PART}[?~%]?/|/.*{_LATE_PART}[?~%]?\Z", "an end of an interval is not a part of a year"),
        (r"(?:^|[/\[,]|\.\.)0[0-9]{3}(?![0-9])", "years before 1000 are not in this profile"),
        (r"[0-9]{5}", "the parts of a date are joined by hyphens, as in 1953-09-21"),
        (r"[0-9]{4}-[0-9](?![0-9])|[0-9]{4}-[0-9]{2}-[0-9](?![0-9])", "months and days have two digits"),
        (r"[0-9]{4}-(?:00|1[3-9]|[2-9][0-9])(?![0-9^])", "months run from 01 to 12"),
        (r"[0-9]{4}-[0-9]{2}-(?:00|3[2-9]|[4-9][0-9])", "days run from 01 to 31"),
        (r"^\[[^.,]*\]", "a set has several members"),
        (r"^\[.*[0-9]\.\.[0-9]", "a range in a set runs between two years, two months or two days"),
    )
)


def why_refused(text: str) -> str:
    """Give the reason why a text does not fit the profile of `dates`."""
    reasons = (reason for pattern, reason in _REASONS if pattern.search(text))
    return next(reasons, "not a date such as 1953, 1953-09 or 1953-09-21")
