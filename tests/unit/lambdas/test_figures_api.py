"""What a talk's turns took, as a browser asks for it."""

from dataclasses import replace

import pytest

from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import DayFigures, SlowTurn
from echosphere.domain.evaluation import Metric
from echosphere.domain.histogram import Histogram
from echosphere.domain.language import Language
from echosphere.domain.message import Via
from echosphere.domain.opinions import Opinions, ScoreSum
from echosphere.domain.session import Session
from echosphere.domain.turn import Incident
from echosphere.services.count_talk import count_talk
from lambdas.api.handler import handler as api
from tests.examples import a_turn, a_usage
from tests.unit.lambdas.gateway import Gateway
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit


@pytest.fixture
def gateway(stage: Stage) -> Gateway:  # the ports are those of the stage
    return Gateway(api)


def started(gateway: Gateway, stage: Stage) -> Session:
    answer = gateway.post("/api/sessions", {}, idempotency_key="a-new-key-0001")
    return stage.ports.sessions.get(answer.json()["session"]["id"])


def test_turns_are_told_in_order_with_their_stages(gateway: Gateway, stage: Stage) -> None:
    session = started(gateway, stage)
    stage.ports.turns.put(a_turn(session, heard_until_s=9.0, via=Via.TEXT, answered_s=9.5))
    stage.ports.turns.put(a_turn(session, heard_until_s=2.5, answered_s=3.25, incidents=(Incident.ANNOUNCED,)))

    answer = gateway.get(f"/api/sessions/{session.id}/turns").json()

    spoken, typed = answer["items"]
    assert (spoken["voice_to_voice_s"], spoken["thinking_s"], spoken["incidents"]) == (0.75, 0.25, ["announced"])
    assert (typed["via"], typed["voice_to_voice_s"], typed["answered_s"]) == ("text", None, 9.5)
    assert answer["next_cursor"] is None


def test_ids_of_person_and_workspace_stay_in_the_house(gateway: Gateway, stage: Stage) -> None:
    session = started(gateway, stage)
    stage.ports.turns.put(a_turn(session))

    answer = gateway.get(f"/api/sessions/{session.id}/turns")

    assert session.workspace_id not in str(answer.json())


def test_the_turns_of_an_unknown_talk_are_unknown(gateway: Gateway) -> None:
    answer = gateway.get("/api/sessions/nobody/turns")

    assert (answer.status, answer.json()["code"]) == (404, "session_not_found")


def test_what_was_used_is_told_with_what_it_cost_and_where_that_was_read(gateway: Gateway, stage: Stage) -> None:
    session = started(gateway, stage)
    stage.ports.usage.put(a_usage(session))

    answer = gateway.get(f"/api/sessions/{session.id}/usage").json()

    costs = {line["part"]: line["usd_micros"] for line in answer["cost"]["lines"]}
    assert costs == {"ears": 25_000, "brain": 192, "voice": 19_200}
    assert answer["cost"]["usd_micros"] == sum(costs.values())
    assert (answer["cost"]["is_whole"], answer["cost"]["is_sure"], answer["region"]) == (True, True, "us-east-1")
    assert all(line["sources"] for line in answer["cost"]["lines"])
    assert [use["part"] for use in answer["uses"]] == ["ears", "brain", "voice"]


def test_what_an_unknown_talk_used_is_unknown(gateway: Gateway) -> None:
    assert gateway.get("/api/sessions/nobody/usage").status == 404


def test_days_are_told_with_their_sum(gateway: Gateway, stage: Stage) -> None:
    workspace = started(gateway, stage).workspace_id
    one = DayFigures(
        workspace_id=workspace,
        day="2026-11-20",
        persona_id="mina",
        sessions=2,
        voice_to_voice=Histogram.of([0.9, 1.1]),
        cost={CostPart.VOICE: 16_000},
        on_aws={CostPart.VOICE: 16_000, CostPart.EARS: 24_000},
    )
    stage.ports.days.add(one, session_id="session-8", what="talk")
    stage.ports.days.add(replace(one, day="2026-11-18", unpriced=1), session_id="session-9", what="talk")

    answer = gateway.get("/api/usage", **{"from": "2026-11-01", "to": "2026-11-28"}).json()

    assert [(day["day"], day["sessions"], day["usd_micros"]) for day in answer["days"]] == [
        ("2026-11-18", 2, 16_000),
        ("2026-11-20", 2, 16_000),
    ]
    assert (answer["all"]["sessions"], answer["all"]["on_aws_usd_micros"]) == (4, 80_000)
    assert [day["is_whole"] for day in (*answer["days"], answer["all"])] == [False, True, False]
    assert answer["all"]["on_aws_is_whole"] is True
    assert answer["all"]["voice_to_voice"]["count"] == 4
    assert answer["all"]["usd_micros_by_part"] == {"voice": 32_000}


