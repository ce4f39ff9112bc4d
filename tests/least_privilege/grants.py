"""What each role of the deployed stacks may do, asked of IAM, beside what the run has used of it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from local.ministack.used_grants import FILE, Grant, read_from
from tests.platform import Platform

OURS = re.compile(r"echosphere-local-\w+?-(?P<role>\w+?)[0-9A-F]{8}")


def role_in(name: str) -> str | None:
    """As its stack calls it: "ApiRole". None: it is not one of ours."""
    ours = OURS.match(name)
    return ours["role"] if ours else None


def granted(platform: Platform) -> set[Grant]:
    iam = platform.cloud().client("iam")
    pages = iam.get_paginator("list_roles").paginate()
    roles = [role["RoleName"] for page in pages for role in page["Roles"] if role_in(role["RoleName"])]
    return {grant for role in roles for grant in _of_role(iam, role)}


def used(platform: Platform) -> set[Grant]:
    return set(read_from(platform.installation.cloud_state / FILE))


def _of_role(iam: Any, role: str) -> Iterator[Grant]:  # noqa: ANN401  # boto3 makes a class for each service
    for name in iam.list_role_policies(RoleName=role)["PolicyNames"]:
        for statement in iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]["Statement"]:
            for action in _each(statement["Action"]):
                for resource in _each(statement["Resource"]):
                    yield role, action, resource


def _each(one_or_more: str | Sequence[str]) -> Sequence[str]:
    return [one_or_more] if isinstance(one_or_more, str) else one_or_more
