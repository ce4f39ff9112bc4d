"""What anybody may ask of a stage without an account, and what it has to answer."""

from collections.abc import Callable, Iterator
from http import HTTPStatus

import httpx2

from deploy.finding import Finding, ok, wrong
from deploy.outputs import Outputs

# A function that begins anew takes some seconds.
ANSWERS_WITHIN_S = 25.0
NOBODY_ANSWERS = "a name of one's own has to point at the distribution first (docs/deploy.md)"


def checks(outputs: Outputs, http: httpx2.Client) -> Iterator[Finding]:
    """Raises OutputsMissing."""
    page = outputs.get("PageUrl")
    webhook = outputs.get("LiveKitWebhookUrl")
    yield _asked("page", lambda: http.get(page), _is_the_page)
    yield _asked("API", lambda: http.get(f"{page}api/health"), _is_healthy)
    yield _asked("a talk without a sign-in", lambda: http.get(f"{page}api/sessions"), _is_refused)
    yield _asked("a webhook without a signature", lambda: http.post(webhook, content=b"{}"), _is_refused)


def _asked(what: str, ask: Callable[[], httpx2.Response], fault_of: Callable[[httpx2.Response], str | None]) -> Finding:
    try:
        answer = ask()
    except httpx2.TransportError as error:
        return wrong(what, f"does not answer ({type(error).__name__}): {NOBODY_ANSWERS}")
    says = f"{answer.request.method} {answer.request.url} answers {answer.status_code}"
    if fault := fault_of(answer):
        return wrong(what, f"{says}, {fault}")
    return ok(what, says)


def _is_the_page(answer: httpx2.Response) -> str | None:
    if answer.status_code != HTTPStatus.OK or "text/html" not in answer.headers.get("content-type", ""):
        return "and no page: was the site's bucket filled?"
    if "default-src 'self'" not in answer.headers.get("content-security-policy", ""):
        return "without the content security policy of ours: is somebody else there, or between?"
    return None


def _is_healthy(answer: httpx2.Response) -> str | None:
    """In JSON: a request that the edge does not hand to the API gets the page, and 200 with it."""
    if answer.status_code == HTTPStatus.OK and answer.headers.get("content-type", "").startswith("application/json"):
        return None
    return "and no health: the log of the function Api says why (docs/operations.md)"


def _is_refused(answer: httpx2.Response) -> str | None:
    if answer.status_code == HTTPStatus.UNAUTHORIZED:
        return None
    return "and has to be 401: until it is, do not let people in"
