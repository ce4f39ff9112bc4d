"""Recordings are served to who holds a signature of ours: which keys count, and what CloudFront does with a file."""

import json
from pathlib import Path

import pytest

from tests.unit.stacks.templates import REGION, Assembly, Properties, finish_synthesis, start_synthesis

pytestmark = pytest.mark.template

BY_PATH_ALONE = "658327ea-f89d-4fab-a63d-7e88639e58f6"  # AWS's managed policy CachingOptimized


def media(assembly: Assembly) -> Properties:
    config = assembly["web"].only("AWS::CloudFront::Distribution")["DistributionConfig"]
    (behaviour,) = (one for one in config["CacheBehaviors"] if one["PathPattern"] == "/media/*")
    found: Properties = behaviour
    return found


def test_recordings_are_read_with_a_signature_over_tls_and_in_no_other_way(prod: Assembly) -> None:
    (group,) = prod["web"].of_type("AWS::CloudFront::KeyGroup")

    assert media(prod)["TrustedKeyGroups"] == [{"Ref": group}]
    assert media(prod)["ViewerProtocolPolicy"] == "https-only"
    assert "AllowedMethods" not in media(prod) and "FunctionAssociations" not in media(prod)


def test_a_segment_is_kept_by_its_path_alone_whoever_asks_for_it(prod: Assembly) -> None:
    assert media(prod)["CachePolicyId"] == BY_PATH_ALONE
    assert "OriginRequestPolicyId" not in media(prod) and media(prod)["Compress"]


def test_the_media_bucket_is_read_with_cloudfronts_own_signature(prod: Assembly) -> None:
    config = prod["web"].only("AWS::CloudFront::Distribution")["DistributionConfig"]
    (origin,) = (one for one in config["Origins"] if one["Id"] == media(prod)["TargetOriginId"])
    controls = prod["web"].of_type("AWS::CloudFront::OriginAccessControl")
    control = controls[origin["OriginAccessControlId"]["Fn::GetAtt"][0]]["OriginAccessControlConfig"]

    assert "echosphere-prod-media:ExportsOutputRefMedia" in json.dumps(origin["DomainName"])
    assert (control["SigningBehavior"], control["OriginAccessControlOriginType"]) == ("always", "s3")


def test_a_recording_is_for_no_other_site_and_what_is_refused_is_not_kept(prod: Assembly) -> None:
    policies = prod["web"].of_type("AWS::CloudFront::ResponseHeadersPolicy")
    policy = policies[media(prod)["ResponseHeadersPolicyId"]["Ref"]]["ResponseHeadersPolicyConfig"]
    added = {one["Header"]: one["Value"] for one in policy["CustomHeadersConfig"]["Items"]}

    assert added == {"Cross-Origin-Resource-Policy": "same-origin"}
    assert policy["SecurityHeadersConfig"]["ContentTypeOptions"]["Override"]


def test_cloudfront_knows_the_half_that_the_maker_tells_and_no_template_the_other(prod: Assembly) -> None:
    web = prod["web"]
    (key,) = web.of_type("AWS::CloudFront::PublicKey")
    (made,) = web.of_type("Custom::SigningKey")
    secrets = web.of_type("AWS::SecretsManager::Secret")
    (secret,) = (name for name in secrets if name.startswith("SigningKeys"))

    assert web.only("AWS::CloudFront::KeyGroup")["KeyGroupConfig"]["Items"] == [{"Ref": key}]
    encoded = web.only("AWS::CloudFront::PublicKey")["PublicKeyConfig"]["EncodedKey"]
    assert encoded == {"Fn::GetAtt": [made, "PublicKey"]}
    assert web.only("Custom::SigningKey")["SecretArn"] == {"Ref": secret}
    assert "SecretString" not in secrets[secret] and "PRIVATE KEY" not in web.text


def test_the_maker_may_write_before_it_is_asked_to(prod: Assembly) -> None:
    (made,) = (one for one in prod["web"].resources.values() if one["Type"] == "Custom::SigningKey")

    assert any("MakeSigningKeyRoleDefaultPolicy" in one for one in made["DependsOn"])


def test_the_api_signs_with_the_first_key_at_the_pages_address(prod: Assembly, local: Assembly) -> None:
    functions = prod["api"].of_type("AWS::Lambda::Function").values()
    (told,) = (one["Environment"]["Variables"] for one in functions if one["Handler"].startswith("lambdas.api."))
    (here,) = (
        one["Environment"]["Variables"]
        for one in local["api"].of_type("AWS::Lambda::Function").values()
        if one["Handler"].startswith("lambdas.api.")
    )

    assert "RefSigningKeysKey1" in told["SIGNING_KEY_ID"]["Fn::ImportValue"]
    assert "RefSigningKeysSecret1" in told["SIGNING_SECRET_ARN"]["Fn::ImportValue"]
    assert here["PAGE_ORIGIN"] == "http://localhost:8080" and "DomainName" in json.dumps(told["PAGE_ORIGIN"])


def test_a_key_that_follows_another_signs_while_both_are_accepted_and_told_of(tmp_path: Path) -> None:
    """CloudFormation takes no key away that another stack still names, so the one before must be told of, too."""
    step = finish_synthesis(tmp_path, start_synthesis(tmp_path, stage="prod", region=REGION, signing_keys=[2, 1]))

    group = step["web"].only("AWS::CloudFront::KeyGroup")["KeyGroupConfig"]["Items"]
    told = {json.dumps(one["Value"]) for one in step["web"].outputs.values()}

    assert len(group) == 2 and all(json.dumps(key) in told for key in group)
    assert all(json.dumps({"Ref": secret}) in told for secret in step["web"].of_type("AWS::SecretsManager::Secret"))
    assert "SigningKeysKey2" in step["api"].text and "SigningKeysKey1" not in step["api"].text
