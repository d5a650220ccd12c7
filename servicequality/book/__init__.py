"""What the book build adds to Sphinx: exercises in pages, and nothing from elsewhere."""
