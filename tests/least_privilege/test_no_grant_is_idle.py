"""After all suites have run on the platform under IAM: what a role may do, it has done, or here is why not."""

import pytest

from tests.least_privilege.grants import granted, role_in, used
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

WHOLE = {"integration", "end_to_end"}
ANY = "*"
"""Role and action, and what for."""
REASONS = {
    (ANY, "logs:CreateLogStream"): "Lambda and ECS themselves write logs in the role's name, and the emulator does not",
    **{
        ("TaskTaskRole", f"ecs:{action}"): "no task of ECS's runs here, which a deployment could replace"
        for action in ("UpdateTaskProtection", "DescribeTasks", "DescribeServices")
    },
}


@pytest.fixture
def whole_run(request: pytest.FixtureRequest) -> None:
    suites = {item.path.relative_to(request.config.rootpath).parts[1] for item in request.session.items}
    if not suites >= WHOLE or request.config.option.keyword or request.config.option.markexpr:
        pytest.skip("only after all suites that use the platform")


@pytest.mark.usefixtures("whole_run")
def test_no_grant_is_idle(platform: Platform) -> None:
    idle = {(role_in(role), action, resource) for role, action, resource in granted(platform) - used(platform)}

    assert {grant for grant in idle if not ({(ANY, grant[1]), grant[:2]} & REASONS.keys())} == set()


@pytest.mark.usefixtures("whole_run")
def test_no_reason_is_given_for_what_nobody_may(platform: Platform) -> None:
    possible = {(role, action) for name, action, _ in granted(platform) for role in (role_in(name), ANY)}

    assert REASONS.keys() - possible == set()
