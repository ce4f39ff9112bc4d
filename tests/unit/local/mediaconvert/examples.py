"""Requests as boto3 sends them: the product's own settings, in the form of the wire."""

import json
from typing import Any

from botocore.serialize import create_serializer

from echosphere.adapters.mediaconvert.job_settings import job_settings
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts
from local.mediaconvert.jobs import Job, Jobs
from local.mediaconvert.schema import service_model
from tests.unit.adapters.mediaconvert.examples import TALK, job

ACCOUNT, REGION = "1", "eu-west-1"
ROLE = "arn:aws:iam::1:role/transcoder"


def settings(facts: SourceFacts = TALK) -> dict[str, Any]:
    asked: dict[str, Any] = body(facts)["settings"]
    return asked


def body(facts: SourceFacts = TALK, **more: object) -> dict[str, Any]:
    model = service_model()
    request = {"Role": ROLE, "Settings": job_settings(job(facts)), "ClientRequestToken": "t" * 64, **more}
    serialized = create_serializer(model.metadata["protocol"]).serialize_to_request(
        request, model.operation_model("CreateJob")
    )
    written: dict[str, Any] = json.loads(serialized["body"])
    return written


def create_job(facts: SourceFacts = TALK, jobs: Jobs | None = None) -> Job:
    return (jobs or Jobs()).add(ACCOUNT, REGION, body(facts))
