"""What every store of days' figures does, the one in memory and the one in DynamoDB alike.

Days of 10,000 talks are written by the batch; `HISTORY_TALKS=10000` tells the store of each by itself.
"""

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

import pytest
from pynamodb.connection.base import Connection

from echosphere.adapters.dynamodb.day_records import day_key, to_counted_item
from echosphere.adapters.dynamodb.day_store import COUNTED, OPINIONS, DynamoDayStore
from echosphere.adapters.dynamodb.items import CountedItem, DayItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.memory.day_store import MemoryDayStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import FAILED, SLOWEST, DayFigures, SlowTurn, day_of
from echosphere.domain.evaluation import Metric
from echosphere.domain.histogram import Histogram
from echosphere.domain.identifiers import new_id
from echosphere.domain.language import Language
from echosphere.domain.opinions import Opinions, ScoreSum
from echosphere.ports import DayStore, SessionStore
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.contract
DAY = "2026-11-20"
FEW, MANY = 10, 10_000
READ_UNIT_BYTES = 4_096
TOLD_ONE_BY_ONE = int(os.environ.get("HISTORY_TALKS", "60"))


@dataclass(frozen=True)
class Stores:
    sessions: SessionStore
    days: DayStore


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        sessions = MemorySessionStore(MemoryOutbox())
        return Stores(sessions, MemoryDayStore(sessions))
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoDayStore())


def a_talk(workspace_id: str, **changes: object) -> DayFigures:
    fields = {
        "workspace_id": workspace_id,
        "day": DAY,
        "persona_id": "mina",
        "language": Language.ENGLISH,
        "sessions": 1,
        "messages": 4,
        "duration_s": 61.5,
        "turns": 2,
        "voice_to_voice": Histogram.of([0.8, 1.2]),
        "cost": {CostPart.VOICE: 16_000},
        "on_aws": {CostPart.VOICE: 16_000, CostPart.EARS: 24_000},
    }
    return DayFigures(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def said(workspace_id: str, *, score: int, cost: int = 0, judge: str = "rules") -> DayFigures:
    scores = {Metric.FAITHFULNESS: ScoreSum(1, score)}
    return DayFigures(
        workspace_id=workspace_id,
        day=DAY,
        persona_id="mina",
        language=Language.ENGLISH,
        opinions=Opinions(judged=1, scores=scores, judges={judge: 1}),
        cost={CostPart.JUDGE: cost} if cost else {},
        on_aws={CostPart.JUDGE: 2 * cost} if cost else {},
    )


def a_slow_turn(session_id: str, took_s: float) -> SlowTurn:
    return SlowTurn(session_id=session_id, day=DAY, at_s=12.5, voice_to_voice_s=took_s)


def test_talks_of_a_day_and_persona_are_added_and_others_lie_beside(stores: Stores) -> None:
    workspace = new_id()
    for figures in (a_talk(workspace), a_talk(workspace), a_talk(workspace, persona_id="echosphere")):
        assert stores.days.add(figures, session_id=new_id(), what="talk")
    stores.days.add(a_talk(workspace, day="2026-11-19"), session_id=new_id(), what="talk")
    stores.days.add(a_talk(workspace, day="2026-11-22"), session_id=new_id(), what="talk")
    stores.days.add(a_talk(new_id()), session_id=new_id(), what="talk")

    found = stores.days.list_days(workspace, from_day="2026-11-19", to_day=DAY)

    assert [(each.day, each.persona_id) for each in found] == [
        ("2026-11-19", "mina"),
        (DAY, "echosphere"),
        (DAY, "mina"),
    ]
    assert found[2] == a_talk(workspace) + a_talk(workspace)


def test_the_same_of_a_talk_is_added_once_and_something_else_of_it_too(stores: Stores) -> None:
    workspace, session_id = new_id(), new_id()

    told = [stores.days.add(a_talk(workspace), session_id=session_id, what=what) for what in ("talk", "talk", "more")]

    assert told == [True, False, True]
    (day,) = stores.days.list_days(workspace, from_day=DAY, to_day=DAY)
    assert day.sessions == 2


def test_of_talks_that_end_at_the_same_moment_none_is_lost(stores: Stores) -> None:
    workspace = new_id()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: stores.days.add(a_talk(workspace), session_id=new_id(), what="talk"), range(4)))

    (day,) = stores.days.list_days(workspace, from_day=DAY, to_day=DAY)
    assert (day.sessions, day.voice_to_voice.count) == (4, 8)


def test_languages_of_a_day_lie_apart_and_so_does_what_was_counted_before_they_did(stores: Stores) -> None:
    workspace = new_id()
    for language in (None, Language.ENGLISH, Language.JAPANESE):
        stores.days.add(a_talk(workspace, language=language), session_id=new_id(), what="talk")

    found = stores.days.list_days(workspace, from_day=DAY, to_day=DAY)

    assert [each.language for each in found] == [None, Language.ENGLISH, Language.JAPANESE]


