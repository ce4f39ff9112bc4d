"""The firewall before CloudFront, where a stage asks for one."""

import json

import pytest

from tests.unit.stacks.templates import FIREWALL, Assembly, Properties

pytestmark = pytest.mark.template


def rules(assembly: Assembly) -> list[Properties]:
    found: list[Properties] = assembly["firewall"].only("AWS::WAFv2::WebACL")["Rules"]
    return found


def test_there_is_none_unless_the_stage_asks_for_it(prod: Assembly, local: Assembly) -> None:
    """It costs each month, whether anybody talks or not."""
    for assembly in (prod, local):
        assert "firewall" not in assembly.stacks
        assert "WebACLId" not in assembly["web"].only("AWS::CloudFront::Distribution")["DistributionConfig"]


def test_it_stands_where_aws_takes_it_and_before_the_distribution(dev: Assembly) -> None:
    manifest = json.loads((dev.folder / "manifest.json").read_text())["artifacts"]
    placed = manifest["echosphere-dev-firewall"]["environment"]
    before = dev["web"].only("AWS::CloudFront::Distribution")["DistributionConfig"]["WebACLId"]

    assert placed.endswith(f"/{FIREWALL['firewall_region']}")
    assert dev["firewall"].only("AWS::WAFv2::WebACL")["Scope"] == "CLOUDFRONT"
    assert "FirewallArn" in json.dumps(before) and "ExportsReader" in json.dumps(before)


def test_a_flood_from_one_address_is_stopped_before_anything_else_is_looked_at(dev: Assembly) -> None:
    flood = min(rules(dev), key=lambda rule: rule["Priority"])
    by = flood["Statement"]["RateBasedStatement"]

    assert (by["AggregateKeyType"], by["Limit"]) == ("IP", 2_000)
    assert flood["Action"] == {"Block": {"CustomResponse": {"ResponseCode": 429}}}


def test_known_attacks_are_blocked_and_what_a_person_writes_is_not_taken_for_one(dev: Assembly) -> None:
    managed = [one for one in rules(dev) if "ManagedRuleGroupStatement" in one["Statement"]]
    softened = {
        each["Name"]
        for one in managed
        for each in one["Statement"]["ManagedRuleGroupStatement"].get("RuleActionOverrides", [])
    }

    assert {one["Name"] for one in managed} == {
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
    }
    assert all(one["OverrideAction"] == {"None": {}} for one in managed)
    assert softened and all(name.endswith("_BODY") for name in softened)


def test_it_keeps_no_sample_of_what_people_ask_for(dev: Assembly) -> None:
    acl = dev["firewall"].only("AWS::WAFv2::WebACL")

    assert not [one for one in (acl, *rules(dev)) if one["VisibilityConfig"]["SampledRequestsEnabled"]]
