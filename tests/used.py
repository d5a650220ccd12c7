"""Exercises used as readers use them, so that all that waits for an answer is on the page."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from servicequality.exercises import all_exercises, find
from servicequality.exercises.patterns import pattern_of
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


def use_two_hotels(exercise: Locator) -> None:
    """Raises the service, lets the rival match it, fills the hotel; the chart comes to life."""
    touch(exercise, "service", "End")
    control(exercise, "rival").select_option("service")
    expect(output(exercise, "answer")).to_contain_text("has answered")
    control(exercise, "rival").select_option("nothing")
    touch(exercise, "spread", "Home")
    expect(output(exercise, "full")).to_contain_text("is full")
    picture = output(exercise, "left_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_leaking_bucket(exercise: Locator) -> None:
    """Lets fewer couples come back with better service than without: the lines change places."""
    touch(exercise, "better", "Home")
    expect(output(exercise, "gain")).to_contain_text("would have to be won")
    picture = output(exercise, "years_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_delivered_value(exercise: Locator) -> None:
    """Takes the couple's strain away, and reads the conclusion."""
    exercise.locator("[data-row=strain] [data-column=couple]").fill("0")
    expect(output(exercise, "verdict")).to_contain_text("50.0 euros remain")
    exercise.locator("summary").first.click()


def use_five_stays(exercise: Locator) -> None:
    """Lifts the promise and lets it be heard."""
    touch(exercise, "promise", "End")
    control(exercise, "promise_moves").select_option("both")
    expect(output(exercise, "verdict")).to_contain_text("dissatisfied")


def use_many_parts(exercise: Locator) -> None:
    """Adds parts to the hotel's stay."""
    touch(exercise, "rich_parts", "End")
    expect(output(exercise, "rich")).to_contain_text("74")


