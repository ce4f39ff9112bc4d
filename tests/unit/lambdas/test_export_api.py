"""A copy of one's data as a browser asks for it, and the queue that makes it."""

import json

import pytest

from echosphere.adapters.memory.directory import MemoryDirectory
from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.services.export_person import ExportPorts
from lambdas.api.handler import handler as api
from lambdas.export_person import handler as exporting
from tests.unit.lambdas.gateway import Gateway
from tests.unit.lambdas.queue import received
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit


@pytest.fixture
def queue(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    ports = ExportPorts(
        backend=stage.ports,
        directory=MemoryDirectory({"person-1": {"email": "mina@example.com"}}),
        signer=MemoryPlaybackSigner(),
        page_origin="https://talk.example.com",
    )
    monkeypatch.setattr(exporting, "export_ports", lambda: ports)
    return stage


def deliver(stage: Stage) -> object:
    """The last event, as EventBridge hands it to the queue."""
    event = stage.bus.published[-1]
    return received(exporting.handler, {"detail-type": event.detail_type(), "detail": event.detail()})


def talks(gateway: Gateway, count: int) -> None:
    for number in range(count):
        gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key=f"a-new-key-{number:04}")


def test_a_copy_is_asked_for_made_and_handed_out_by_signed_addresses(queue: Stage) -> None:
    gateway = Gateway(api)
    talks(gateway, 2)

    asked = gateway.post("/api/me/export")
    assert (asked.status, asked.json()["status"], asked.json()["files"]) == (202, "making", [])
    assert deliver(queue) == {"batchItemFailures": []}

    ready = gateway.get("/api/me/export").json()
    (file,) = ready["files"]
    assert (ready["status"], ready["talks"], file["name"]) == ("ready", 2, "echosphere-001.json")
    assert file["url"].startswith("/media/export-") and "Signature=" in file["url"]
    stored = queue.ports.media.get(file["url"].partition("?")[0].removeprefix("/"))
    assert stored is not None and len(json.loads(stored)["talks"]) == 2


def test_a_part_a_call_and_the_next_is_told_anew(queue: Stage) -> None:
    gateway = Gateway(api)
    talks(gateway, 30)
    gateway.post("/api/me/export")
    event = queue.bus.published[-1]

    deliver(queue)

    assert queue.bus.published[-2:] == [event, event]
    assert gateway.get("/api/me/export").json()["talks"] == 25
    deliver(queue)
    assert len(gateway.get("/api/me/export").json()["files"]) == 2


def test_who_asked_for_none_has_none_and_a_copy_is_its_persons_alone(queue: Stage) -> None:
    Gateway(api).post("/api/me/export")

    assert Gateway(api, person="person-2").get("/api/me/export").status == 404
    assert Gateway(api, person=None).post("/api/me/export").status == 401
