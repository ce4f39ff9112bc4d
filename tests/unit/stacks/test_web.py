"""The front door, as CloudFront plays it; on a laptop a stand-in reads the same distribution."""

import json
from fnmatch import fnmatchcase

import pytest

from tests.unit.stacks.templates import OWN_NAME, ROOT, Assembly, Properties

pytestmark = pytest.mark.template

NO_CACHE = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"  # AWS's managed policy CachingDisabled
ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"  # AWS's managed policy AllViewerExceptHostHeader


def distribution(assembly: Assembly) -> Properties:
    config: Properties = assembly["web"].only("AWS::CloudFront::Distribution")["DistributionConfig"]
    return config


def test_there_is_no_error_page(prod: Assembly) -> None:
    """It would hold for every behaviour, and make a page of the API's 404."""
    assert not any("ResponsePagePath" in answer for answer in distribution(prod)["CustomErrorResponses"])


def test_no_fault_of_ours_is_kept_for_whoever_asks_next(prod: Assembly) -> None:
    """CloudFront keeps them for ten seconds of itself, whatever the answer says."""
    kept_s = {each["ErrorCode"]: each["ErrorCachingMinTTL"] for each in distribution(prod)["CustomErrorResponses"]}

    assert kept_s == {403: 0, 404: 0, 500: 0, 502: 0, 503: 0, 504: 0}


def test_the_pages_function_stands_before_the_page_alone(prod: Assembly) -> None:
    (function,) = distribution(prod)["DefaultCacheBehavior"]["FunctionAssociations"]

    assert function["EventType"] == "viewer-request"
    assert all("FunctionAssociations" not in behaviour for behaviour in distribution(prod)["CacheBehaviors"])


def api_behaviours(assembly: Assembly) -> dict[str, Properties]:
    """By their path, in CloudFront's order."""
    behaviours = distribution(assembly)["CacheBehaviors"]
    return {one["PathPattern"]: one for one in behaviours if one["PathPattern"].startswith("/api/")}


def test_the_api_is_never_cached_and_gets_everything_but_the_host(prod: Assembly) -> None:
    behaviours = api_behaviours(prod)

    assert behaviours["/api/*"]["CachePolicyId"] == NO_CACHE
    assert {path for path, api in behaviours.items() if api["OriginRequestPolicyId"] == ALL_BUT_HOST} == {
        "/api/me",
        "/api/sessions",
        "/api/*",
    }
    for api in behaviours.values():
        assert set(api["AllowedMethods"]) == {"GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"}


def test_the_api_learns_the_country_where_consent_is_decided(prod: Assembly) -> None:
    """Only a cache policy can add CloudFront's header beside a forwarded Authorization."""
    with_country = [(path, one) for path, one in api_behaviours(prod).items() if one["CachePolicyId"] != NO_CACHE]
    policy = prod["web"].only("AWS::CloudFront::CachePolicy")["CachePolicyConfig"]
    forwarded = policy["ParametersInCacheKeyAndForwardedToOrigin"]

    assert [path for path, _ in with_country] == ["/api/me", "/api/sessions"]
    assert list(api_behaviours(prod))[-1] == "/api/*", "the first that fits is taken"
    assert forwarded["HeadersConfig"]["HeaderBehavior"] == "whitelist"
    assert set(forwarded["HeadersConfig"]["Headers"]) == {"Authorization", "CloudFront-Viewer-Country"}


def test_the_api_learns_the_address_wherever_nobody_is_asked_to_sign_in(prod: Assembly) -> None:
    """Health alone is not counted, and LiveKit's webhook proves each request."""
    policy = prod["web"].only("AWS::CloudFront::OriginRequestPolicy")["OriginRequestPolicyConfig"]
    routes = (one for one in prod["api"].of_type("AWS::ApiGatewayV2::Route").values())
    open_to_all = {one["RouteKey"].split(" ")[1] for one in routes if one["AuthorizationType"] == "NONE"}
    counted = open_to_all - {"/api/health", "/api/webhooks/livekit"}

    def behaviour_of(path: str) -> Properties:
        return next(one for pattern, one in api_behaviours(prod).items() if fnmatchcase(path, pattern))

    assert counted
    assert all("WithAddress" in json.dumps(behaviour_of(path)["OriginRequestPolicyId"]) for path in counted)
    assert set(policy["HeadersConfig"]["Headers"]) == {"CloudFront-Viewer-Address", "Content-Type", "traceparent"}
    assert policy["QueryStringsConfig"] == {"QueryStringBehavior": "all"}


def test_no_route_that_asks_for_a_token_loses_it_on_the_way(prod: Assembly) -> None:
    """Where the viewer's address is listed, Authorization is not."""
    listed = {path for path, one in api_behaviours(prod).items() if "WithAddress" in json.dumps(one)}
    paths = json.loads((ROOT / "docs" / "openapi.json").read_text())["paths"]
    signed_in = [path for path, of_it in paths.items() if any(one["security"] for one in of_it.values())]

    assert listed and not [path for path in signed_in for pattern in listed if fnmatchcase(path, pattern)]


def test_the_api_knows_cloudfront_by_a_secret_that_no_template_tells(prod: Assembly) -> None:
    (api,) = (one for one in distribution(prod)["Origins"] if "CustomOriginConfig" in one)
    (shown,) = api["OriginCustomHeaders"]
    (before, secret, after) = shown["HeaderValue"]["Fn::Join"][1]
    made = prod["web"].of_type("AWS::SecretsManager::Secret")[secret["Ref"]]

    assert shown["HeaderName"] == "X-Origin-Verify"
    assert (before, after) == ("{{resolve:secretsmanager:", ":SecretString:::}}")
    assert made["GenerateSecretString"]["PasswordLength"] >= 32 and "SecretString" not in made


