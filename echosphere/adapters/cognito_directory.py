from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from echosphere.domain.errors import DirectoryUnavailable

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient
    from mypy_boto3_cognito_idp.type_defs import UserTypeTypeDef

BUSY = frozenset({"TooManyRequestsException", "InternalErrorException"})
GONE = "UserNotFoundException"


@contextmanager
def translated() -> Iterator[None]:
    """A refusal (a missing grant, a wrong request) is a fault of ours and passes through."""
    try:
        yield
    except ClientError as error:
        if error.response["Error"].get("Code") in BUSY:
            raise DirectoryUnavailable from error
        raise
    except BotoCoreError as error:
        raise DirectoryUnavailable from error


@dataclass(frozen=True, slots=True)
class CognitoDirectory:
    """Found by `sub`: the user name of who came by way of Google is another."""

    client: CognitoIdentityProviderClient
    pool_id: str

    def profile(self, person_id: str) -> dict[str, str] | None:
        user = self._find(person_id)
        if user is None:
            return None
        return {each["Name"]: each.get("Value", "") for each in user.get("Attributes", [])}

    def delete(self, person_id: str) -> None:
        user = self._find(person_id)
        if user is None:
            return
        try:
            with translated():
                self.client.admin_delete_user(UserPoolId=self.pool_id, Username=user["Username"])
        except ClientError as error:
            if error.response["Error"].get("Code") != GONE:
                raise

    def _find(self, person_id: str) -> UserTypeTypeDef | None:
        with translated():
            found = self.client.list_users(UserPoolId=self.pool_id, Filter=f'sub = "{person_id}"', Limit=1)["Users"]
        return found[0] if found else None
