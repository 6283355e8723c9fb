# Every task of the project. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
PIP_OPTIONS := --quiet --disable-pip-version-check
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run demo test check format types publications captures bench endurance clean

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

run: $(VENV)/.run data/snapshots ## installs what is needed, then opens the dashboard
	$(BIN)/streamlit run app.py

demo: $(VENV)/.run ## (re)builds the demonstration snapshots
	$(BIN)/python -m plie_metrics demo

data/snapshots: | $(VENV)/.run
	$(BIN)/python -m plie_metrics demo

test: PIP_OPTIONS += --no-compile
test: $(VENV)/.dev ## installs what is needed (a browser and LibreOffice included), checks, then tests everything
	@echo "Le secret de la démonstration se calcule pendant les contrôles."
	@$(BIN)/python -m tests.demonstration_prete & \
		$(MAKE) --no-print-directory check && \
		bash .ci/navigateur.sh $(BIN)/python && bash .ci/bureautique.sh && wait $$!
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.dev ## puts the code in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

publications: $(VENV)/.run ## rebuilds the published figures from their transcriptions
	$(BIN)/python -m plie_metrics publications

captures: $(VENV)/.dev ## photographs every page into docs/images
	@bash .ci/navigateur.sh $(BIN)/python
	$(BIN)/python -m tests.navigateur.captures

bench: $(VENV)/.bench data/snapshots ## measures, and writes the table of the README (twenty minutes on an idle machine, 2 GB of temporary files)
	@bash .ci/navigateur.sh $(BIN)/python
	$(BIN)/python -m tests.bench.taille_reelle
	$(BIN)/python -m tests.bench.taille_nationale
	$(BIN)/python -m tests.bench.importation
	$(BIN)/python -m tests.bench.navigateur
	$(BIN)/python -m tests.bench.panel
	$(BIN)/python -m tests.bench.reunion
	$(BIN)/python -m tests.bench.exports
	$(BIN)/python -m tests.bench.mesures

endurance: $(VENV)/.distribue ## long trials, outside of CI (half an hour); the last ones are in docs/mesures/endurance.json
	$(BIN)/python -m tests.endurance.distribue
	$(BIN)/python -m tests.endurance.installation
	$(BIN)/python -m tests.endurance.morts --morts 200
	$(BIN)/python -m tests.endurance.sejour --minutes 10

clean: ## removes what was installed and built
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.base:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 ou plus récent est nécessaire (make run PYTHON=python3.11)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.base requirements.txt
	$(BIN)/python -m pip install $(PIP_OPTIONS) -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install $(PIP_OPTIONS) -r requirements-dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements-bench.txt
	$(BIN)/python -m pip install $(PIP_OPTIONS) -r requirements-bench.txt
	@touch $@

$(VENV)/.distribue: $(VENV)/.run requirements-distribue.txt
	$(BIN)/python -m pip install $(PIP_OPTIONS) -r requirements-distribue.txt
	@touch $@
