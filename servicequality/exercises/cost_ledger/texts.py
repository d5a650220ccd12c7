"""The longer texts of the exercise: what each item is, and what there is to try."""

from __future__ import annotations

from servicequality.content import load
from servicequality.declare import Task

ITEMS = load("hotel/quality_costs")
LABELS = {item["item_id"]: f"{item['label']}." for item in ITEMS}
KIND_NAMES = {
    "prevention": "Prevention",
    "appraisal": "Appraisal",
    "internal_failure": "Internal failure",
    "external_failure": "External failure",
}
OPTIONS = {
    "open": "not sorted yet",
    "prevention": "prevention",
    "appraisal": "appraisal",
    "internal_failure": "internal failure",
    "external_failure": "external failure",
    "ordinary": "no quality cost",
}
REASONS = {
    "new_staff_training": "Prevention. It is paid before anybody has made an error.",
    "room_checks": "Appraisal. The check looks for errors. As long as errors are possible, it is "
    "paid for good rooms too; if none were possible, nobody would pay for it.",
    "recleaned_rooms": "Internal failure. An error was made, and the hotel found it first.",
    "refunds": "External failure. The guests met the errors themselves.",
    "daily_cleaning": "No quality cost. Rooms must be cleaned even where nothing goes wrong.",
    "mystery_visits": "Appraisal. The visit finds out how good the service is. It prevents nothing "
    "by itself.",
    "thrown_dishes": "Internal failure. The kitchen saw the error before the guest did.",
    "pump_service": "Prevention. The pump is serviced so that it does not fail.",
    "sent_elsewhere": "External failure. The guests stood at the desk without a room.",
    "guest_survey": "Appraisal. The hotel pays to learn how good its service was.",
    "bookings_put_right": "Internal failure. The error was found before the guest arrived.",
    "complaint_hours": "External failure. The hours are spent because guests met errors. A good "
    "answer may save a guest; the hours are still the price of the error.",
    "lobby_chairs": "No quality cost. Chairs are a product feature: they prevent no error, and "
    "nobody missed them.",
    "water_tests": "Appraisal. Even if the law demands it, the test is there because the water "
    "could be bad.",
    "agency_discounts": "External failure. The groups met the errors, and the operator asks for a "
    "lower price.",
    "supplier_choice": "Prevention. Better linen and food mean fewer errors later.",
    "blocked_rooms": "Internal failure. The hotel found the error itself, before a guest slept in "
    "the room, so it carries the loss alone.",
    "lost_guests": "External failure. No bill shows this sum. It is an estimate: 30 guests, 400 "
    "euros of lost margin each.",
}

TASKS = (
    Task(
        "Sort all eighteen items, then check. Which kind is the largest? What share of the cost of "
        "quality is failure?",
        "External failure, with 150,000 of 300,000 euros. Internal and external failure together "
        "make 240,000 euros, four fifths. Only 20,000 euros prevent anything.",
    ),
    Task(
        "Set more prevention to 0 and more appraisal to 40. Why does the total fall so little, "
        "although only half as many errors reach a guest?",
        "The total falls from 300,000 to 295,000 euros. As many errors are made as before; they "
        "move from outside to inside. External failure falls by 75,000 euros, but internal "
        "failure rises by 30,000 to 120,000 euros, and the checks cost 40,000 euros more.",
    ),
    Task(
        "Set more appraisal to 0 and raise prevention from 0 in steps of 5. At which step is the "
        "total lowest? What happens beyond it?",
        "At 75, with a total of about 218,000 euros. Beyond it, each further euro of prevention "
        "saves less than one euro of failure, so the total rises again.",
    ),
    Task(
        "Keep appraisal at 0 and set prevention to 40. Now make the errors harder to prevent: 120 "
        "thousand euros to halve them, and only 50% of them within reach. Does prevention pay?",
        "Not in one year. The total is about 315,000 euros, more than the 300,000 of this year. "
        "Whether prevention pays depends on how well it works, and somebody has to measure that.",
    ),
)
