"""What a person may ask for of their own data: a copy of all of it, and that all of it is deleted."""

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from stacks.api import REQUEST_TIMEOUT, ApiStack
from stacks.data import DataStack
from stacks.identity import IdentityStack
from stacks.media import MediaStack
from stacks.messaging import MessagingStack
from stacks.privacy_grants import grant_export, grant_forgetting_people
from stacks.python_function import PythonFunctions
from stacks.stage import Stage
from stacks.traces import TracesStack
from stacks.web import WebStack
from stacks.work_queue import WorkQueue, feed

# Time for a round of talks or a part of a copy; the rest is told anew.
WORK_TIMEOUT = Duration.minutes(5)
LATE_AFTER = Duration.hours(1)
# A request that came in before the person left may still store a talk: it is over when the deletion begins.
FORGET_AFTER = REQUEST_TIMEOUT.plus(Duration.seconds(1))


class PrivacyStack(Stack):
    def __init__(
        self,
        scope: Construct,
        stage: Stage,
        *,
        identity: IdentityStack,
        data: DataStack,
        media: MediaStack,
        messaging: MessagingStack,
        traces: TracesStack,
        web: WebStack,
        api: ApiStack,
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-privacy", env=Environment(region=stage.region))
        environment = {**api.function_environment, "USER_POOL_ID": identity.pool.user_pool_id}
        functions = PythonFunctions(self, stage, environment=environment, spans_to=traces.spans_to)
        forget = functions.make("forget_person", WORK_TIMEOUT)
        export = functions.make("export_person", WORK_TIMEOUT)
        self._on("PersonLeft", messaging, forget, begins_after=FORGET_AFTER)
        self._on("ExportAsked", messaging, export)

        grant_forgetting_people(forget, data=data, media=media, identity=identity, livekit_keys=api.livekit_keys)
        grant_export(export, data=data, media=media, identity=identity, web=web)

    def _on(
        self,
        event: str,
        messaging: MessagingStack,
        function: lambda_.Function,
        *,
        begins_after: Duration | None = None,
    ) -> None:
        """The event's queue, which the function reads; what it has no time for it tells the bus anew."""
        queue = WorkQueue(
            self, f"{event}Work", work_timeout=WORK_TIMEOUT, late_after=LATE_AFTER, begins_after=begins_after
        ).queue
        pattern = events.EventPattern(source=["echosphere"], detail_type=[event])
        events.Rule(self, event, event_bus=messaging.bus, event_pattern=pattern, targets=[targets.SqsQueue(queue)])
        feed(function, queue)
        messaging.bus.grant_put_events_to(function)
        CfnOutput(self, f"{event}QueueUrl", value=queue.queue_url)
