"""What counts talks into their days: one function behind its queue."""

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from constructs import Construct

from stacks.api import ApiStack
from stacks.data import DataStack
from stacks.media import MediaStack
from stacks.messaging import MessagingStack
from stacks.object_access import LIST_VERSIONS, allow_list
from stacks.python_function import PythonFunctions
from stacks.stage import Stage
from stacks.table_access import May, allow_table
from stacks.traces import TracesStack
from stacks.work_queue import WorkQueue, feed

COUNTED = ("SessionEnded", "SessionFailed", "RecordingReady", "EvaluationCompleted", "EvaluationFailed")
COUNT_TIMEOUT = Duration.seconds(30)
# The agent writes its last figures in the seconds after the room has closed (`message_writer.FLUSH_DEADLINE_S`).
COUNT_AFTER = Duration.minutes(1)
LATE_AFTER = Duration.hours(1)


class FiguresStack(Stack):
    def __init__(
        self,
        scope: Construct,
        stage: Stage,
        *,
        data: DataStack,
        media: MediaStack,
        messaging: MessagingStack,
        traces: TracesStack,
        api: ApiStack,
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-figures", env=Environment(region=stage.region))
        functions = PythonFunctions(self, stage, environment=api.function_environment, spans_to=traces.spans_to)
        count = functions.make("count_talk", COUNT_TIMEOUT)
        queue = WorkQueue(
            self, "Count", work_timeout=COUNT_TIMEOUT, late_after=LATE_AFTER, begins_after=COUNT_AFTER
        ).queue
        events.Rule(
            self,
            "TalkOver",
            event_bus=messaging.bus,
            event_pattern=events.EventPattern(source=["echosphere"], detail_type=[*COUNTED]),
            targets=[targets.SqsQueue(queue)],
        )
        feed(count, queue)

        assert count.role
        allow_table(count, data.table, May.READ, May.QUERY, May.CREATE)
        allow_list(count.role, media.media_bucket, *LIST_VERSIONS)
        CfnOutput(self, "CountTalkQueueUrl", value=queue.queue_url)
