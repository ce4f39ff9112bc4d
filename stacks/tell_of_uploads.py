"""The raw bucket tells a queue of each file that the recorder stores."""

from aws_cdk import CfnResource, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sqs as sqs

PREFIX = "raw/"


def tell_of_uploads(bucket: s3.Bucket, queue: sqs.Queue) -> None:
    """CDK's own way makes a function that writes notifications; CloudFormation knows them itself.

    The queue must be open before the bucket is made, so its policy cannot name the bucket, but only the account.
    """
    queue.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[iam.ServicePrincipal("s3.amazonaws.com")],
            actions=["sqs:SendMessage"],
            resources=[queue.queue_arn],
            conditions={"StringEquals": {"aws:SourceAccount": Stack.of(queue).account}},
        )
    )
    made, policy = bucket.node.default_child, queue.node.find_child("Policy").node.default_child
    assert isinstance(made, s3.CfnBucket) and isinstance(policy, CfnResource)
    made.notification_configuration = s3.CfnBucket.NotificationConfigurationProperty(
        queue_configurations=[
            s3.CfnBucket.QueueConfigurationProperty(
                event="s3:ObjectCreated:*",
                queue=queue.queue_arn,
                filter=s3.CfnBucket.NotificationFilterProperty(
                    s3_key=s3.CfnBucket.S3KeyFilterProperty(
                        rules=[s3.CfnBucket.FilterRuleProperty(name="prefix", value=PREFIX)]
                    )
                ),
            )
        ]
    )
    made.add_resource_dependency(policy)
