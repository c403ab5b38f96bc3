"""The options that a document lays before others: answers, steps and courses."""

from typing import Self

from pydantic import (
    Field,
    model_validator,
)

from lsdash.model.words import Frozen, Slug, Text
from lsdash.vocabulary import (
    Place,
)


class Dimension(Frozen):
    """One line of the comparison of options."""

    slug: Slug
    label: Text
    health: bool = False
    """It is a matter of health or isolation."""


class Answer(Frozen):
    """What one option says on one dimension; `text` is none when it says nothing."""

    stated: bool = True
    text: Text | None = None
    unsaid: Text | None = None
    """What it leaves open although it speaks of the matter."""

    @model_validator(mode="after")
    def says_or_not(self) -> Self:
        if self.stated != (self.text is not None):
            raise ValueError("give text, or stated: false, and not both")
        return self


class Step(Frozen):
    """One stretch of a worker's calendar. `length` names the fact that states how long."""

    place: Place
    label: Text
    length: Slug | None = None
    daily: bool = False
    """Comes back every day, in turn with the other daily steps of its course."""


class Course(Frozen):
    """One way a worker's time can run under an option."""

    label: Text
    steps: tuple[Step, ...] = Field(min_length=1)


class Option(Frozen):
    number: int = Field(ge=1)
    label: Text
    answers: dict[Slug, Answer]
    courses: tuple[Course, ...] = ()
