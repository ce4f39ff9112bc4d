"""A firewall before CloudFront, where the stage asks for one: against floods from one address, and known attacks.

It is a stack of its own because AWS takes a firewall of CloudFront's in one region only, wherever all else stands.
"""

from collections.abc import Sequence

from aws_cdk import CfnOutput, Environment, Stack
from aws_cdk import aws_wafv2 as waf
from constructs import Construct

from stacks.stage import Stage

# From one address, in five minutes: the page of a talk loads some fifty files, and an office shares an address.
MOST_REQUESTS = 2_000
# AWS's own sets, in this order; what a person wrote is no attack, and no body is rendered or run as it comes.
MANAGED: dict[str, Sequence[str]] = {
    "AWSManagedRulesAmazonIpReputationList": (),
    "AWSManagedRulesCommonRuleSet": (
        "SizeRestrictions_BODY",
        "CrossSiteScripting_BODY",
        "GenericLFI_BODY",
        "GenericRFI_BODY",
        "EC2MetaDataSSRF_BODY",
    ),
    "AWSManagedRulesKnownBadInputsRuleSet": (),
}


class FirewallStack(Stack):
    def __init__(self, scope: Construct, stage: Stage) -> None:
        super().__init__(
            scope,
            f"echosphere-{stage.name}-firewall",
            env=Environment(region=stage.firewall_region),
            cross_region_references=True,
        )
        managed = [_managed(order, name, told) for order, (name, told) in enumerate(MANAGED.items(), start=1)]
        acl = waf.CfnWebACL(
            self,
            "Firewall",
            scope="CLOUDFRONT",
            default_action=waf.CfnWebACL.DefaultActionProperty(allow={}),
            rules=[_flood(), *managed],
            visibility_config=_counted("Firewall"),
        )
        self.arn = acl.attr_arn
        CfnOutput(self, "FirewallArn", value=self.arn)


def _flood() -> waf.CfnWebACL.RuleProperty:
    """First, so that a flood costs no look at what it brings."""
    by_address = waf.CfnWebACL.RateBasedStatementProperty(aggregate_key_type="IP", limit=MOST_REQUESTS)
    return waf.CfnWebACL.RuleProperty(
        name="Flood",
        priority=0,
        action=waf.CfnWebACL.RuleActionProperty(
            block=waf.CfnWebACL.BlockActionProperty(
                custom_response=waf.CfnWebACL.CustomResponseProperty(response_code=429)
            )
        ),
        statement=waf.CfnWebACL.StatementProperty(rate_based_statement=by_address),
        visibility_config=_counted("Flood"),
    )


def _managed(order: int, name: str, only_counted: Sequence[str]) -> waf.CfnWebACL.RuleProperty:
    count = waf.CfnWebACL.RuleActionProperty(count={})
    group = waf.CfnWebACL.ManagedRuleGroupStatementProperty(
        vendor_name="AWS",
        name=name,
        rule_action_overrides=[
            waf.CfnWebACL.RuleActionOverrideProperty(name=each, action_to_use=count) for each in only_counted
        ],
    )
    return waf.CfnWebACL.RuleProperty(
        name=name,
        priority=order,
        override_action=waf.CfnWebACL.OverrideActionProperty(none={}),
        statement=waf.CfnWebACL.StatementProperty(managed_rule_group_statement=group),
        visibility_config=_counted(name),
    )


def _counted(name: str) -> waf.CfnWebACL.VisibilityConfigProperty:
    """How often, and no sample of it, which would keep addresses and what was asked for."""
    return waf.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, metric_name=name, sampled_requests_enabled=False
    )
