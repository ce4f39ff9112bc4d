"""The pipeline from a raw file to something that plays: three functions, each behind its queue."""

from aws_cdk import CfnOutput, Environment, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from stacks.api import ApiStack
from stacks.data import DataStack
from stacks.media import MediaStack
from stacks.messaging import MessagingStack
from stacks.python_code import media_layer
from stacks.python_function import PythonFunctions
from stacks.recording_grants import grant_finish, grant_reconcile, grant_transcode
from stacks.stage import Stage
from stacks.traces import TracesStack
from stacks.transcoder_role import transcoder_role
from stacks.work_queue import WorkQueue, feed
from stacks.work_times import EVERY, FINISH_TIMEOUT, LATE_AFTER, RECONCILE_TIMEOUT, TRANSCODE_TIMEOUT


class RecordingStack(Stack):
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
        super().__init__(scope, f"echosphere-{stage.name}-recording", env=Environment(region=stage.region))
        finish_queue = WorkQueue(self, "Finish", work_timeout=FINISH_TIMEOUT, late_after=LATE_AFTER)
        hourly_queue = WorkQueue(self, "Reconcile", work_timeout=RECONCILE_TIMEOUT, late_after=EVERY)
        _tell_of_jobs(self, stage, finish_queue.queue)
        events.Rule(
            self, "EveryHour", schedule=events.Schedule.rate(EVERY), targets=[targets.SqsQueue(hourly_queue.queue)]
        )

        role = transcoder_role(self, media=media)
        environment = {**api.function_environment, "MEDIACONVERT_ROLE_ARN": role.role_arn}
        functions = PythonFunctions(self, stage, environment=environment, spans_to=traces.spans_to)
        layers = [media_layer(self, stage)]
        transcode = functions.make("transcode_recording", TRANSCODE_TIMEOUT, layers=layers)
        finish = functions.make("finish_recording", FINISH_TIMEOUT, layers=layers)
        reconcile = functions.make("reconcile_recordings", RECONCILE_TIMEOUT, layers=layers)
        feed(transcode, media.transcode_recording.queue)
        feed(finish, finish_queue.queue)
        feed(reconcile, hourly_queue.queue)

        for function in (transcode, finish, reconcile):
            messaging.bus.grant_put_events_to(function)
        grant_transcode(transcode, data=data, media=media, role=role)
        grant_finish(finish, data=data, media=media, livekit_keys=api.livekit_keys)
        grant_reconcile(reconcile, data=data, media=media, livekit_keys=api.livekit_keys, role=role)
        CfnOutput(self, "FinishRecordingQueueUrl", value=finish_queue.queue.queue_url)
        CfnOutput(self, "ReconcileRecordingsQueueUrl", value=hourly_queue.queue.queue_url)


def _tell_of_jobs(scope: Construct, stage: Stage, queue: sqs.Queue) -> None:
    """MediaConvert speaks on the account's default bus, of everybody's jobs."""
    events.Rule(
        scope,
        "JobNews",
        event_pattern=events.EventPattern(
            source=["aws.mediaconvert"],
            detail_type=["MediaConvert Job State Change"],
            detail={
                "status": ["STATUS_UPDATE", "COMPLETE", "ERROR", "CANCELED"],
                "userMetadata": {"application": [f"echosphere-{stage.name}"]},
            },
        ),
        targets=[targets.SqsQueue(queue)],
    )
