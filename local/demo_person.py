"""People of the local user pool: the one that `up` makes, and those that a test asks for."""

import json
import secrets
import string
from dataclasses import asdict, dataclass

from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

from local.installation import Installation

EMAIL = "demo@echosphere.local"
FILE = "demo-person.json"
PASSWORD_LENGTH = 16


@dataclass(frozen=True, kw_only=True)
class Person:
    email: str
    password: str


def demo_person(installation: Installation) -> Person:
    """The same as long as the state is kept; its file can be read by its owner alone."""
    path = installation.home / FILE
    if path.is_file():
        return Person(**json.loads(path.read_text()))
    person = Person(email=EMAIL, password=make_password())
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(person)))
    return person


def make_password() -> str:
    """Random, with one of each kind that a Cognito pool may ask for."""
    letters = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(PASSWORD_LENGTH))
    return f"{letters}-aA1"


def ensure_person(cognito: CognitoIdentityProviderClient, pool_id: str, person: Person) -> str:
    """Returns the `sub` by which the platform knows the person."""
    try:
        cognito.admin_create_user(
            UserPoolId=pool_id,
            Username=person.email,
            MessageAction="SUPPRESS",
            UserAttributes=[
                {"Name": "email", "Value": person.email},
                {"Name": "email_verified", "Value": "true"},
            ],
        )
    except cognito.exceptions.UsernameExistsException:
        return _person_id(cognito, pool_id, person)
    cognito.admin_set_user_password(UserPoolId=pool_id, Username=person.email, Password=person.password, Permanent=True)
    return _person_id(cognito, pool_id, person)


def _person_id(cognito: CognitoIdentityProviderClient, pool_id: str, person: Person) -> str:
    attributes = cognito.admin_get_user(UserPoolId=pool_id, Username=person.email)["UserAttributes"]
    return next(each["Value"] for each in attributes if each["Name"] == "sub")
