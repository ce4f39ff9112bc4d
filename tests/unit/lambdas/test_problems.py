import pytest

from echosphere.domain import errors
from lambdas.http.problems import PROBLEMS, row_of, to_problem

pytestmark = pytest.mark.unit


def every_error(root: type[errors.EchoSphereError] = errors.EchoSphereError) -> list[type[errors.EchoSphereError]]:
    return [root, *(leaf for child in root.__subclasses__() for leaf in every_error(child))]


STATUS_OF_BRANCH: dict[type[errors.EchoSphereError], int] = {
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.TooManyRequests: 429,
    errors.UsedUp: 429,
    errors.NotAllowed: 403,
    errors.NotGenuine: 401,
    errors.Refused: 502,
    errors.Unavailable: 503,
}


@pytest.mark.parametrize("branch", STATUS_OF_BRANCH)
def test_every_error_of_a_branch_has_the_status_of_the_branch(branch: type[errors.EchoSphereError]) -> None:
    assert {row_of(kind).status for kind in every_error(branch)} == {STATUS_OF_BRANCH[branch]}


def test_every_code_is_used_once() -> None:
    codes = [kind.code for kind in every_error()]

    assert len(codes) == len(set(codes))


def test_every_problem_says_what_to_do() -> None:
    assert all(row.detail.endswith(".") and row.title for row in PROBLEMS.values())


def test_a_problem_never_repeats_the_fields_of_its_error() -> None:
    problem = to_problem(errors.SessionNotFound("secret-id"), request_id="request-1")

    assert "secret-id" not in problem.model_dump_json()


def test_only_what_is_beside_us_or_raced_is_worth_a_retry() -> None:
    assert {kind for kind in every_error() if kind.retryable} == {
        errors.WriteConflict,
        *every_error(errors.Unavailable),
    }