def test_the_slowest_turns_and_the_last_failures_of_a_day_are_named_and_no_more(stores: Stores) -> None:
    workspace = new_id()
    ids = [new_id() for _ in range(FAILED + 2)]
    for number, session_id in enumerate(ids):
        talk = a_talk(workspace, slowest=(a_slow_turn(session_id, float(number)),), failed_ids=(session_id,))
        stores.days.add(talk, session_id=session_id, what="talk")

    (day,) = stores.days.list_days(workspace, from_day=DAY, to_day=DAY)

    assert [turn.session_id for turn in day.slowest] == ids[: -SLOWEST - 1 : -1]
    assert day.failed_ids == tuple(ids[2:])


def test_a_talk_that_is_deleted_is_named_no_more_and_stays_in_the_sums(stores: Stores) -> None:
    workspace, gone, other = new_id(), new_id(), new_id()
    for session_id in (gone, other):
        talk = a_talk(workspace, slowest=(a_slow_turn(session_id, 3.0),), failed_ids=(session_id,))
        stores.days.add(talk, session_id=session_id, what="talk")

    for figures in (a_talk(workspace), a_talk(new_id())):
        stores.days.forget_session(figures, session_id=gone)

    (day,) = stores.days.list_days(workspace, from_day=DAY, to_day=DAY)
    assert (day.sessions, [turn.session_id for turn in day.slowest], day.failed_ids) == (2, [other], (other,))


def test_what_is_said_of_a_talk_takes_the_place_of_what_was_said_of_it_before(stores: Stores) -> None:
    workspace, session_id = new_id(), new_id()
    stores.days.put_opinions(said(workspace, score=2), session_id=new_id())
    for score, cost in ((5, 0), (5, 70), (4, 100)):
        stores.days.put_opinions(said(workspace, score=score, cost=cost), session_id=session_id)

    (day,) = stores.days.list_days(workspace, from_day=DAY, to_day=DAY)

    scores = {Metric.FAITHFULNESS: ScoreSum(2, 2 + 4)}
    assert day.opinions == Opinions(judged=2, scores=scores, judges={"rules": 2})
    assert (day.cost, day.on_aws) == ({CostPart.JUDGE: 100}, {CostPart.JUDGE: 200})


def test_who_judged_a_talk_last_is_kept_of_it_and_of_its_day(stores: Stores) -> None:
    workspace, session = new_id(), a_session(id=new_id(), ended_at=NINE_O_CLOCK)
    for judge in ("rules", "nova"):
        stores.days.put_opinions(said(workspace, score=4, judge=judge), session_id=session.id)

    (day,) = stores.days.list_days(workspace, from_day=DAY, to_day=DAY)
    (talk,) = stores.days.list_talks([session])

    assert (day.opinions.judges, talk.opinions.judged_by) == ({"nova": 1}, "nova")


def test_what_was_counted_before_judges_had_names_is_read(table: str) -> None:
    workspace, session = new_id(), a_session(id=new_id(), ended_at=NINE_O_CLOCK)
    days = DynamoDayStore()
    days.put_opinions(said(workspace, score=4), session_id=session.id)
    mark = CountedItem.get(session_partition(session.id), OPINIONS)
    mark.update(actions=[CountedItem.judges.remove(), CountedItem.opinions.set({"judged": 1, "judged_by_rules": 1})])

    (talk,) = days.list_talks([session])

    assert (talk.opinions.judges, talk.opinions.judged_by) == ({}, "rules")


def test_what_was_counted_before_unknown_prices_were_is_read_and_added_to(table: str) -> None:
    workspace, session = new_id(), a_session(id=new_id(), ended_at=NINE_O_CLOCK)
    days = DynamoDayStore()
    days.add(a_talk(workspace, unpriced=1), session_id=session.id, what="talk")
    mark = CountedItem.get(session_partition(session.id), f"{COUNTED}talk")
    mark.update(actions=[CountedItem.unpriced.remove()])
    day = DayItem.get(*day_key(a_talk(workspace)))
    day.update(actions=[DayItem.unpriced.remove()])

    days.add(a_talk(workspace, unpriced=1), session_id=session.id, what="recording-1")

    (talk,) = days.list_talks([session])
    (told,) = days.list_days(workspace, from_day=DAY, to_day=DAY)
    assert (talk.unpriced, told.unpriced, told.sessions) == (1, 1, 2)


def test_what_a_talk_gave_to_its_day_is_told_of_it_alone(stores: Stores) -> None:
    workspace = new_id()
    told, other, uncounted = (
        a_session(id=new_id(), workspace_id=workspace, persona_id="mina", ended_at=NINE_O_CLOCK) for _ in range(3)
    )
    recording = a_talk(workspace, sessions=0, turns=0, voice_to_voice=Histogram(), cost={CostPart.STORAGE: 5})
    for session, what, figures in (
        (told, "talk", a_talk(workspace)),
        (other, "talk", a_talk(workspace, turns=7)),
        (told, "recording-1", recording),
    ):
        stores.days.add(figures, session_id=session.id, what=what)
    stores.days.put_opinions(said(workspace, score=4, cost=70), session_id=told.id)

    counted = stores.days.list_talks([uncounted, told])

    expected = a_talk(workspace) + recording + said(workspace, score=4, cost=70)
    assert counted == [day_of(uncounted), replace(expected, day=counted[1].day)]


