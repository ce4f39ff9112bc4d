"""The function that lets people into rooms, apart from the API so that it stays small and quick to start."""

from functools import cache

from fastapi import FastAPI
from mangum.types import LambdaContext

from lambdas.http.application import make_application
from lambdas.http.serve import serve
from lambdas.token import guests
from lambdas.token.routes import router
from lambdas.wire import Answer, Event


@cache
def application() -> FastAPI:
    return make_application([router, guests.router])


def handler(event: Event, context: LambdaContext) -> Answer:
    return serve(application(), event, context)
