import json

import pytest
from livekit.protocol.egress import EgressInfo

from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.livekit_webhook import read_webhook
from echosphere.domain.errors import WebhookNotGenuine
from local.egress.order import Hook
from local.egress.webhooks import WAITS_S, Webhooks
from tests.unit.local.egress.examples import KEYS

pytestmark = pytest.mark.unit

OURS = always(LiveKitKeys(KEYS.api_key, KEYS.api_secret))
INFO = EgressInfo(egress_id="EG_1", room_id="RM_1", room_name="a-room", started_at=1_795_258_303_002_318_464)


class Mailbox:
    """Answers with what it was given, the last again and again; None: nobody answers."""

    def __init__(self, *statuses: int | None) -> None:
        self.statuses = list(statuses)
        self.came: list[tuple[str, dict[str, str], str]] = []
        self.waited_s: list[float] = []

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> int | None:
        self.came.append((url, headers, body.decode()))
        return self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]

    async def sleep(self, seconds: float) -> None:
        self.waited_s.append(seconds)

    def webhooks(self) -> Webhooks:
        return Webhooks(self.post, KEYS, ["http://platform"], self.sleep)

    @property
    def events(self) -> list[tuple[str, str]]:
        return [(url, json.loads(body)["event"]) for url, _, body in self.came]


async def tell(mailbox: Mailbox, *events: str, hooks: tuple[Hook, ...] = ()) -> None:
    thread = mailbox.webhooks().thread(hooks)
    for event in events:
        thread.tell(event, INFO)
    await thread.close()


async def test_the_platform_takes_it_for_livekits_own() -> None:
    mailbox = Mailbox(200)
    await tell(mailbox, "egress_started")

    ((_, headers, body),) = mailbox.came

    assert headers["Content-Type"] == "application/webhook+json"
    assert read_webhook(body, headers["Authorization"], OURS).kind == "egress_started"
    with pytest.raises(WebhookNotGenuine):
        read_webhook(body + " ", headers["Authorization"], OURS)


async def test_numbers_of_64_bits_are_text_and_names_are_camels_as_in_livekits_json() -> None:
    mailbox = Mailbox(200)
    await tell(mailbox, "egress_started")

    told = json.loads(mailbox.came[0][2])

    assert told["egressInfo"]["startedAt"] == "1795258303002318464"
    assert told["room"] == {"sid": "RM_1", "name": "a-room"}
    assert told["id"].startswith("EV_")


async def test_news_come_in_their_order_to_the_platform_and_to_the_requests_addresses() -> None:
    mailbox = Mailbox(200)
    await tell(mailbox, "egress_started", "egress_ended", hooks=(Hook(url="http://asked"),))

    for url in ("http://platform", "http://asked"):
        assert [event for came, event in mailbox.events if came == url] == ["egress_started", "egress_ended"]


async def test_an_address_hears_only_what_it_asked_for() -> None:
    mailbox = Mailbox(200)
    hooks = (
        Hook(url="http://ends", include_events=["egress_ended"]),
        Hook(url="http://no", exclude_events=["egress_ended"]),
    )
    await tell(mailbox, "egress_ended", hooks=hooks)

    assert mailbox.events == [("http://platform", "egress_ended"), ("http://ends", "egress_ended")]


@pytest.mark.parametrize("trouble", [None, 500, 503, 429])
async def test_who_is_in_trouble_is_told_again_with_growing_patience(trouble: int | None) -> None:
    mailbox = Mailbox(trouble, trouble, 200)
    await tell(mailbox, "egress_started")

    assert len(mailbox.came) == 3
    assert mailbox.waited_s == list(WAITS_S[:2])


async def test_who_refuses_is_not_asked_again() -> None:
    mailbox = Mailbox(401)
    await tell(mailbox, "egress_started")

    assert len(mailbox.came) == 1


async def test_who_never_answers_is_given_up() -> None:
    mailbox = Mailbox(None)
    await tell(mailbox, "egress_started")

    assert len(mailbox.came) == len(WAITS_S) + 1