def test_telling_of_a_page_of_talks_takes_as_many_requests_after_ten_talks_and_after_ten_thousand(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    days, asked = DynamoDayStore(), []
    for history in (FEW, MANY):
        workspace = new_id()
        sessions = [a_session(id=new_id(), workspace_id=workspace, ended_at=NINE_O_CLOCK) for _ in range(history)]
        with CountedItem.batch_write() as write:
            for session in sessions:
                write.save(to_counted_item((session_partition(session.id), f"{COUNTED}talk"), a_talk(workspace)))
        with counted(monkeypatch) as costs:
            assert [each.sessions for each in days.list_talks(sessions[:10])] == 10 * [1]
        asked.append(costs)

    assert asked[0] == asked[1]
    assert len(asked[0]) == 1


def test_a_deleted_talk_stays_in_the_figures_of_its_day(stores: Stores) -> None:
    workspace, session = new_id(), a_session(id=new_id())
    stores.days.add(a_talk(workspace), session_id=session.id, what="talk")

    stores.sessions.delete(session)

    assert len(stores.days.list_days(workspace, from_day=DAY, to_day=DAY)) == 1


def test_reading_a_day_costs_the_same_after_ten_talks_and_after_ten_thousand(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    for talks in (FEW, MANY):
        workspace = new_id()
        told_at_once(various_talks(workspace, talks))
        with counted(monkeypatch) as costs:
            (day,) = DynamoDayStore().list_days(workspace, from_day=DAY, to_day=DAY)
        assert (day.sessions, day.opinions.judged) == (talks, talks)
        read.append(costs)

    assert read[0] == read[1]
    assert len(read[0]) == 1


def test_a_day_told_talk_by_talk_is_the_one_told_at_once_and_costs_as_much(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So what holds of days that are told at once holds of those that the store sums up itself."""
    read = []
    for tell in (told_one_by_one, told_at_once):
        workspace = new_id()
        tell(various_talks(workspace, TOLD_ONE_BY_ONE))
        with counted(monkeypatch) as costs:
            (day,) = DynamoDayStore().list_days(workspace, from_day=DAY, to_day=DAY)
        read.append((costs, replace(day, workspace_id="")))

    assert read[0] == read[1]


def various_talks(workspace: str, number: int) -> Sequence[DayFigures]:
    """Latencies from 0.3 to 20 s, so all steps of the histogram are in it once there are many."""
    return [
        a_talk(
            workspace,
            voice_to_voice=Histogram.of([0.3 + each * 19.7 / number]),
            slowest=(a_slow_turn(f"{each:032}", 0.3 + each * 19.7 / number),),
            failed_ids=(f"{each:032}",),
        )
        for each in range(number)
    ]


def told_one_by_one(talks: Sequence[DayFigures]) -> None:
    for talk in talks:
        session_id = new_id()
        DynamoDayStore().add(talk, session_id=session_id, what="talk")
        DynamoDayStore().put_opinions(said(talk.workspace_id, score=4), session_id=session_id)


def told_at_once(talks: Sequence[DayFigures]) -> None:
    first, *others = (talk + said(talk.workspace_id, score=4) for talk in talks)
    DynamoDayStore().add(sum(others, first), session_id=new_id(), what="talk")


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, float]]]:
    """Each request to the table, with the read units that it took."""
    costs: list[tuple[str, float]] = []
    call = Connection._make_api_call

    def noted(self: Connection, name: str, arguments: dict[str, Any], *rest: Any) -> Any:  # noqa: ANN401  # as theirs
        answer = call(self, name, {**arguments, "ReturnConsumedCapacity": "TOTAL"}, *rest)
        costs.append((name, _read_units(arguments, answer)))
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "_make_api_call", noted)
        yield costs


def _read_units(arguments: dict[str, Any], answer: dict[str, Any]) -> float:
    """As AWS counts them: 4 kB each that were looked at, half as much where it need not be the newest.

    The emulator tells none of a batch, and half a unit of any query, however much it reads.
    """
    if (wanted := arguments.get("RequestItems")) is not None:
        return len([key for each in wanted.values() for key in each["Keys"]])  # a mark stays below 4 kB
    if "Items" not in answer:
        return float(answer["ConsumedCapacity"]["CapacityUnits"])
    assert answer["ScannedCount"] == answer["Count"], "what a filter leaves out is read, too"
    read_bytes = len(json.dumps(answer["Items"]).encode())  # somewhat more than AWS counts
    return ceil(read_bytes / READ_UNIT_BYTES) * (1.0 if arguments.get("ConsistentRead") else 0.5)
