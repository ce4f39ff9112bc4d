"""Recordings as CloudFront serves them: to who holds a signature of ours, as they lie in their bucket.

No function and no error page stands here: a refusal is CloudFront's own, and never the page.
"""

from aws_cdk import Annotations
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_s3 as s3
from constructs import Construct

from stacks.page_headers import HTTPS_ONLY

MEDIA_PATHS = "/media/*"


def media_behavior(
    scope: Construct, *, bucket: s3.IBucket, listeners: cloudfront.IKeyGroup
) -> cloudfront.BehaviorOptions:
    return cloudfront.BehaviorOptions(
        origin=_origin(scope, bucket),
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        trusted_key_groups=[listeners],
        # By the path alone: whoever may read a segment gets the one copy, and no query makes another.
        cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
        response_headers_policy=_headers(scope),
        compress=True,
    )


def _origin(scope: Construct, bucket: s3.IBucket) -> cloudfront.IOrigin:
    """By its name: of the construct itself CDK would change the policy, in a stack that comes before this one."""
    named = s3.Bucket.from_bucket_name(scope, "MediaBucket", bucket.bucket_name)
    Annotations.of(scope).acknowledge_warning(
        "@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac", "the bucket's own stack lets CloudFront in"
    )
    return origins.S3BucketOrigin.with_origin_access_control(named)


def _headers(scope: Construct) -> cloudfront.ResponseHeadersPolicy:
    """No time to keep a file for: these come with errors, too, and a browser would keep "not there yet" as long."""
    return cloudfront.ResponseHeadersPolicy(
        scope,
        "MediaHeaders",
        security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
            content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
            strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                access_control_max_age=HTTPS_ONLY, include_subdomains=True, override=True
            ),
        ),
        custom_headers_behavior=cloudfront.ResponseCustomHeadersBehavior(
            custom_headers=[
                cloudfront.ResponseCustomHeader(
                    header="Cross-Origin-Resource-Policy", value="same-origin", override=True
                ),
            ]
        ),
    )
