"""Who may do what: exactly this, and a wildcard only where it is listed."""

import json
from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.unit.stacks.templates import Assembly, Properties

pytestmark = pytest.mark.template

LOGS = {"logs:CreateLogStream", "logs:PutLogEvents"}
KEYS = {"secretsmanager:GetSecretValue"}
QUEUE = {
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
    "sqs:ReceiveMessage",
}
PUBLISH = {"events:PutEvents"}
READ, READ_MANY, QUERY, CREATE, UPDATE, DELETE, CHECK = (
    {f"dynamodb:{action}"}
    for action in ("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem")
)
JUDGE = {"bedrock:InvokeModel"}
READ_FILES = {"s3:GetObject"}
WRITE_FILES = {"s3:PutObject"}
FORGET_FILES = {"s3:DeleteObject", "s3:DeleteObjectVersion"}
LIST_FILES = {"s3:ListBucket", "s3:ListBucketVersions"}
FIND_PEOPLE, DELETE_PEOPLE = {"cognito-idp:ListUsers"}, {"cognito-idp:AdminDeleteUser"}
GIVE_JOBS = {"mediaconvert:CreateJob", "iam:PassRole"}
TELL_XRAY = {"xray:PutSpans"}
THINK_AND_SPEAK = {
    "bedrock:InvokeModel",
    "bedrock:InvokeModelWithResponseStream",
    "polly:SynthesizeSpeech",
    "transcribe:StartStreamTranscription",
}
WAIT_FOR_TALKS = {"ecs:DescribeServices", "ecs:DescribeTasks", "ecs:UpdateTaskProtection"}
PULL_THE_IMAGE = {
    "ecr:BatchCheckLayerAvailability",
    "ecr:BatchGetImage",
    "ecr:GetAuthorizationToken",
    "ecr:GetDownloadUrlForLayer",
}
GRANTS = {
    "ApiRole": LOGS
    | KEYS
    | PUBLISH
    | READ
    | READ_MANY
    | CHECK
    | QUERY
    | CREATE
    | UPDATE
    | DELETE
    | READ_FILES
    | FORGET_FILES
    | LIST_FILES,
    "TokenRole": LOGS | KEYS | READ | QUERY | CREATE | UPDATE,
    "LivekitWebhookRole": LOGS | KEYS | PUBLISH | READ | QUERY | CREATE | UPDATE | DELETE,
    "SigningKeysMakeSigningKeyRole": LOGS | {"secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"},
    "SweepOutboxRole": LOGS | QUEUE | PUBLISH | QUERY | DELETE,
    "TranscodeRecordingRole": LOGS
    | QUEUE
    | PUBLISH
    | READ
    | CREATE
    | DELETE
    | READ_FILES
    | FORGET_FILES
    | LIST_FILES
    | GIVE_JOBS,
    "FinishRecordingRole": LOGS
    | KEYS
    | QUEUE
    | PUBLISH
    | READ
    | QUERY
    | CREATE
    | UPDATE
    | DELETE
    | READ_FILES
    | WRITE_FILES
    | FORGET_FILES
    | LIST_FILES
    | {"mediaconvert:GetJob"},
    "ReconcileRecordingsRole": LOGS
    | KEYS
    | QUEUE
    | PUBLISH
    | READ
    | QUERY
    | CREATE
    | UPDATE
    | DELETE
    | READ_FILES
    | WRITE_FILES
    | FORGET_FILES
    | LIST_FILES
    | GIVE_JOBS
    | {"mediaconvert:GetJob"},
    "ForgetPersonRole": LOGS
    | KEYS
    | QUEUE
    | PUBLISH
    | READ
    | QUERY
    | CREATE
    | UPDATE
    | DELETE
    | FORGET_FILES
    | LIST_FILES
    | FIND_PEOPLE
    | DELETE_PEOPLE,
    "ExportPersonRole": LOGS | KEYS | QUEUE | PUBLISH | READ | QUERY | CREATE | WRITE_FILES | LIST_FILES | FIND_PEOPLE,
    "EvaluateSessionRole": LOGS | QUEUE | PUBLISH | READ | QUERY | CREATE | CHECK | DELETE | JUDGE,
    "CountTalkRole": LOGS | QUEUE | READ | QUERY | CREATE | LIST_FILES,
    "TranscoderRole": {"s3:GetObject", "s3:PutObject"},
    "Recorder": {"s3:PutObject", "sts:GetFederationToken"},
    "ForwardSpansRole": LOGS | QUEUE | {"sqs:SendMessage"} | TELL_XRAY,
    "TaskTaskRole": LOGS
    | THINK_AND_SPEAK
    | TELL_XRAY
    | WAIT_FOR_TALKS
    | PUBLISH
    | READ
    | QUERY
    | CREATE
    | UPDATE
    | DELETE
    | CHECK,
    "TaskExecutionRole": LOGS | KEYS | {"secretsmanager:DescribeSecret"} | PULL_THE_IMAGE,
}
# CDK's own function fills the site's bucket; CDK writes its policy.
NOT_OURS = "CustomCDKBucketDeployment"
WILDCARDS = (
    ('"*"', {"polly:SynthesizeSpeech", "transcribe:StartStreamTranscription"} | TELL_XRAY),  # name no resource
    ('"*"', {"ecr:GetAuthorizationToken"}),  # one login for the whole registry
    ("/raw/*", READ_FILES | WRITE_FILES | FORGET_FILES),  # all talks, by random ids
    ("/media/*", READ_FILES | WRITE_FILES | FORGET_FILES),
    ("/media/*.m3u8", READ_FILES),
    ("/media/export-*", WRITE_FILES),  # copies of people's data
    ('"*"', {"sts:GetFederationToken"}),  # a session never can more than its user
    (":jobs/*", {"mediaconvert:GetJob"}),  # MediaConvert names them
    (  # a profile chooses the region
        ":bedrock:*::foundation-model/amazon.nova-lite-v1:0",
        {"bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"},
    ),
    (":task/", {"ecs:DescribeTasks", "ecs:UpdateTaskProtection"}),  # named when they run
    (":service/", {"ecs:DescribeServices"}),  # made after the role that it waits for
    (":bedrock:*::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0", JUDGE),
)


