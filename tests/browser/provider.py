"""A small OpenID Connect provider on this machine: discovery, consent page, tokens signed RS256."""

import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT = "lsdash-test"
SHARED = "only-for-this-test"


@dataclass
class Provider:
    """`people` are the accounts that it knows, by user name, with the claims of each."""

    port: int
    people: Mapping[str, Mapping[str, Any]]
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    granted: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def secrets_for(self, server: str, editors: list[str]) -> str:
        """What the server's secrets file says to use this provider."""
        named = ", ".join(f'"{editor}"' for editor in editors)
        return f"""
            [auth]
            redirect_uri = "{server}/oauth2callback"
            cookie_secret = "{secrets.token_hex(16)}"
            client_id = "{CLIENT}"
            client_secret = "{SHARED}"
            server_metadata_url = "{self.url}/.well-known/openid-configuration"

            [intake]
            editors = [{named}]
        """

    def start(self) -> None:
        """Serve from a thread that ends with the process, and return once it answers."""
        routes = [
            Route("/.well-known/openid-configuration", self._discovery),
            Route("/keys", self._keys),
            Route("/authorize", self._ask),
            Route("/consent", self._grant),
            Route("/token", self._token, methods=["POST"]),
        ]
        config = uvicorn.Config(
            Starlette(routes=routes), host="127.0.0.1", port=self.port, log_level="error"
        )
        server = uvicorn.Server(config)
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.05)

    def _discovery(self, _request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    def _keys(self, _request: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    def _ask(self, request: Request) -> Response:
        """The page on which a person says who they are."""
        query = dict(request.query_params)
        ways = (
            f'<p><a href="/consent?{urlencode({**query, "user": user})}">{user}</a></p>'
            for user in self.people
        )
        return HTMLResponse("<h1>Who are you?</h1>" + "".join(ways))

    def _grant(self, request: Request) -> Response:
        query = dict(request.query_params)
        code = secrets.token_urlsafe()
        self.granted[code] = {"user": query["user"], "nonce": query["nonce"]}
        answer = urlencode({"code": code, "state": query["state"]})
        return RedirectResponse(f"{query['redirect_uri']}?{answer}")

    async def _token(self, request: Request) -> Response:
        form = await request.form()
        granted = self.granted.pop(str(form["code"]))
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": CLIENT,
            "sub": granted["user"],
            "iat": now,
            "exp": now + 600,
            "nonce": granted["nonce"],
            **self.people[granted["user"]],
        }
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return JSONResponse(
            {"access_token": "none", "token_type": "Bearer", "expires_in": 600, "id_token": token}
        )