def test_days_are_told_with_what_leads_to_their_talks_and_what_judges_said(gateway: Gateway, stage: Stage) -> None:
    workspace = started(gateway, stage).workspace_id
    slow = SlowTurn(session_id="session-8", day="2026-11-20", at_s=12.5, voice_to_voice_s=4.25)
    one = DayFigures(
        workspace_id=workspace,
        day="2026-11-20",
        persona_id="mina",
        language=Language.JAPANESE,
        slowest=(slow,),
        failed_ids=("session-8",),
        opinions=Opinions(
            judged=2,
            judged_by_rules=1,
            scores={Metric.FAITHFULNESS: ScoreSum(2, 7)},
            judges={"rules": 1, "nova": 1, "gone": -1},
        ),
    )
    stage.ports.days.add(one, session_id="session-8", what="talk")
    month = {"from": "2026-11-01", "to": "2026-11-28"}

    told = gateway.get("/api/usage", **month, persona_id="mina", language="ja-JP").json()

    assert (
        told["days"][0]["slowest"]
        == told["all"]["slowest"]
        == [{"session_id": "session-8", "day": "2026-11-20", "at_s": 12.5, "voice_to_voice_s": 4.25}]
    )
    assert told["all"]["failed_session_ids"] == ["session-8"]
    assert told["all"]["opinions"]["means"] == {"faithfulness": {"mean": 3.5, "count": 2}}
    assert (told["all"]["opinions"]["judged"], told["all"]["opinions"]["judged_by_rules"]) == (2, 1)
    assert told["all"]["opinions"]["judges"] == {"rules": 1, "nova": 1}
    assert gateway.get("/api/usage", **month, language="en-US").json()["days"] == []


def test_talks_of_a_time_are_told_with_what_was_counted_of_each(gateway: Gateway, stage: Stage) -> None:
    session = started(gateway, stage)
    gateway.post(f"/api/sessions/{session.id}/end")
    month = {"from": "2026-11-01", "to": "2026-11-28"}
    assert [each["figures"] for each in gateway.get("/api/usage/talks", **month).json()["items"]] == [None]
    stage.ports.turns.put(a_turn(session, heard_until_s=2.0, answered_s=2.9, interrupted=True))
    stage.ports.usage.put(a_usage(session))
    count_talk(stage.ports, session.id)
    gateway.put(f"/api/sessions/{session.id}/feedback", {"thumb": "down"})

    (talk,) = gateway.get("/api/usage/talks", **month).json()["items"]

    assert talk["session"] == gateway.get(f"/api/sessions/{session.id}").json()
    figures = talk["figures"]
    assert (figures["turns"], figures["interrupted"], figures["thumbs_down"]) == (1, 1, 1)
    assert figures["voice_to_voice"]["p50_s"] == pytest.approx(0.9, rel=0.05)
    assert figures["usd_micros"] == 25_000 + 192 + 19_200
    assert gateway.get("/api/usage/talks", **month, language="ja-JP").json()["items"] == [talk]
    assert gateway.get("/api/usage/talks", **month, language="en-US").json()["items"] == []
    assert gateway.get("/api/usage/talks", **{"from": "2026-11-01", "to": "2026-11-19"}).json()["items"] == []


def test_another_workspaces_talks_are_not_told(gateway: Gateway, stage: Stage) -> None:
    session = started(gateway, stage)
    gateway.post(f"/api/sessions/{session.id}/end")

    theirs = Gateway(api, person="person-2").get("/api/usage/talks", **{"from": "2026-11-20", "to": "2026-11-20"})

    assert theirs.json() == {"items": [], "next_cursor": None}


@pytest.mark.parametrize(("first", "last"), [("2026-11-20", "2026-11-19"), ("2025-11-20", "2026-11-20")])
def test_a_period_that_is_none_or_too_long_is_refused(gateway: Gateway, first: str, last: str) -> None:
    answer = gateway.get("/api/usage", **{"from": first, "to": last})

    assert (answer.status, answer.json()["code"]) == (422, "invalid_period")


def test_another_workspaces_days_are_not_told(gateway: Gateway, stage: Stage) -> None:
    theirs = DayFigures(workspace_id="workspace-x", day="2026-11-20", persona_id="mina", sessions=2)
    stage.ports.days.add(theirs, session_id="session-8", what="talk")

    answer = gateway.get("/api/usage", **{"from": "2026-11-20", "to": "2026-11-20"}).json()

    assert (answer["days"], answer["all"]["sessions"]) == ([], 0)
