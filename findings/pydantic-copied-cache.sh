#!/usr/bin/env bash
# A copy of a frozen pydantic model keeps what the original had worked out: model_copy(update=…)
# carries values of functools.cached_property over to the copy, whose fields say otherwise.
#
# Expected: a copy with another field works its cached properties out anew, since a frozen model
# allows the decorator and == between models leaves their caches out of account.
# Seen with pydantic 2.14.3: once the sum of a budget has been read, every copy with other amounts
# tells the old sum, and a copy of a budget whose sum nobody had read tells the right one. The copy
# equals a model made of the same fields, so that a test that compares models sees nothing.
# A value that follows from fields has to be a plain property, or to be kept by the fields' values.
#
# Exits 0 while the copy tells the old sum, and 1 when that has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q pydantic==2.14.3

cat >copied.py <<'PY'
import sys
from functools import cached_property

import pydantic


class Budget(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True)
    amounts: tuple[int, ...]

    @cached_property
    def total(self) -> int:
        return sum(self.amounts)


print("pydantic", pydantic.VERSION)
unread, was_read = Budget(amounts=(1, 2)), Budget(amounts=(1, 2))
was_read.total
told = [each.model_copy(update={"amounts": (10, 20)}) for each in (unread, was_read)]
print("fields", [each.amounts for each in told], "totals", [each.total for each in told])
print("equal to a fresh model:", told[1] == Budget(amounts=(10, 20)))
sys.exit(0 if [each.total for each in told] == [30, 3] else 1)
PY
venv/bin/python copied.py
