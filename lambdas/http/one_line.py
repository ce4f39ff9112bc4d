"""A name that a person gives, as it may be shown anywhere."""

from pydantic_core import PydanticCustomError

from echosphere.domain.session import is_a_line


def one_line(text: str) -> str:
    """For pydantic's AfterValidator, which wants an error of its own."""
    if not is_a_line(text):
        raise PydanticCustomError("one_line", "Must be one line, without control characters")
    return text
