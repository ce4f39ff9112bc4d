"""A place for logs that forgets after the stage's time; a log that nobody limits grows for ever."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_logs as logs
from constructs import Construct

from stacks.stage import Stage, StageError

# CloudWatch Logs accepts certain periods only; these are the ones that a team would choose.
RETENTIONS = {
    1: logs.RetentionDays.ONE_DAY,
    7: logs.RetentionDays.ONE_WEEK,
    14: logs.RetentionDays.TWO_WEEKS,
    30: logs.RetentionDays.ONE_MONTH,
    90: logs.RetentionDays.THREE_MONTHS,
    365: logs.RetentionDays.ONE_YEAR,
}


def log_group(scope: Construct, name: str, stage: Stage) -> logs.LogGroup:
    """Raises StageError."""
    if stage.log_retention_days not in RETENTIONS:
        raise StageError(f"log_retention_days must be one of {list(RETENTIONS)}, not {stage.log_retention_days}")
    return logs.LogGroup(
        scope,
        name,
        retention=RETENTIONS[stage.log_retention_days],
        removal_policy=RemovalPolicy.RETAIN if stage.retains else RemovalPolicy.DESTROY,
    )
