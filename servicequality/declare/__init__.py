"""How an exercise is declared: once, as data plus one pure function."""

from servicequality.declare.exercise import DeclarationError, Exercise, Group
from servicequality.declare.fields import Choice, LongText, ShortText, Slider, YesNo
from servicequality.declare.views import Chart, Column, Figure, Number, Sentence, Table, Value

__all__ = [
    "Chart",
    "Choice",
    "Column",
    "DeclarationError",
    "Exercise",
    "Figure",
    "Group",
    "LongText",
    "Number",
    "Sentence",
    "ShortText",
    "Slider",
    "Table",
    "Value",
    "YesNo",
]