def use_cost_ledger(exercise: Locator) -> None:
    """Sorts two items, one rightly, checks, and invests."""
    for item, kind in (("new_staff_training", "prevention"), ("room_checks", "prevention")):
        exercise.locator(f"[data-row={item}] [data-column=kind]").select_option(kind)
    control(exercise, "check").check()
    touch(exercise, "prevention", "ArrowRight")
    control(exercise, "conclusion").fill("My conclusion.")
    picture = output(exercise, "cost_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    for state in ("right", "wrong", "open"):
        found = output(exercise, "checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    for name in ("as_sorted", "three_kinds", "years", "met"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_last_errors(exercise: Locator) -> None:
    """Takes the later view and prevents almost all errors."""
    exercise.locator('input[value="later"]').check()
    touch(exercise, "quality", "End")
    expect(output(exercise, "ideal")).to_contain_text("no error is made at all")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_price_premium(exercise: Locator) -> None:
    """Loses guests to the higher price, so that no gain is left."""
    touch(exercise, "change", "Home")
    expect(output(exercise, "verdict")).to_contain_text("profit falls")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_retention_profit(exercise: Locator) -> None:
    """Lets the programme cost so much that profit falls."""
    touch(exercise, "cost", "End")
    expect(output(exercise, "verdict")).to_contain_text("cost more than they bring")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_free_transfer(exercise: Locator) -> None:
    """Takes business travellers and a fare, and counts all coming years."""
    for value in ("business", "life"):
        exercise.locator(f'input[value="{value}"]').check()
    touch(exercise, "fare", "ArrowRight")
    expect(output(exercise, "decides")).to_contain_text("Nobody says")
    expect(output(exercise, "fare_chart").locator(".sq-chart-picture")).to_have_attribute(
        "data-chart-state", "live"
    )
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_lifetime_values(exercise: Locator) -> None:
    """Lets both reports count in the same way."""
    exercise.locator('[data-field="convention_couple"] input[value="now"]').check()
    expect(output(exercise, "verdict")).to_contain_text("Counted in the same way")
    touch(exercise, "discount", "ArrowRight")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_rising_retention(exercise: Locator) -> None:
    """Asks what a customer is worth who has stayed a year, with the best constant rate."""
    exercise.locator('input[value="best"]').check()
    touch(exercise, "kept", "ArrowRight")
    expect(output(exercise, "kept_told")).to_contain_text("has stayed one year")
    touch(exercise, "known", "ArrowLeft")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_rights_audit(exercise: Locator) -> None:
    """Breaks one more right and takes the evidence from another, so that each is asked for."""
    exercise.locator("[data-row=R6] [data-column=state]").select_option("broken")
    exercise.locator("[data-row=R8] [data-column=evidence]").fill("")
    control(exercise, "plan").fill("My plan.")
    expect(output(exercise, "proof")).to_contain_text("Judgements without evidence: 1 of 7")
    for state in ("right", "wrong", "unknown"):
        found = output(exercise, "checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    picture = output(exercise, "profile").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(output(exercise, "cards").locator("[data-card=R3]")).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_invite_complaints(exercise: Locator) -> None:
    """Solves every complaint well and assumes a recovery paradox, so that all is said."""
    touch(exercise, "solved_then", "End")
    touch(exercise, "good", "End")
    control(exercise, "borders").check()
    control(exercise, "conclusion_card").fill("My conclusion.")
    for name in ("pays", "prevent", "paradox", "border", "earning"):
        expect(output(exercise, name)).not_to_be_empty()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_programme_audit(exercise: Locator) -> None:
    """Corrects a rating, compares, adds a step that comes too early, and writes what waits."""
    exercise.locator("[data-row=leadership] [data-column=seen]").select_option("1")
    control(exercise, "check").check()
    exercise.locator("[data-field=plan] [data-action=add-row]").click()
    second = "[data-row=step_2] [data-column={}]"
    exercise.locator(second.format("principle")).select_option("technology")
    for column in ("what", "who", "sign"):
        exercise.locator(second.format(column)).fill("As agreed.")
    control(exercise, "not_now").fill("Not the booking system.")
    for state in ("right", "higher", "lower"):
        found = output(exercise, "judged").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    for state in ("open", "early"):
        expect(output(exercise, "steps").locator(f"[data-state={state}]").first).to_be_visible()
    for name in ("points_chart", "days_chart"):
        picture = output(exercise, name).locator(".sq-chart-picture")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_freedom_fit(exercise: Locator) -> None:
    """Rates a task that asks for freedom, with people who are not ready for it."""
    control(exercise, "guess").select_option("fixed")
    for name in ("strategy", "tie", "task", "surprise"):
        touch(exercise, name, "End")
    touch(exercise, "people", "Home")
    expect(output(exercise, "obstacle")).to_contain_text("the people")
    expect(output(exercise, "guessed")).to_contain_text("something else")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_recovery_limit(exercise: Locator) -> None:
    """Lets everybody spend everything, with cases that are mostly small."""
    exercise.locator('input[value="small"]').check()
    touch(exercise, "limit", "End")
    expect(output(exercise, "marginal")).to_contain_text("nobody ever asks")
    picture = output(exercise, "curve_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_judged_case(exercise: Locator) -> None:
    """Judges a case, writes why and opens the feedback."""
    exercise.locator("[data-field=judgement] input").first.check()
    control(exercise, "reason").fill("My reason.")
    control(exercise, "show").check()
    judged = output(exercise, "judged").locator("[data-state]")
    expect(judged).to_have_count(exercise.locator("[data-field=judgement] input").count() - 1)
    expect(output(exercise, "model")).to_contain_text("model answer")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_debate(exercise: Locator) -> None:
    """Takes a position, gives a reason, opens the arguments and takes another position."""
    exercise.locator("[data-field=position] input").first.check()
    control(exercise, "argument").fill("My reason.")
    control(exercise, "show").check()
    expect(output(exercise, "sides").locator("[data-card=against]")).to_be_visible()
    exercise.locator("[data-field=position_after] input").nth(1).check()
    expect(output(exercise, "stage")).to_contain_text("moved you")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_three_ways(exercise: Locator) -> None:
    """Chooses another group, dimensions and an attribute to follow; unfolds an answer."""
    control(exercise, "guests").select_option("couple")
    exercise.locator('[data-field="level"] input[value="dimensions"]').check()
    control(exercise, "follow").select_option("wifi")
    expect(output(exercise, "alpha")).to_contain_text("Cronbach")
    exercise.locator("summary").first.click()
    expect(exercise.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_four_fields(exercise: Locator) -> None:
    """Puts the lines where the reader wants them, with importance by expectation."""
    exercise.locator('[data-field="measure"] input[value="expectation"]').check()
    control(exercise, "lines").select_option("own")
    touch(exercise, "own_performance", "ArrowRight")
    expect(output(exercise, "shift")).to_contain_text("Against lines at the means")
    exercise.locator("summary").first.click()
    expect(exercise.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")


def use_mystery_visits(exercise: Locator) -> None:
    """Counts more visits, by Friday, with the textbook interval; plans, and thinks of a bonus."""
    exercise.locator('[data-field="method"] input[value="normal"]').check()
    expect(output(exercise, "fault")).to_contain_text("known fault")
    touch(exercise, "visits", "End")
    exercise.locator('[data-field="split"] input[value="friday"]').check()
    touch(exercise, "margin", "End")
    touch(exercise, "bonus_visits", "ArrowRight")
    expect(output(exercise, "bonus")).not_to_be_empty()
    expect(exercise.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")


def use_order_to_stay(exercise: Locator) -> None:
    """Adds a step, changes an owner, moves a slider, unfolds an answer."""
    exercise.locator("[data-field=steps] [data-action=add-row]").click()
    exercise.locator("[data-row=step_8] [data-column=step]").fill("Thank-you letter")
    exercise.locator("[data-row=step_6] [data-column=after]").select_option("front")
    touch(exercise, "error", "ArrowRight")
    exercise.locator("summary").first.click()
    expect(exercise.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")
    expect(output(exercise, "after_steps")).to_contain_text("8. Thank-you letter")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_blueprint_builder(exercise: Locator) -> None:
    """Adds a step behind the line of visibility, marks it, and reads the table."""
    exercise.locator("[data-field=steps] [data-action=add-row]").click()
    exercise.locator("[data-row=step_9] [data-column=step]").fill("Counts the minibar")
    exercise.locator("[data-row=step_9] [data-column=place]").fill("0")
    exercise.locator("[data-row=step_9] [data-column=fail]").check()
    control(exercise, "conclusion").fill("The minibar: housekeeping.")
    expect(output(exercise, "listed")).to_contain_text("1. Counts the minibar")
    expect(output(exercise, "drawing").locator(".sq-fail")).to_have_count(2)
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_launch_or_habit(exercise: Locator) -> None:
    """Guesses, then lets the campaign be launched anew without getting weaker."""
    exercise.locator('[data-field="guess"] input[value="half"]').check()
    control(exercise, "every").select_option("six_weeks")
    touch(exercise, "kept", "End")
    expect(output(exercise, "stage")).to_contain_text("does not catch up")
    control(exercise, "conclusion").fill("My conclusion.")
    picture = output(exercise, "course_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_tag_the_mistakes(exercise: Locator) -> None:
    """Tags three passages: as the key, as can be argued, and wrongly; compares."""
    for passage, tag in (("p1", "M1"), ("p10", "M1"), ("p2", "M8")):
        control(exercise, f"tag_{passage}").select_option(tag)
    control(exercise, "check").check()
    for state in ("right", "near", "wrong", "open"):
        found = output(exercise, "checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    picture = output(exercise, "grid_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_effort_levers(exercise: Locator) -> None:
    """Predicts, checks the people and talks about them; both charts come to life."""
    exercise.locator('[data-field="prediction"] input[value="all"]').check()
    expect(output(exercise, "verdict")).to_contain_text("You expected")
    touch(exercise, "checks", "ArrowRight")
    exercise.locator('[data-field="told"] input[value="person"]').check()
    expect(output(exercise, "own")).to_contain_text("fewer than today")
    exercise.locator('[data-field="over"] input[value="checks"]').check()
    expect(output(exercise, "curve_told")).to_contain_text("checks")
    exercise.locator("summary").first.click()
    for name in ("packages_chart", "lever_chart"):
        picture = output(exercise, name).locator(".sq-chart-picture")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_attribute("data-chart-state", "live")
    expect(output(exercise, "packages")).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_refresher_planner(exercise: Locator) -> None:
    """Predicts wrongly, lets people leave and plans closer refreshers."""
    exercise.locator('[data-field="prediction"] input[value="twelve"]').check()
    expect(output(exercise, "verdict")).to_contain_text("You expected once a year")
    touch(exercise, "turnover", "End")
    touch(exercise, "interval", "Home")
    expect(output(exercise, "leavers_told")).to_contain_text("half of the team")
    exercise.locator('[data-field="shape"] input[value="straight"]').check()
    exercise.locator("summary").first.click()
    picture = output(exercise, "saw_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(output(exercise, "half_lives")).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_fast_or_personal(exercise: Locator) -> None:
    """Lets so many guests need more that the queue has no end; opens the quick way."""
    touch(exercise, "variety", "End")
    expect(output(exercise, "told_personal")).to_contain_text("cannot be kept up")
    touch(exercise, "quick", "End")
    expect(output(exercise, "told_both")).to_contain_text("90%")
    picture = output(exercise, "wait_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_change_plan(exercise: Locator) -> None:
    """Guesses, then moves the promise behind the introduction."""
    exercise.locator("[data-field=guess] input[value=two]").check()
    expect(output(exercise, "stage")).to_contain_text("2 of 9")
    exercise.locator("[data-row=promise] [data-column=week]").fill("20")
    expect(output(exercise, "stage")).to_contain_text("3 of 9")
    for state in ("right", "wrong"):
        found = output(exercise, "checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    picture = output(exercise, "plan_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    expect(exercise.get_by_role("status")).not_to_be_empty()


def use_programme_survival(exercise: Locator) -> None:
    """Guesses, then builds a safeguard; the chart comes to life."""
    exercise.locator('[data-field=guess] input[value="40"]').check()
    expect(output(exercise, "stage")).to_contain_text("Without safeguards it is 13")
    exercise.locator('input[value="champion"]').check()
    expect(output(exercise, "alive")).to_contain_text("21")
    picture = output(exercise, "life_chart").locator(".sq-chart-picture")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-chart-state", "live")
    for name in ("safeguards", "cheapest", "sums"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


# Exercises made after a pattern are all used alike.
PATTERNS = {"judged_case": use_judged_case, "debate": use_debate}

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
    "two-hotels": use_two_hotels,
    "leaking-bucket": use_leaking_bucket,
    "delivered-value": use_delivered_value,
    "five-stays": use_five_stays,
    "many-parts": use_many_parts,
    "servqual-three-ways": use_three_ways,
    "importance-performance": use_four_fields,
    "mystery-visits": use_mystery_visits,
    "cost-ledger": use_cost_ledger,
    "last-errors": use_last_errors,
    "price-premium": use_price_premium,
    "retention-profit": use_retention_profit,
    "free-transfer": use_free_transfer,
    "lifetime-values": use_lifetime_values,
    "rising-retention": use_rising_retention,
    "rights-audit": use_rights_audit,
    "invite-complaints": use_invite_complaints,
    "order-to-stay": use_order_to_stay,
    "blueprint-builder": use_blueprint_builder,
    "programme-audit": use_programme_audit,
    "freedom-fit": use_freedom_fit,
    "recovery-limit": use_recovery_limit,
    "launch-or-habit": use_launch_or_habit,
    "tag-the-mistakes": use_tag_the_mistakes,
    "effort-levers": use_effort_levers,
    "refresher-planner": use_refresher_planner,
    "fast-or-personal": use_fast_or_personal,
    "change-plan": use_change_plan,
    "programme-survival": use_programme_survival,
} | {
    exercise.id: PATTERNS[pattern]
    for exercise in all_exercises()
    if (pattern := pattern_of(exercise)) is not None
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
