"""What CloudFront brings to the API with each request, so that its word about a viewer can be told from anybody's.

The template names the secret and never its text: CloudFormation reads it while it makes the distribution, and reads it
again only when something else of the distribution changes, which is what `edge_secret_serial` is for.
"""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.findings import accept
from stacks.secret_access import allow_secret
from stacks.stage import Stage

CHARACTERS = 48


def edge_secret(scope: Construct, stage: Stage) -> secretsmanager.Secret:
    secret = secretsmanager.Secret(
        scope,
        "EdgeSecret",
        description="By this the API knows CloudFront",
        generate_secret_string=secretsmanager.SecretStringGenerator(
            password_length=CHARACTERS, exclude_punctuation=True
        ),
        removal_policy=RemovalPolicy.RETAIN if stage.retains else RemovalPolicy.DESTROY,
    )
    accept(secret, {"SMG4": "CloudFront is told by a deploy; docs/security.md says how it is changed"})
    return secret


def let_know_the_edge(function: lambda_.Function, secret: secretsmanager.ISecret) -> None:
    function.add_environment("EDGE_SECRET_ARN", secret.secret_arn)
    allow_secret(function, secret)
