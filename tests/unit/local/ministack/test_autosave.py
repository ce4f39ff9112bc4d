import json
from pathlib import Path

import pytest
from ministack.services import cloudwatch_logs, sqs

from local.ministack.autosave import Autosave

pytestmark = pytest.mark.unit


@pytest.fixture
def autosave(tmp_path: Path) -> Autosave:
    return Autosave(tmp_path)


def test_a_service_that_changed_is_written_and_one_that_did_not_is_left_alone(
    autosave: Autosave, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = {"queues": ["first"]}
    monkeypatch.setattr(sqs, "get_state", lambda: state)
    autosave.save()

    unchanged = autosave.save()
    state["queues"].append("second")
    changed = autosave.save()

    assert "sqs" not in unchanged
    assert "sqs" in changed


def test_ministack_reads_what_was_written(autosave: Autosave, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sqs, "get_state", lambda: {"queues": ["first"]})

    autosave.save()

    written = json.loads((tmp_path / "sqs.json").read_text())
    assert written["payload"] == {"queues": ["first"]}
    assert "__ministack_format__" in written


def test_a_state_that_moves_while_it_is_read_waits_for_the_next_round(
    autosave: Autosave, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def moving() -> None:
        raise RuntimeError("dictionary changed size during iteration")

    monkeypatch.setattr(sqs, "get_state", moving)

    assert "sqs" not in autosave.save()
    assert not (tmp_path / "sqs.json").exists()


def test_log_groups_are_kept_and_their_lines_are_not(
    autosave: Autosave, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    groups = type(cloudwatch_logs._log_groups)()
    groups["/aws/lambda/api"] = {"name": "/aws/lambda/api", "streams": {"today": {"events": ["a line"]}}}
    monkeypatch.setattr(cloudwatch_logs, "_log_groups", groups)

    autosave.save()

    written = (tmp_path / "cloudwatch_logs.json").read_text()
    assert "/aws/lambda/api" in written
    assert "a line" not in written
    assert groups["/aws/lambda/api"]["streams"]


def test_no_half_written_file_takes_a_whole_ones_place(autosave: Autosave, tmp_path: Path) -> None:
    autosave.save()

    assert not list(tmp_path.glob("*.tmp"))


def test_what_a_full_disk_did_not_take_is_written_when_there_is_room_again(
    autosave: Autosave, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sqs, "get_state", lambda: {"queues": ["first"]})
    (tmp_path / "sqs.tmp").symlink_to("/dev/full")
    autosave.keep()
    assert not (tmp_path / "sqs.json").exists()

    (tmp_path / "sqs.tmp").unlink()
    autosave.keep()

    assert json.loads((tmp_path / "sqs.json").read_text())["payload"] == {"queues": ["first"]}
