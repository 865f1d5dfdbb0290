# Two commands need nothing but Python: make score PHOTOS=DIR, make test.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SHOOT := shoot
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev

# zsh and dash leave the ~ in PHOTOS=~/Pictures as it is; make hands PHOTOS to the recipe's shell.
HOME_SPELLED_OUT = case "$$PHOTOS" in "~"|"~/"*) PHOTOS="$$HOME$${PHOTOS\#"~"}";; esac

.PHONY: help score shoot test heavy check bench clean

help: ## what can be made here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(INSTALLED_DEV): $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

score: $(INSTALLED) ## score a folder: make score PHOTOS=some/folder (without PHOTOS: a rendered demo shoot)
ifdef PHOTOS
	@$(HOME_SPELLED_OUT); $(BIN)/assist score "$$PHOTOS"
else
	@test -d $(SHOOT) || $(BIN)/python -m tests.shoot $(SHOOT)
	@$(BIN)/assist score $(SHOOT)
endif

test: $(INSTALLED_DEV) ## install and pass the tests
	$(BIN)/python -m pytest -m 'not heavy' --numprocesses auto --dist worksteal

heavy: $(INSTALLED_DEV) ## the tests that take minutes: make heavy TESTS=tests/index
	$(BIN)/python -m pytest -m heavy $(TESTS)

check: $(INSTALLED_DEV) ## lint, types, import contracts, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

bench: $(INSTALLED_DEV) ## speed of score beside decoding alone: make bench PHOTOS=some/folder
	@$(HOME_SPELLED_OUT); $(BIN)/python -m tests.benchmarks.score "$${PHOTOS:-$(SHOOT)}"

clean: ## remove what was made here
	rm -rf $(VENV) $(SHOOT) build dist *.egg-info
