"""A Lambda of ours: named after its use case, logging to its own group, allowed nothing that is not granted to it."""

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from stacks.findings import accept
from stacks.log_group import log_group
from stacks.python_code import ARCHITECTURES, RUNTIME
from stacks.stage import Stage

# More memory is more CPU: at 1 GB a cold start of FastAPI is about twice as fast as at 512 MB.
MEMORY_MIB = 1024


def python_function(
    scope: Construct,
    use_case: str,
    stage: Stage,
    *,
    code: lambda_.Code,
    layer: lambda_.ILayerVersion,
    timeout: Duration,
    environment: Mapping[str, str],
) -> lambda_.Function:
    """`use_case` is the folder of `lambdas/` that holds the handler."""
    name = "".join(word.title() for word in use_case.split("_"))
    logs = log_group(scope, f"{name}Log", stage)
    role = iam.Role(scope, f"{name}Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
    logs.grant_write(role)
    function = lambda_.Function(
        scope,
        name,
        handler=f"lambdas.{use_case}.handler.handler",
        runtime=RUNTIME,
        architecture=ARCHITECTURES[stage.architecture],
        code=code,
        layers=[layer],
        role=role,
        log_group=logs,
        memory_size=MEMORY_MIB,
        timeout=timeout,
        environment={
            **environment,
            "STAGE": stage.name,
            "POWERTOOLS_SERVICE_NAME": use_case,
            "POWERTOOLS_LOG_LEVEL": stage.log_level,
        },
    )
    accept(function, {"L1": "one Python for functions, agent and laptop, and the agent's wheels end at 3.13"})
    return function
