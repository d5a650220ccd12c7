"""The longer texts of the exercise: rubric, model answer, what is real and what is not."""

from __future__ import annotations

from servicequality.declare import Teaching

TEACHING = Teaching(
    prompt="Choose a service in a hotel, a restaurant or in tourism that you know. Which of its "
    "components make up technical quality, which functional and which societal quality? Say which "
    "one you would improve first.",
    rubric={
        "sorting": "At least four in five of the components named are sorted correctly.",
        "kinds": "All three kinds stand there. Societal quality is about harm or good, not about "
        "advertising.",
        "borderline": "At least one component that fits more than one kind is named, and argued "
        "both ways.",
        "priority": "One improvement comes first, with a reason that names its kind of quality.",
    },
    model_answer=(
        "I choose a night with breakfast at Hotel Yasen. Technical quality is what I take away "
        "from it: I have slept well, the room was clean, the breakfast was fresh and filling. "
        "Functional quality is how I got it. Desislava greeted me and explained the spa hours, a "
        "dish was filled before I asked, and a call about noise was answered quickly and with an "
        "apology.",
        "Societal quality is that nobody is harmed, whether I notice or not. The pool water is "
        "tested, room attendants are paid for all their hours, and left-over food should go to the "
        "compost. "
        "The poster about the planet in the lobby does not count. It is advertising: "
        "the service does no less harm because of it.",
        "Some components are borderline. Tested pool water is societal, but safe water is also "
        "what I bought. A clean room is technical, because I find it clean. It is functional too "
        "while somebody cleans around me. Allergy labels are functional, since they help me to "
        "choose, and societal, since a missing one can harm a guest. I put them in both boxes.",
        "I would improve the allergy labels first, for their societal quality: the cook checks "
        "and signs each label every day. I do so although the quiet night has the larger weight "
        "for most guests. The labels score 4 of 10, below the 5 that I accept where harm is "
        "possible. A guest cannot check them, and one wrong label can put somebody in hospital: "
        "no friendly greeting makes up for that. Left-over food scores less still, 3, but hurts "
        "nobody tonight. The quiet night comes next, a technical component with 5 of 10, because "
        "it is what guests pay a hotel for.",
    ),
    honesty="The stay, its scores and weights are synthetic. Our key is a reading, and where "
    "several boxes can be defended it accepts each of them. Technical and functional quality, and "
    "image as a filter, go back to Grönroos (1984); we have seen the first page of the article and "
    "a later summary, not the whole. The formula for perceived quality and the lowest acceptable "
    "score are constructs of this course, not findings.",
    misconceptions=(
        (
            "“Technical quality is about technology.”",
            "It is the outcome: what the guest has in the end. Technology may help to deliver it.",
        ),
        (
            "“Societal quality is what the hotel says about the environment.”",
            "It is what the service does: whether it harms guests, staff or others. Guests often "
            "cannot see it.",
        ),
        (
            "“Quality means luxury.”",
            "A plain room can have high quality of all three kinds: a good night, a kind welcome, "
            "nobody harmed.",
        ),
    ),
    words=90,
)
