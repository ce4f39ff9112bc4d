"""Lambdas of ours: named after their use case, logging to their own group, allowed nothing that is not granted."""

from collections.abc import Mapping, Sequence

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from stacks.findings import accept, accept_serverless
from stacks.log_group import log_group
from stacks.metrics import namespace
from stacks.python_code import ARCHITECTURES, RUNTIME, own_code, third_party_layer
from stacks.stage import Stage
from stacks.tell_of_spans import tell_of_spans

# Lambda gives CPU by memory, a whole one at 1769 MB; a cold start is nearly all CPU.
MEMORY_MIB = 1024
ONE_PYTHON = "one Python for functions, agent and laptop, and the agent's wheels end at 3.13"
NOT_SO_HERE = {
    "LambdaLatestVersion": ONE_PYTHON,
    "LambdaDLQ": "nobody calls it and goes away: the door waits for the answer, and a queue has its own dead letters",
    "LambdaEventSourceMappingDestination": "what a queue's work becomes after three failures, the queue's redrive says",
    "LambdaTracing": "each request is traced by OpenTelemetry; X-Ray's own would be a second trace of the same",
}


class PythonFunctions:
    """They share one asset, one layer, one environment, and `spans_to`: who is told of their spans, None: nobody."""

    def __init__(
        self, scope: Construct, stage: Stage, *, environment: Mapping[str, str], spans_to: str | None = None
    ) -> None:
        self._scope = scope
        self._stage = stage
        self._code = own_code()
        self._layer = third_party_layer(scope, stage)
        self._spans_to = spans_to
        self._environment = {
            **environment,
            "STAGE": stage.name,
            "POWERTOOLS_LOG_LEVEL": stage.log_level,
            "POWERTOOLS_METRICS_NAMESPACE": namespace(stage.name),
        }

    def make(
        self, use_case: str, timeout: Duration, *, layers: Sequence[lambda_.LayerVersion] = ()
    ) -> lambda_.Function:
        """`use_case` is the folder of `lambdas/` that holds the handler; `layers` come beside the one of all."""
        name = use_case.title().replace("_", "")
        logs = log_group(self._scope, f"{name}Log", self._stage)
        if self._spans_to:
            tell_of_spans(logs, spans_to=self._spans_to)
        # A role of its own: Lambda's managed policy would let each function write to every log.
        role = iam.Role(self._scope, f"{name}Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        logs.grant_write(role)
        function = lambda_.Function(
            self._scope,
            name,
            handler=f"lambdas.{use_case}.handler.handler",
            runtime=RUNTIME,
            architecture=ARCHITECTURES[self._stage.architecture],
            code=self._code,
            layers=[self._layer, *layers],
            role=role,
            log_group=logs,
            memory_size=MEMORY_MIB,
            timeout=timeout,
            environment={**self._environment, "POWERTOOLS_SERVICE_NAME": use_case},
        )
        accept(function, {"L1": ONE_PYTHON})
        accept_serverless(function, NOT_SO_HERE)
        return function
