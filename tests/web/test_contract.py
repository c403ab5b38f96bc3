"""What the contract promises and what is answered, held against each other by questions made from
it: well-formed ones are answered, others refused, and every answer has the form that it says."""

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import load_all_checks, positive_data_acceptance
from schemathesis.config import SchemathesisConfig
from schemathesis.schemas import BaseSchema
from starlette.applications import Starlette

from lsdash.model import SEARCH_WORDS, search_words
from lsdash.web.routes import openapi

load_all_checks()

REFUSALS = [400, 404, 405, 406, 414]
"""How a question that is not as the contract says may be refused; too long a one by 414."""


@pytest.fixture
def contract(app: Starlette) -> BaseSchema:
    known = {"checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}}}
    config = SchemathesisConfig.from_dict(known)
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, config=config)


def is_unsaid(case: Case) -> bool:
    """What no schema can say: a search holds one to six words, and `from` is not after `to`."""
    asked = case.query or {}
    words = search_words(str(asked.get("q", "a word")))
    is_reversed = str(asked.get("from", "")) > str(asked.get("to", "9999-99-99"))
    return is_reversed or not 1 <= len(words) <= SEARCH_WORDS


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("address", openapi.ADDRESSES.values())
def test_questions_made_from_the_contract_are_answered_as_it_says(
    contract: BaseSchema, address: str, mode: GenerationMode
) -> None:
    operation = contract[address]["GET"]
    if mode is GenerationMode.NEGATIVE and not operation.query:
        return  # nothing can be asked wrongly

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=30)
    def answered(case: Case) -> None:
        unsaid = [positive_data_acceptance] if is_unsaid(case) else []
        case.call_and_validate(excluded_checks=unsaid)

    answered()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", openapi.ADDRESSES.values())
def test_other_methods_are_refused_in_json(
    contract: BaseSchema, app: Starlette, address: str, method: str
) -> None:
    named = {"form": "json", "release": "2020w10-00000000"}
    case = contract[address]["GET"].Case(path_parameters=named)
    case.method = method
    response = case.call()
    assert response.status_code == 405
    assert response.json()["error"] == "method"
    assert set(response.headers["allow"][0].split(", ")) == {"GET", "HEAD"}
