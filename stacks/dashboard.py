"""One page of figures. What AWS measures is searched for by the stage's names, so a new queue or function is on it
from its first day, and this stack depends on none of theirs."""

from collections.abc import Sequence

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from stacks.metrics import AGENT, JUDGE, RECORDING, START_FAILURES, STARTS, TALK, namespace, own_metric

MINUTES = Duration.minutes(5)
DAY = Duration.days(1)
LATENCIES = ("voice.latency.v2v", "voice.latency.stt", "voice.latency.llm_ttft", "voice.latency.tts")
COUNTS = (
    "session.count",
    "session.errors",
    "session.messages",
    "session.turns",
    "session.unanswered",
    "session.barge_ins",
    "session.incidents",
)
WIDTH = 8


def dashboard(scope: Construct, stage_name: str) -> cloudwatch.Dashboard:
    page = _Page(stage_name)
    made = cloudwatch.Dashboard(scope, "Figures", dashboard_name=f"echosphere-{stage_name}")
    for row in (page.talks(), page.latencies(), page.recordings(), page.queues(), page.functions(), page.agent()):
        made.add_widgets(*row)
    return made


class _Page:
    def __init__(self, stage_name: str) -> None:
        self._stage = stage_name

    def talks(self) -> Sequence[cloudwatch.IWidget]:
        starts = [self._own(name, "Sum") for name in (STARTS, START_FAILURES)]
        costs = [self._own(name, "Sum", TALK, DAY) for name in ("session.cost", "aws.cost.daily")]
        return (
            _graph("Talks asked for", starts),
            _graph("Talks held", [self._own(name, "Sum", TALK) for name in COUNTS]),
            _graph("Cost of talks, and of AWS's part in it, in micro-dollars, by day", costs),
        )

    def latencies(self) -> Sequence[cloudwatch.IWidget]:
        p50, p95 = ([self._own(name, statistic, TALK) for name in LATENCIES] for statistic in ("p50", "p95"))
        by_language = self._search("service,language", "voice.latency.v2v", "p95")
        return (_graph("P50, ms", p50), _graph("P95, ms", p95), _graph("Voice to voice P95 by language", by_language))

    def recordings(self) -> Sequence[cloudwatch.IWidget]:
        outcomes = [
            self._own(name, "Sum", RECORDING) for name in ("RecordingReady", "RecordingFailed", "recording.unaccounted")
        ]
        jobs = [
            _search("AWS/MediaConvert,Queue", name, "Average", words="") for name in ("StandbyTime", "TranscodingTime")
        ]
        judged = [self._own(name, "Sum", JUDGE) for name in ("judge.talks", "judge.failures")]
        return (
            _graph("Recordings", outcomes),
            _graph("MediaConvert of this account, ms a job", jobs),
            _graph("Judge", judged),
        )

    def queues(self) -> Sequence[cloudwatch.IWidget]:
        waits, works, age = (
            self._aws("AWS/SQS,QueueName", f"Approximate{name}", "Maximum")
            for name in ("NumberOfMessagesVisible", "NumberOfMessagesNotVisible", "AgeOfOldestMessage")
        )
        return (
            _graph("Work that waits, and dead letters", waits),
            _graph("Work that is being done", works),
            _graph("Oldest work, s", age),
        )

    def functions(self) -> Sequence[cloudwatch.IWidget]:
        failed = [
            *self._aws("AWS/Lambda,FunctionName", "Errors", "Sum"),
            *self._aws("AWS/Lambda,FunctionName", "Throttles", "Sum"),
        ]
        took = self._aws("AWS/Lambda,FunctionName", "Duration", "p95")
        dropped = [
            *self._search("exporter,service", "SpansDropped", "Sum"),
            self._own("echosphere_spans_dropped_total", "Sum", AGENT),
        ]
        return (
            _graph("Errors and throttles of functions", failed),
            _graph("Functions take, P95, ms", took),
            _graph("Spans dropped", dropped),
        )

    def agent(self) -> Sequence[cloudwatch.IWidget]:
        cpu, memory = (
            self._aws("AWS/ECS,ClusterName,ServiceName", name, "Maximum")
            for name in ("CPUUtilization", "MemoryUtilization")
        )
        talks = [self._own("echosphere_active_talks", "Maximum", AGENT)]
        return (_graph("Agent's CPU, %", cpu), _graph("Agent's memory, %", memory), _graph("Talks of a task", talks))

    def _own(
        self, name: str, statistic: str, service: str | None = None, period: Duration = MINUTES
    ) -> cloudwatch.IMetric:
        return own_metric(self._stage, name, service=service, statistic=statistic, period=period)

    def _search(self, dimensions: str, name: str, statistic: str) -> list[cloudwatch.IMetric]:
        return [_search(f'"{namespace(self._stage)}",{dimensions}', name, statistic, words="")]

    def _aws(self, schema: str, name: str, statistic: str) -> list[cloudwatch.IMetric]:
        """Names of our resources begin with that of their stack, `echosphere-<stage>-…`; searched for by its words."""
        return [_search(schema, name, statistic, words=f"echosphere {self._stage}")]


def _search(schema: str, name: str, statistic: str, *, words: str) -> cloudwatch.IMetric:
    terms = f'{{{schema}}} MetricName="{name}" {words}'.rstrip()
    return cloudwatch.SearchExpression(expression=f"SEARCH('{terms}', '{statistic}')", label="", period=MINUTES)


def _graph(title: str, metrics: Sequence[cloudwatch.IMetric]) -> cloudwatch.IWidget:
    return cloudwatch.GraphWidget(title=title, left=[*metrics], width=WIDTH)
