"""`Ref` of a secret is its ARN. MiniStack answers its name, and then `grant_read` grants nothing under IAM."""

from local.ministack.resource_handlers import Properties, Provisioned, wrap_create, wrap_delete, wrap_update

TYPE = "AWS::SecretsManager::Secret"
# What Secrets Manager adds to a name in its ARN: a hyphen and six characters.
SUFFIX_LENGTH = 7


def apply() -> None:
    wrap_create(TYPE, after=_with_arn)
    wrap_update(TYPE, physical_id=_name, after=_with_arn)
    wrap_delete(TYPE, physical_id=_name)


def _with_arn(made: Provisioned, _: Properties) -> Provisioned:
    _name_of_secret, attributes = made
    return attributes["Arn"], attributes


def _name(physical_id: str) -> str:
    """The key of MiniStack's store, from the ARN that it was given as physical id."""
    if not physical_id.startswith("arn:"):
        return physical_id
    return physical_id.split(":secret:")[1][:-SUFFIX_LENGTH]
