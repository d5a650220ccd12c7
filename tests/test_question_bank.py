"""The question bank: how it is read and checked, and the real one: whole, explained, fair."""

from __future__ import annotations

import copy
import random
import re
from collections import Counter
from collections.abc import Callable
from math import comb, isclose
from pathlib import Path
from typing import Any

import pytest
import yaml

from servicequality.content import DATA, DataError, load, schema_name
from servicequality.core.answers import TYPES, checked, key_of, problem, right_ids
from servicequality.core.self_check import restored, screen, step
from servicequality.practice import bank
from servicequality.practice.bank import BankError
from tests.questions_of_all_types import ALL

SCHEMA = DATA / "schema" / "questions.json"
SMALL: dict[str, Any] = {
    "topic": "small",
    "title": "Small things",
    "chapter": 2,
    "objectives": [{"id": "know", "text": "Know it."}, {"id": "use", "text": "Use it."}],
    "items": [{**item, "objective": "use" if item["id"] == "one" else "know"} for item in ALL],
}
OTHER: dict[str, Any] = {
    **SMALL,
    "topic": "other",
    "chapter": 1,
    "items": [{**item, "id": "other-" + item["id"]} for item in SMALL["items"]],
}

Topic = dict[str, Any]
Edit = Callable[[Topic], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two topics: `other` on chapter 1, `small` on chapter 2."""
    data = tmp_path / "data"
    (data / "schema").mkdir(parents=True)
    (data / "questions").mkdir()
    (data / "schema" / "questions.json").write_bytes(SCHEMA.read_bytes())
    write(data, SMALL)
    write(data, OTHER)
    return data


def write(folder: Path, content: Topic, name: str = "") -> None:
    path = folder / "questions" / f"{name or content['topic']}.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def fault(folder: Path, edit: Edit) -> str:
    """What is said about the small bank after an edit of `small`."""
    content = copy.deepcopy(SMALL)
    edit(content)
    write(folder, content, "small")
    with pytest.raises((BankError, DataError)) as caught:
        bank.check_bank(folder)
    return str(caught.value)


# Reading


def test_files_of_a_folder_may_share_a_schema(folder: Path) -> None:
    assert schema_name("questions/small", folder) == "questions"
    assert load("questions/small", folder)["title"] == "Small things"
    write(folder, {**SMALL, "chapter": 13})
    with pytest.raises(DataError, match=r"^data/questions/small\.yaml, chapter: 13 is greater"):
        load("questions/small", folder / ".." / "data")


def test_a_schema_of_its_own_goes_before_that_of_the_folder(folder: Path) -> None:
    own = folder / "schema" / "questions" / "small.json"
    own.parent.mkdir()
    own.write_text('{"type": "array"}', encoding="utf-8")
    assert schema_name("questions/small", folder) == "questions/small"
    with pytest.raises(DataError, match=r"^data/questions/small\.yaml, at its top level"):
        load("questions/small", folder)


def test_where_there_is_neither_schema_the_files_own_is_named(folder: Path) -> None:
    (folder / "schema" / "questions.json").unlink()
    with pytest.raises(DataError, match=r"^data/schema/questions/small\.json does not exist\.$"):
        load("questions/small", folder)


def test_topics_stand_in_the_order_of_chapters(folder: Path) -> None:
    assert bank.topics(folder) == ["other", "small"]
    assert bank.topic("small", folder)["title"] == "Small things"
    every = bank.every_item(folder)
    assert [item["topic"] for item in every] == ["other"] * 6 + ["small"] * 6


def test_items_are_those_of_the_topic_or_those_asked_for_in_that_order(folder: Path) -> None:
    assert bank.items("small", folder=folder) == SMALL["items"]
    some = bank.items("small", ["steps", "one"], folder)
    assert [item["id"] for item in some] == ["steps", "one"]


@pytest.mark.parametrize(
    ("slug", "only", "said"),
    [
        ("smal", None, "The question bank has no topic 'smal'. Did you mean 'small'?"),
        ("zzz", None, "The question bank has no topic 'zzz'. There are: other, small."),
        (
            "small",
            ["one", "step"],
            "Topic 'small' has no item 'step'. Did you mean 'steps'?",
        ),
        (
            "small",
            ["qqq"],
            "Topic 'small' has no item 'qqq'. There are: one, some, verdict, pairs, number, steps.",
        ),
        (
            "small",
            ["other-one"],
            "Topic 'small' has no item 'other-one'. It belongs to topic 'other'; a self-check asks "
            "items of one topic.",
        ),
        ("small", ["one", "one"], "Topic 'small': `only` names item 'one' twice."),
        ("small", [], "Topic 'small': `only` names no item. Leave it out to ask them all."),
    ],
)
def test_what_is_not_there_is_said(
    folder: Path, slug: str, only: list[str] | None, said: str
) -> None:
    with pytest.raises(BankError) as caught:
        bank.spec(slug, str, only, folder)
    assert str(caught.value) == said


def test_the_specification_has_all_that_a_surface_needs(folder: Path) -> None:
    whole = bank.spec("small", str.upper, folder=folder)
    assert whole["name"] == "all"
    assert whole["title"] == "SMALL THINGS"
    assert [objective["text"] for objective in whole["objectives"]] == ["KNOW IT.", "USE IT."]
    assert whole["strings"]["check"] == "CHECK"
    some = bank.spec("small", str.upper, ["steps", "one"], folder)
    assert some["name"] == "steps+one"
    assert some["known"] == whole["known"] == [item["id"] for item in ALL]
    steps, one = some["items"]
    assert steps["steps"][0] == {
        "id": "k",
        "text": "STEP K",
        "explanation": "AFTER ALL OF K.",
    }
    assert [option["right"] for option in one["options"]] == [True, False, False, False]
    only_pairs = bank.spec("small", str.upper, ["pairs"], folder)
    assert [objective["id"] for objective in only_pairs["objectives"]] == ["know"]
    assert only_pairs["items"][0]["extra"][0]["right"] == "RIGHT S"
    # Nothing that was read is changed.
    assert bank.items("small", folder=folder) == SMALL["items"]


def test_all_that_a_reader_sees_can_be_translated(folder: Path) -> None:
    texts = bank.texts("small", folder)
    assert texts[:3] == ["Small things", "Know it.", "Use it."]
    assert {"Question one?", "Option a", "Because of a.", "Left p", "Right s"} <= set(texts)
    assert {"scale points", "The sign is turned round.", "Step k", "It is false."} <= set(texts)
    assert all(texts)
    marked = bank.spec("small", lambda text: f"[{text}]", folder=folder)
    found = {text.strip("[]") for text in re.findall(r"\[[^\[\]]*\]", str(marked["items"]))}
    assert set(texts[3:]) <= found


# Checks beyond the schema


def item_of(content: Topic, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in content["items"] if item["id"] == name)
    return found


def changing(name: str, *path: Any, to: Any) -> Edit:
    """The edit that puts a value at a place of an item."""

    def edit(content: Topic) -> None:
        inner: Any = item_of(content, name)
        for part in path[:-1]:
            inner = inner[part]
        inner[path[-1]] = to

    return edit


SMALL_FILE = "data/questions/small.yaml"
FAULTS: list[tuple[Edit, str]] = [
    (lambda c: c.update(topic="large"), f"{SMALL_FILE}: its topic is 'large', unlike its name."),
    (lambda c: c.update(chapter=1), f"{SMALL_FILE}: other is on the same chapter."),
    (
        lambda c: c["objectives"].append({"id": "more", "text": "More."}),
        f"{SMALL_FILE}: no item asks about the objective 'more'.",
    ),
    (
        lambda c: c["objectives"].append({"id": "use", "text": "More."}),
        f"{SMALL_FILE}: two objectives have the id 'use'.",
    ),
    (
        changing("one", "id", to="other-one"),
        f"{SMALL_FILE}, other-one: data/questions/other.yaml has an item of the same id.",
    ),
    (
        changing("one", "id", to="some"),
        f"{SMALL_FILE}, some: {SMALL_FILE} has an item of the same id.",
    ),
    (
        changing("some", "objective", to="gone"),
        f"{SMALL_FILE}, some: the topic has no objective 'gone'.",
    ),
    (
        changing("some", "teaches", to=["T8", "T99"]),
        f"{SMALL_FILE}, some: the course source has no id 'T99'.",
    ),
    (
        changing("some", "misconceptions", to=["mc1", "mc31"]),
        f"{SMALL_FILE}, items › some › misconceptions › 1: 'mc31' does not match "
        "'^mc([1-9]|[12][0-9]|30)$'.",
    ),
    (
        lambda c: item_of(c, "number").pop("unit"),
        f"{SMALL_FILE}, items › number: 'unit' is a required property.",
    ),
    (
        changing("steps", "steps", 2, "text", to=""),
        f"{SMALL_FILE}, items › steps › steps › m › text: '' should be non-empty.",
    ),
    (
        changing("one", "options", 1, "right", to=True),
        f"{SMALL_FILE}, items › one › options: there must be one entry with 'right'.",
    ),
    (
        changing("one", "type", to="singel"),
        f"{SMALL_FILE}, items › one › type: 'singel' is not one of single, multiple, true_false, "
        "matching, numeric, ordering.",
    ),
    (
        lambda c: item_of(c, "one").pop("type"),
        f"{SMALL_FILE}, items › one: 'type' is a required property.",
    ),
    (
        changing("one", "options", 1, "id", to="a"),
        f"{SMALL_FILE}, one: two options have the id 'a'.",
    ),
    (
        changing("one", "options", 1, "text", to="Option a"),
        f"{SMALL_FILE}, one: two options have the same text: 'Option a'.",
    ),
    (
        changing("one", "options", 1, "explanation", to="Because of a."),
        f"{SMALL_FILE}, one: two explanations are the same: 'Because of a.'.",
    ),
    (
        changing("number", "mistakes", 0, "explanation", to="5.1 − 6.2 = −1.1."),
        f"{SMALL_FILE}, number: two explanations are the same: '5.1 − 6.2 = −1.1.'.",
    ),
    (
        changing("one", "question", to="What\nis it?"),
        f"{SMALL_FILE}, one: a text has spaces or line breaks too many; fold it with '>-': "
        "'What\\nis it?'.",
    ),
    (
        changing("verdict", "reasons", 0, "id", to="answer"),
        f"{SMALL_FILE}, verdict: a reason must not have the id 'answer', which stands for true or "
        "false.",
    ),
    (
        changing("pairs", "extra", 0, "id", to="p"),
        f"{SMALL_FILE}, pairs: two right sides have the id 'p'.",
    ),
    (
        changing("pairs", "extra", 0, "right", to="Right p"),
        f"{SMALL_FILE}, pairs: two right sides are the same: 'Right p'.",
    ),
    (
        changing("pairs", "pairs", 1, "left", to="Left p"),
        f"{SMALL_FILE}, pairs: two left sides are the same: 'Left p'.",
    ),
    (
        changing("steps", "steps", 1, "id", to="k"),
        f"{SMALL_FILE}, steps: two steps have the id 'k'.",
    ),
    (
        changing("steps", "steps", 1, "text", to="Step k"),
        f"{SMALL_FILE}, steps: two steps have the same text: 'Step k'.",
    ),
    (
        lambda c: item_of(c, "number").update(answer=-1.16, tolerance=0.02, mistakes=[]),
        f"{SMALL_FILE}, number: -1.16 with 1 decimals is beyond the tolerance.",
    ),
    (
        changing("number", "mistakes", 1, "value", to=-1.13),
        f"{SMALL_FILE}, number: the mistake -1.13 is within the tolerance of the answer.",
    ),
    (
        changing("number", "mistakes", 1, "value", to=1.1),
        f"{SMALL_FILE}, number: the mistake 1.1 cannot be told from 1.1.",
    ),
    (
        # -1.16 itself is wrong, but who rounds it to -1.2 is beyond -1.16 and its tolerance.
        lambda c: item_of(c, "number").update(
            tolerance=0.02, mistakes=[{"value": -1.26, "explanation": "No."}]
        ),
        f"{SMALL_FILE}, number: the mistake -1.26, rounded to -1.3, is beyond the tolerance.",
    ),
    (
        changing("number", "mistakes", 1, "value", to=-1100),
        f"{SMALL_FILE}, number: the mistake -1100 differs from the answer by a thousands mark "
        "only.",
    ),
]


@pytest.mark.parametrize(("edit", "said"), FAULTS, ids=range(len(FAULTS)))
def test_what_a_schema_cannot_see_is_found(folder: Path, edit: Edit, said: str) -> None:
    found = fault(folder, edit)
    assert found.endswith(said)
    assert found.startswith(SMALL_FILE)


def test_a_bank_without_faults_passes_and_every_fault_is_listed(folder: Path) -> None:
    bank.check_bank(folder)
    content = copy.deepcopy(SMALL)
    for edit in (changing("one", "objective", to="know"), changing("some", "teaches", to=["T98"])):
        edit(content)
    write(folder, content)
    load.cache_clear()
    assert bank.faults(folder) == [
        f"{SMALL_FILE}: no item asks about the objective 'use'.",
        f"{SMALL_FILE}, some: the course source has no id 'T98'.",
    ]


# The bank of the course

EVERY = bank.every_item()
by_item = pytest.mark.parametrize("item", EVERY, ids=lambda item: item["id"])
SURE = 0.01


def entries(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The options, reasons, pairs, right sides and steps of an item."""
    parts = ("options", "reasons", "pairs", "extra", "steps")
    return [entry for part in parts for entry in item.get(part, [])]


def options(item: dict[str, Any]) -> list[dict[str, Any]]:
    """What is chosen from: the options or reasons of an item."""
    found: list[dict[str, Any]] = item.get("options") or item.get("reasons") or []
    return found


CHOICES = [item for item in EVERY if options(item)]


def test_the_bank_has_no_fault() -> None:
    assert bank.faults() == []


def test_the_bank_is_large_enough_and_mixed() -> None:
    topics = Counter(item["topic"] for item in EVERY)
    types = Counter(item["type"] for item in EVERY)
    levels = Counter(item["difficulty"] for item in EVERY)
    print(f"{len(EVERY)} items", dict(topics), dict(types), dict(levels), sep="\n")
    assert len(EVERY) >= 100
    assert [bank.topic(slug)["chapter"] for slug in bank.topics()] == list(range(1, 13))
    assert min(topics.values()) >= 6
    assert set(types) == set(TYPES)
    assert min(types.values()) >= 5
    assert set(levels) == {"easy", "medium", "hard"}
    assert min(levels.values()) >= len(EVERY) / 10


def test_every_misconception_is_hit() -> None:
    hit = {name for item in EVERY for name in item.get("misconceptions", [])}
    assert hit == {entry["id"] for entry in load("misconceptions")}
    assert len(hit) == 30


def test_every_objective_has_an_item() -> None:
    for slug in bank.topics():
        objectives = {objective["id"] for objective in bank.topic(slug)["objectives"]}
        assert objectives == {item["objective"] for item in bank.items(slug)}


@by_item
def test_every_key_is_right_and_every_part_explained(item: dict[str, Any]) -> None:
    key = key_of(item)
    assert problem(item, key) is None
    assert checked(item, key)["status"] == "right"
    explanations = [entry["explanation"] for entry in [*entries(item), *item.get("mistakes", [])]]
    assert explanations
    assert all(len(text) > 10 for text in explanations)
    assert len(set(explanations)) == len(explanations)


@by_item
def test_every_listed_mistake_is_wrong_and_told(item: dict[str, Any]) -> None:
    for place, mistake in enumerate(item.get("mistakes", [])):
        for typed in (mistake["value"], str(mistake["value"]).replace("-", "−")):
            found = checked(item, typed)
            assert (found["status"], found["mistake"]) == ("wrong", place)


@pytest.mark.parametrize("slug", bank.topics())
def test_a_reader_who_knows_everything_is_done_at_the_first_try(slug: str) -> None:
    spec = bank.spec(slug, str)
    record = restored(None, spec, 1)["record"]
    record = step(record, {"kind": "start", "mode": "once"}, None, spec)
    while screen(record, spec)["phase"] != "done":
        shown = screen(record, spec)["item"]
        (item,) = [item for item in spec["items"] if item["id"] == shown["id"]]
        for event in ({"kind": "answer", "value": key_of(item)}, {"kind": "check"}):
            record = step(record, event, None, spec)
        record = step(record, {"kind": "next"}, None, spec)
    found = screen(record, spec)
    assert found["progress"] == "done"
    assert found["results"]["first"] == found["results"]["asked"] == len(spec["items"])


# Give-aways


def distribution(chances: list[float]) -> list[float]:
    """The chances of 0, 1, 2 … hits when each of several trials has a chance of its own.

    The Poisson binomial distribution, convolved trial by trial.
    """
    found = [1.0]
    for chance in chances:
        longer = [*found, 0.0]
        for hits in range(len(longer)):
            before = found[hits - 1] * chance if hits else 0.0
            longer[hits] = longer[hits] * (1 - chance) + before
        found = longer
    return found


def two_sided(hits: int, chances: list[float]) -> float:
    """How likely a number of hits is that is no likelier than the one observed."""
    likely = distribution(chances)
    return sum(chance for chance in likely if chance <= likely[hits] * (1 + 1e-9))


def extreme(items: list[dict[str, Any]], best: Callable[[list[int]], int]) -> tuple[int, float]:
    """In how many items the option of extreme length is right, and how likely that is.

    An item counts where one option alone has that length; its chance is the share of its options
    that are right.
    """
    hits = 0
    chances = []
    for item in items:
        lengths = [len(option["text"]) for option in options(item)]
        if lengths.count(best(lengths)) > 1:
            continue
        keys = right_ids(options(item))
        hits += options(item)[lengths.index(best(lengths))]["id"] in keys
        chances.append(len(keys) / len(lengths))
    return hits, two_sided(hits, chances)


def places(items: list[dict[str, Any]], draws: int = 20_000) -> tuple[Counter[Any], float]:
    """How often right options stand at each place, and how likely so uneven a spread is.

    Places are counted apart for items of different lengths. The measure is that of chi square; its
    distribution is simulated, since some expected counts are small.
    """
    sizes = [(len(options(item)), len(right_ids(options(item)))) for item in items]
    expected: Counter[Any] = Counter()
    for size, rights in sizes:
        for place in range(size):
            expected[size, place] += rights / size

    def uneven(found: Counter[Any]) -> float:
        return sum((found[key] - expected[key]) ** 2 / expected[key] for key in expected)

    stood: Counter[Any] = Counter()
    for item in items:
        for place, option in enumerate(options(item)):
            stood[len(options(item)), place] += option.get("right", False)
    draw = random.Random(7)
    observed = uneven(stood)
    above = 0
    for _ in range(draws):
        drawn: Counter[Any] = Counter()
        for size, rights in sizes:
            for place in draw.sample(range(size), rights):
                drawn[size, place] += 1
        above += uneven(drawn) >= observed - 1e-9
    return stood, above / draws


ABSOLUTE = re.compile(r"\b(always|never|only|all|none|every)\b", re.IGNORECASE)


def absolute_words(items: list[dict[str, Any]]) -> tuple[dict[bool, tuple[int, int]], float]:
    """Options with absolute words among right and wrong ones, and how likely so odd a split is.

    For each kind, how many have one and how many there are; then Fisher's exact test, two-sided.
    """
    found = {}
    for right in (True, False):
        texts = [
            option["text"]
            for item in items
            for option in options(item)
            if option.get("right", False) is right
        ]
        found[right] = (sum(bool(ABSOLUTE.search(text)) for text in texts), len(texts))
    (hits, rights), (others, wrongs) = found[True], found[False]
    total = hits + others
    ways = {k: comb(rights, k) * comb(wrongs, total - k) for k in range(min(rights, total) + 1)}
    odd = sum(count for count in ways.values() if count <= ways[hits])
    return found, odd / comb(rights + wrongs, total)


@pytest.mark.parametrize("which", [max, min], ids=["longest", "shortest"])
def test_the_length_of_an_option_gives_nothing_away(which: Callable[[list[int]], int]) -> None:
    """Whoever picks the longest option (or the shortest) must do no better than chance, nor worse.

    Of each item whose longest option is longer than all others, the chance that it is a right one
    is the share of right options, if length says nothing. The number of such items then follows the
    Poisson binomial distribution. The bank is refused where numbers as unlikely as its own have a
    chance below 1 % together: too many, because the right option was written with more care; too
    few, because somebody overdid the cure.
    """
    hits, chance = extreme(CHOICES, which)
    print(f"the {which.__name__} of {len(CHOICES)} is right {hits} times, chance {chance:.3f}")
    assert chance >= SURE


def test_the_place_of_an_option_gives_nothing_away() -> None:
    """Right options must be spread over first, second … place as chance would spread them.

    Pages mix the options, but paper, and other tools that read the bank, may not. The unevenness of
    places is compared with that of 20,000 banks whose right options are placed by chance (the same
    ones in each run); the bank is refused where less than 1 % of them are as uneven. An even spread
    is not refused, even if it was made on purpose: it helps nobody who guesses.
    """
    stood, chance = places(CHOICES)
    print(f"places {sorted(stood.items())}, chance {chance:.3f}")
    assert chance >= SURE


def test_absolute_words_give_nothing_away() -> None:
    """Always, never, only, all, none, every: a guesser strikes out the options that have them.

    They must not be more than twice as frequent in wrong options as in right ones, and neither kind
    may have so many more that the split has a chance below 1 %.
    """
    found, chance = absolute_words(CHOICES)
    rates = {right: found[right][0] / found[right][1] for right in found}
    print(f"right {rates[True]:.1%}, wrong {rates[False]:.1%} {found}, chance {chance:.3f}")
    assert rates[False] <= 2 * rates[True]
    assert chance >= SURE


def test_true_and_false_are_about_as_frequent() -> None:
    answers = [item["answer"] for item in EVERY if item["type"] == "true_false"]
    print(f"{sum(answers)} of {len(answers)} are true")
    assert two_sided(sum(answers), [0.5] * len(answers)) >= SURE
    assert {True, False} == set(answers)


def test_the_right_order_of_pairs_and_steps_is_no_alphabet() -> None:
    for item in EVERY:
        texts = [entry["text"] for entry in item.get("steps", [])]
        assert not texts or texts not in (sorted(texts), sorted(texts, reverse=True)), item["id"]


# That give-aways would be found


def test_the_distribution_is_that_of_known_cases() -> None:
    binomial = [comb(10, k) * 0.25**k * 0.75 ** (10 - k) for k in range(11)]
    assert all(isclose(a, b) for a, b in zip(distribution([0.25] * 10), binomial, strict=True))
    assert distribution([0.5, 0.25]) == [0.375, 0.5, 0.125]
    assert two_sided(0, [0.5, 0.25]) == 0.5
    assert two_sided(2, [0.5, 0.25]) == 0.125
    assert two_sided(1, [0.5, 0.25]) == 1


def written(right: Callable[[int], str], wrong: Callable[[int], str], at: Any) -> list[Any]:
    """A hundred items of four options, their texts by a number, the right one `at` a place."""
    found = []
    for number in range(100):
        texts = [{"id": f"w{k}", "text": wrong(number * 10 + k)} for k in range(3)]
        place = at(number)
        right_one = {"id": "r", "text": right(number * 10 + 9), "right": True}
        found.append({"options": [*texts[:place], right_one, *texts[place:]]})
    return found


def by_chance(number: int) -> str:
    return "x" * random.Random(number).randint(10, 99)


def test_a_bank_that_gives_its_answers_away_is_refused() -> None:
    def spread(number: int) -> int:
        return number * 7 % 4

    fair = written(by_chance, by_chance, spread)
    assert extreme(fair, max)[1] > SURE
    assert extreme(fair, min)[1] > SURE
    assert places(fair, 1000)[1] > SURE
    long = written(lambda number: by_chance(number) + "x" * 30, by_chance, spread)
    assert extreme(long, max)[1] < SURE
    overdone = written(lambda _: "x" * 50, by_chance, spread)
    assert extreme(overdone, max)[1] < SURE
    assert places(written(by_chance, by_chance, lambda number: number % 3), 1000)[1] < SURE
    words = written(lambda _: "often", lambda number: ["never", "some"][number % 2], spread)
    assert absolute_words(words)[1] < SURE
