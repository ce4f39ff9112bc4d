"""The function behind /api."""

from functools import cache

from fastapi import FastAPI
from mangum.types import LambdaContext

from lambdas.api.routes import health, me, playback, recordings, sessions
from lambdas.http.application import make_application
from lambdas.http.serve import serve
from lambdas.wire import Answer, Event


@cache
def application() -> FastAPI:
    return make_application([sessions.router, recordings.router, playback.router, me.router, health.router])


def handler(event: Event, context: LambdaContext) -> Answer:
    return serve(application(), event, context)
