"""What the API needs to let people listen: the key to sign with, and the playlists that it writes signatures into."""

from aws_cdk import aws_lambda as lambda_

from stacks.media import MEDIA_FOLDER, MediaStack
from stacks.object_access import READ, allow_objects
from stacks.secret_access import allow_secret
from stacks.web import WebStack

PLAYLISTS = ".m3u8"


def let_sign(function: lambda_.Function, *, web: WebStack) -> None:
    function.add_environment("PAGE_ORIGIN", web.page_origin)
    function.add_environment("SIGNING_KEY_ID", web.signing_key.id)
    function.add_environment("SIGNING_SECRET_ARN", web.signing_key.secret.secret_arn)
    allow_secret(function, web.signing_key.secret)


def let_listen(api: lambda_.Function, *, web: WebStack, media: MediaStack) -> None:
    assert api.role
    let_sign(api, web=web)
    allow_objects(api.role, media.media_bucket, f"{MEDIA_FOLDER}/", *READ, ending=PLAYLISTS)
