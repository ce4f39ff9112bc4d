"""Who may read a secret. CDK's own grant also lets one ask what is known about it, which nobody does."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_secretsmanager as secretsmanager


def allow_secret(grantee: iam.IGrantable, secret: secretsmanager.ISecret) -> None:
    """`secret` is ours or named by its complete ARN: nothing stands for its random last six characters."""
    statement = iam.PolicyStatement(actions=["secretsmanager:GetSecretValue"], resources=[secret.secret_arn])
    grantee.grant_principal.add_to_principal_policy(statement)
