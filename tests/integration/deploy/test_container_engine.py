"""An engine's command may be there while nobody does its work."""

from pathlib import Path

import pytest

from deploy.preflight.engine import answers

pytestmark = pytest.mark.integration


@pytest.mark.parametrize(("status", "is_up"), [(0, True), (1, False)])
def test_an_engine_answers_when_its_command_succeeds(tmp_path: Path, status: int, is_up: bool) -> None:
    program = tmp_path / "docker"
    program.write_text(f"#!/bin/sh\nexit {status}\n")
    program.chmod(0o755)

    assert answers(str(program)) is is_up


def test_a_program_that_cannot_be_run_does_not_answer(tmp_path: Path) -> None:
    program = tmp_path / "docker"
    program.write_bytes(b"\x00")
    program.chmod(0o755)

    assert not answers(str(program))
