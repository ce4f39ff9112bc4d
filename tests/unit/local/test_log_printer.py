from datetime import UTC, datetime
from pathlib import Path

import pytest
from honcho.printer import Message

from local.log_printer import LogPrinter

pytestmark = pytest.mark.unit


def said(words: str) -> Message:
    return Message(type="line", data=f"{words}\n", time=datetime(2026, 11, 29, tzinfo=UTC), name="api", colour=None)


def test_a_line_that_the_full_disk_does_not_take_stops_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "api.log").symlink_to("/dev/full")
    printer = LogPrinter(tmp_path)

    printer.write(said("first"))
    (tmp_path / "api.log").unlink()
    printer.write(said("second"))

    assert (tmp_path / "api.log").read_text() == "second\n"
    assert list(printer.last_lines["api"]) == ["first", "second"]
    assert "first" in capsys.readouterr().out
