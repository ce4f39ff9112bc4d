"""CloudFront functions in the real JavaScript engine."""

import pytest

from local.edge.viewer_functions import Event, FunctionFailed, viewer_functions
from stacks.distribution import PAGE_ROUTES

pytestmark = pytest.mark.integration

DEPLOYED = PAGE_ROUTES.read_text()


async def call(code: str, uri: str = "/") -> Event:
    async with viewer_functions([code]) as functions:
        return await functions.call(code, {"request": {"uri": uri}})


@pytest.mark.parametrize(
    ("uri", "served"),
    [("/", "/index.html"), ("/sessions/42", "/index.html"), ("/assets/app.js", "/assets/app.js")],
)
async def test_the_deployed_function_runs_as_it_is(uri: str, served: str) -> None:
    assert (await call(DEPLOYED, uri))["uri"] == served


async def test_several_calls_at_once_get_their_own_answers() -> None:
    code = "async function handler(event) { return event.request; }"

    async with viewer_functions([code]) as functions:
        calls = [functions.call(code, {"request": {"uri": f"/{number}"}}) for number in range(20)]
        answers = [await it for it in calls]

    assert [answer["uri"] for answer in answers] == [f"/{number}" for number in range(20)]


@pytest.mark.parametrize(
    "code",
    [
        "function handler(event) { throw new Error('no'); }",
        "function handler(event) { while (true) {} }",
        "function handler(event) { return require('fs'); }",
        "function handler(event) { return process.env; }",
    ],
    ids=["throws", "never returns", "reads files", "reads the environment"],
)
async def test_a_function_that_cloudfront_would_not_run_fails(code: str) -> None:
    with pytest.raises(FunctionFailed):
        await call(code)


async def test_what_a_function_logs_is_no_answer() -> None:
    code = "function handler(event) { console.log('{}'); return event.request; }"

    assert (await call(code, "/a"))["uri"] == "/a"
