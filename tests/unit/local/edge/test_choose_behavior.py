import pytest

from local.edge.choose_behavior import choose_behavior
from local.edge.distribution import Behavior, Distribution, Forwarding, S3Origin

pytestmark = pytest.mark.unit

NOTHING = Forwarding(header=lambda _: False, cookie=lambda _: False, query=lambda _: False)


def distribution(*patterns: str) -> Distribution:
    behaviors = [
        Behavior(pattern=it, origin=S3Origin(bucket="b", path=""), methods=frozenset({"GET"}), forwarding=NOTHING)
        for it in (*patterns, None)
    ]
    return Distribution(id="E1", domain_name="d1.cloudfront.net", root_object="", behaviors=tuple(behaviors))


@pytest.mark.parametrize(
    ("path", "chosen"),
    [
        ("/api/sessions", "/api/*"),
        ("/api/", "/api/*"),
        ("/api", None),
        ("/API/sessions", None),
        ("/media/a/b.m3u8", "/media/*.m3u8"),
        ("/media/a.ts", None),
        ("/img1.png", "img?.png"),
        ("/img12.png", None),
        ("/%61pi/sessions", None),
    ],
)
def test_a_path_is_served_by_the_behaviour_whose_pattern_matches_it(path: str, chosen: str | None) -> None:
    assert choose_behavior(distribution("/api/*", "/media/*.m3u8", "img?.png"), path).pattern == chosen


def test_of_two_patterns_that_match_the_first_serves() -> None:
    assert (
        choose_behavior(distribution("/media/private/*", "/media/*"), "/media/private/a").pattern == "/media/private/*"
    )
