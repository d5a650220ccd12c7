"""Exercises used as readers use them, so that all that waits for an answer is on the page."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from servicequality.exercises import find
from tests.pages import bring_to_life, control, output, revive_all, touch
from tests.test_page_bad_input import messages

QUESTION = "guess-and-compare"
DIAGNOSIS = find("diagnose-gaps")


def use_gap_model(model: Locator) -> None:
    """Chooses a gap by a tap on the diagram."""
    model.locator('[data-pick="gap=G3"]').click()
    expect(model.locator('input[value="G3"]')).to_be_checked()
    expect(output(model, "shown")).to_contain_text("Gap 3")


def use_explorer(explorer: Locator) -> None:
    """Moves a slider, ticks a box, unfolds an answer; waits until the result is read out."""
    touch(explorer, "expectation", "ArrowLeft")
    control(explorer, "promise_heard").check()
    explorer.locator("summary").first.click()
    expect(explorer.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")
    expect(explorer.get_by_role("status")).not_to_be_empty()


def solve(exercise: Locator, case: dict[str, str], gap: str) -> None:
    """Answers one case: this gap, and the remedy that fits the case."""
    control(exercise, f"gap_{case['id']}").select_option(gap)
    remedy = exercise.locator(f'[data-field="remedy_{case["id"]}"]')
    remedy.locator(f'input[value="{case["remedy"]}"]').check()


def use_diagnosis(diagnosing: Locator) -> None:
    """Solves one case rightly and one wrongly."""
    first, second = DIAGNOSIS.data["cases"][:2]
    solve(diagnosing, first, first["gap"])
    solve(diagnosing, second, next(gap for gap in ("G1", "G2") if gap != second["gap"]))
    right = output(diagnosing, f"checked_{first['id']}").locator("[data-state=right]")
    expect(right).to_have_count(2)
    wrong = output(diagnosing, f"checked_{second['id']}")
    expect(wrong.locator("[data-state=wrong]")).to_have_count(1)
    expect(wrong.locator("[data-state=later]")).to_have_count(1)


def use_question_five(exercise: Locator) -> None:
    """Answers question 5: everything that waits is opened."""
    for name in ("compare", "check_causes", "show_model"):
        control(exercise, name).check()
    for cause in ("no_research", "overpromise"):
        exercise.locator(f'input[value="{cause}"]').check()
    control(exercise, "written_answer").fill("My answer.")
    touch(exercise, "ask_guests", "ArrowRight")
    touch(exercise, "score_causes", "End")
    expect(exercise.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")
    for state in ("right", "wrong", "missed"):
        found = output(exercise, "causes_checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    for name in ("levels", "points_table", "levels_chart", "effect", "model_answer"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_question_three(exercise: Locator) -> None:
    """Answers question 3: a criterion added, one without evidence, the model answer opened."""
    exercise.locator("[data-row=food_packaging] [data-column=family]").fill("10")
    exercise.locator("[data-row=food_packaging] [data-column=other]").fill("7")
    control(exercise, "notes").fill("What I saw.")
    control(exercise, "written_answer").fill("My answer.")
    control(exercise, "show_model").check()
    touch(exercise, "bar", "ArrowRight")
    touch(exercise, "score_evidence", "End")
    for picture in exercise.locator(".sq-chart-picture").all():
        expect(picture).to_have_attribute("data-chart-state", "live")
    for name in ("checks", "unseen", "table", "family_turn", "couple_bar_turn", "model_answer"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_question_two(exercise: Locator) -> None:
    """Answers question 2: a segment added, other money, the other convention, the model open."""
    exercise.locator("[data-field=segments] [data-action=add-row]").click()
    exercise.locator("[data-row=segment_7] [data-column=name]").fill("Families")
    exercise.locator("[data-row=segment_6] [data-column=money]").fill("10")
    exercise.locator('input[value="now"]').check()
    touch(exercise, "lifetime_cut", "ArrowRight")
    control(exercise, "show_model").check()
    control(exercise, "written_answer").fill("My answer.")
    touch(exercise, "score_worth", "End")
    for picture in exercise.locator(".sq-chart-picture").all():
        expect(picture).to_have_attribute("data-chart-state", "live")
    expect(output(exercise, "loser")).to_contain_text("Warning")
    expect(output(exercise, "ranking")).to_contain_text("Families")
    expect(output(exercise, "model_answer")).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_question_one(exercise: Locator) -> None:
    """Answers question 1: everything that waits is opened."""
    control(exercise, "show_model").check()
    exercise.locator('input[value="explanation"]').check()
    exercise.locator('input[value="never_told"]').check()
    touch(exercise, "severity", "ArrowRight")
    control(exercise, "prevention").fill("Say which rooms are quiet.")
    control(exercise, "written_answer").fill("My answer.")
    touch(exercise, "score_account", "End")
    for name in ("justice_chart", "lost_chart"):
        picture = output(exercise, name).locator(".sq-chart-picture")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_attribute("data-chart-state", "live")
    expect(output(exercise, "reasons").locator("[data-state=wrong]")).to_be_visible()
    for name in ("parts", "rights", "changes", "measure", "model_answer"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_question_seven(exercise: Locator) -> None:
    """Answers question 7: the loop run down, the model answer open."""
    control(exercise, "loop").check()
    exercise.locator('input[value="ask_first"]').check()
    touch(exercise, "internal", "Home")
    touch(exercise, "adr", "Home")
    control(exercise, "show_model").check()
    control(exercise, "written_answer").fill("My answer.")
    touch(exercise, "score_loop", "End")
    for name in ("levels_chart", "money_chart"):
        picture = output(exercise, name).locator(".sq-chart-picture")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_attribute("data-chart-state", "live")
    expect(output(exercise, "direction")).to_contain_text("The loop runs down")
    for name in ("parts", "links", "money_table", "caution", "line", "model_answer"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_question_six(exercise: Locator) -> None:
    """Answers question 6: a promise added and one rewritten, causes and remedies checked."""
    exercise.locator("[data-field=promises] [data-action=add-row]").click()
    touch(exercise, "new_level", "ArrowLeft")
    for choice in ("photographs", "untrained", "sign_off", "plan_peaks"):
        exercise.locator(f'input[value="{choice}"]').check()
    for name in ("check_causes", "check_remedies", "show_model"):
        control(exercise, name).check()
    control(exercise, "written_answer").fill("My answer.")
    touch(exercise, "score_gap", "End")
    pictures = exercise.locator(".sq-chart-picture")
    for picture in (pictures.first, pictures.last):
        expect(picture).to_have_attribute("data-chart-state", "live")
    for state in ("right", "wrong", "missed"):
        found = output(exercise, "causes_checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    untreated = output(exercise, "remedies_checked").locator("[data-state=untreated]")
    expect(untreated).to_be_visible()
    for name in ("kinds", "ticks", "comparison", "trade", "model_answer"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_quiet_nights(exercise: Locator) -> None:
    """Moves the promise; waits until the result is read out."""
    touch(exercise, "promise", "ArrowLeft")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_house_style(exercise: Locator) -> None:
    """Unfolds an answer, ticks what is wrong, adds rows until there are all."""
    exercise.locator("summary").first.click()
    adder = exercise.locator('[data-action="add-row"]')
    for _ in range(2):
        adder.click()
    expect(adder).to_be_disabled()
    exercise.locator('input[value="lobby"]').check()
    for state in ("right", "wrong", "missed"):
        found = output(exercise, "checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()


def use_sorting_board(exercise: Locator) -> None:
    """Sorts two cards, one rightly, adds one and checks."""
    exercise.locator("#sq-sorting-board-kinds_sleep-technical").check()
    exercise.locator("#sq-sorting-board-kinds_poster-societal").check()
    exercise.locator("#sq-sorting-board-unseen-wages").check()
    exercise.locator("[data-field=own_cards] [data-action=add-row]").click()
    for name in ("check", "show_model"):
        control(exercise, name).check()
    for state in ("right", "wrong", "open"):
        found = output(exercise, "checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    for name in ("kinds", "kind_chart", "verdict", "model_answer"):
        expect(output(exercise, name)).to_be_visible()


USES: dict[str, Callable[[Locator], None]] = {
    "gap-model": use_gap_model,
    "gap-explorer": use_explorer,
    DIAGNOSIS.id: use_diagnosis,
    "recovery-analyser": use_question_one,
    "portfolio-builder": use_question_two,
    QUESTION: use_question_five,
    "criteria-scales": use_question_three,
    "chain-simulator": use_question_seven,
    "promise-audit": use_question_six,
    "quiet-nights": use_quiet_nights,
    "house-style": use_house_style,
    "sorting-board": use_sorting_board,
}


def exercises_on(page: Page) -> list[str]:
    """The ids of the exercises on the page that is open, from top to bottom."""
    ids = "(elements) => elements.map((element) => element.dataset.exercise)"
    found: list[str] = page.locator("[data-exercise]").evaluate_all(ids)
    return found


def use_page(page: Page) -> None:
    """Uses every exercise of the page that is open, then opens the card of a key term.

    An exercise without a use of its own gets a touch of its first field.
    """
    revive_all(page)
    for exercise_id in exercises_on(page):
        if exercise_id in USES:
            USES[exercise_id](bring_to_life(page, exercise_id))
    terms = page.locator("a.sq-term")
    if terms.count() > 0:
        terms.first.focus()
        expect(page.locator("#sq-term-card")).to_be_visible()


def spoil_a_cell(page: Page) -> None:
    """Enters what does not fit into a cell of question 5's table."""
    exercise = bring_to_life(page, QUESTION)
    exercise.locator("[data-row=wifi] [data-column=importance]").fill("200")
    expect(messages(exercise)).to_be_visible()


def show_lecture(page: Page, exercise_id: str) -> None:
    """Shows an exercise of the page that is open in the lecture view, used."""
    USES[exercise_id](bring_to_life(page, exercise_id))
    page.locator(f'[data-exercise="{exercise_id}"] [data-action="lecture"]').click()
    expect(page.locator("html")).to_have_attribute("data-lecture", exercise_id)


def show_shared(page: Page) -> None:
    """Opens the gap explorer of the page that is open with values from a link, and copies a link.

    The browser has no clipboard to give, so the link is shown.
    """
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.add_init_script("document.execCommand = () => false;")
    page.goto(page.url.split("#")[0] + '#exercise-gap-explorer?v={"expectation":5,"perception":99}')
    page.reload()
    explorer = bring_to_life(page)
    expect(explorer.locator("[data-shared]")).to_be_visible()
    expect(explorer.locator("[data-notice]")).to_be_visible()
    explorer.locator('[data-action="copy-link"]').click()
    expect(explorer.locator("[data-link]")).to_be_visible()
