"""What we promise, as alarms: each is a sentence of docs/operations.md that stopped being true."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from stacks.alarm import ring
from stacks.metrics import RECORDING, START_FAILURES, STARTS, TALK, own_metric

# 99.9 % of a month. Who fails 14.4 times as often for an hour has used up a fiftieth of it, who fails 6 times as often
# for six hours a twentieth: soon enough to act, and not for each hiccup.
MAY_FAIL_PERCENT = 0.1
BURN_RATES = {"Fast": (Duration.hours(1), 14.4), "Slow": (Duration.hours(6), 6.0)}
# One failure of ten starts in a quiet hour is no rate.
LEAST_FAILURES = 2
# P95. Voice to voice is design's own figure, the stages are the seeds'.
SLOWEST_MS = {
    "voice.latency.v2v": (1_200, "AnswersSlow", "Answers come late"),
    "voice.latency.stt": (400, "HearingSlow", "Understanding what was said takes long"),
    "voice.latency.llm_ttft": (600, "ThinkingSlow", "The model begins its answer late"),
    "voice.latency.tts": (300, "VoiceSlow", "The voice begins late"),
}
LEAST_TURNS = 20
HOUR = Duration.hours(1)


def hold_objectives(scope: Construct, stage_name: str) -> None:
    _talks_can_start(scope, stage_name)
    _answers_come_soon(scope, stage_name)
    _talks_go_well(scope, stage_name)
    _recordings_are_accounted_for(scope, stage_name)


def _talks_can_start(scope: Construct, stage_name: str) -> None:
    for speed, (window, rate) in BURN_RATES.items():
        failed, asked = (
            own_metric(stage_name, name, statistic="Sum", period=window) for name in (START_FAILURES, STARTS)
        )
        ring(
            scope,
            f"StartsFail{speed}",
            _share(failed, asked, least=LEAST_FAILURES, period=window),
            at_least=round(rate * MAY_FAIL_PERCENT, 2),
            entry="talks-cannot-start",
            means=f"More talks fail to start than 99.9 % allow, {rate:g} times as many, for {window.to_hours():g} h.",
        )


def _answers_come_soon(scope: Construct, stage_name: str) -> None:
    for metric, (slowest_ms, name, means) in SLOWEST_MS.items():
        p95, turns = (
            own_metric(stage_name, metric, service=TALK, statistic=statistic, period=HOUR)
            for statistic in ("p95", "SampleCount")
        )
        slow = cloudwatch.MathExpression(
            expression=f"IF(turns >= {LEAST_TURNS}, p95, 0)",
            using_metrics={"p95": p95, "turns": turns},
            period=HOUR,
            label=f"{metric} P95",
        )
        ring(
            scope,
            name,
            slow,
            at_least=slowest_ms,
            entry="answers-are-slow",
            means=f"{means}: P95 of the last hour's turns is over {slowest_ms} ms.",
        )


def _talks_go_well(scope: Construct, stage_name: str) -> None:
    failed, held = (
        own_metric(stage_name, name, service=TALK, statistic="Sum", period=HOUR)
        for name in ("session.errors", "session.count")
    )
    ring(
        scope,
        "TalksFail",
        _share(failed, held, least=LEAST_FAILURES, period=HOUR),
        at_least=5,
        entry="talks-fail",
        means="One talk in twenty or more failed in the last hour.",
    )


def _recordings_are_accounted_for(scope: Construct, stage_name: str) -> None:
    ring(
        scope,
        "RecordingsFail",
        own_metric(stage_name, "RecordingFailed", service=RECORDING, statistic="Sum", period=Duration.minutes(5)),
        at_least=1,
        entry="recordings-fail",
        means="A recording failed, or its recorder died and left a part.",
    )
    ring(
        scope,
        "RecordingsUnaccounted",
        own_metric(stage_name, "recording.unaccounted", service=RECORDING, statistic="Maximum", period=HOUR),
        at_least=1,
        entry="recordings-unaccounted",
        means="What became of a recording is not known, three hours after its talk.",
    )


def _share(
    some: cloudwatch.Metric, of: cloudwatch.Metric, *, least: int, period: Duration
) -> cloudwatch.MathExpression:
    """In percent; fewer than `least` are none."""
    return cloudwatch.MathExpression(
        expression=f"IF(some >= {least}, 100 * some / whole, 0)",
        using_metrics={"some": some, "whole": of},
        period=period,
        label=f"{some.metric_name} in percent",
    )
