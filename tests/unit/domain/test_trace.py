import pytest

from echosphere.domain.trace import TraceParent

pytestmark = pytest.mark.unit

WRITTEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


def test_a_place_in_a_trace_is_written_as_it_is_read() -> None:
    place = TraceParent.parse(WRITTEN)

    assert place == TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7") and str(place) == WRITTEN


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "",
        "hello",
        WRITTEN.upper(),
        WRITTEN.replace("4bf92f3577b34da6a3ce929d0e0e4736", "0" * 32),
        WRITTEN.replace("00f067aa0ba902b7", "0" * 16),
        WRITTEN.replace("00-4bf", "ff-4bf"),
        f"{WRITTEN}\n",
        f" {WRITTEN}",
    ],
)
def test_what_is_no_place_in_a_trace_is_none(wrong: str | None) -> None:
    assert TraceParent.parse(wrong) is None


def test_a_later_version_may_say_more() -> None:
    assert TraceParent.parse(f"01{WRITTEN.removeprefix('00')}-what-follows") == TraceParent.parse(WRITTEN)


def test_a_child_is_another_span_of_the_same_trace() -> None:
    parent = TraceParent.new()
    children = {parent.child() for _ in range(100)}

    assert {each.trace_id for each in children} == {parent.trace_id} and len(children | {parent}) == 101
