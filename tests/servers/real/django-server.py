"""A real django-oauth-toolkit on 127.0.0.1, with throw-away data in memory.

usage: django-server.py OPTIONS     (a JSON object, see real-django.ts)

Prints one line, "listening on http://127.0.0.1:PORT", once it answers, and ends when its standard input does,
so that it never outlives the test run that started it.
"""
import json
import os
import sys
import threading

import django
from django.conf import settings

OPTIONS = json.loads(sys.argv[1])

settings.configure(
    SECRET_KEY="only-for-tests",
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    USE_TZ=True,
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "oauth2_provider", "rest_framework"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": OPTIONS.get("database") or "file:lanyard?mode=memory&cache=shared",
        }
    },
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    # A cheap hash: sign-ins should not slow the tests down.
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    # Expected refusals and provoked 500s would bury the output of the test run.
    LOGGING_CONFIG=None,
    OAUTH2_PROVIDER={
        "OAUTH2_BACKEND_CLASS": {
            "json": "oauth2_provider.oauth2_backends.JSONOAuthLibCore",
            "form": "oauth2_provider.oauth2_backends.OAuthLibCore",
        }[OPTIONS["bodyFormat"]],
        "ACCESS_TOKEN_EXPIRE_SECONDS": OPTIONS["accessTtl"],
        "REFRESH_TOKEN_EXPIRE_SECONDS": OPTIONS["refreshTtl"],
        "REFRESH_TOKEN_GRACE_PERIOD_SECONDS": OPTIONS["refreshGrace"],
        "ROTATE_REFRESH_TOKEN": OPTIONS["rotate"],
        "SCOPES": {"read": "Read", "write": "Write", "introspection": "Introspect"},
        "DEFAULT_SCOPES": ["read", "write"],
    },
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": ["oauth2_provider.contrib.rest_framework.OAuth2Authentication"],
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    },
)
django.setup()

import logging

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import include, path
from oauth2_provider.decorators import protected_resource
from oauth2_provider.models import get_application_model
from rest_framework.decorators import api_view
from rest_framework.response import Response

logging.disable(logging.CRITICAL)


@protected_resource()
def me(request):
    owner = request.resource_owner
    return JsonResponse({"username": owner.username if owner else None})


@api_view()
def rest_me(request):
    return Response({"username": request.user.username})


urlpatterns = [
    path("auth/oauth2/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    path("api/me/", me),
    path("api/rest/me/", rest_me),
]


def prepare():
    call_command("migrate", verbosity=0)
    for user in OPTIONS["users"]:
        if not get_user_model().objects.filter(username=user["username"]).exists():
            get_user_model().objects.create_user(user["username"], password=user["password"])
    for client in OPTIONS["clients"]:
        get_application_model().objects.get_or_create(
            client_id=client["id"],
            defaults={
                "client_secret": client["secret"],
                "client_type": "confidential",
                "authorization_grant_type": client["grant"].replace("_", "-"),
            },
        )


def one_at_a_time(app):
    """Lets requests take turns: colliding SQLite writers would end in a 500."""
    turn = threading.Lock()

    def wrapped(environ, start_response):
        with turn:
            return app(environ, start_response)

    return wrapped


class Handler(WSGIRequestHandler):
    # Head and body are written apart: without this the second waits 40 ms for the client's ACK.
    disable_nagle_algorithm = True


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


prepare()
threading.Thread(target=end_with_parent, daemon=True).start()
with ThreadedWSGIServer(("127.0.0.1", OPTIONS["port"]), Handler) as server:
    server.daemon_threads = True
    server.set_app(one_at_a_time(get_wsgi_application()))
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever(poll_interval=0.1)
