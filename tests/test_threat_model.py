"""The threat model names tests as proof: each of them exists."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMED = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "threat-model.md").read_text("utf-8")))


def test_every_test_that_is_named_as_proof_exists():
    written = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert NAMED
    assert {name for name in NAMED if f"def {name}(" not in written} == set()
