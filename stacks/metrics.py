"""The names of our own metrics, for alarms and for the dashboard; a test holds them to what the code really counts.

A namespace for each stage: two stages in one account would ring for each other.
"""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch

# `service` of what count_talk counts, of recordings whatever function settles them, and of the judge.
TALK, RECORDING, JUDGE = "talk", "recording", "judge"
# Of what the agent tells Prometheus (agent_container/figures), what the collector beside it hands on.
AGENT = "agent"
AGENT_METRICS = (
    "echosphere_active_talks",
    "echosphere_memory_bytes",
    "echosphere_cpu_seconds_total",
    "echosphere_network_bytes_total",
    "echosphere_false_interruptions_total",
    "echosphere_gc_collections_total",
    "echosphere_spans_dropped_total",
)
# Counted by the access log of the front door, where no function tells of them.
STARTS, START_FAILURES = "session.starts", "session.start_failures"


def namespace(stage_name: str) -> str:
    """Functions get it as POWERTOOLS_METRICS_NAMESPACE, so it is written nowhere else."""
    return f"EchoSphere/{stage_name}"


def own_metric(
    stage_name: str,
    name: str,
    *,
    statistic: str,
    period: Duration,
    service: str | None = None,
) -> cloudwatch.Metric:
    return cloudwatch.Metric(
        namespace=namespace(stage_name),
        metric_name=name,
        dimensions_map={"service": service} if service else None,
        statistic=statistic,
        period=period,
    )
