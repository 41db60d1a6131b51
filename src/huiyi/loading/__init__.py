"""From files to plain values: every file in the curators' folders is either read or reported.

Records are written in a strict part of YAML. `discover` finds the files, `load` reads one of them; what a
file must not hold is explained on the pages beside this module, one for each code.
"""

from huiyi.loading.document import Document, load
from huiyi.loading.folders import discover

__all__ = ["Document", "discover", "load"]
