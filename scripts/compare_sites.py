"""Compare two builds of one site: every file the same, but for the line that names the generator."""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def content(file: Path) -> bytes:
    """Give what the file says: unpacked when packed, and without the name of its generator."""
    raw = file.read_bytes()
    if file.suffix == ".gz":
        return gzip.decompress(raw)
    return GENERATOR.sub(b"", raw) if file.suffix == ".html" else raw


def files(site: Path) -> set[Path]:
    """Give every file below the folder, by its path from there."""
    return {file.relative_to(site) for file in site.rglob("*") if file.is_file()}


def first_difference(one: bytes, other: bytes) -> str:
    """Show the first line that differs, as it stands in each."""
    pairs = zip(one.splitlines(), other.splitlines(), strict=False)
    for number, (left, right) in enumerate(pairs, start=1):
        if left != right:
            return f"rad {number}: {left[:200]!r} / {right[:200]!r}"
    return f"{len(one)} / {len(other)} byte"


def differences(one: Path, other: Path) -> list[str]:
    """Give a Swedish line for each file that only one site has, or that differs; none when equal."""
    left, right = files(one), files(other)
    lines = [f"{file} finns bara i {one}" for file in sorted(left - right)]
    lines += [f"{file} finns bara i {other}" for file in sorted(right - left)]
    for file in sorted(left & right):
        mine, theirs = content(one / file), content(other / file)
        if mine != theirs:
            lines.append(f"{file} skiljer sig, {first_difference(mine, theirs)}")
    return lines


def main(arguments: list[str]) -> int:
    """Print the differences between the two named folders; 1 when there are any or nothing to compare."""
    one, other = map(Path, arguments)
    if not files(one):
        print(f"{one} är tom eller finns inte.")
        return 1
    lines = differences(one, other)
    for line in lines:
        print(line)
    if not lines:
        print(f"{len(files(one))} filer är lika.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
