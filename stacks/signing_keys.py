"""The keys that open recordings: CloudFront knows the public halves, Secrets Manager alone the private ones.

A key is never changed, only followed by another: `signing_keys` of the stage numbers those that CloudFront accepts,
and the first of them signs. docs/playback.md goes through a change step by step.
"""

from dataclasses import dataclass

from aws_cdk import CustomResource, Duration, RemovalPolicy, Stack
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.findings import accept
from stacks.python_function import PythonFunctions
from stacks.stage import Stage

MAKING_TIMEOUT = Duration.seconds(60)
MAKING = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"]


@dataclass(frozen=True)
class SigningKey:
    """`id` is what CloudFront calls it."""

    id: str
    secret: secretsmanager.Secret


class SigningKeys(Construct):
    def __init__(self, scope: Construct, name: str, stage: Stage) -> None:
        super().__init__(scope, name)
        self._stage = stage
        maker = PythonFunctions(self, stage, environment={}).make("make_signing_key", MAKING_TIMEOUT)
        made = {number: self._make(maker, number) for number in stage.signing_keys}
        self.accepted = cloudfront.KeyGroup(self, "Accepted", items=[key for key, _ in made.values()])
        keys = [SigningKey(key.public_key_id, secret) for key, secret in made.values()]
        self.first = keys[0]
        for key in keys:
            # Told of all, also those that do not sign: a key that another stack still names could not be replaced.
            Stack.of(self).export_value(key.id)
            Stack.of(self).export_value(key.secret.secret_arn)

    def _make(self, maker: lambda_.Function, number: int) -> tuple[cloudfront.PublicKey, secretsmanager.Secret]:
        secret = self._secret(number)
        maker.add_to_role_policy(iam.PolicyStatement(actions=MAKING, resources=[secret.secret_arn]))
        made = CustomResource(
            self,
            f"Made{number}",
            resource_type="Custom::SigningKey",
            service_token=maker.function_arn,
            service_timeout=MAKING_TIMEOUT,
            properties={"SecretArn": secret.secret_arn},
        )
        assert maker.role
        made.node.add_dependency(maker.role)
        return cloudfront.PublicKey(self, f"Key{number}", encoded_key=made.get_att_string("PublicKey")), secret

    def _secret(self, number: int) -> secretsmanager.Secret:
        secret = secretsmanager.Secret(
            self,
            f"Secret{number}",
            description="The private key that playback is signed with; a random text until make_signing_key has run",
            removal_policy=RemovalPolicy.RETAIN if self._stage.retains else RemovalPolicy.DESTROY,
        )
        accept(secret, {"SMG4": "CloudFront must accept a new key before it signs: docs/playback.md says how"})
        return secret
