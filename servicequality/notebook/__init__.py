"""An exercise in a notebook: one call shows it, in JupyterLab, in Voilà and in the book."""

from servicequality.notebook.show import Shown

__all__ = ["Shown"]
