"""The order in which the platform stops, with honcho's processes played by their numbers."""

import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest
from honcho.printer import Message

from local.log_printer import FOR_THE_EYE, LogPrinter, shortened
from local.supervisor import Supervisor

pytestmark = pytest.mark.unit

AGENT, CLOUD, PAGE = "agent", "cloud", "page"


class Signals:
    """Notes who is asked, and who is killed."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.killed: list[int] = []

    def terminate(self, pid: int) -> None:
        self.asked.append(pid)

    def kill(self, pid: int) -> None:
        self.killed.append(pid)


@pytest.fixture
def signals() -> Signals:
    return Signals()


@pytest.fixture
def supervisor(tmp_path: Path, signals: Signals, monkeypatch: pytest.MonkeyPatch) -> Supervisor:
    supervisor = Supervisor(LogPrinter(tmp_path), stops_first=AGENT)
    supervisor._procmgr = signals
    monkeypatch.setattr(
        "os.killpg", lambda pid, number: signals.asked.append(pid) if number == signal.SIGTERM else None
    )
    for pid, name in enumerate((AGENT, CLOUD, PAGE), start=1):
        supervisor.add(name, ["true"], environment={}, folder=tmp_path)
        supervisor._processes[name]["pid"] = pid
    return supervisor


def ends(supervisor: Supervisor, name: str, code: int = 0) -> None:
    supervisor._processes[name]["returncode"] = code


def test_the_agent_is_asked_first_and_alone(supervisor: Supervisor, signals: Signals) -> None:
    supervisor.terminate()

    assert signals.asked == [1]


def test_talks_are_ended_once_and_before_anybody_is_asked(supervisor: Supervisor, signals: Signals) -> None:
    asked_before: list[list[int]] = []
    supervisor._before = lambda: asked_before.append(list(signals.asked))

    supervisor.terminate()
    supervisor.terminate()

    assert asked_before == [[]]


def test_the_rest_is_asked_when_the_agent_has_ended(supervisor: Supervisor, signals: Signals) -> None:
    supervisor.terminate()
    ends(supervisor, AGENT)
    supervisor.terminate()

    assert signals.asked == [1, 2, 3]
    assert not supervisor.ended_by_itself


def test_a_second_interrupt_does_not_wait_for_the_agent(supervisor: Supervisor, signals: Signals) -> None:
    supervisor.terminate()
    supervisor.terminate()

    assert {2, 3} <= set(signals.asked)


def test_who_ended_by_itself_is_remembered(supervisor: Supervisor) -> None:
    ends(supervisor, PAGE, 1)
    supervisor.terminate()

    assert supervisor.ended_by_itself == [PAGE]


def test_when_another_part_died_the_agent_still_stops_before_the_cloud(
    supervisor: Supervisor, signals: Signals
) -> None:
    ends(supervisor, PAGE, 1)
    supervisor.terminate()
    before = list(signals.asked)
    supervisor.kill()

    assert before == [1]
    assert 2 in signals.asked
    assert not signals.killed


def test_who_does_not_end_when_asked_is_killed(
    supervisor: Supervisor, signals: Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisor.kill()
    monkeypatch.setattr("time.monotonic", lambda: float("inf"))
    supervisor.kill()

    assert signals.killed == [1, 2, 3]


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ('{"level": "INFO", "message": "registered worker", "pid": 1}', "INFO registered worker"),
        ('{"event": "no message"}', '{"event": "no message"}'),
        ("{not json", "{not json"),
        ("plain", "plain"),
    ],
)
def test_a_structured_line_is_shown_in_a_persons_words(line: str, short: str) -> None:
    assert shortened(line) == short


def test_a_password_is_shown_and_kept_in_no_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"ready\n{FOR_THE_EYE}  password  open-sesame\n".encode()

    LogPrinter(tmp_path).write(Message("line", text, datetime.now(UTC), "up", None))

    assert "open-sesame" in capsys.readouterr().out
    assert (tmp_path / "up.log").read_text() == "ready\n"
