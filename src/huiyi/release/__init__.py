"""A release: one folder with the records in every format, its archive, and the checksums of all of them."""

from huiyi.exports import MissingLibraryError
from huiyi.release.building import BrokenPackageError, Built, build
from huiyi.release.placing import ForeignFolderError

__all__ = ["BrokenPackageError", "Built", "ForeignFolderError", "MissingLibraryError", "build"]
