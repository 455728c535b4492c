# make demo    set up and run the main job on the sample reports (SERVE=no ends after the brief, PORT=8000 chooses a port)
# make test    set up and run every check and test
# make score   figures against claims that people coded (GOLD=folder)
# make analysis  where the coder errs on the development reports, written to docs/error-analysis.md
# make bench   sentences a second of the whole way against the bare parse
# make clean   remove what these made

SERVE ?= yes
PORT ?= 8321
GOLD ?= ../shared/gold
BIN := .venv/bin
PYTHON_FILES := src tests training benchmarks

.PHONY: help demo test score analysis bench clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

# Stamps: set up once, and again when what is to be installed has changed.
.venv/installed: pyproject.toml tools/setup.sh
	@tools/setup.sh
	@touch $@

.venv/installed-dev: pyproject.toml tools/setup.sh
	@tools/setup.sh dev
	@touch .venv/installed $@

demo: .venv/installed
	@$(BIN)/trucewatch demo --port $(PORT) $(if $(filter no,$(SERVE)),--no-serve)

test: .venv/installed-dev
	$(BIN)/ruff check $(PYTHON_FILES)
	$(BIN)/ruff format --check $(PYTHON_FILES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest $(PYTEST)

score: .venv/installed
	@for set in dev seed; do \
		echo "$$set:"; \
		$(BIN)/trucewatch score $(GOLD)/$$set.docs.jsonl $(GOLD)/$$set.claims.jsonl || exit 1; \
	done
	@for war in syria yemen; do \
		echo "our samples, $$war:"; \
		$(BIN)/trucewatch score tests/gold/samples-$$war.docs.jsonl tests/gold/samples-$$war.claims.jsonl \
			--conflict $$war || exit 1; \
	done

analysis: .venv/installed
	$(BIN)/trucewatch score $(GOLD)/dev.docs.jsonl $(GOLD)/dev.claims.jsonl --analysis docs/error-analysis.md

bench: .venv/installed
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/throughput.py $(TEXTS)
	@$(BIN)/python benchmarks/packs.py

clean:
	rm -rf .venv build dist demo-workspace .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests training benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
