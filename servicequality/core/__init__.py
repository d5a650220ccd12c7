"""The part of the engine that runs on both Pythons: here, and inside the page.

Everything in this folder and in `servicequality.model` is sent to the reader's browser and run
there by MicroPython. So it imports nothing but `math` and each other, and keeps to the rules that
CONTRIBUTING.md lists under "Code that runs on two Pythons".
"""
