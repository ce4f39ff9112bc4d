"""After all suites have run on the platform under IAM: what a role may do, it has done, or here is why not."""

import pytest

from tests.least_privilege.grants import granted, role_in, used
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

WHOLE = {"integration", "end_to_end"}
ANY = "*"
CDKS_OWN = "CustomCDKBucketDeployment"  # fills the site's bucket; CDK writes its policy
ITSELF = "AWS does it itself in the role's name, and the emulator without one"
LATE = "files that come when their talk is already deleted; S3 asks for both where a version is named"
ANEW = "what it has no time for it tells the bus anew"
"""By role and action: what a grant is for that no run has used."""
REASONS = {
    **{(ANY, f"logs:{action}"): ITSELF for action in ("CreateLogStream", "PutLogEvents")},
    **{
        (ANY, f"sqs:{action}"): ITSELF
        for action in (
            "ReceiveMessage",
            "DeleteMessage",
            "ChangeMessageVisibility",
            "GetQueueAttributes",
            "GetQueueUrl",
        )
    },
    (ANY, "s3:ListBucket"): "without it a file that is missing looks forbidden",
    (ANY, "s3:DeleteObjectVersion"): "S3 asks for it where a version is named, the emulator for s3:DeleteObject",
    **{
        (f"{role}Role", "s3:DeleteObject"): LATE
        for role in ("TranscodeRecording", "FinishRecording", "ReconcileRecordings")
    },
    ("TranscodeRecordingRole", "s3:ListBucketVersions"): LATE,
    ("FinishRecordingRole", "dynamodb:UpdateItem"): "two record at once, by a setting of the stage",
    ("LivekitWebhookRole", "dynamodb:UpdateItem"): "the room's end ends a talk whose agent has died",
    **{
        (f"{role}Role", "secretsmanager:GetSecretValue"): "a recorder that died is followed by another one"
        for role in ("LivekitWebhook", "ReconcileRecordings")
    },
    ("ForgetPersonRole", "dynamodb:PutItem"): ANEW,
    ("ForgetPersonRole", "events:PutEvents"): ANEW,
    ("ExportPersonRole", "events:PutEvents"): ANEW,
    ("ForwardSpansRole", "sqs:SendMessage"): "what an exporter that is away is to have later",
    ("TaskExecutionRole", "secretsmanager:DescribeSecret"): "CDK's own, with each secret of a container",
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

    unexplained = {grant for grant in idle if not ({(ANY, grant[1]), grant[:2]} & REASONS.keys())}
    assert {grant for grant in unexplained if grant[0] != CDKS_OWN} == set()


@pytest.mark.usefixtures("whole_run")
def test_no_reason_is_given_for_what_nobody_may(platform: Platform) -> None:
    possible = {(role, action) for name, action, _ in granted(platform) for role in (role_in(name), ANY)}

    assert REASONS.keys() - possible == set()
