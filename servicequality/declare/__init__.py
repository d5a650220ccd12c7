"""How an exercise is declared: once, as data plus one pure function."""

from servicequality.declare.exercise import DeclarationError, Exercise, Group, Task
from servicequality.declare.fields import (
    Choice,
    LongText,
    MultipleChoice,
    ShortText,
    Slider,
    YesNo,
)
from servicequality.declare.picture import Picture
from servicequality.declare.rows import Rows
from servicequality.declare.teaching import Teaching
from servicequality.declare.views import (
    Blueprint,
    Card,
    Cards,
    Chart,
    Checklist,
    Column,
    Diagram,
    Figure,
    Number,
    Sentence,
    Table,
    Value,
)

__all__ = [
    "Blueprint",
    "Card",
    "Cards",
    "Chart",
    "Checklist",
    "Choice",
    "Column",
    "DeclarationError",
    "Diagram",
    "Exercise",
    "Figure",
    "Group",
    "LongText",
    "MultipleChoice",
    "Number",
    "Picture",
    "Rows",
    "Sentence",
    "ShortText",
    "Slider",
    "Table",
    "Task",
    "Teaching",
    "Value",
    "YesNo",
]
