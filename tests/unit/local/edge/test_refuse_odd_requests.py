import pytest

from local.edge.refuse_odd_requests import is_odd

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "decoded",
    ["/media/../private/a.txt", "/media/./a", "/..", "//evil.example/", "/a//b", "/a\0b", "/media\\..\\private"],
)
def test_a_path_that_another_could_read_otherwise_is_odd(decoded: str) -> None:
    assert is_odd(decoded)


@pytest.mark.parametrize("decoded", ["/", "/sessions/42", "/assets/app-1.2.js", "/.well-known/x", "/a/...", "/会話"])
def test_an_ordinary_path_is_not_odd(decoded: str) -> None:
    assert not is_odd(decoded)
