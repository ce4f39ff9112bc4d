from pathlib import Path

import pytest
from ministack.core import iam_evaluator
from ministack.core.iam_evaluator import EvalContext, parse_policy_document

from local.ministack import used_grants

pytestmark = pytest.mark.unit
TABLE = "arn:aws:dynamodb:ap-northeast-1:000000000000:table/talks"
POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Action": ["dynamodb:GetItem", "dynamodb:Delete*"],
            "Resource": [TABLE, f"{TABLE}/index/*"],
        },
        {
            "Effect": "Allow",
            "Action": "dynamodb:GetItem",
            "Resource": "*",
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        },
        {"Effect": "Deny", "Action": "dynamodb:DeleteTable", "Resource": "*"},
    ],
}
ROLE = "arn:aws:sts::000000000000:assumed-role/reader/a-session"


def ask(action: str, resource: str, principal: str = ROLE) -> str:
    context = EvalContext(
        principal_arn=principal,
        principal_type="AssumedRole",
        principal_account="000000000000",
        action=action,
        resource_arn=resource,
        region="ap-northeast-1",
        source_ip="127.0.0.1",
        secure_transport=True,
    )
    decision: str = iam_evaluator.evaluate(context, [parse_policy_document(POLICY)]).decision
    return decision


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(iam_evaluator, "evaluate", iam_evaluator.evaluate)
    used_grants.note_into(tmp_path / used_grants.FILE)
    return tmp_path / used_grants.FILE


def test_a_grant_is_noted_once_when_it_let_somebody_through(noted: Path) -> None:
    assert [ask("dynamodb:GetItem", TABLE) for _ in range(2)] == ["Allow", "Allow"]

    assert used_grants.read_from(noted) == [("reader", "dynamodb:GetItem", TABLE)]


def test_it_is_noted_as_its_policy_has_it(noted: Path) -> None:
    ask("dynamodb:DeleteItem", f"{TABLE}/index/by-person")

    assert used_grants.read_from(noted) == [("reader", "dynamodb:Delete*", f"{TABLE}/index/*")]


@pytest.mark.parametrize(
    ("action", "resource", "principal"),
    [
        ("dynamodb:PutItem", TABLE, ROLE),
        ("dynamodb:DeleteTable", TABLE, ROLE),
        ("dynamodb:GetItem", TABLE, "arn:aws:iam::000000000000:user/somebody"),
    ],
    ids=["not granted", "denied", "no role"],
)
def test_nothing_else_is_noted(noted: Path, action: str, resource: str, principal: str) -> None:
    ask(action, resource, principal)

    assert used_grants.read_from(noted) == []
