"""A deployed function with other settings, as a deploy of another stage would give it, for a while."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.platform import Platform


@contextmanager
def with_variables(platform: Platform, function: str, variables: Mapping[str, str]) -> Iterator[None]:
    """The function of that folder under `lambdas/`. Its processes start anew, before and after."""
    client = platform.cloud().client("lambda")
    handler = f"lambdas.{function}.handler.handler"
    (found,) = (each for each in client.list_functions()["Functions"] if each["Handler"] == handler)
    name, was = found["FunctionName"], found["Environment"]["Variables"]
    client.update_function_configuration(FunctionName=name, Environment={"Variables": {**was, **variables}})
    try:
        yield
    finally:
        client.update_function_configuration(FunctionName=name, Environment={"Variables": was})
