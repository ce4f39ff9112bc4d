"""How the platform watches itself: what it promises, one page of figures, and the one place that alarms ring into.

It names nothing of the other stacks, only metrics, so that their alarms may name its topic and no circle closes.
"""

from aws_cdk import CfnOutput, Environment, Stack
from constructs import Construct

from stacks.alarm_topic import alarm_topic
from stacks.budget import budget
from stacks.dashboard import dashboard
from stacks.objectives import hold_objectives
from stacks.stage import Stage


class WatchStack(Stack):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-watch", env=Environment(region=stage.region))
        self.alarms = alarm_topic(self, stage)
        budget(self, stage, self.alarms)
        hold_objectives(self, stage.name)
        page = dashboard(self, stage.name)
        CfnOutput(self, "AlarmTopicArn", value=self.alarms.topic_arn)
        CfnOutput(self, "DashboardName", value=page.dashboard_name)
