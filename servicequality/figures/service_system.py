"""Excellent service as a system, as a drawing."""

from __future__ import annotations

from servicequality.charts.service_system import DESCRIPTION, service_system
from servicequality.declare import Picture

FIGURE = Picture(
    id="service-system",
    caption="Service as a system: two strong boxes, and three that carry them",
    draw=service_system,
    description=DESCRIPTION,
    source="Own drawing after the lecture notes behind this course.",
)
