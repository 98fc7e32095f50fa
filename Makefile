PY := .venv/bin/python
ARGS ?=

.PHONY: help setup test check migrate clean

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/.ready: requirements/dev.lock
	python3 -c 'import sys; sys.exit("Python 3.11 or newer is needed.") if sys.version_info < (3, 11) else None'
	test -x $(PY) || python3 -m venv --clear .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	touch $@

setup: .venv/.ready ## Create the virtual environment with the locked dependencies

test: .venv/.ready ## Run the whole suite against a PostgreSQL and a Redis of its own
	$(PY) -m pytest $(ARGS)

check: .venv/.ready ## Style, types, layers, migrations
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	CIT_DEMO=1 .venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	! grep -rnE 'type: ignore|noqa|apply_async\(|\.delay\(' --include=*.py cit_dispatch core officers incidents referrals notifications outcomes tests manage.py

migrate: .venv/.ready ## Bring the embedded database up to date
	$(PY) manage.py migrate

clean: ## Remove the embedded data of this checkout
	rm -rf .local .mypy_cache .ruff_cache
