# Every target sets up what it needs. Only Python 3.11+, make and a package index are assumed.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DATA   ?= ../shared

.PHONY: setup demo test check docs eval bench fuzz train data pictures lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

$(BIN)/hearsay: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

setup: $(BIN)/hearsay  ## make .venv with hearsay and its tools in it

demo: setup  ## read the demo, keep it, find something in it (offline)
	$(BIN)/python demo/run.py

test: setup  ## every test that the machine allows
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: setup data docs  ## lint, types, the import law, generated data, docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

data: setup  ## generated data is what its YAML says
	$(BIN)/python tools/build_data.py --check

docs: setup  ## the docs build
	$(BIN)/zensical build --clean --strict

eval: setup  ## every suite, and the floors
	$(BIN)/hearsay evaluate all --data $(DATA) --gate

bench: setup  ## speed and memory, beside peers
	$(BIN)/hearsay bench --data $(DATA)

fuzz: setup  ## every parser of foreign bytes, MINUTES each (2); one target: make fuzz TARGET=page (Linux)
	$(BIN)/python -m fuzz.run --minutes $(or $(MINUTES),2) $(TARGET)

train: setup  ## the model, from the corpora: under two hours on two cores
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet -r training/requirements.txt
	.venv-train/bin/python -m pip install --quiet --no-deps -e .
	.venv-train/bin/python -m training.train --data $(DATA)/data --stories $(DATA)/story --epochs 7 --minutes 95 --out training/runs/latest
	.venv-train/bin/python -m training.export --weights training/runs/latest/best.pt --out src/hearsay/data/model
	.venv-train/bin/python -m training.tune --data $(DATA)/data
	.venv-train/bin/python -m training.card --data $(DATA)/data --stories $(DATA)/story --run training/runs/latest

pictures: setup  ## the pictures of the docs, from the browser tests
	HEARSAY_PICTURES=1 $(BIN)/python -m pytest tests/web/test_browser.py -k pictures

lock: setup  ## write requirements.lock anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) .venv-train site build dist .mypy_cache .ruff_cache .pytest_cache
