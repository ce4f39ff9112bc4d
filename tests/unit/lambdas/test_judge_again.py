"""The command that has one talk, or a range of them, judged again."""

from datetime import date, timedelta

import pytest

from echosphere.services.ask_for_evaluations import EndDays
from lambdas.evaluate_session.again import HANDLER, Wish, ask, read_wish, settings_of
from tests.examples import RULES
from tests.unit.services.judging_stage import set_judging_stage

pytestmark = pytest.mark.unit


class Functions:
    """Two stages in one account, and a function that judges nothing."""

    def get_paginator(self, name: str) -> "Functions":
        assert name == "list_functions"
        return self

    def paginate(self) -> list[dict[str, object]]:
        return [
            {
                "Functions": [
                    function(HANDLER, "dev", "table-of-dev"),
                    function("lambdas.api.handler.handler", "prod", "x"),
                ]
            },
            {"Functions": [function(HANDLER, "prod", "table-of-prod")]},
        ]


def function(handler: str, stage: str, table: str) -> dict[str, object]:
    return {"Handler": handler, "Environment": {"Variables": {"STAGE": stage, "TABLE_NAME": table}}}


def test_it_asks_with_the_settings_of_the_stages_own_judge() -> None:
    assert settings_of(Functions(), "prod")["TABLE_NAME"] == "table-of-prod"


def test_a_stage_without_a_judge_is_named() -> None:
    with pytest.raises(SystemExit, match="nobody judges in the stage test"):
        settings_of(Functions(), "test")


def test_a_range_is_of_days_the_last_of_which_is_not_in_it() -> None:
    wish = read_wish(["prod", "--workspace", "workspace-1", "--since", "2026-11-01", "--until", "2026-12-01"])

    november = EndDays(first=date(2026, 11, 1), last=date(2026, 11, 30))
    assert wish == Wish(stage="prod", workspace_id="workspace-1", days=november)


@pytest.mark.parametrize(
    "words",
    [
        "prod",
        "prod --session session-1 --workspace workspace-1",
        "prod --workspace workspace-1 --since 2026-11-01",
        "prod --since 2026-11-01 --until 2026-12-01",
        "prod --workspace workspace-1 --since yesterday --until 2026-12-01",
        "prod --workspace workspace-1 --since 2026-12-01 --until 2026-12-01",
    ],
)
def test_a_wish_that_is_not_one_is_refused_before_anybody_is_asked(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        read_wish(words.split())
    assert "make rejudge" in capsys.readouterr().err


def test_what_came_of_it_is_said() -> None:
    stage = set_judging_stage()
    talk = stage.talk("When are you open?", "From nine.")
    going_on = stage.talk("When are you open?", over=False)
    today = stage.stage.clock.now().date()

    def said(**wanted: object) -> str:
        return ask(stage.ports, RULES, Wish(stage="prod", **wanted))  # type: ignore[arg-type]  # fields by name

    assert said(session_id=talk.id) == "asked for the talk to be judged again"
    assert said(session_id=going_on.id) == "the talk goes on: it is judged when it ends"
    days = EndDays(first=today - timedelta(days=400), last=today)
    assert said(workspace_id="workspace-0", days=days) == "asked for 1 talks to be judged again"
    with pytest.raises(SystemExit, match="no such talk"):
        said(session_id="no-such-talk")
