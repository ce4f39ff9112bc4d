"""What judges talks that are over: one function behind its queue."""

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.api import ApiStack
from stacks.bedrock_access import INVOKE, allow_model
from stacks.data import DataStack
from stacks.messaging import MessagingStack
from stacks.python_function import PythonFunctions
from stacks.secret_access import allow_secret
from stacks.stage import Stage
from stacks.table_access import May, allow_table
from stacks.traces import TracesStack
from stacks.work_queue import WorkQueue, feed

# Four parts of a talk, each asked twice for at most 32 s: echosphere/domain/windows.py, adapters/judges/model.
EVALUATE_TIMEOUT = Duration.minutes(5)
LATE_AFTER = Duration.hours(1)
# The agent stores the last words of a talk after its person has hung up.
BEGINS_AFTER = Duration.seconds(10)
JUDGED_AFTER = ["SessionEnded", "EvaluationAsked"]


class JudgeStack(Stack):
    def __init__(
        self,
        scope: Construct,
        stage: Stage,
        *,
        data: DataStack,
        messaging: MessagingStack,
        traces: TracesStack,
        api: ApiStack,
    ) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-judge", env=Environment(region=stage.region))
        queue = WorkQueue(
            self, "Evaluate", work_timeout=EVALUATE_TIMEOUT, late_after=LATE_AFTER, begins_after=BEGINS_AFTER
        ).queue
        events.Rule(
            self,
            "TalkToJudge",
            event_bus=messaging.bus,
            event_pattern=events.EventPattern(source=["echosphere"], detail_type=JUDGED_AFTER),
            targets=[targets.SqsQueue(queue)],
        )
        environment = {**api.function_environment, **stage.judge_environment}
        functions = PythonFunctions(self, stage, environment=environment, spans_to=traces.spans_to)
        evaluate = functions.make("evaluate_session", EVALUATE_TIMEOUT)
        feed(evaluate, queue)

        allow_table(evaluate, data.table, May.READ, May.QUERY, May.CREATE, May.CHECK, May.DELETE)
        messaging.bus.grant_put_events_to(evaluate)
        self._let_judge(stage, evaluate)
        CfnOutput(self, "EvaluateSessionQueueUrl", value=queue.queue_url)

    def _let_judge(self, stage: Stage, function: lambda_.Function) -> None:
        assert function.role
        if stage.judge == "aws":
            allow_model(function.role, stage.judge_model, INVOKE)
        if stage.judge_secret_arn:
            key = secretsmanager.Secret.from_secret_complete_arn(self, "JudgeKey", stage.judge_secret_arn)
            allow_secret(function, key)
