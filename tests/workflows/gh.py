"""Stands in for `gh release` in a rehearsal: keeps releases in a folder as GitHub does, and notes how it was called.

It knows the words that the workflow uses and no others. `REHEARSAL_FAILS_AT` names a subcommand that is to fail.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path


def main(words: list[str]) -> None:
    """Do what `gh release <action> <tag> …` does."""
    home = Path(os.environ["REHEARSAL_GITHUB"])
    with (home / "calls.jsonl").open("a", encoding="utf-8") as calls:
        calls.write(json.dumps(words) + "\n")
    noun, action, tag, *rest = words
    assert noun == "release"
    assert os.environ["GH_TOKEN"]
    assert os.environ["GH_REPO"]
    if os.environ.get("REHEARSAL_FAILS_AT") == action:
        raise SystemExit(f"gh: {action} failed")
    place = home / tag
    if action == "create":
        create(home, place, rest)
    elif action == "upload":
        for name in rest:
            target = place / "assets" / Path(name).name
            assert not target.exists()
            assert not target.name.startswith(".")
            shutil.copyfile(name, target)
    elif action == "download":
        flag, folder = rest
        assert flag == "--dir"
        shutil.copytree(place / "assets", folder)
    else:
        assert (action, rest) == ("edit", ["--draft=false"])
        said = json.loads((place / "release.json").read_text("utf-8"))
        (place / "release.json").write_text(json.dumps(said | {"draft": False}), "utf-8")


def create(home: Path, place: Path, rest: list[str]) -> None:
    """Make a draft, of a tag that exists, with the notes of a file."""
    assert rest[:2] == ["--draft", "--verify-tag"]
    subprocess.run(["git", "-C", home / "repository", "rev-parse", f"refs/tags/{place.name}"], check=True)
    given = dict(zip(rest[2::2], rest[3::2], strict=True))
    (place / "assets").mkdir(parents=True)
    said = {"draft": True, "title": given["--title"], "notes": Path(given["--notes-file"]).read_text("utf-8")}
    (place / "release.json").write_text(json.dumps(said), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
