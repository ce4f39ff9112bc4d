import pytest

from echosphere.domain.errors import InvalidIdempotencyKey
from echosphere.domain.idempotency import IdempotencyKey

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("value", ["", "short", "x" * 65, "鍵" * 10, "line\nbreak"])
def test_a_key_is_8_to_64_printable_ascii_characters(value: str) -> None:
    with pytest.raises(InvalidIdempotencyKey):
        IdempotencyKey(scope="person", value=value, request="start")
