"""Texts that only the notebook forms say."""

PRACTICE = {
    "kept_here": "Your answers last as long as this notebook or page is open.",
    "cards_kept_here": "What you learn here lasts as long as this notebook or page is open.",
}
