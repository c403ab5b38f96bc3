"""Who may enter bulletins: editors who signed in, or a browser on the server's own machine."""

from typing import Any

import pytest

from lsdash.web.entrance import access
from lsdash.web.entrance.access import Access, Admission

EDITORS = ["Lan@langson.example", "minh@langson.example"]


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ({}, Access.SIGN_IN),
        ({"is_logged_in": False, "email": "lan@langson.example"}, Access.SIGN_IN),
        ({"is_logged_in": True, "email": "lan@langson.example"}, Access.OPEN),
        (
            {"is_logged_in": True, "email": "LAN@LANGSON.EXAMPLE", "email_verified": True},
            Access.OPEN,
        ),
        (
            {"is_logged_in": True, "email": "lan@langson.example", "email_verified": False},
            Access.REFUSED,
        ),
        ({"is_logged_in": True, "email": "khach@langson.example"}, Access.REFUSED),
        ({"is_logged_in": True, "email": ""}, Access.REFUSED),
        ({"is_logged_in": True, "email": None, "name": "Lan@langson.example"}, Access.REFUSED),
    ],
)
def test_sign_in_lets_editors_in_by_their_verified_address(
    user: dict[str, Any], expected: Access
) -> None:
    assert access.signed_in(user, EDITORS).access is expected


def test_nobody_is_an_editor_where_none_is_named() -> None:
    user = {"is_logged_in": True, "email": "lan@langson.example"}
    assert access.signed_in(user, []).access is Access.REFUSED


def test_an_editor_signs_with_the_name_that_the_provider_gives() -> None:
    user = {"is_logged_in": True, "email": "lan@langson.example", "name": "Nguyễn Thị Lan"}
    assert access.signed_in(user, EDITORS) == Admission(Access.OPEN, "Nguyễn Thị Lan")
    del user["name"]
    assert access.signed_in(user, EDITORS) == Admission(Access.OPEN, "lan@langson.example")


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "::1"])
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "localhost"])
def test_a_browser_on_the_machine_that_the_server_listens_to_alone_is_let_in(
    address: str, host: str
) -> None:
    headers = {"host": host, "origin": f"http://{host}"}
    assert access.on_this_machine(address, headers).is_open
    assert not access.on_this_machine(address, {"host": host}).is_open  # no browser


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        (None, {"host": "localhost:8501"}),
        ("::", {"host": "localhost:8501"}),
        ("10.0.0.5", {"host": "localhost:8501"}),
        ("127.0.0.1", {}),
        ("127.0.0.1", {"host": "dashboard.langson.example"}),
        ("127.0.0.1", {"host": "evil.example:8501"}),
        ("127.0.0.1", {"host": "localhost:8501", "x-forwarded-for": "10.0.0.9"}),
        ("127.0.0.1", {"host": "localhost:8501", "forwarded": "for=10.0.0.9"}),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_server_that_others_may_reach_is_shut(address: str, headers: dict[str, str]) -> None:
    headers = {"origin": f"http://{headers.get('host', '')}"} | headers
    assert access.on_this_machine(address, headers) == Admission(Access.OFF)


@pytest.mark.parametrize(
    "origin", ["", "null", "http://evil.example", "http://localhost:8502", "http://localhost"]
)
def test_who_comes_from_elsewhere_or_from_nowhere_is_not_let_in(origin: str) -> None:
    headers = {"host": "localhost:8501", "origin": origin}
    assert access.on_this_machine("localhost", headers) == Admission(Access.OFF)


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", None, "10.0.0.5"])
def test_editing_on_this_machine_is_a_setting_that_is_said_aloud(
    address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.config, "get_option", lambda _: address)
    monkeypatch.delenv("LSDASH_INTAKE", raising=False)
    assert access.said_aloud() == ""
    monkeypatch.setenv("LSDASH_INTAKE", "here")
    opens = "may enter bulletins without signing in" in access.said_aloud()
    assert opens == (address in access.LOOPBACK)
    assert opens or "opens nothing" in access.said_aloud()