def statements(assembly: Assembly) -> Iterator[tuple[str, Properties]]:
    for key, policy in assembly.of_type("AWS::IAM::Policy"):
        if not key.startswith(NOT_OURS):
            yield from ((key.split("DefaultPolicy")[0], one) for one in policy["PolicyDocument"]["Statement"])


def actions(statement: Properties) -> set[str]:
    return set(statement["Action"]) if isinstance(statement["Action"], list) else {statement["Action"]}


def test_every_role_has_its_grants_and_no_more(prod: Assembly) -> None:
    granted: dict[str, set[str]] = defaultdict(set)
    for role, statement in statements(prod):
        granted[role] |= actions(statement)

    assert dict(granted) == GRANTS


def test_who_thinks_elsewhere_may_ask_nothing_of_bedrock(dev: Assembly, local: Assembly) -> None:
    elsewhere = {one for role, statement in statements(dev) for one in actions(statement) if role == "TaskTaskRole"}
    offline = {one for role, statement in statements(local) for one in actions(statement) if role == "TaskTaskRole"}

    assert elsewhere & THINK_AND_SPEAK == {"polly:SynthesizeSpeech", "transcribe:StartStreamTranscription"}
    assert not offline & THINK_AND_SPEAK


def test_who_judges_asks_one_model_and_where_none_judges_nobody_asks(
    prod: Assembly, dev: Assembly, local: Assembly
) -> None:
    def asked(assembly: Assembly) -> list[Properties]:
        return [one for who, one in statements(assembly) if who == "EvaluateSessionRole" and actions(one) & JUDGE]

    (model,) = asked(prod)
    named = json.dumps(model["Resource"])
    assert len(model["Resource"]) == 2 and named.count("anthropic.claude-haiku-4-5") == 2
    assert asked(dev) == asked(local) == []


def test_the_key_of_a_judge_is_read_by_who_judges_and_nobody_else(dev: Assembly) -> None:
    readers = {who for who, one in statements(dev) if "secret:judge-AbCdEf" in json.dumps(one["Resource"])}

    assert readers == {"EvaluateSessionRole"}


