# The words a newcomer must learn. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run report test test-core bench bench-quick check fix messages docs lock clean
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r
MANAGE := DJANGO_SETTINGS_MODULE=quicksilver.conf.settings $(BIN)/python -m django
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --custom-compile-command "make lock" pyproject.toml
CATALOGUES := $(wildcard src/quicksilver/locale/*/LC_MESSAGES/*.po)

help:  ## list what make can do
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

setup: .venv/installed .venv/compiled  ## make the environment in .venv, with the quicksilver command
	@tools/system-packages run

run: setup  ## load the real record, write its status report under out/, and serve the site
	@$(BIN)/quicksilver run

report: setup  ## the same without serving
	@$(BIN)/quicksilver run --no-serve

test: setup-dev  ## all tests, or those in TESTS; on SQLite, or the database that DATABASE_URL names
	$(BIN)/pytest -n 2 $(TESTS)

test-core: setup-dev  ## the tests of core only: no database, a few seconds
	$(BIN)/pytest tests/core

bench: setup  ## all benchmarks, or those in AREAS; one JSON line a metric; on SQLite, or as DATABASE_URL says
	@$(BIN)/python -m benchmarks $(AREAS)

bench-quick: setup  ## the same at small sizes, three minutes
	@$(BIN)/python -m benchmarks --size quick $(AREAS)

check: setup-dev  ## format, lint, types, import order, migrations, catalogues
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(MANAGE) makemigrations --check --dry-run
	$(BIN)/python tools/messages.py check

fix: setup-dev  ## what check can mend by itself
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

messages: .venv/installed  ## renew the catalogues from the code; then translate, then make check
	$(BIN)/python tools/messages.py update
	$(BIN)/python tools/messages.py compile

docs: .venv/installed  ## renew the tables in docs/ that are made from the code
	$(BIN)/python tools/reference.py

lock: .venv/installed-dev  ## lock the dependencies of pyproject.toml anew, with hashes
	$(COMPILE) --extra build --output-file requirements/run.txt
	$(COMPILE) --all-extras --constraint requirements/run.txt --output-file requirements/all.txt

clean:  ## remove the environment and everything made from the sources; the data stays
	rm -rf .venv out static-collected .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

setup-dev: .venv/installed-dev .venv/compiled
	@tools/system-packages test

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Quicksilver needs Python 3.11 or newer: install it, then say: make setup PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
	  || { echo "Python cannot make an environment here: install python3-venv (Debian), then say make setup again."; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing what requirements/run.txt lists, each file checked against its hash."
	@$(INSTALL) requirements/run.txt
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: requirements/all.txt .venv/installed
	@echo "Installing the tools for tests and checks."
	@$(INSTALL) requirements/all.txt
	@touch $@

.venv/compiled: $(CATALOGUES) .venv/installed
	@$(BIN)/python tools/messages.py compile
	@touch $@
