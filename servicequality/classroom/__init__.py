"""The server that a class uses: `python -m servicequality.classroom`, one process on one port.

Open to the room: the built book (`open_pages`, `book_files`), the way into a class by its code
(`joining`), and the API of `servicequality.classmode`. For the instructor alone (`guard`): each
exercise as a Voilà page for the projector, and the pages for teaching (`server`, `notebooks`,
`markdown`). `addresses` finds where phones reach this machine, `window` says so.
"""
