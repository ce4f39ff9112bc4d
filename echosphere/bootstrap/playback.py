"""What opens recordings: the key in its secret, and who signs with it."""

from functools import cache

import boto3

from echosphere.adapters.cloudfront_signer import CloudFrontSigner
from echosphere.adapters.signing_key import SigningKeySecret
from echosphere.bootstrap.core import PATIENCE
from echosphere.ports import PlaybackSigner
from echosphere.settings import PlaybackSettings, read_settings


@cache
def playback_signer() -> PlaybackSigner:
    """Raises MissingSettings."""
    settings = read_settings(PlaybackSettings)
    return CloudFrontSigner(
        origin=settings.page_origin,
        key_id=settings.signing_key_id,
        read_key=signing_key_secret(settings.signing_secret_arn).read,
    )


def signing_key_secret(arn: str) -> SigningKeySecret:
    return SigningKeySecret(boto3.client("secretsmanager", config=PATIENCE), arn)
