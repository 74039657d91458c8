# Every target sets up its own .venv from pyproject.toml, once, and again only when that file changes.
#
#   make test                    with python3
#   make test PYTHON=python3.13  with another Python (remove .venv first: `make clean`)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check bench clean

help: ## Say what each target does
	@grep -E '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 15

demo: $(READY) ## Screen the made-up customers that ship with licet; no network, nothing to set up
	$(BIN)/licet demo

test: $(READY) ## Run all tests, on every core
	$(BIN)/python -m pytest -q -n auto $(PYTEST_ARGS)

check: $(READY) ## Check style, types, the layers of the architecture, and that the documentation is true
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_docs.py tests/test_architecture.py

bench: $(READY) ## Run every benchmark, one after the other
	@for file in benchmarks/*.py; do \
	    [ -e "$$file" ] || { echo "there is no benchmark"; break; }; \
	    echo "== $$file"; \
	    $(BIN)/python "$$file" || exit 1; \
	done

clean: ## Remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(READY): pyproject.toml
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	    echo "licet needs Python 3.11 or newer, and there is no '$(PYTHON)' here." >&2; \
	    echo "Install it, or name another one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "licet needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	    echo "Name another one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "'$(PYTHON)' cannot make virtual environments: install Debian's package python3-venv." >&2; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) and what pyproject.toml asks for; this takes a minute."
	@$(BIN)/python -c pass 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
