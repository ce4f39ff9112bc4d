"""A recording that failed rings, whatever the reason: docs/recording.md says what to do."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

# As echosphere/adapters/counting_bus.py counts it.
NAMESPACE, METRIC, SERVICE = "EchoSphere", "RecordingFailed", "recording"


def ring_when_recordings_fail(scope: Construct) -> None:
    cloudwatch.Alarm(
        scope,
        "RecordingsFail",
        metric=cloudwatch.Metric(
            namespace=NAMESPACE,
            metric_name=METRIC,
            dimensions_map={"service": SERVICE},
            statistic="Sum",
            period=Duration.minutes(5),
        ),
        threshold=1,
        evaluation_periods=1,
        comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
    )
