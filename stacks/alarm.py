"""An alarm that says what it means for people, and which entry of the runbook (docs/operations.md) to open."""

from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

RUNBOOK = "docs/operations.md"
Missing = cloudwatch.TreatMissingData


def ring(
    scope: Construct,
    name: str,
    metric: cloudwatch.IMetric,
    *,
    at_least: float,
    entry: str,
    means: str,
    periods: int = 1,
    missing: cloudwatch.TreatMissingData = Missing.NOT_BREACHING,
) -> cloudwatch.Alarm:
    """`entry` is the anchor in the runbook. Whom it tells is everybody's topic (`ring_into`)."""
    return cloudwatch.Alarm(
        scope,
        name,
        metric=metric,
        threshold=at_least,
        evaluation_periods=periods,
        comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treat_missing_data=missing,
        alarm_description=f"{means} What to do: {RUNBOOK}#{entry}",
    )
