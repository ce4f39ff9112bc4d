"""docs/security.md names what proves it; nothing of that may be renamed or go behind its back."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text()
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
MAPPED = PAGE.split("## OWASP API Security Top 10")[1].split("## What we are made of")[0]
ROWS = [row.strip("| ").split(" | ") for row in MAPPED.splitlines() if re.match(r"\| (?!item |risk |---)", row)]


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_what_proves_it_exists(path: str, name: str) -> None:
    assert re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text(), re.MULTILINE)


def test_no_proof_is_written_in_another_way() -> None:
    """Else nobody would look whether it is there."""
    assert PAGE.count("::") == len(re.findall(r"`tests/[\w/]+\.py::\w+`", PAGE)) > 0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_each_row_names_a_proof_or_says_that_there_is_none(row: list[str]) -> None:
    assert "::" in row[-1] or "**not proven**" in row[-1]


def test_none_of_the_ten_risks_is_passed_over() -> None:
    assert [row[0].split()[0] for row in ROWS[:10]] == [f"API{number}" for number in range(1, 11)]
