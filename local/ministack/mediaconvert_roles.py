"""The role of a MediaConvert job: taken if it trusts MediaConvert, and then what the job reads and writes with."""

from __future__ import annotations

import json
import os
import secrets
import threading
import time
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config
from ministack.core import iam_evaluator
from ministack.services import iam, sts

from local.mediaconvert.jobs import Job
from local.mediaconvert.outcomes import ROLE_MISSING, ROLE_NOT_TRUSTING, no_data

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PRINCIPAL = "mediaconvert.amazonaws.com"
# While the cloud starts, jobs of its last life are resumed before it listens.
PATIENCE = Config(connect_timeout=5, read_timeout=60, retries={"mode": "standard", "total_max_attempts": 10})
# The longest that a role's session may last; MiniStack forgets it after that.
SESSION_S = 12 * 3600
# boto3's sessions make one client at a time.
_one_at_a_time = threading.Lock()


def client_of_role(job: Job, *, endpoint: str) -> S3Client:
    """Raises JobFailed if there is no such role or it does not trust MediaConvert."""
    role = iam._roles.get_scoped(job.account, None, job.wire["role"].rsplit("/", 1)[-1])
    source = job.wire["settings"]["inputs"][0]["fileInput"]
    if role is None:
        raise no_data(source, "AssumeRole failed", code=ROLE_MISSING)
    if not _trusts_mediaconvert(role, job):
        raise no_data(source, "AssumeRole failed", code=ROLE_NOT_TRUSTING)
    key, secret, token = _session_of(job, role["RoleName"])
    with _one_at_a_time:
        return _boto3().client(
            "s3",
            endpoint_url=endpoint,
            verify=os.environ.get("MINISTACK_SSL_CERT"),
            config=PATIENCE,
            region_name=job.region,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
            aws_session_token=token,
        )


@cache
def _boto3() -> boto3.Session:
    """Reads S3's model once; who asks is said for each client."""
    return boto3.Session()


def _trusts_mediaconvert(role: Mapping[str, Any], job: Job) -> bool:
    """MiniStack's own check of a trust policy knows no service but the account's root."""
    written = role["AssumeRolePolicyDocument"]
    statements = (json.loads(written) if isinstance(written, str) else written)["Statement"]
    asked = iam_evaluator.EvalContext(
        principal_arn=PRINCIPAL,
        principal_type="Service",
        principal_account=job.account,
        action="sts:AssumeRole",
        resource_arn=job.wire["role"],
        region=job.region,
        service_context={"aws:sourceaccount": job.account, "aws:sourcearn": job.wire["arn"]},
    )
    return any(
        statement["Effect"] == "Allow"
        and iam_evaluator._service_principal_matches(statement.get("Principal"), PRINCIPAL)
        and iam_evaluator._conditions_met(statement.get("Condition", {}), asked)
        for statement in (statements if isinstance(statements, list) else [statements])
    )


def _session_of(job: Job, role_name: str) -> tuple[str, str, str]:
    """A session of the role as MediaConvert names it, one for each job."""
    key, secret, token = f"ASIA{secrets.token_hex(8).upper()}", secrets.token_hex(20), secrets.token_hex(32)
    session = f"EmeSession_{job.id}"
    arn = f"arn:aws:sts::{job.account}:assumed-role/{role_name}/{session}"
    granted = {"Arn": arn, "UserId": f"{role_name}:{session}", "SecretAccessKey": secret, "SessionToken": token}
    sts.register_session(key, {**granted, "Expiration": time.time() + SESSION_S})
    return key, secret, token
