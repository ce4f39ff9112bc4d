"""docs/local.md names tests and patches; neither may be renamed behind its back."""

import re

import pytest

from local.installation import CHECKOUT
from local.ministack.patches import ALL

pytestmark = pytest.mark.unit

PAGE = (CHECKOUT / "docs" / "local.md").read_text()


def test_every_test_that_guards_a_difference_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    sources = "\n".join(path.read_text() for path in (CHECKOUT / "tests" / "unit" / "stacks").glob("test_*.py"))

    assert named
    assert named <= set(re.findall(r"def (test_\w+)", sources))


def test_every_patch_stands_in_the_documentation() -> None:
    patches = {patch.__name__.rsplit(".", 1)[-1] for patch in ALL}

    section = PAGE.split("## What MiniStack lacks")[1].split("Beside them")[0]

    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == patches


def test_every_patch_has_its_tests() -> None:
    tests = {path.stem for path in (CHECKOUT / "tests" / "unit" / "local" / "ministack").glob("test_*.py")}

    assert {f"test_{patch.__name__.rsplit('.', 1)[-1]}" for patch in ALL} <= tests
