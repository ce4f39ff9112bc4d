"""What CloudFront would refuse is said before it does."""

import pytest

from deploy.finding import Verdict
from deploy.preflight.certificate import issued, places
from tests.deploy.account import Account
from tests.deploy.stages import a_stage, only
from tests.unit.stacks.templates import FIREWALL, OWN_NAME

pytestmark = pytest.mark.deploy
ARN = OWN_NAME["page_certificate_arn"]
STAGE = a_stage(**OWN_NAME)


def certificate(*names: str, status: str = "ISSUED") -> Account:
    answer = {"Certificate": {"Status": status, "SubjectAlternativeNames": list(names)}}
    return Account().answers("acm", "describe_certificate", answer, CertificateArn=ARN)


def test_certificate_and_firewall_stand_where_cloudfront_looks() -> None:
    assert [one.verdict for one in places(a_stage(**OWN_NAME, **FIREWALL))] == [Verdict.OK, Verdict.OK]


def test_a_certificate_or_a_firewall_elsewhere_is_wrong() -> None:
    arn = "arn:aws:acm:ap-northeast-1:123456789012:certificate/page"
    elsewhere = a_stage(page_origin=OWN_NAME["page_origin"], page_certificate_arn=arn, firewall_region="eu-west-1")

    told = list(places(elsewhere))

    assert {one.verdict for one in told} == {Verdict.WRONG}
    assert {one.what for one in told} == {"page_certificate_arn", "firewall_region"}


@pytest.mark.parametrize("name", ["talk.example.com", "*.example.com"])
def test_a_certificate_of_the_pages_name_is_ok_and_asked_for_where_it_stands(name: str) -> None:
    account = certificate("other.example.net", name)

    assert only(issued(STAGE, account)).verdict is Verdict.OK
    assert account.asked_in == {"acm": "us-east-1"}


@pytest.mark.parametrize("name", ["example.com", "*.com", "*.talk.example.com"])
def test_a_certificate_of_another_name_is_wrong(name: str) -> None:
    assert only(issued(STAGE, certificate(name))).verdict is Verdict.WRONG


def test_a_certificate_that_still_waits_is_wrong() -> None:
    told = only(issued(STAGE, certificate("talk.example.com", status="PENDING_VALIDATION")))

    assert told.verdict is Verdict.WRONG and "PENDING_VALIDATION" in told.says


def test_cloudfronts_own_name_needs_none() -> None:
    assert [*places(a_stage()), *issued(a_stage(), Account())] == []
