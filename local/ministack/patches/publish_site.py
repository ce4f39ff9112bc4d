"""CDK's BucketDeployment calls the AWS command from a layer at /opt, which MiniStack does not mount: it would fail.

Its work is done in the process instead, with the credentials of the function that does it in AWS.
"""

import os
from uuid import uuid4

import boto3
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.ministack.bucket_deployment import BucketDeployment, publish, withdraw
from local.ministack.resource_handlers import HANDLERS, Properties, Provisioned

TYPE = "Custom::CDKBucketDeployment"


def apply() -> None:
    HANDLERS[TYPE] = {"create": _create, "update": _update, "delete": _delete}


def _create(logical_id: str, properties: Properties, stack_name: str) -> Provisioned:
    return _update(f"aws.cdk.s3deployment.{uuid4()}", {}, properties, stack_name)


def _update(physical_id: str, old: Properties, new: Properties, stack_name: str) -> Provisioned:
    asked, session = BucketDeployment.model_validate(new), _session(new)
    publish(asked, session.client("s3", endpoint_url=_endpoint(), verify=_certificate()))
    if asked.distribution_id:
        _invalidate(asked, session)
    return physical_id, {"DestinationBucketArn": str(new.get("DestinationBucketArn", ""))}


def _delete(physical_id: str, properties: Properties) -> None:
    withdraw(
        BucketDeployment.model_validate(properties),
        _session(properties).client("s3", endpoint_url=_endpoint(), verify=_certificate()),
    )


def _invalidate(asked: BucketDeployment, session: boto3.Session) -> None:
    """Changes nothing here, where nothing is cached, but proves the grant."""
    paths = asked.distribution_paths
    session.client("cloudfront", endpoint_url=_endpoint(), verify=_certificate()).create_invalidation(
        DistributionId=asked.distribution_id,
        InvalidationBatch={"Paths": {"Quantity": len(paths), "Items": paths}, "CallerReference": str(uuid4())},
    )


def _session(properties: Properties) -> boto3.Session:
    _record, config, _name = lambda_svc._get_func_record_for_ref(str(properties["ServiceToken"]))
    credentials: dict[str, str] = lambda_runtime.execution_credentials(config)
    return boto3.Session(
        aws_access_key_id=credentials["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=credentials["AWS_SECRET_ACCESS_KEY"],
        aws_session_token=credentials["AWS_SESSION_TOKEN"],
        region_name=os.environ["MINISTACK_REGION"],
    )


def _endpoint() -> str:
    return f"https://{os.environ['BIND_HOST']}:{os.environ['GATEWAY_PORT']}"


def _certificate() -> str:
    return os.environ["MINISTACK_SSL_CERT"]
