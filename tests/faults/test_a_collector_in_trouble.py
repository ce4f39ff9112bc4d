"""The collector beside the agent is killed, or hangs: the talk goes on, and what is lost of its trace is counted."""

import subprocess
import sys
import time
from collections.abc import Sequence

import pytest

from local.collector.spans import KeptSpan
from local.installation import CHECKOUT, Installation
from local.readiness import collector_answers, wait_until
from tests.end_to_end.person import Person
from tests.faults.kill_part import hang_part, kill_part
from tests.faults.traced import dropped_by_agents, trace_of
from tests.faults.work_queue import WorkQueue
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

AGENT = "echosphere-agent"
BACK_S = 60
# Spans of an agent go out every five seconds, and at the end of the talk.
TOLD_S = 60


@pytest.fixture
def talk(person: Person, platform: Platform) -> str:
    """The id of one that goes on, and of which the agent has told something."""
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    assert "42" in person.type("What is seven times six?")
    wait_until(lambda: AGENT in services(platform.installation, session_id), what="the agent's spans", within_s=TOLD_S)
    return session_id


def services(installation: Installation, session_id: str) -> set[str]:
    return {span.service for span in trace_of(installation, session_id)}


def turns(installation: Installation, session_id: str) -> Sequence[KeptSpan]:
    return [span for span in trace_of(installation, session_id) if span.name == "turn"]


def back_again(installation: Installation) -> int:
    """When, in nanoseconds since 1970."""
    wait_until(lambda: collector_answers(installation), what="the collector", within_s=BACK_S)
    return time.time_ns()


def expect_told_since(installation: Installation, session_id: str, moment_ns: int) -> None:
    """Of the turn that was asked and answered since, and of the talk, which ends last."""

    def is_told() -> bool:
        names = {span.name for span in trace_of(installation, session_id) if span.ended_ns > moment_ns}
        return {"turn", "talk"} <= names

    wait_until(is_told, what="the trace", within_s=TOLD_S)


def lost_since(before: int, installation: Installation, talk: str, *, what: str) -> int:
    lost = dropped_by_agents(installation) - before
    print(f"\n  collector {what}: {len(trace_of(installation, talk))} spans, {lost} lost")
    return lost


def test_it_is_killed_and_what_is_done_since_is_in_the_trace(
    person: Person, platform: Platform, waiting_spans: WorkQueue, talk: str
) -> None:
    installation, before = platform.installation, dropped_by_agents(platform.installation)

    kill_part(installation, "collector")
    assert "11" in person.type("What is five plus six?")
    back_ns = back_again(installation)
    assert "21" in person.type("What is three times seven?")
    person.hang_up()

    expect_told_since(installation, talk, back_ns)
    lost = lost_since(before, installation, talk, what="killed")
    assert len(turns(installation, talk)) + lost >= 3
    assert "turn" in shown(installation, talk)
    expect_none_left(waiting_spans)


def test_it_hangs_and_what_it_did_not_take_is_counted(
    person: Person, platform: Platform, waiting_spans: WorkQueue, talk: str
) -> None:
    installation, before = platform.installation, dropped_by_agents(platform.installation)

    hang_part(installation, "collector")
    assert "11" in person.type("What is five plus six?")
    wait_until(lambda: dropped_by_agents(installation) > before, what="the count", within_s=TOLD_S)
    assert "72" in person.type("What is eight times nine?")
    kill_part(installation, "collector")
    back_ns = back_again(installation)
    assert "21" in person.type("What is three times seven?")
    person.hang_up()

    expect_told_since(installation, talk, back_ns)
    lost = lost_since(before, installation, talk, what="hung")
    assert len(turns(installation, talk)) + lost >= 4
    log = installation.logs / "agent.log"
    wait_until(lambda: "spans dropped" in log.read_text(), what="the agent's log", within_s=TOLD_S)
    expect_none_left(waiting_spans)


def expect_none_left(waiting_spans: WorkQueue) -> None:
    """What functions could not tell meanwhile was told."""
    wait_until(lambda: waiting_spans.waiting == 0, what="the functions' spans", within_s=TOLD_S)
    assert waiting_spans.dead == 0


def shown(installation: Installation, session_id: str) -> str:
    """As `make trace` shows it."""
    command = [sys.executable, "-m", "local", "--home", str(installation.home), "trace", session_id]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, cwd=CHECKOUT)  # noqa: S603  # our own module
    return ran.stdout
