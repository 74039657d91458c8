# Every target sets up its own .venv from pyproject.toml and builds the native kernel, once, and again only when one of
# their files changes. Where there is no C++ compiler, Zig's comes from PyPI (tools/compiler).
#
#   make test                    with python3
#   make test PYTHON=python3.13  with another Python (remove .venv first: `make clean`)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST_ARGS ?=
SECONDS_OF_FUZZ ?= 60
BUILD_TOOLS := 'scikit-build-core>=1.1' 'nanobind>=3' 'cmake>=3.26' 'ninja>=1.11'
SOURCES := $(shell find src/licet/match/kernel -name '*.[ch]pp')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check style bench kernel sanitize fuzz wheel prove clean

help: ## Say what each target does
	@grep -E '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 15

demo: $(READY) ## Screen, decide and read news on what ships with licet; no network, nothing to set up
	$(BIN)/licet demo

test: $(READY) ## Run all tests, on every core
	$(BIN)/python -m pytest -q -n auto --dist worksteal $(PYTEST_ARGS)

check: style ## Check style, types, the layers of the architecture, and that the documentation is true
	$(BIN)/python -m pytest -q -n auto --dist worksteal tests/test_docs.py tests/test_architecture.py

style: $(READY) ## Check style, types and layers only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) ## Run every benchmark, one after the other
	@for file in benchmarks/*.py; do \
	    [ -e "$$file" ] || { echo "there is no benchmark"; break; }; \
	    echo "== $$file"; \
	    PYTHONPATH=. $(BIN)/python "$$file" || exit 1; \
	done

kernel: $(READY) ## Build the native kernel again, if its sources changed

sanitize: $(READY) ## Run the matcher's tests on a kernel that watches every address and every sum
	tools/sanitize $(BIN)/python $(PYTEST_ARGS)

fuzz: $(READY) ## Feed the kernel's readers with bad bytes; needs clang; SECONDS_OF_FUZZ for each
	tools/fuzz $(BIN)/python $(SECONDS_OF_FUZZ)

wheel: $(READY) ## Build the source archive and a wheel for manylinux into dist
	tools/build-wheel $(BIN)/python

prove: ## Prove that all is built and runs where no compiler and no cmake is
	tools/prove-no-compiler

clean: ## Remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f src/licet/match/_kernel*.so

$(READY): pyproject.toml CMakeLists.txt $(SOURCES)
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	    echo "licet needs Python 3.11 or newer, and there is no '$(PYTHON)' here." >&2; \
	    echo "Install it, or name another one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "licet needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1)." >&2; \
	    echo "Name another one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "'$(PYTHON)' cannot make virtual environments: install Debian's package python3-venv." >&2; exit 1; }
	@if [ -e $@ ]; then echo "Building anew what changed."; else \
	    echo "Setting up $(VENV) with $$($(PYTHON) --version) and what pyproject.toml asks for; this takes a minute."; fi
	@$(BIN)/python -c pass 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(BUILD_TOOLS)
	@compiler="$$(tools/compiler $(BIN)/python)" && eval "$$compiler" && set -x && \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --editable '.[dev]'
	@touch $@
