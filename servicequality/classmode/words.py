"""Texts of class mode: what a page says when an answer cannot be taken, and labels of results."""

# By the code of an error, which programs read; people read the text.
ERRORS = {
    "not_found": "There is nothing at this address.",
    "wrong_method": "This address does not take this kind of request.",
    "bad_request": "The request cannot be read.",
    "not_json": "What was sent is not JSON.",
    "not_an_object": "What was sent has not the form that is expected here: {expected}.",
    "wrong_type": "Only JSON is taken here: send it with the content type application/json.",
    "too_large": "What was sent is too large. There is room for {room} KB.",
    "cross_site": "This request came from another site and was not carried out.",
    "wrong_host": "This server does not answer under this name. Use the address that it shows.",
    "token_needed": "Only the instructor may do this. Sign in with the token that was shown.",
    "token_wrong": "This is not the instructor’s token.",
    "too_often": "That was too often. Wait {seconds} seconds, then try again.",
    "no_room": "There is no class with this code. Check its eight digits.",
    "room_ended": "This class has ended. Nothing more is taken.",
    "no_round": "This class has no such question.",
    "round_closed": "Answers to this question are closed.",
    "round_open": "Answers to this question are still open.",
    "round_already_open": "Answers to this are open already.",
    "rounds_full": "This class has had {count} rounds. Start another class.",
    "round_full": "{count} students have answered. There is no room for more.",
    "no_subject": "The course has no exercise or question with this name.",
    "does_not_fit": "The answer does not fit. {first}",
    "sequence_used": "Another answer was sent under this number. Send yours under a higher one.",
    "no_answer": "There is no such answer.",
    "answer_changed": "The student has sent another answer meanwhile. Read that one first.",
    "no_entry": "The exercise or question has no such entry.",
    "other_subject": "The two rounds are not about the same exercise or question.",
    "promised_deletion": "Students were told that their answers are deleted. Delete them.",
    "store_busy": "The store of answers is busy. Nothing was stored. Try again in a moment.",
    "store_full": "The disk is full. Nothing was stored. Tell the instructor.",
    "store_gone": "The store of answers cannot be reached. Nothing was stored. Try again later.",
    "failed": "Something went wrong on the server. Nothing was stored.",
}

CLASS_MODE = {
    # What students are told about their answers, by what the instructor chose for the room.
    "promise_delete": (
        "No name is asked for. Your answers go to this class’s computer, and are deleted when the "
        "class ends."
    ),
    "promise_keep": (
        "No name is asked for. Your answers go to this class’s computer, and the instructor may "
        "keep them when the class ends."
    ),
    "promise_rehearsal": (
        "This is a rehearsal. No name is asked for. Answers go to this class’s computer, and are "
        "deleted when the rehearsal ends."
    ),
    # Results
    "yes": "yes",
    "no": "no",
    "answer": "Answer",
    "reason": "Reason",
    "verdict": "How it is judged",
    "right": "right",
    "partly": "partly right",
    "wrong": "wrong",
    # What is wrong with an answer beyond its fields
    "unknown_field": "“{name}” is not a field of this exercise.",
    "half_character": "A text holds half a character, which cannot be stored.",
    "number_too_large": "The number is too large to be meant.",
    "incomplete": "The answer is not complete, or holds what the question does not have.",
    # Files
    "participant": "participant",
    "round": "round",
    "subject": "exercise or question",
    "sent": "sent (UTC)",
}
