"""MediaConvert in MiniStack's process: its requests, its state on disk, its events."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ministack import app
from ministack.core import responses
from ministack.services import eventbridge

from local.mediaconvert.jobs import Job, Jobs, default_queue
from local.mediaconvert.outcomes import Refused
from local.mediaconvert.runner import Runner
from local.mediaconvert.service import ROOT, Service
from local.ministack.mediaconvert_roles import PRINCIPAL, client_of_role

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

EVENT = "MediaConvert Job State Change"
Answer = tuple[int, dict[str, str], bytes]


class MiniStackCloud:
    def s3_of_role(self, job: Job) -> S3Client:
        return client_of_role(job, endpoint=_endpoint())

    def announce(self, job: Job, detail: Mapping[str, Any]) -> None:
        entry = {
            "Source": "aws.mediaconvert",
            "DetailType": EVENT,
            "Detail": json.dumps(detail),
            "Resources": [job.wire["arn"]],
        }

        def put() -> None:
            with responses.request_scope(job.account, job.region):
                eventbridge._put_events({"Entries": [entry]}, allow_aws_source=True)

        _on_the_loop(put)


class MediaConvertModule:
    """Has what MiniStack asks of a module of a service."""

    def __init__(self) -> None:
        self._jobs = Jobs()
        self._runner = Runner(self._jobs, MiniStackCloud())
        self._service = Service(self._jobs, self._runner, endpoint=_endpoint())

    async def handle_request(
        self, method: str, path: str, headers: dict[str, str], body: bytes, query_params: Mapping[str, list[str]]
    ) -> Answer:
        account, region = responses.get_account_id(), responses.get_region()
        try:
            denied = _pass_role(method, path, headers, body)
            if denied:
                return denied
            query = {name: values[0] if isinstance(values, list) else values for name, values in query_params.items()}
            status, answer = self._service.answer(method, path, query, body, account=account, region=region)
        except Refused as refusal:
            return _error(refusal)
        return status, {"Content-Type": "application/json"}, json.dumps(answer).encode()

    def get_state(self) -> dict[str, Any]:
        return self._jobs.state()

    def load_persisted_state(self, state: Mapping[str, Any]) -> None:
        self._jobs.load(state)
        self._runner.resume()

    def reset(self) -> None:
        self._runner.stop()
        self._jobs.by_id.clear()

    def stop(self) -> None:
        self._runner.stop()


def resource_arn(method: str, path: str, body: bytes, region: str, account: str) -> str:
    """What a grant of MediaConvert's actions names: a job is created in a queue."""
    parts = path.removeprefix(ROOT).split("/")
    if parts == ["jobs"] and method == "POST":
        asked = str(json.loads(body or b"{}").get("queue", ""))
        return asked if asked.startswith("arn:") else default_queue(account, region)
    if len(parts) == len(("jobs", "id")):
        return f"arn:aws:mediaconvert:{region}:{account}:{'/'.join(parts)}"
    return "*"


def _pass_role(method: str, path: str, headers: dict[str, str], body: bytes) -> Answer | None:
    """Whoever creates a job hands its role on, and must be allowed to."""
    role = json.loads(body or b"{}").get("role") if (method, path) == ("POST", f"{ROOT}jobs") else None
    if not role:
        return None
    denied: Answer | None = app._enforce_data_plane(
        "mediaconvert",
        "iam:PassRole",
        headers,
        {},
        secrets.token_hex(16),
        resource_arn=role,
        service_context={"iam:PassedToService": PRINCIPAL},
        named_resource=role,
    )
    return denied


def _endpoint() -> str:
    scheme = "https" if "MINISTACK_SSL_CERT" in os.environ else "http"
    return f"{scheme}://{os.environ.get('BIND_HOST', '127.0.0.1')}:{os.environ.get('GATEWAY_PORT', '4566')}"


def _on_the_loop(call: Callable[[], None]) -> None:
    """MiniStack's stores belong to its loop; without one (a test) the call is made here."""
    loop: asyncio.AbstractEventLoop | None = app._MAIN_LOOP
    if loop is None or loop.is_closed():
        call()
    else:
        loop.call_soon_threadsafe(call)


def _error(refusal: Refused) -> Answer:
    headers = {"Content-Type": "application/json", "x-amzn-errortype": refusal.code}
    return int(refusal.status), headers, json.dumps({"message": refusal.words}).encode()
