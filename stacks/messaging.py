"""The bus that events travel on, and the queues at the end of its rules: a rule feeds nothing but a queue."""

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from constructs import Construct

from stacks.stage import Stage
from stacks.work_queue import WorkQueue

SWEEP_TIMEOUT = Duration.seconds(30)


class MessagingStack(Stack):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-messaging", env=Environment(region=stage.region))
        self.bus = events.EventBus(self, "Bus", event_bus_name=f"echosphere-{stage.name}")
        self.sweep_outbox = WorkQueue(self, "SweepOutbox", work_timeout=SWEEP_TIMEOUT, late_after=Duration.minutes(10))
        # Schedules exist on the account's default bus only.
        events.Rule(
            self,
            "EveryMinute",
            schedule=events.Schedule.rate(Duration.minutes(1)),
            targets=[targets.SqsQueue(self.sweep_outbox.queue)],
        )
        CfnOutput(self, "BusName", value=self.bus.event_bus_name)
