"""The agent is away, or has more to do than it can: both mean that people talk to nobody."""

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_ecs as ecs
from constructs import Construct

from stacks.alarm import Missing, ring

# A talk stutters when the processor is full, and a task without memory is killed with all of its talks.
TOO_BUSY_PERCENT = {"CPUUtilization": 85, "MemoryUtilization": 90}
MINUTE = Duration.minutes(1)


def ring_for_the_agent(scope: Construct, service: ecs.FargateService) -> None:
    _ring_when_away(scope, service)
    for metric, percent in TOO_BUSY_PERCENT.items():
        what = metric.removesuffix("Utilization")
        ring(
            scope,
            f"{what}Full",
            service.metric(metric, statistic="Average", period=MINUTE),
            at_least=percent,
            periods=10,
            entry="agent-is-full",
            means=f"The agent's {what} has been over {percent} % for ten minutes: voices stutter, answers come late.",
        )


def _ring_when_away(scope: Construct, service: ecs.FargateService) -> None:
    """Where ECS measures nothing nothing runs. Container Insights counts tasks, but is paid for."""
    measured = service.metric("CPUUtilization", statistic="SampleCount", period=MINUTE)
    away = cloudwatch.MathExpression(
        expression="IF(measured < 1, 1, 0)", using_metrics={"measured": measured}, period=MINUTE, label="away"
    )
    ring(
        scope,
        "Away",
        away,
        at_least=1,
        periods=5,
        missing=Missing.BREACHING,
        entry="agent-is-away",
        means="No agent has run for five minutes: who starts a talk talks to nobody.",
    )
