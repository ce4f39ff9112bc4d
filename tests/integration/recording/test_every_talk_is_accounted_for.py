"""`RECORDINGS_TALKS=1000` for the long run; the short one is as long as it needs to have each fault once."""

import os
import random
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest

from tests.gate import standing
from tests.integration.recording.account import table, unaccounted
from tests.integration.recording.faults import Fault, planned
from tests.integration.recording.files import Files
from tests.integration.recording.gate import GATES_OWN, FaultGate
from tests.integration.recording.pipeline import impatient
from tests.integration.recording.records import Records
from tests.integration.recording.talks_end import TalksEnd
from tests.integration.recording.wires import cut_news, cut_uploads
from tests.platform import Platform

pytestmark = pytest.mark.integration

TALKS = int(os.environ.get("RECORDINGS_TALKS", str(len(Fault))))
SEED = 20261121
WITHIN_S = 120 + 1.5 * TALKS
HOURS = 4


@pytest.fixture
def ended(platform: Platform) -> Iterator[TalksEnd]:
    name = f"talk-{uuid4().hex[:6]}"
    talks, rng = planned(TALKS, seed=SEED, name=name), random.Random(SEED)  # noqa: S311  # an order, no secret
    records = Records(platform.cloud().client("dynamodb"), platform.outputs.get("data", "TableName"))
    with ExitStack() as around:
        uploads, news = (around.enter_context(cut(platform, rng)) for cut in (cut_uploads, cut_news))
        gate = around.enter_context(standing(FaultGate(platform.installation, talks, name)))
        pipeline = around.enter_context(impatient(platform, gate))
        yield TalksEnd(talks, name, pipeline, records, gate, uploads, news, WITHIN_S)


def test_every_talk_is_accounted_for_whatever_is_lost_doubled_late_or_killed(
    ended: TalksEnd, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.perf_counter()
    ended.records.put(ended.talks)
    ended.upload(Files(tmp_path))
    ended.until_quiet()
    dead = ended.pipeline.dead_letters("transcode")
    assert dead >= sum(talk.fault is Fault.TABLE_AWAY for talk in ended.talks)

    ended.gate.table_is_back = True
    hours = [ended.an_hour_later()]
    ended.uploads.let_go()
    ended.news.let_go()
    ended.pipeline.redrive("transcode")
    ended.until_quiet()
    while ended.records.unsettled(ended.name) and len(hours) < HOURS:
        hours.append(ended.an_hour_later())

    found = ended.records.recordings(ended.talks)
    took_s = time.perf_counter() - began
    with capsys.disabled():
        print(f"\n{table(ended.talks, found)}")
        print(f"{dead} dead letters, redriven; {len(hours)} reconciliations of {[round(s, 1) for s in hours]} s")
        print(f"{took_s:.0f} s in all, {took_s / TALKS:.2f} s a talk")
    assert {fault for fault, _ in ended.gate.done} == GATES_OWN, "each of these was really done to somebody"
    assert unaccounted(ended.talks, found) == {}
    assert ended.records.unsettled(ended.name) == []
    assert [ended.pipeline.dead_letters(name) for name in ("transcode", "finish", "reconcile")] == [0, 0, 0]
