"""What a talk used, however often its agent was killed, and what that costs where it runs and on AWS."""

from dataclasses import replace

import pytest

from echosphere.domain.cost import CostPart
from echosphere.domain.hosting import Hosting
from echosphere.domain.recording import RecordingKind, RecordingStatus, Rendition
from echosphere.domain.usage import Part, Use
from echosphere.services.read_usage import TalkUsage, usage_of
from tests.examples import NINE_O_CLOCK, RULES, a_judges_use, a_recording, a_usage, a_verdict, an_evaluation
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
AT_HOME = Hosting("home", "us-east-1")
QUALITIES = tuple(
    Rendition(name=f"audio_{bits}k", kind=RecordingKind.AUDIO, bits_per_second=bits * 1000, path="x")
    for bits in (128, 96, 64)
)


def used(stage: Stage, hosting: Hosting | None = None) -> TalkUsage:
    return usage_of(replace(stage.ports, hosting=hosting or stage.ports.hosting), stage.session)


def record(stage: Stage, *, duration_s: float) -> None:
    recording = a_recording(stage.session, status=RecordingStatus.READY, duration_s=duration_s, renditions=QUALITIES)
    stage.ports.recordings.create(recording)
    stage.ports.media.put(f"{recording.media_prefix}mix.m4a", bytes(1_000_000), content_type="audio/mp4")


def test_what_two_agents_of_one_talk_used_is_summed() -> None:
    stage = set_stage()
    voice = Use(part=Part.VOICE, provider="aws", model="neural", characters=100)
    for job in ("AJ_1", "AJ_2"):
        stage.ports.usage.put(a_usage(stage.session, id=job, uses=(voice,), listened_s=30.0, participant_s=61.0))

    usage = used(stage)

    assert usage.uses == (replace(voice, characters=200),)
    assert (usage.listened_s, usage.participant_s) == (60.0, 122.0)


def test_what_its_judges_used_is_part_of_what_a_talk_used_and_cost() -> None:
    stage = set_stage()
    for version, use in (("1", a_judges_use()), ("2", a_judges_use(provider="local", model="qwen3:8b"))):
        evaluation = an_evaluation(stage.session, judge=replace(RULES, version=version))
        settled = evaluation.settle(a_verdict(), messages=2, at=NINE_O_CLOCK, uses=[use])
        stage.ports.evaluations.save(settled, was=None)

    usage = used(stage)

    here, there = ([line.usd_micros for line in cost.lines] for cost in (usage.cost, usage.on_aws))
    assert (here, there) == ([900 + 80 * 5, 0], 2 * [900 + 80 * 5])
    assert usage.cost.by_part() == {CostPart.JUDGE: 1_300}
    assert not usage.cost.is_sure


def test_a_recording_is_paid_for_by_each_output_and_by_its_bytes() -> None:
    stage = set_stage()
    record(stage, duration_s=90.0)

    usage = used(stage)

    costs = usage.cost.by_part()
    assert (usage.recorded_s, usage.made_minutes, usage.stored_bytes) == (90.0, 6.0, 1_000_000)
    assert costs == {CostPart.TRANSCODING: 17_400, CostPart.STORAGE: 23}  # four outputs; a thousandth of a GB


def test_an_output_is_paid_for_ten_seconds_at_least() -> None:
    stage = set_stage()
    record(stage, duration_s=3.0)

    assert used(stage).made_minutes == pytest.approx(4 * 10 / 60, abs=0.001)


def test_at_home_nothing_is_paid_and_what_aws_would_cost_stands_beside_it() -> None:
    stage = set_stage()
    local = (
        Use(part=Part.EARS, provider="local", seconds=20.0),
        Use(part=Part.VOICE, provider="local", characters=1_000),
    )
    stage.ports.usage.put(a_usage(stage.session, uses=local, listened_s=60.0))
    record(stage, duration_s=90.0)

    usage = used(stage, AT_HOME)

    assert (usage.cost.usd_micros, usage.cost.is_whole) == (0, True)
    assert usage.on_aws.by_part() == {
        CostPart.EARS: 24_000,
        CostPart.VOICE: 16_000,
        CostPart.TRANSCODING: 17_400,
        CostPart.STORAGE: 23,
    }


def test_a_recording_that_was_set_aside_was_made_all_the_same() -> None:
    stage = set_stage()
    spare = a_recording(stage.session, status=RecordingStatus.SET_ASIDE, duration_s=60.0)
    stage.ports.recordings.create(spare)

    assert used(stage).made_minutes == 4.0


def test_a_picture_is_paid_for_by_its_size() -> None:
    stage = set_stage()
    sizes = tuple(
        Rendition(name=name, kind=RecordingKind.VIDEO, bits_per_second=1, path="x") for name in ("720p", "480p")
    )
    picture = a_recording(
        stage.session,
        kind=RecordingKind.VIDEO,
        status=RecordingStatus.READY,
        duration_s=60.0,
        renditions=(*sizes, *QUALITIES),
    )
    stage.ports.recordings.create(picture)

    assert used(stage).cost.by_part()[CostPart.TRANSCODING] == 15_000 + 7_500 + 3 * 2_900


def test_a_talk_of_which_nothing_is_known_cost_nothing() -> None:
    usage = used(set_stage())

    assert (usage.uses, usage.cost.lines, usage.on_aws.lines) == ((), (), ())
