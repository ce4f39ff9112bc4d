import stat
import string
from pathlib import Path
from typing import Any, cast

import pytest
from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

from local.demo_person import FILE, Person, demo_person, ensure_person, make_password
from local.installation import Installation

pytestmark = pytest.mark.unit


class MemoryPool:
    class exceptions:  # noqa: N801  # as boto3 names it
        class UsernameExistsException(Exception):
            pass

    def __init__(self) -> None:
        self.passwords: dict[str, str] = {}

    def admin_create_user(self, *, Username: str, **_: Any) -> None:
        if Username in self.passwords:
            raise self.exceptions.UsernameExistsException
        self.passwords[Username] = "temporary"

    def admin_get_user(self, *, Username: str, **_: Any) -> dict[str, Any]:
        return {"UserAttributes": [{"Name": "sub", "Value": f"sub of {Username}"}]}

    def admin_set_user_password(self, *, Username: str, Password: str, **_: Any) -> None:
        self.passwords[Username] = Password


@pytest.mark.parametrize("kind", [string.ascii_lowercase, string.ascii_uppercase, string.digits, "-"])
def test_a_password_has_each_kind_of_sign_that_a_pool_may_ask_for(kind: str) -> None:
    assert set(make_password()) & set(kind)


def test_no_two_installations_share_a_password() -> None:
    assert make_password() != make_password()


def test_an_installation_keeps_its_person(tmp_path: Path) -> None:
    installation = Installation(home=tmp_path)

    assert demo_person(installation) == demo_person(installation)


def test_only_its_owner_reads_the_password(tmp_path: Path) -> None:
    demo_person(Installation(home=tmp_path))

    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_a_person_who_is_there_keeps_the_password() -> None:
    pool = MemoryPool()
    client = cast("CognitoIdentityProviderClient", pool)

    first = ensure_person(client, "pool", Person(email="a@b.test", password="first"))
    second = ensure_person(client, "pool", Person(email="a@b.test", password="second"))

    assert pool.passwords == {"a@b.test": "first"}
    assert first == second == "sub of a@b.test"
