# The verbs of the project; `make` prints them. CI calls the same ones.
PYTHON ?= python3
BIN := .venv/bin
SITE := site

.DEFAULT_GOAL := help
.PHONY: help setup site serve check test browser bench format clean

help: ## print the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

setup: .venv/installed ## make .venv and install what building needs

.venv/installed: pyproject.toml requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.txt -e .
	@touch $@

.venv/tested: .venv/installed requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.txt -e '.[test]'
	@touch $@

site: setup ## build the example site into site/
	$(BIN)/westbound build --site-dir $(SITE)
	@echo
	@echo "Look at it:  make serve  and open http://127.0.0.1:8000/"

serve: setup ## look at the site in a browser; it follows what you edit
	$(BIN)/westbound serve

check: .venv/tested ## lint, types and the records
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/westbound check --strict

test: .venv/tested browser ## run every test, Chromium included
	$(BIN)/python -m pytest -n auto --dist worksteal

browser: ## install Chromium and a CJK font where they are missing
	@sh tests/browser/install.sh

bench: .venv/tested ## measure speed and page weight
	$(BIN)/python -m benchmarks

format: .venv/tested ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what was built
	rm -rf $(SITE) .$(notdir $(SITE)).westbound .cache