def test_a_higher_serial_has_cloudfront_shown_the_secret_anew(prod: Assembly) -> None:
    """CloudFormation reads a secret again only for a resource that changes."""
    assert distribution(prod)["Comment"] == "edge secret 1"


def test_what_one_person_was_answered_is_never_kept_for_another(prod: Assembly) -> None:
    policy = prod["web"].only("AWS::CloudFront::CachePolicy")["CachePolicyConfig"]
    forwarded = policy["ParametersInCacheKeyAndForwardedToOrigin"]

    assert (policy["MinTTL"], policy["DefaultTTL"], policy["MaxTTL"]) == (0, 0, 1)
    assert "Authorization" in forwarded["HeadersConfig"]["Headers"]
    assert forwarded["QueryStringsConfig"] == {"QueryStringBehavior": "all"}


def test_the_api_is_reached_at_its_own_address_over_tls(prod: Assembly) -> None:
    (api,) = (one for one in distribution(prod)["Origins"] if "CustomOriginConfig" in one)
    (_, (api_id, rest, suffix)) = api["DomainName"]["Fn::Join"]

    assert (
        api_id["Ref"].startswith("FrontApi")
        and rest == ".execute-api.eu-central-1."
        and suffix == {"Ref": "AWS::URLSuffix"}
    )
    assert api["CustomOriginConfig"] == {"OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"]}


def test_nothing_is_served_without_tls(prod: Assembly) -> None:
    behaviours = [distribution(prod)["DefaultCacheBehavior"], *distribution(prod)["CacheBehaviors"]]

    assert {one["ViewerProtocolPolicy"] for one in behaviours} == {"redirect-to-https", "https-only"}


def test_a_name_of_ones_own_is_served_with_its_certificate(dev: Assembly) -> None:
    assert distribution(dev)["Aliases"] == ["talk.example.com"]
    assert distribution(dev)["ViewerCertificate"] == {
        "AcmCertificateArn": OWN_NAME["page_certificate_arn"],
        "MinimumProtocolVersion": "TLSv1.2_2021",
        "SslSupportMethod": "sni-only",
    }


def test_the_bucket_is_closed_to_all_but_this_distribution(prod: Assembly) -> None:
    bucket = prod["web"].only("AWS::S3::Bucket")
    statements = prod["web"].only("AWS::S3::BucketPolicy")["PolicyDocument"]["Statement"]
    allowed = [one for one in statements if one["Effect"] == "Allow"]
    (denied,) = (one for one in statements if one["Effect"] == "Deny")

    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert denied["Condition"] == {"Bool": {"aws:SecureTransport": "false"}} and denied["Action"] == "s3:*"
    assert [(one["Principal"], one["Action"]) for one in allowed] == [
        ({"Service": "cloudfront.amazonaws.com"}, "s3:GetObject")
    ]
    assert "Distribution" in json.dumps(allowed[0]["Condition"]["StringEquals"]["AWS:SourceArn"])


def test_the_page_may_talk_to_sign_in_and_livekit_and_nobody_else(local: Assembly) -> None:
    policy = headers(local)["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    directives = dict(one.split(" ", 1) for one in policy.split("; "))

    assert directives["connect-src"] == "'self' http://localhost:8090 ws://localhost:7880 http://localhost:7880"
    assert directives["default-src"] == "'self'" and policy.count("unsafe") == 1
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval'"  # compiles WebAssembly, no text
    assert {directives[one] for one in ("object-src", "base-uri", "form-action", "frame-ancestors")} == {"'none'"}


def test_browsers_stay_with_https_and_give_microphone_camera_and_screen_to_the_page_alone(prod: Assembly) -> None:
    security = headers(prod)["SecurityHeadersConfig"]
    (permissions,) = headers(prod)["CustomHeadersConfig"]["Items"]

    assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 365 * 24 * 60 * 60
    assert security["FrameOptions"]["FrameOption"] == "DENY" and security["ContentTypeOptions"]["Override"]
    assert permissions["Header"] == "Permissions-Policy"
    assert permissions["Value"].split(", ")[:3] == ["microphone=(self)", "camera=(self)", "display-capture=(self)"]


def test_an_answer_of_the_api_is_never_a_page(prod: Assembly) -> None:
    policies = prod["web"].of_type("AWS::CloudFront::ResponseHeadersPolicy")
    ((name, policy),) = ((key, one) for key, one in policies.items() if key.startswith("ApiHeaders"))
    security = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]

    assert {one["ResponseHeadersPolicyId"]["Ref"] for one in api_behaviours(prod).values()} == {name}
    assert security["ContentSecurityPolicy"]["ContentSecurityPolicy"].startswith("default-src 'none'")
    assert security["ContentTypeOptions"]["Override"] and security["StrictTransportSecurity"]["IncludeSubdomains"]
    assert all(one["Override"] for one in security.values())


def headers(assembly: Assembly) -> Properties:
    policies = assembly["web"].of_type("AWS::CloudFront::ResponseHeadersPolicy")
    (config,) = (one["ResponseHeadersPolicyConfig"] for key, one in policies.items() if key.startswith("PageHeaders"))
    found: Properties = config
    return found
