"""What MediaConvert may do for us: read raw files, write what it makes of them."""

from aws_cdk import aws_iam as iam
from constructs import Construct

from stacks.media import MediaStack
from stacks.object_access import allow_objects


def transcoder_role(scope: Construct, *, media: MediaStack) -> iam.Role:
    role = iam.Role(scope, "TranscoderRole", assumed_by=iam.ServicePrincipal("mediaconvert.amazonaws.com"))
    allow_objects(role, media.raw_bucket, "raw/", "s3:GetObject")
    allow_objects(role, media.media_bucket, "media/", "s3:PutObject")
    return role
