"""A function's log tells of the lines that are spans."""

from aws_cdk import aws_logs as logs

# As `lambdas/tracing/span.py` marks them; quoted, so that it is looked for as it stands.
MARK = '"otlp_span"'


def tell_of_spans(group: logs.LogGroup, *, spans_to: str) -> None:
    """CDK's own way would add a permission to the receiver, whose stack would then need that of each group."""
    logs.CfnSubscriptionFilter(
        group, "Spans", log_group_name=group.log_group_name, filter_pattern=MARK, destination_arn=spans_to
    )
