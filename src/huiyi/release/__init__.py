"""A release: the published folder, its archive, the database, and the checksums of all of them."""

from huiyi.release.building import BrokenPackageError, Built, ForeignFolderError, build

__all__ = ["BrokenPackageError", "Built", "ForeignFolderError", "build"]
