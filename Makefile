PYTHON ?= python3
PY := .venv/bin/python
ARGS ?=
SOURCES := cit_dispatch core officers incidents referrals notifications outcomes tests manage.py

.PHONY: help setup run test check migrate bench screenshots clean

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: ## Create the virtual environment with the locked dependencies
	$(PYTHON) scripts/bootstrap.py dev

run: ## Start the demonstration: web, worker, beat, mail; Ctrl-C stops it
	@$(PYTHON) scripts/bootstrap.py runtime
	@exec $(PY) -m cit_dispatch.run

test: setup ## Run the whole suite against a PostgreSQL and a Redis of its own
	$(PY) -m pytest $(ARGS)

check: setup ## Style, types, layers, migrations, generated documents
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	CIT_DEMO=1 .venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	set -e; for script in "vendor.py check" check_contrast.py check_translations.py; do \
	  if test -f "scripts/$${script%% *}"; then $(PY) scripts/$$script; fi; done
	if ls */management/commands/docs.py >/dev/null 2>&1; then $(PY) manage.py docs --check; fi
	! grep -rnE 'type: ignore|noqa' --include=*.py $(SOURCES)
	! grep -rnE 'apply_async\(|\.delay\(' --include=*.py $(SOURCES) | grep -vE '^core/hints\.py|/tasks\.py:'

migrate: setup ## Bring the embedded database up to date
	$(PY) manage.py migrate

bench: setup ## Measure the pages beside bare PostgreSQL and bare Django
	$(PY) manage.py bench

screenshots: setup ## Make the pictures of the README anew
	$(PY) scripts/screenshots.py

clean: ## Remove the embedded data of this checkout; the environment stays
	-$(PY) -c 'import shutil; from cit_dispatch.embedded import place; [shutil.rmtree(place(n).data, True) for n in ("run", "test")]'
	rm -rf .local .mypy_cache .ruff_cache .import_linter_cache staticfiles
