"""Judging a range of talks again: an admin's own workspace's, within bounds, and each talk once."""

from datetime import date, timedelta
from typing import Any

import pytest

from echosphere.domain.errors import InvalidCursor, InvalidPeriod, RoleTooLow
from echosphere.domain.evaluation import EvaluationStatus
from echosphere.domain.page import Page
from echosphere.domain.session import Session
from echosphere.domain.workspace import WorkspaceRole
from echosphere.services import ask_for_evaluations as use_case
from echosphere.services.ask_for_evaluations import MOST_DAYS, Asked, EndDays, ask_for_all, ask_for_evaluations
from tests.examples import NINE_O_CLOCK, RULES, a_member
from tests.unit.services.judging_stage import JudgingStage, set_judging_stage

pytestmark = pytest.mark.unit
TALK = ("When are you open?", "From nine.")
ADMIN = a_member(workspace_id="workspace-0")
TODAY = NINE_O_CLOCK.date()
A_DAY = timedelta(days=1)


@pytest.fixture
def stage() -> JudgingStage:
    return set_judging_stage()


def ended(stage: JudgingStage, *hours: float) -> list[Session]:
    """Talks that ended so many hours after nine o'clock, as is the clock when the last has ended."""
    talks = []
    for hour in sorted(hours):
        stage.stage.clock.advance(((NINE_O_CLOCK - stage.stage.clock.now()) / timedelta(hours=1) + hour) * 3_600)
        talks.append(stage.talk(*TALK, created_at=stage.stage.clock.now() - timedelta(minutes=5)))
    return talks


def asked_for(stage: JudgingStage, first: date = TODAY, last: date = TODAY) -> Asked:
    return ask_for_evaluations(stage.ports, ADMIN, RULES, EndDays(first=first, last=last), cursor=None)


def test_the_talks_that_ended_in_these_days_are_asked_for_and_no_others(stage: JudgingStage) -> None:
    talks = ended(stage, -10, 0, 14, 16)
    stage.talk(*TALK, over=False)
    stage.talk(*TALK, workspace_id="workspace-1")

    assert asked_for(stage) == Asked(asked=2, next_cursor=None)
    assert [stage.stored(each) is not None for each in talks] == [False, True, True, False]


def test_sent_again_while_they_wait_each_talk_waits_once(stage: JudgingStage) -> None:
    ended(stage, 0, 1)

    for _ in range(2):
        assert asked_for(stage).asked == 2

    assert stage.told("EvaluationAsked") == 2


def test_what_was_judged_is_judged_anew(stage: JudgingStage) -> None:
    (talk,) = ended(stage, 0)
    stage.evaluate(talk)

    asked_for(stage)

    assert (waiting := stage.stored(talk)) and waiting.status is EvaluationStatus.PENDING
    assert (judged := stage.evaluate(talk)) and judged.status is EvaluationStatus.JUDGED


def test_a_range_is_asked_for_page_by_page(stage: JudgingStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(use_case, "PAGE", 2)
    talks, days = ended(stage, 0, 1, 2), EndDays(first=TODAY, last=TODAY)

    first = ask_for_evaluations(stage.ports, ADMIN, RULES, days, cursor=None)
    assert first.asked == 2 and stage.stored(talks[0]) is None
    last = ask_for_evaluations(stage.ports, ADMIN, RULES, days, cursor=first.next_cursor)

    assert last == Asked(asked=1, next_cursor=None) and stage.stored(talks[0])


@pytest.mark.parametrize("role", [WorkspaceRole.MEMBER, WorkspaceRole.VIEWER])
def test_only_an_admin_asks_for_everybodys_talks(stage: JudgingStage, role: WorkspaceRole) -> None:
    ended(stage, 0)

    with pytest.raises(RoleTooLow):
        ask_for_evaluations(
            stage.ports,
            a_member(workspace_id="workspace-0", role=role),
            RULES,
            EndDays(first=TODAY, last=TODAY),
            cursor=None,
        )
    assert stage.told("EvaluationAsked") == 0


def test_as_many_days_as_may_be_until_today_are_taken_and_one_more_is_not(stage: JudgingStage) -> None:
    ended(stage, 0)
    longest = TODAY - A_DAY * (MOST_DAYS - 1)

    assert asked_for(stage, first=longest).asked == 1
    with pytest.raises(InvalidPeriod):
        asked_for(stage, first=longest - A_DAY)


def test_a_day_that_has_not_begun_is_refused(stage: JudgingStage) -> None:
    with pytest.raises(InvalidPeriod):
        asked_for(stage, last=TODAY + A_DAY)


def test_a_last_day_before_the_first_is_refused() -> None:
    with pytest.raises(InvalidPeriod):
        EndDays(first=TODAY, last=TODAY - A_DAY)


def test_a_cursor_that_is_not_ours_is_refused(stage: JudgingStage) -> None:
    with pytest.raises(InvalidCursor):
        ask_for_evaluations(stage.ports, ADMIN, RULES, EndDays(first=TODAY, last=TODAY), cursor="0")


def test_a_talk_that_is_deleted_meanwhile_keeps_no_other_from_being_asked_for(
    stage: JudgingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, gone = ended(stage, 0, 1)
    sessions = stage.ports.sessions
    listed = sessions.list_by_workspace

    def list_and_delete(*asked: Any, **bounds: Any) -> Page[Session]:  # noqa: ANN401  # as the store is asked
        page = listed(*asked, **bounds)
        sessions.delete(gone)
        return page

    monkeypatch.setattr(sessions, "list_by_workspace", list_and_delete)

    assert asked_for(stage).asked == 1 and stage.stored(kept)


def test_who_runs_the_platform_asks_for_all_pages_of_however_many_days(
    stage: JudgingStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_case, "PAGE", 2)
    ended(stage, -24 * 50, -2, -1, 0, 1)

    assert ask_for_all(stage.ports, RULES, "workspace-0", EndDays(first=TODAY - 90 * A_DAY, last=TODAY)) == 5
