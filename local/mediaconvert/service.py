"""The REST API of MediaConvert, as far as jobs and the default queue go. Paths and answers: botocore's model."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from local.mediaconvert import refusals
from local.mediaconvert.jobs import Job, Jobs, Wire, default_queue
from local.mediaconvert.outcomes import Refused
from local.mediaconvert.runner import Runner

ROOT = "/2017-08-29/"
LARGEST_PAGE = 20
Answer = tuple[HTTPStatus, Wire]


class Service:
    def __init__(self, jobs: Jobs, runner: Runner, *, endpoint: str) -> None:
        self._jobs, self._runner, self._endpoint = jobs, runner, endpoint

    def answer(
        self, method: str, path: str, query: Mapping[str, str], body: bytes, *, account: str, region: str
    ) -> Answer:
        """Raises Refused."""
        kind, _, name = unquote(path).removeprefix(ROOT).partition("/")
        match method, kind, name:
            case "POST", "jobs", "":
                job = self._create(json.loads(body or b"{}"), account, region)
                return HTTPStatus.CREATED, {"job": dict(job.wire)}
            case "DELETE", "jobs", job_id:
                return self._cancel(self._find(job_id, account, region))
            case "POST", "endpoints", "":
                return HTTPStatus.OK, {"endpoints": [{"url": self._endpoint}]}
            case "GET", _, _:
                return HTTPStatus.OK, self._read(kind, name, query, account, region)
        raise _not_found(f"{method} {path}")

    def _read(self, kind: str, name: str, query: Mapping[str, str], account: str, region: str) -> Wire:
        match kind, name:
            case "jobs", "":
                return self._list(query, account, region)
            case "jobs", job_id:
                return {"job": dict(self._find(job_id, account, region).wire)}
            case "queues", "":
                return {"queues": [self._queue(account, region)]}
            case "queues", "Default":
                return {"queue": self._queue(account, region)}
        raise _not_found(f"{kind}/{name}")

    def _create(self, body: Mapping[str, Any], account: str, region: str) -> Job:
        again = self._jobs.find_by_token(account, region, body.get("clientRequestToken"))
        if again:
            return again
        refusals.check(body)
        if body.get("queue", "Default") not in {"Default", default_queue(account, region)}:
            raise _not_found(body["queue"])
        job = self._jobs.add(account, region, {**body, "queue": default_queue(account, region)})
        self._runner.submit(job)
        return job

    def _find(self, job_id: str, account: str, region: str) -> Job:
        job = self._jobs.find(account, region, job_id)
        if job is None:
            raise _not_found(job_id)
        return job

    def _cancel(self, job: Job) -> Answer:
        if not job.is_unfinished:
            words = f"The job {job.id} has the status {job.wire['status']} and can't be canceled"
            raise Refused(words, code="ConflictException", status=HTTPStatus.CONFLICT)
        self._runner.cancel(job)
        return HTTPStatus.ACCEPTED, {}

    def _list(self, query: Mapping[str, str], account: str, region: str) -> Wire:
        found = [job.wire for job in self._jobs.of(account, region)]
        for name in ("status", "queue"):
            if name in query:
                found = [wire for wire in found if wire[name] == query[name]]
        found.sort(key=lambda wire: str(wire["id"]), reverse=query.get("order") != "ASCENDING")
        begin, size = int(query.get("nextToken", 0)), int(query.get("maxResults", LARGEST_PAGE))
        rest = {"nextToken": str(begin + size)} if len(found) > begin + size else {}
        return {"jobs": found[begin : begin + size], **rest}

    def _queue(self, account: str, region: str) -> Wire:
        statuses = [job.wire["status"] for job in self._jobs.of(account, region)]
        return {
            "name": "Default",
            "arn": default_queue(account, region),
            "status": "ACTIVE",
            "type": "SYSTEM",
            "pricingPlan": "ON_DEMAND",
            "submittedJobsCount": statuses.count("SUBMITTED"),
            "progressingJobsCount": statuses.count("PROGRESSING"),
        }


def _not_found(name: str) -> Refused:
    return Refused(f"The resource {name} was not found", code="NotFoundException", status=HTTPStatus.NOT_FOUND)
