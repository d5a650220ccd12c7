"""Departments or processes? The lecture notes' claim that focusing on processes transforms."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-process-teams",
    title="Departments or processes?",
    claim="The lecture notes say: an organisation that focuses on its processes can be "
    "transformed, and reach the level of performance that competition demands. Mira asks whether "
    "Hotel Yasen should give up its departments and form teams around processes: arrival, stay, "
    "events, departure.",
    question="What would you tell her?",
    positions={
        "teams": "Yes: teams instead of departments",
        "owners": "Keep departments, but give each process an owner",
        "one_first": "Try it with one process, and count",
        "keep": "No: improve the departments that there are",
    },
    arguments={
        "for": (
            "Guests live through processes, not through departments. Today nobody at the hotel "
            "sees a whole arrival, so hardly anybody can improve it.",
            "Each hand-off adds waiting and errors. In the explorer, hand-offs lose about as many "
            "orders as all seven steps together.",
            "A person who sees the end result knows what the work is for. A list that ends at the "
            "door of the department cannot give that.",
        ),
        "against": (
            "Specialists are good at their step. In the explorer the host’s gain is gone at a loss "
            "of less than two percent a step. A smaller hotel has no one to stand in for a host.",
            "Changing the chart is not enough. Majchrzak and Wang found that a whole process in "
            "one department did not by itself make people give up the thinking of their old "
            "departments. Managers must also build shared responsibility.",
            "Hammer and Champy, who praised such redesigns, wrote in a much quoted sentence that "
            "as many as 50 to 70 percent did not achieve the dramatic results they intended. They "
            "called the estimate unscientific, and it counts missed hopes, not failures.",
            "Some work belongs to many processes at once: cleaning, cooking, the lift. Cut up by "
            "process, it is done four times.",
        ),
    },
    model=(
        "One careful answer: begin with the process that hurts guests most, here the conference "
        "order. Give it an owner who follows each order to the end and may decide, and let all "
        "departments answer together for orders that arrive without an error. Leave cooks in "
        "the kitchen and room attendants with Radka.",
        "Count before and after: orders without an error, hours from order to stay, hours of work. "
        "If the owner gains less than the specialists lose, go back. That is slower than a "
        "transformation, and it can be undone.",
    ),
    teaches=(),
    minutes=10,
)
