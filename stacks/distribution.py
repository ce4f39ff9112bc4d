"""One address for everything: the page, under /api/ the API, under /media/ recordings: the browser sees one origin."""

from pathlib import Path

from aws_cdk import Duration
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from stacks.api_behavior import api_behaviors
from stacks.findings import accept
from stacks.front_api import FrontApi
from stacks.media_behavior import MEDIA_PATHS, media_behavior
from stacks.page_headers import page_headers
from stacks.site import Site
from stacks.stage import Stage

PAGE_ROUTES = Path(__file__).with_name("page_routes.js")
# CloudFront would keep them for ten seconds and give one person's to the next, whatever the answer itself says.
ERRORS = (403, 404, 500, 502, 503, 504)
WITHOUT_FIREWALL = "API Gateway throttles, addresses are counted where nobody signs in; a firewall costs each month"


def front_distribution(
    scope: Construct,
    stage: Stage,
    *,
    api: FrontApi,
    edge_secret: secretsmanager.ISecret,
    site: Site,
    media: s3.IBucket,
    listeners: cloudfront.IKeyGroup,
    sign_in_origin: str,
    firewall_arn: str | None,
) -> cloudfront.Distribution:
    certificate = _certificate(scope, stage)
    distribution = cloudfront.Distribution(
        scope,
        "Distribution",
        # A change of it has CloudFormation read the secret again, which the API knows CloudFront by.
        comment=f"edge secret {stage.edge_secret_serial}",
        default_root_object="index.html",
        domain_names=[stage.page_origin.removeprefix("https://")] if stage.page_origin and certificate else None,
        certificate=certificate,
        web_acl_id=firewall_arn,
        http_version=cloudfront.HttpVersion.HTTP2_AND_3,
        # No error pages: they hold for the whole distribution and would turn an API's 404 into a page.
        error_responses=[cloudfront.ErrorResponse(http_status=each, ttl=Duration.seconds(0)) for each in ERRORS],
        default_behavior=cloudfront.BehaviorOptions(
            origin=origins.S3BucketOrigin.with_origin_access_control(site.bucket),
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            response_headers_policy=page_headers(scope, sign_in_origin=sign_in_origin, livekit_url=stage.livekit_url),
            function_associations=[
                cloudfront.FunctionAssociation(
                    function=_page_routes(scope), event_type=cloudfront.FunctionEventType.VIEWER_REQUEST
                )
            ],
        ),
        additional_behaviors={
            **api_behaviors(scope, api, edge_secret),
            MEDIA_PATHS: media_behavior(scope, bucket=media, listeners=listeners),
        },
    )
    accept(
        distribution,
        {
            "CFR1": "the team's people may be anywhere",
            "CFR3": "a log of who read the page would hold addresses of persons",
            "CFR4": "CloudFront's own certificate has no other setting; TLS 1.2 comes with a domain of one's own",
            **({} if firewall_arn else {"CFR2": WITHOUT_FIREWALL}),
        },
    )
    return distribution


def _page_routes(scope: Construct) -> cloudfront.Function:
    return cloudfront.Function(
        scope,
        "PageRoutes",
        runtime=cloudfront.FunctionRuntime.JS_2_0,
        code=cloudfront.FunctionCode.from_file(file_path=str(PAGE_ROUTES)),
    )


def _certificate(scope: Construct, stage: Stage) -> acm.ICertificate | None:
    if stage.page_certificate_arn is None:
        return None
    return acm.Certificate.from_certificate_arn(scope, "PageCertificate", stage.page_certificate_arn)
