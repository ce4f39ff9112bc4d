"""What every directory of people does, the one in memory and Cognito alike."""

import uuid

import boto3
import pytest

from echosphere.adapters.cognito_directory import CognitoDirectory
from echosphere.adapters.memory.directory import MemoryDirectory
from echosphere.ports import Directory

pytestmark = pytest.mark.contract
type SignedUp = tuple[Directory, str, str]


@pytest.fixture(params=["memory", "cognito"])
def signed_up(request: pytest.FixtureRequest) -> SignedUp:
    """A directory and two people in it."""
    if request.param == "memory":
        return MemoryDirectory({each: {"email": f"{each}@example.com"} for each in ("one", "two")}), "one", "two"
    request.getfixturevalue("aws")
    client = boto3.client("cognito-idp")
    pool_id = client.create_user_pool(PoolName="people", UsernameAttributes=["email"])["UserPool"]["Id"]
    people = []
    for name in ("one", "two"):
        made = client.admin_create_user(
            UserPoolId=pool_id,
            Username=f"{name}@example.com",
            UserAttributes=[{"Name": "email", "Value": f"{name}@example.com"}],
            MessageAction="SUPPRESS",
        )
        people.append(next(one["Value"] for one in made["User"]["Attributes"] if one["Name"] == "sub"))
    return CognitoDirectory(client, pool_id), people[0], people[1]


def test_a_person_is_found_by_the_id_that_tokens_carry(signed_up: SignedUp) -> None:
    directory, one, _ = signed_up

    profile = directory.profile(one)

    assert profile is not None and profile["email"] == "one@example.com"


def test_a_deleted_person_is_gone_and_nobody_else(signed_up: SignedUp) -> None:
    directory, one, two = signed_up

    for _ in range(2):
        directory.delete(one)

    assert directory.profile(one) is None
    assert directory.profile(two) is not None


def test_a_stranger_is_unknown(signed_up: SignedUp) -> None:
    assert signed_up[0].profile(str(uuid.uuid4())) is None
