"""What a class can be asked: the exercises of the course, and the questions of the bank."""

from __future__ import annotations

from servicequality.board.say import Say
from servicequality.classmode.subjects import EXERCISE, ITEM
from servicequality.marking.course import Course
from servicequality.practice import bank

# As much of a question as fits into a list.
LONGEST = 110

Choice = tuple[str, str]


class Choices:
    """Labels and ids, as a drop-down list takes them."""

    def __init__(self, say: Say) -> None:
        self.translate = say.translate
        course = Course(say.language)
        self.exercises: list[Choice] = [
            (course.title(name), EXERCISE + name) for name in course.shown
        ]
        self.topics: list[Choice] = [
            (self.translate(bank.topic(slug)["title"]), slug) for slug in bank.topics()
        ]

    def questions(self, topic: str) -> list[Choice]:
        """The questions on a topic, numbered, since two may begin alike."""
        return [
            (f"{number}. {shortened(self.translate(item['question']))}", ITEM + item["id"])
            for number, item in enumerate(bank.items(topic), start=1)
        ]


def shortened(text: str) -> str:
    """A text that fits into a list; dots say that it goes on."""
    return text if len(text) <= LONGEST else text[: LONGEST - 2].rstrip() + " …"
