"""The words behind the ids: kinds, dimensions, gaps, reasons, parts of justice, rights."""

from __future__ import annotations

KINDS = {
    "outcome": "Outcome (technical): what",
    "process": "Process (functional): how",
}
KIND_TOLD = {
    "outcome": "This is an outcome (technical) failure: the guest did not get what was bought. Ask "
    "first whether it can still be delivered.",
    "process": "This is a process (functional) failure: the guest was served badly on the way. Ask "
    "first who must say sorry, and what happens next.",
}
DIMENSIONS = {
    "tangibles": "Tangibles",
    "reliability": "Reliability",
    "responsiveness": "Responsiveness",
    "assurance": "Assurance",
    "empathy": "Empathy",
}
DIMENSION_TOLD = {
    "tangibles": "Tangibles are rooms, equipment and people as they look. Name what could be seen.",
    "reliability": "Reliability means that the promised service is performed dependably and "
    "accurately. Name the promise.",
    "responsiveness": "Responsiveness is willingness to help, and promptness. Name the wait.",
    "assurance": "Assurance is knowledge and courtesy that inspire trust. Name what destroyed "
    "trust.",
    "empathy": "Empathy is individual care and attention. Name the need that nobody noticed.",
}
GAPS = {
    "G1": "Gap 1: managers did not know",
    "G2": "Gap 2: too low a standard",
    "G3": "Gap 3: standard not kept",
    "G4": "Gap 4: promised too much",
}
GAP_TOLD = {
    "yasen_G1": "Gap 1 can be defended. Managers believe that guests care most about the lobby, "
    "and nobody asks about the night.",
    "yasen_G2": "Gap 2 can be defended. The rule about noise covers noise in the hotel and says "
    "nothing of traffic. It is Gap 2 only if managers know that traffic keeps guests awake.",
    "yasen_G3": "Gap 3 explains the slow answer, {minutes} minutes, if the rule of 15 minutes "
    "counts here. It does not explain the traffic: no standard about traffic was broken.",
    "yasen_G4": "Gap 4 fits. “Quiet nights, always” cannot be kept in a room on the street side. "
    "Then ask why it was promised: reception, who hear the complaints, were not asked.",
    "own_G1": "To show Gap 1, say what managers believed, and what you expected.",
    "own_G2": "To show Gap 2, say what managers knew, and what the standard asked for instead.",
    "own_G3": "To show Gap 3, name the standard, and what employees did instead.",
    "own_G4": "To show Gap 4, quote the promise, and say what was delivered.",
}
DONE = {
    "apology": "An apology",
    "explanation": "An explanation of what happened and why",
    "choice": "A choice between remedies",
    "authority": "A first employee who was allowed to decide",
    "handed_on": "The way to somebody who could decide",
    "follow_up": "A call or message afterwards, to ask whether all was well",
}
REASONS = {
    "no_authority": "The employee was not allowed to decide.",
    "no_plan": "There was no plan for such a failure.",
    "back_office": "The back office or another department did not help.",
    "policy": "A policy was applied although it did not fit.",
    "uninformed": "The guest was not told what was possible.",
    "never_told": "The guest never complained.",
}
REASON_NOTES = {
    "no_authority": "Give the first employee authority within clear limits: for example, any free "
    "room of the same price.",
    "no_plan": "Write a plan that takes effect at once, and practise it before it is needed.",
    "back_office": "Service is the work of every department. Agree who helps the desk at night.",
    "policy": "Policies are a general guide. Say who may set one aside when a guest’s interest "
    "requires it.",
    "uninformed": "Tell guests their options before they ask.",
    "never_told": "Make it easy to complain, and ask guests while they are still in the house.",
    "no_authority_clash": "In the list above you ticked that the first employee was allowed to "
    "decide. One of the two is wrong.",
    "uninformed_clash": "In the list above you ticked an explanation. Say what was left out of it.",
    "never_told_clash": "Above you said that the guest told the hotel. One of the two is wrong.",
}
JUSTICES = {
    "distributive": "Distributive",
    "procedural": "Procedural",
    "interactional": "Interactional",
}
WEAKEST = {
    "distributive": "Distributive justice (was the result fair?)",
    "procedural": "Procedural justice (was the way to it fair?)",
    "interactional": "Interactional justice (was the guest treated fairly?)",
}
PARTS = {
    "solved": "Distributive: problem solved",
    "compensation": "Distributive: compensation",
    "speed": "Procedural: speed of the first response",
    "voices": "Procedural: few people to deal with",
    "authority": "Procedural: somebody could decide",
    "choice": "Procedural: choice of remedy",
    "no_repeat": "Procedural: no new mistake",
    "apology": "Interactional: apology",
    "explanation": "Interactional: explanation",
    "follow_up": "Interactional: follow-up",
}
LOST_BY = {
    "solved": "the problem was not solved, or only in part",
    "compensation": "the compensation is small for such a failure",
    "speed": "the first response came late",
    "voices": "the guest had to deal with too many people",
    "authority": "the first employee was not allowed to decide",
    "choice": "the guest had no choice of remedy",
    "no_repeat": "something new went wrong",
    "apology": "nobody said sorry",
    "explanation": "nobody explained what happened and why",
    "follow_up": "nobody asked afterwards",
}
RIGHTS = {
    "R1": "R1, excellent service",
    "R2": "R2, a say in the level of service",
    "R3": "R3, obligations are met",
    "R4": "R4, professional help in time",
    "R5": "R5, accurate information",
    "R6": "R6, to complain",
    "R7": "R7, somebody else to turn to",
    "R8": "R8, material compensation",
}
UNTOLD = "The hotel was not told."
RIGHT_NOTES = {
    "R1_failed": "There was a failure. What must follow is said by R3 to R8.",
    "R1_light": "The failure was light and made good at once. Only the guest can say.",
    "R2_choice": "The guest could choose. What can be chosen has its limits: what was promised and "
    "paid for.",
    "R2_no_choice": "The hotel alone decided what the guest got.",
    "R2_solved": "It was solved, but the guest had no choice. Ask whether one was wanted.",
    "R2_untold": UNTOLD,
    "R3_unmet": "What was promised was not delivered in the end.",
    "R3_late": "Late, but in the end.",
    "R3_no_promise": "You have not said what was promised.",
    "R4_in_time": "The response came when it was due, and nothing new went wrong.",
    "R4_late": "The first response came later than it was due.",
    "R4_again": "Something new went wrong on the way.",
    "R4_untold": UNTOLD,
    "R5_promise": "With Gap 4 as the root, what the guest was told before was not accurate.",
    "R5_explained": "The guest was told what happened and why.",
    "R5_unexplained": "Nobody explained what happened and why.",
    "R5_untold": UNTOLD,
    "R6_told": "The guest could tell the hotel. Whether it was easy, and whether anybody learned "
    "from it, is another matter.",
    "R6_untold": "Was it hard to complain, or did the guest not want to? The hotel cannot know.",
    "R7_at_once": "It was not needed: the first employee could decide.",
    "R7_handed_on": "The guest got to somebody who could decide.",
    "R7_solved": "It was solved without that.",
    "R7_stuck": "The first employee could not help, and nobody else was offered.",
    "R7_untold": UNTOLD,
    "R8_paid": "Something was paid. Whether it was enough is said by the points above.",
    "R8_unpaid": "Nothing was paid, although the problem was not fully solved.",
    "R8_solved": "Nothing was paid, and the problem was solved. Ask whether anything was lost.",
    "R8_untold": UNTOLD,
}
MEASURES = {
    "missing_G1": "You have named no measure yet. Gap 1 is closed before the stay: who will ask "
    "guests about this, and who will read the answers?",
    "missing_G2": "You have named no measure yet. Gap 2 is closed by a standard: what should it "
    "ask for, and how is it measured?",
    "missing_G3": "You have named no measure yet. Gap 3 is closed where people work: which tool, "
    "authority, training or hand would have kept the standard?",
    "missing_G4": "You have named no measure yet. Gap 4 is closed by an honest promise, or by "
    "keeping it: which of the two, and who approves the text?",
    "given_G1": "Test your measure, “{measure}”. Does it bring knowledge about guests to the "
    "managers? That closes Gap 1. Training the staff does not.",
    "given_G2": "Test your measure, “{measure}”. Does it change what the standard asks for? That "
    "closes Gap 2.",
    "given_G3": "Test your measure, “{measure}”. Does it help employees to keep the standard? That "
    "closes Gap 3.",
    "given_G4": "Test your measure, “{measure}”. Does it change the promise, or does it make the "
    "promise true? One of the two closes Gap 4. An apology does neither.",
}
