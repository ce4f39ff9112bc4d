"""The API's functions against the smallest possible neighbour: a bare FastAPI + Mangum function with one route.

Both run on the local cloud, on the same layer, and take turns, so that what the machine does meanwhile hits both.
"""

import io
import json
import zipfile
from dataclasses import dataclass
from http import HTTPStatus
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import uuid4

from bench.figures import Figures

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient

BARE = """
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()


@app.get("/api/health")
def health():
    return {"status": "ok"}


handler = Mangum(app, lifespan="off")
"""
WARM_SAMPLES, COLD_SAMPLES, UNMEASURED = 200, 12, 10


@dataclass(frozen=True)
class Contestant:
    name: str
    function: str


def measure_api(client: "LambdaClient", api_function: str) -> dict[str, Figures]:
    bare = _make_bare_twin(client, api_function)
    contestants = (Contestant("echosphere", api_function), Contestant("bare", bare))
    try:
        cold = {each.name: _figures() for each in contestants}
        for _ in range(COLD_SAMPLES):
            for each in contestants:
                _forget_workers(client, each.function)
                cold[each.name].append(_health(client, each.function))
        warm = {each.name: _figures() for each in contestants}
        for number in range(UNMEASURED + WARM_SAMPLES):
            for each in contestants:
                took = _health(client, each.function)
                if number >= UNMEASURED:
                    warm[each.name].append(took)
    finally:
        client.delete_function(FunctionName=bare)
    return {
        f"{kind}_{name}": Figures.of(samples)
        for kind, rows in (("cold", cold), ("warm", warm))
        for name, samples in rows.items()
    }


def _figures() -> list[float]:
    return []


def _make_bare_twin(client: "LambdaClient", of: str) -> str:
    twin = client.get_function_configuration(FunctionName=of)
    name = f"bench-bare-{uuid4().hex[:8]}"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as files:
        files.writestr("bare.py", BARE)
    client.create_function(
        FunctionName=name,
        Runtime="python3.13",
        Role=twin["Role"],
        Handler="bare.handler",
        Code={"ZipFile": archive.getvalue()},
        Layers=[layer["Arn"] for layer in twin["Layers"]],
        MemorySize=twin["MemorySize"],
        Timeout=twin["Timeout"],
    )
    return name


def _forget_workers(client: "LambdaClient", function: str) -> None:
    """A changed configuration starts a new execution environment, here as on AWS."""
    before = client.get_function_configuration(FunctionName=function).get("Environment", {}).get("Variables", {})
    client.update_function_configuration(
        FunctionName=function, Environment={"Variables": {**before, "BENCH_ROUND": uuid4().hex}}
    )


def _health(client: "LambdaClient", function: str) -> float:
    """Milliseconds of one `GET /api/health`, asked of the function itself."""
    event = {
        "version": "2.0",
        "routeKey": "GET /api/health",
        "rawPath": "/api/health",
        "rawQueryString": "",
        "headers": {"host": "bench"},
        "requestContext": {
            "requestId": "bench",
            "http": {"method": "GET", "path": "/api/health", "sourceIp": "127.0.0.1", "protocol": "HTTP/1.1"},
            "stage": "$default",
        },
        "isBase64Encoded": False,
    }
    began = perf_counter()
    answer = json.load(client.invoke(FunctionName=function, Payload=json.dumps(event))["Payload"])
    took = (perf_counter() - began) * 1000
    if answer.get("statusCode") != HTTPStatus.OK:
        raise RuntimeError(f"{function} answered {answer.get('statusCode')}")
    return took
