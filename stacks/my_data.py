"""What a person may ask for of their own data: here, that all of it is deleted."""

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as event_sources
from constructs import Construct

from stacks.api import REQUEST_TIMEOUT, ApiStack
from stacks.data import DataStack
from stacks.identity import IdentityStack
from stacks.media import MediaStack
from stacks.messaging import MessagingStack
from stacks.python_function import PythonFunctions
from stacks.recording_grants import grant_forgetting
from stacks.stage import Stage
from stacks.table_access import May, allow_query_by_workspace, allow_table
from stacks.work_queue import WorkQueue

# Of a talk of hours and all before it, as many as there is time for; the rest is told anew.
FORGET_TIMEOUT = Duration.minutes(5)
LATE_AFTER = Duration.hours(1)


class MyDataStack(Stack):
    def __init__(
        self,
        scope: Construct,
        stage: Stage,
        *,
        identity: IdentityStack,
        data: DataStack,
        media: MediaStack,
        messaging: MessagingStack,
        api: ApiStack,
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-my-data", env=Environment(region=stage.region))
        # A request that came in before the person left may still store a talk: it is over when the deletion begins.
        begins_after = REQUEST_TIMEOUT.plus(Duration.seconds(1))
        queue = WorkQueue(
            self, "ForgetPerson", work_timeout=FORGET_TIMEOUT, late_after=LATE_AFTER, begins_after=begins_after
        ).queue
        events.Rule(
            self,
            "PersonLeft",
            event_bus=messaging.bus,
            event_pattern=events.EventPattern(source=["echosphere"], detail_type=["PersonLeft"]),
            targets=[targets.SqsQueue(queue)],
        )
        environment = {**api.function_environment, "USER_POOL_ID": identity.pool.user_pool_id}
        forget = PythonFunctions(self, stage, environment=environment).make("forget_person", FORGET_TIMEOUT)
        forget.add_event_source(event_sources.SqsEventSource(queue, batch_size=1, report_batch_item_failures=True))

        allow_table(forget, data.table, May.READ, May.QUERY, May.CREATE, May.UPDATE, May.DELETE)
        allow_query_by_workspace(forget, data.table)
        grant_forgetting(forget, media=media)
        messaging.bus.grant_put_events_to(forget)
        api.livekit_keys.grant_read(forget)
        _allow_deleting_people(forget, identity)
        CfnOutput(self, "ForgetPersonQueueUrl", value=queue.queue_url)


def _allow_deleting_people(function: lambda_.Function, identity: IdentityStack) -> None:
    actions = ["cognito-idp:ListUsers", "cognito-idp:AdminDeleteUser"]
    function.add_to_role_policy(iam.PolicyStatement(actions=actions, resources=[identity.pool.user_pool_arn]))
