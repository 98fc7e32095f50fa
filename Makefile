PYTHON ?= python3
PY := .venv/bin/python
ARGS ?=
# Files are shared out among the processes, browser tests last. JOBS=0 keeps all in one.
JOBS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); [ $$n -gt 4 ] && echo 4 || echo $$n)
SOURCES := cit_dispatch core officers incidents referrals notifications outcomes tests manage.py

.PHONY: help setup run test check migrate bench screenshots clean

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: ## Create the virtual environment with the locked dependencies
	@$(PYTHON) scripts/bootstrap.py dev

run: ## Start the demonstration: web, worker, beat, mail; Ctrl-C stops it
	@$(PYTHON) scripts/bootstrap.py runtime
	@exec $(PY) -m cit_dispatch.run

test: setup ## Run the suite against a PostgreSQL and a Redis of its own; ARGS="tests/x -k y" picks
	$(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder --durations 20 $(ARGS)

check: setup ## Style, types, layers, migrations, generated documents
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	CIT_DEMO=1 .venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	if ls */management/commands/docs.py >/dev/null 2>&1; then $(PY) manage.py docs --check; fi
	if test -f scripts/vendor.py; then $(PY) scripts/vendor.py check; fi
	if test -f scripts/check_contrast.py; then $(PY) scripts/check_contrast.py; fi
	if test -f scripts/check_translations.py; then $(PY) scripts/check_translations.py; fi
	! grep -rnE 'type: ignore|noqa' --include=*.py $(SOURCES)
	! grep -rnE 'apply_async\(|\.delay\(|\beta=' --include=*.py $(SOURCES) | grep -vE '^core/hints\.py|/tasks\.py:'
	! grep -nE '^ *--(extra-)?(index-url|find-links|trusted-host)|https?://' requirements/*

migrate: setup ## Bring the embedded database up to date
	$(PY) manage.py migrate

bench: setup ## Measure the pages beside bare PostgreSQL and bare Django
	$(PY) manage.py bench
	$(PY) manage.py bench_live
	$(PY) manage.py bench_tablet

screenshots: setup ## Make the pictures of the README anew
	$(PY) scripts/screenshots.py

clean: ## Remove the embedded data of this checkout; the environment stays
	if test -x $(PY); then $(PY) -m cit_dispatch.embedded clean; fi
	rm -rf .local .mypy_cache .ruff_cache .import_linter_cache staticfiles
