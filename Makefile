# Two commands do all the set-up: `make demo` and `make test`. Each makes the virtual
# environment it needs from the lock files, and does nothing twice.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= demo
# One more than there are cores: many tests wait for a process or a timer.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

# The tests start the program hundreds of times: its modules are to be compiled once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo install test quick check card docs bench chaos fuzz lock clean

demo: $(VENV)/.trained
	$(BIN)/brabot demo --out $(OUT)

install: $(VENV)/.run

test: $(VENV)/.dev $(VENV)/.trained
	$(BIN)/pytest -n $(WORKERS) --dist loadfile

quick: $(VENV)/.dev $(VENV)/.trained
	$(BIN)/pytest -n $(WORKERS) --dist loadfile -m "not slow"

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

card: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.model_card $(SECOND)

# The tables of keys in docs/admin.md and the schemas in config/, from the models.
docs: $(VENV)/.dev
	$(BIN)/python -m tests.config_reference

# Half an hour; MORE="throughput starting" for some, MORE=--write for the tables in docs/scale.md.
bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks
	$(BIN)/python -m tests.benchmarks.scale $(MORE)

# 20,000 updates as Telegram sends them, and as nobody should, and thousands of other bad input;
# takes some twenty minutes on two cores. FUZZ_SEED=7 draws others.
fuzz: $(VENV)/.dev
	FUZZ=$${FUZZ:-20000} $(BIN)/pytest -n $(WORKERS) tests/bot/fuzzing

# The real bot, killed fifty times while Telegram fails; MORE="--postgresql --seed 7" for more.
chaos: $(VENV)/.dev $(VENV)/.trained
	$(BIN)/python -m tests.end_to_end.chaos $(MORE)

# The lock files name every package with its version and hashes, for any platform.
lock: $(VENV)/.dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --extra build pyproject.toml \
	    -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --extra build --extra dev pyproject.toml \
	    -o requirements-dev.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# Trains the reading once; whatever reads afterwards takes it from the cache.
$(VENV)/.trained: $(VENV)/.run $(wildcard config/*.toml config/examples/*.txt)
	$(BIN)/brabot read < /dev/null
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .pytest_cache .ruff_cache .hypothesis
