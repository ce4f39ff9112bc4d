"""Where spans go: what functions write of themselves into their logs is forwarded to whoever the stage names."""

from aws_cdk import ArnFormat, CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.findings import accept
from stacks.python_function import PythonFunctions
from stacks.secret_access import allow_secret
from stacks.stage import Stage
from stacks.work_queue import WorkQueue, feed

# Three exporters of seven seconds at the most, and the way to the queue.
FORWARD_TIMEOUT = Duration.seconds(30)
LATE_AFTER = Duration.hours(1)
# Whoever takes traces is started anew within a minute, or is away for longer: tried then, and twice more in an hour.
TRIED_AFTER, COMES_BACK_AFTER = Duration.minutes(1), Duration.minutes(30)


class TracesStack(Stack):
    """`spans_to` is whom the logs of functions tell of their spans."""

    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-traces", env=Environment(region=stage.region))
        waiting = WorkQueue(
            self,
            "Waiting",
            work_timeout=FORWARD_TIMEOUT,
            late_after=LATE_AFTER,
            begins_after=TRIED_AFTER,
            comes_back_after=COMES_BACK_AFTER,
        )
        environment = {
            "TRACE_EXPORTERS": ",".join(stage.trace_exporters),
            "OTLP_ENDPOINT": stage.otlp_endpoint or "",
            "OTLP_SECRET_ARN": stage.otlp_secret_arn or "",
            "LANGSMITH_SECRET_ARN": stage.langsmith_secret_arn or "",
            "LANGSMITH_PROJECT": stage.langsmith_project,
            "SPANS_QUEUE_URL": waiting.queue.queue_url,
        }
        forward = PythonFunctions(self, stage, environment=environment).make("forward_spans", FORWARD_TIMEOUT)
        feed(forward, waiting.queue)
        waiting.queue.grant_send_messages(forward)
        _let_logs_call(self, forward)
        if "xray" in stage.trace_exporters:
            _let_send_to_xray(forward)
        for number, arn in enumerate(filter(None, (stage.otlp_secret_arn, stage.langsmith_secret_arn))):
            allow_secret(forward, secretsmanager.Secret.from_secret_complete_arn(self, f"Keys{number}", arn))
        self.spans_to = forward.function_arn
        CfnOutput(self, "ForwardSpansQueueUrl", value=waiting.queue.queue_url)


def _let_logs_call(stack: Stack, forward: lambda_.Function) -> None:
    """Of any group of this account: the groups are made after this stack, and each says itself that it tells."""
    groups = stack.format_arn(
        service="logs", resource="log-group", resource_name="*", arn_format=ArnFormat.COLON_RESOURCE_NAME
    )
    forward.add_permission(
        "Logs",
        principal=iam.ServicePrincipal("logs.amazonaws.com"),
        source_arn=groups,
        source_account=stack.account,
    )


def _let_send_to_xray(forward: lambda_.Function) -> None:
    forward.add_to_role_policy(iam.PolicyStatement(actions=["xray:PutSpans"], resources=["*"]))
    assert forward.role
    accept(forward.role, {"IAM5[Resource::*]": "X-Ray knows no resource of spans"})
