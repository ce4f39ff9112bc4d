"""The function that fills the site's bucket is CDK's own: cdk-nag's findings about it are accepted one by one."""

from aws_cdk import CfnElement, Stack
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_s3_deployment as deployment

from stacks.findings import accept, accept_serverless

ACTIONS = ("GetBucket*", "GetObject*", "List*", "Abort*", "DeleteObject*")


def accept_publisher(deployed: deployment.BucketDeployment, bucket: s3.Bucket) -> None:
    stack, publisher = Stack.of(deployed), deployed.handler_role.node.scope
    assert publisher and isinstance(bucket.node.default_child, CfnElement)
    site = f"<{stack.get_logical_id(bucket.node.default_child)}.Arn>/*"
    assets = f"arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-{stack.region}/*"
    wildcards = [*(f"Action::s3:{action}" for action in ACTIONS), *(f"Resource::{arn}" for arn in (site, assets, "*"))]
    managed = "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    accept_serverless(
        publisher,
        {
            "LambdaLatestVersion": "CDK chooses its function's runtime",
            "LambdaDLQ": "a deploy waits for it, and fails with it",
            "LambdaTracing": "it runs in deploys alone, whose events say how long it took",
        },
    )
    accept(
        publisher,
        {
            f"IAM4[{managed}]": "CDK gives its function the managed policy for logs",
            "L1": "CDK chooses its function's runtime",
            **{
                f"IAM5[{wildcard}]": "CDK gives its function the assets, the site and invalidations, and no narrower"
                for wildcard in wildcards
            },
        },
    )
