"""Where nobody is asked to sign in, an address that asks too often is told when to come again."""

import pytest

from echosphere.domain.errors import EdgeUnavailable
from echosphere.domain.rate_limit import RateLimit
from lambdas.api.handler import handler as api
from lambdas.http import limits
from lambdas.openapi import PUBLIC, document
from lambdas.token.handler import handler as token
from tests.unit.lambdas.conftest import EDGE_SECRET
from tests.unit.lambdas.gateway import Answer, Gateway
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit

SHARED = "/api/shared/s3cret/playback"
# It does nothing, and has to answer while the table does not.
NOT_COUNTED = "/api/health"
FUNCTIONS = {"/api/invitations/{secret}": token, "/api/invitations/{secret}/passes": token}


@pytest.fixture(autouse=True)
def few(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "visits", lambda: RateLimit(name="visits", most=2, window_s=3600))


def through_the_edge(viewer: str, *, proof: str = EDGE_SECRET, edge: str = "198.51.100.1") -> Answer:
    """`viewer` as CloudFront tells it, with the port; `edge` is where the connection came from."""
    headers = {"cloudfront_viewer_address": viewer, "x_origin_verify": proof}
    return Gateway(api, person=None, source_ip=edge).post(SHARED, **headers)


def straight(source_ip: str) -> Answer:
    return Gateway(api, person=None, source_ip=source_ip).post(SHARED)


def test_too_many_visits_are_refused_with_the_time_to_come_again(stage: Stage) -> None:
    answers = [through_the_edge("203.0.113.7:50123") for _ in range(3)]

    assert [one.status for one in answers] == [404, 404, 429]
    assert answers[0].headers["ratelimit-policy"] == '"visits";q=2;w=3600'
    assert [one.headers["ratelimit"].split(";")[1] for one in answers] == ["r=1", "r=0", "r=0"]
    assert answers[-1].json()["code"] == "too_many_requests"
    stage.clock.advance(int(answers[-1].headers["retry-after"]))
    assert through_the_edge("203.0.113.7:50123").status == 404


def test_another_address_is_not_kept_waiting_though_both_come_through_one_edge() -> None:
    for _ in range(3):
        through_the_edge("203.0.113.7:1", edge="198.51.100.1")

    assert through_the_edge("203.0.113.8:1", edge="198.51.100.1").status == 404


def test_a_new_port_or_another_edge_is_no_new_address() -> None:
    through_the_edge("203.0.113.7:1", edge="198.51.100.1")
    through_the_edge("203.0.113.7:2", edge="198.51.100.2")

    assert through_the_edge("203.0.113.7:3", edge="198.51.100.3").status == 429


@pytest.mark.parametrize("written", ["2001:db8::7:50123", "[2001:db8::7]:50123"])
def test_a_home_on_ipv6_is_counted_as_one(written: str) -> None:
    through_the_edge(written)
    through_the_edge("2001:db8::8:1")

    assert through_the_edge("2001:db8::9:2").status == 429


@pytest.mark.parametrize("proof", ["", "a-guess", EDGE_SECRET[:-1], "ü"])
def test_nobody_but_the_edge_can_say_where_somebody_comes_from(proof: str) -> None:
    for number in range(2):
        through_the_edge(f"203.0.113.{number}:1", proof=proof, edge="192.0.2.66")

    assert through_the_edge("203.0.113.99:1", proof=proof, edge="192.0.2.66").status == 429


def test_who_goes_around_the_edge_is_counted_by_where_the_connection_comes_from() -> None:
    assert [straight("192.0.2.66").status for _ in range(3)] == [404, 404, 429]
    assert straight("192.0.2.67").status == 404


@pytest.mark.parametrize("told", ["", "nonsense", "203.0.113.7", "203.0.113.7.1:1"])
def test_an_address_that_nobody_can_read_is_not_believed(told: str) -> None:
    assert [through_the_edge(told, edge="198.51.100.9").status for _ in range(3)] == [404, 404, 429]


def test_each_route_that_asks_for_no_sign_in_counts(stage: Stage) -> None:
    told = {}
    paths = document()["paths"]
    assert isinstance(paths, dict)
    for path in PUBLIC - {NOT_COUNTED}:
        gateway = Gateway(FUNCTIONS.get(path, api), person=None, source_ip="192.0.2.66")
        address = path.format(secret="s" * 20, session_id="s1", attempt=1, playlist="index.m3u8")
        told[path] = [_ask(gateway, next(iter(paths[path])), address) for _ in range(3)][-1]

    assert set(told.values()) == {429} and set(told) == PUBLIC - {NOT_COUNTED}


def test_health_is_told_as_often_as_it_is_asked_for() -> None:
    assert {Gateway(api, person=None).get("/api/health").status for _ in range(5)} == {200}


def test_while_the_edges_secret_is_out_of_reach_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        def read(self) -> str:
            raise EdgeUnavailable

    monkeypatch.setattr(limits, "edge_secret", Silent)

    answer = through_the_edge("203.0.113.7:1")

    assert answer.status == 503 and answer.json()["code"] == "edge_unavailable"


def _ask(gateway: Gateway, method: str, address: str) -> int:
    return (gateway.get(address) if method == "get" else gateway.post(address, {})).status
