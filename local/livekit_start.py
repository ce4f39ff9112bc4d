"""What the parts that are LiveKit here are started with, `HOME SECRET_ARN WEBHOOK_URL`, and the deployed keys."""

import argparse
from dataclasses import dataclass
from pathlib import Path

import boto3
from mypy_boto3_secretsmanager import SecretsManagerClient
from pydantic import BaseModel

from local.installation import Installation


class LiveKitKeys(BaseModel):
    api_key: str
    api_secret: str


@dataclass(frozen=True, kw_only=True)
class LiveKitStart:
    installation: Installation
    keys: LiveKitKeys
    webhook_url: str


def read_livekit_start(program: str) -> LiveKitStart:
    parser = argparse.ArgumentParser(prog=program)
    parser.add_argument("home", type=Path)
    parser.add_argument("secret_arn")
    parser.add_argument("webhook_url")
    arguments = parser.parse_args()
    return LiveKitStart(
        installation=Installation.load(arguments.home),
        keys=read_livekit_keys(boto3.client("secretsmanager"), arguments.secret_arn),
        webhook_url=arguments.webhook_url,
    )


def read_livekit_keys(secrets: SecretsManagerClient, secret_arn: str) -> LiveKitKeys:
    return LiveKitKeys.model_validate_json(secrets.get_secret_value(SecretId=secret_arn)["SecretString"])
