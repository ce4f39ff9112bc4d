"""What looks like a secret in our files and is none, so that `make audit` asks about new ones alone."""

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

ROOT = Path(__file__).parents[2]
KNOWN: dict[str, object] = json.loads((ROOT / "setup" / "known-secrets.json").read_text())["results"]
OUTSIDE_OF_TESTS = {
    "agent_container/brain/concepts.en-US.md": "words that mean a secret",
    "bench/warm_clients.py": "what an emulator takes from anybody",
    "lambdas/tracing/span.py": "the name of a field of a log",
    "stacks/livekit_keys.py": "the half of LiveKit's pair that is no secret",
}


def test_each_stands_in_a_file_that_is_there() -> None:
    assert KNOWN and not [path for path in KNOWN if not (ROOT / path).is_file()]


def test_outside_of_tests_there_are_a_few_and_each_has_a_reason() -> None:
    def is_test(path: str) -> bool:
        return path.startswith(("tests/", "web/src/testing/")) or ".test." in path

    assert {path for path in KNOWN if not is_test(path)} == set(OUTSIDE_OF_TESTS)
