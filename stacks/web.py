"""The front door: one distribution for page and API, the API's own door behind it, and the page's sign-in client.

They stand in one stack because each names another: the client calls back to the distribution, the distribution
forwards to the API, and the API's authorizer, in the Api stack, accepts that client alone.
"""

from pathlib import Path

from aws_cdk import CfnOutput, Duration, Environment, Stack
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_cognito as cognito
from constructs import Construct

from stacks.findings import accept
from stacks.front_api import FrontApi
from stacks.identity import IdentityStack
from stacks.page_headers import page_headers
from stacks.site import Site
from stacks.stage import Stage

PAGE_ROUTES = Path(__file__).with_name("page_routes.js")


class WebStack(Stack):
    def __init__(self, scope: Construct, stage: Stage, *, identity: IdentityStack) -> None:
        super().__init__(scope, f"echosphere-{stage.name}-web", env=Environment(region=stage.region))
        self.api = FrontApi(self, "FrontApi", stage)
        site = Site(self, "Site", stage)
        distribution = _distribution(self, stage, api=self.api, site=site, sign_in_origin=identity.sign_in_origin)
        self.page_origin = stage.page_origin or f"https://{distribution.distribution_domain_name}"
        self.client = _page_client(self, identity, page_origin=self.page_origin)
        site.publish(
            distribution,
            config={
                "sign_in_origin": identity.sign_in_origin,
                "client_id": self.client.user_pool_client_id,
                "stage": stage.name,
            },
        )
        CfnOutput(self, "PageUrl", value=f"{self.page_origin}/")
        CfnOutput(self, "DistributionId", value=distribution.distribution_id)
        CfnOutput(self, "SiteBucketName", value=site.bucket.bucket_name)
        CfnOutput(self, "HttpApiId", value=self.api.http_api.api_id)
        CfnOutput(self, "ClientId", value=self.client.user_pool_client_id)


def _distribution(
    scope: Construct, stage: Stage, *, api: FrontApi, site: Site, sign_in_origin: str
) -> cloudfront.Distribution:
    page_routes = cloudfront.Function(
        scope,
        "PageRoutes",
        runtime=cloudfront.FunctionRuntime.JS_2_0,
        code=cloudfront.FunctionCode.from_file(file_path=str(PAGE_ROUTES)),
    )
    distribution = cloudfront.Distribution(
        scope,
        "Distribution",
        default_root_object="index.html",
        http_version=cloudfront.HttpVersion.HTTP2_AND_3,
        # No error pages: they hold for the whole distribution and would turn an API's 404 into a page.
        default_behavior=cloudfront.BehaviorOptions(
            origin=origins.S3BucketOrigin.with_origin_access_control(site.bucket),
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            response_headers_policy=page_headers(scope, sign_in_origin=sign_in_origin, livekit_url=stage.livekit_url),
            function_associations=[
                cloudfront.FunctionAssociation(
                    function=page_routes, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST
                )
            ],
        ),
        additional_behaviors={"/api/*": _api_behavior(api)},
    )
    accept(
        distribution,
        {
            "CFR1": "the team's people may be anywhere",
            "CFR2": "API Gateway throttles, and every route but two asks for a token; a firewall costs each month",
            "CFR3": "a log of who read the page would hold addresses of persons",
            "CFR4": "CloudFront's own certificate has no other setting; TLS 1.2 comes with a domain of one's own",
        },
    )
    return distribution


def _api_behavior(api: FrontApi) -> cloudfront.BehaviorOptions:
    return cloudfront.BehaviorOptions(
        origin=origins.HttpOrigin(api.host_name, origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2]),
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
        cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
        # API Gateway finds the API by the Host header, so the viewer's own must not reach it.
        origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        compress=False,
    )


def _page_client(scope: Construct, identity: IdentityStack, *, page_origin: str) -> cognito.UserPoolClient:
    providers = [cognito.UserPoolClientIdentityProvider.COGNITO]
    if identity.google:
        providers.append(cognito.UserPoolClientIdentityProvider.GOOGLE)
    client = cognito.UserPoolClient(
        scope,
        "PageClient",
        user_pool=identity.pool,
        # A browser keeps no secret; PKCE proves that who asks for the tokens is who began.
        generate_secret=False,
        auth_flows=cognito.AuthFlow(user_srp=True),
        o_auth=cognito.OAuthSettings(
            flows=cognito.OAuthFlows(authorization_code_grant=True),
            scopes=[cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
            callback_urls=[f"{page_origin}/callback"],
            logout_urls=[f"{page_origin}/"],
        ),
        supported_identity_providers=providers,
        prevent_user_existence_errors=True,
        enable_token_revocation=True,
        access_token_validity=Duration.minutes(60),
        id_token_validity=Duration.minutes(60),
        refresh_token_validity=Duration.days(30),
    )
    if identity.google:
        client.node.add_dependency(identity.google)
    return client