def test_no_action_is_a_wildcard(prod: Assembly) -> None:
    assert not [one for _, statement in statements(prod) for one in actions(statement) if "*" in one]


def test_a_wildcard_resource_is_one_of_the_few_that_have_a_reason(prod: Assembly) -> None:
    resources = [
        (json.dumps(one["Resource"]), actions(one)) for _, one in statements(prod) if "*" in json.dumps(one["Resource"])
    ]

    assert resources
    assert all(any(wild in text and who <= may for wild, may in WILDCARDS) for text, who in resources)


@pytest.mark.parametrize(
    ("index", "roles"),
    [("by_workspace", {"ApiRole", "ForgetPersonRole", "ExportPersonRole"}), ("unsettled", {"ReconcileRecordingsRole"})],
)
def test_an_index_is_read_by_whose_work_it_is(prod: Assembly, index: str, roles: set[str]) -> None:
    assert {who for who, one in statements(prod) if f"/index/{index}" in json.dumps(one["Resource"])} == roles


def test_who_copies_a_persons_data_reads_no_file_and_writes_nothing_but_copies(prod: Assembly) -> None:
    touching = [one for who, one in statements(prod) if who == "ExportPersonRole" and "s3:PutObject" in actions(one)]

    assert [json.dumps(one["Resource"]).endswith('/media/export-*"]]}') for one in touching] == [True]


def test_the_agent_protects_and_sees_tasks_and_services_of_its_own_cluster_alone(prod: Assembly) -> None:
    (cluster,) = (key for key, _ in prod.of_type("AWS::ECS::Cluster"))
    seen = [one for _, one in statements(prod) if actions(one) & WAIT_FOR_TALKS]

    narrowed = [{"Ref": cluster}, "/*"]
    assert len(seen) == 2 and all(one["Resource"]["Fn::Join"][1][-2:] == narrowed for one in seen)


def test_people_are_deleted_by_one_function_and_in_their_pool_alone(prod: Assembly) -> None:
    (deleting,) = [(who, one) for who, one in statements(prod) if actions(one) & DELETE_PEOPLE]

    assert deleting[0] == "ForgetPersonRole" and "identity:ExportsOutputFnGetAttPeople" in json.dumps(
        deleting[1]["Resource"]
    )


def test_a_role_is_passed_to_mediaconvert_alone(prod: Assembly) -> None:
    passing = [one for _, one in statements(prod) if "iam:PassRole" in actions(one)]

    assert len(passing) == 2
    assert {one["Condition"]["StringEquals"]["iam:PassedToService"] for one in passing} == {
        "mediaconvert.amazonaws.com"
    }


def test_the_recorders_key_and_so_each_of_its_sessions_stores_raw_files_and_nothing_else(prod: Assembly) -> None:
    granted = [one for who, one in statements(prod) if who == "Recorder"]

    assert {action for one in granted for action in actions(one)} == {"s3:PutObject", "sts:GetFederationToken"}


def test_the_recorders_key_is_read_by_whoever_starts_one_and_nobody_else(prod: Assembly) -> None:
    assert {who for who, one in statements(prod) if "RecorderSecret" in json.dumps(one["Resource"])} == {
        "ApiRole",
        "LivekitWebhookRole",
        "ReconcileRecordingsRole",
    }


def test_no_role_of_ours_has_a_managed_policy(prod: Assembly) -> None:
    roles = {key: role for key, role in prod.of_type("AWS::IAM::Role") if not key.startswith(NOT_OURS)}

    assert roles and not [key for key, role in roles.items() if "ManagedPolicyArns" in role]


def test_every_role_serves_one_kind_of_process(prod: Assembly) -> None:
    services = {
        statement["Principal"]["Service"]
        for _, role in prod.of_type("AWS::IAM::Role")
        for statement in role["AssumeRolePolicyDocument"]["Statement"]
    }

    assert services == {"lambda.amazonaws.com", "ecs-tasks.amazonaws.com", "mediaconvert.amazonaws.com"}
