"""The pair of keys that LiveKit and the backend share."""

import json

from aws_cdk import Annotations, RemovalPolicy
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.findings import accept
from stacks.stage import Stage

# LiveKit refuses secrets shorter than 32 characters.
SECRET_CHARACTERS = 48
KEY = {"api_key": "echosphere"}


def livekit_keys(scope: Construct, stage: Stage) -> secretsmanager.Secret:
    """A LiveKit server of one's own takes the generated pair; a user of LiveKit Cloud puts theirs in its place."""
    if not stage.names_livekit:
        Annotations.of(scope).add_warning_v2(
            "echosphere:livekit", f"stage {stage.name} names no LiveKit: set livekit_url and livekit_api_url"
        )
    secret = secretsmanager.Secret(
        scope,
        "LiveKitKeys",
        description="LiveKit's api_key and api_secret",
        generate_secret_string=secretsmanager.SecretStringGenerator(
            secret_string_template=json.dumps(KEY),
            generate_string_key="api_secret",
            password_length=SECRET_CHARACTERS,
            exclude_punctuation=True,
        ),
        removal_policy=RemovalPolicy.RETAIN if stage.retains else RemovalPolicy.DESTROY,
    )
    accept(
        secret, {"SMG4": "LiveKit's keys are made where LiveKit runs; a rotation here alone would lock everybody out"}
    )
    return secret
