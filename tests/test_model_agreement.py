"""Cohen's kappa against pandas, a known table, and its own definition."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.agreement import chance_agreement, cohens_kappa, observed_agreement

PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=1)


def sides(pairs: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """The labels of both, apart."""
    return [left for left, _ in pairs], [right for _, right in pairs]


def by_table(left: list[str], right: list[str]) -> float | None:
    """Kappa from the cross-table, as a textbook works it out."""
    table = pd.crosstab(pd.Series(left), pd.Series(right))
    labels = sorted(set(left) | set(right))
    table = table.reindex(index=labels, columns=labels, fill_value=0) / len(left)
    observed = sum(table.loc[label, label] for label in labels)
    chance = float((table.sum(axis=1) * table.sum(axis=0)).sum())
    return None if abs(chance - 1) < 1e-9 else float((observed - chance) / (1 - chance))


@given(PAIRS)
def test_kappa_is_that_of_the_cross_table(pairs: list[tuple[str, str]]) -> None:
    left, right = sides(pairs)
    expected = by_table(left, right)
    found = cohens_kappa(left, right)
    assert (found is None) == (expected is None)
    if expected is not None:
        assert found == pytest.approx(expected)


@given(PAIRS)
def test_it_is_symmetric_at_most_one_and_at_least_minus_one(pairs: list[tuple[str, str]]) -> None:
    left, right = sides(pairs)
    kappa = cohens_kappa(left, right)
    assert kappa == pytest.approx(cohens_kappa(right, left))
    if kappa is not None:
        assert -1 - 1e-9 <= kappa <= 1 + 1e-9
        assert (kappa == pytest.approx(1)) == (left == right)


@given(PAIRS, st.permutations(["a", "b", "c", "d"]))
def test_names_of_labels_do_not_matter(pairs: list[tuple[str, str]], names: list[str]) -> None:
    left, right = sides(pairs)
    renamed = dict(zip("abcd", names, strict=True))
    again = cohens_kappa([renamed[one] for one in left], [renamed[one] for one in right])
    assert again == pytest.approx(cohens_kappa(left, right))


def test_a_table_worked_out_by_hand() -> None:
    # 20 both yes, 5 yes and no, 10 no and yes, 15 both no: 0.70 observed, 0.25 + 0.25 by chance.
    left = ["yes"] * 25 + ["no"] * 25
    right = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert observed_agreement(left, right) == pytest.approx(0.70)
    assert chance_agreement(left, right) == pytest.approx(0.50)
    assert cohens_kappa(left, right) == pytest.approx(0.40)


def test_where_both_use_one_label_it_is_not_defined() -> None:
    assert cohens_kappa(["a", "a"], ["a", "a"]) is None
    # One label on one side alone is 0, not undefined.
    assert cohens_kappa(["a", "a"], ["a", "b"]) == pytest.approx(0)


@pytest.mark.parametrize(("left", "right"), [([], []), (["a"], []), (["a"], ["a", "b"])])
def test_what_does_not_fit_is_refused(left: list[str], right: list[str]) -> None:
    for measure in (observed_agreement, chance_agreement, cohens_kappa):
        with pytest.raises(ValueError, match=r"label|one thing"):
            measure(left, right)
