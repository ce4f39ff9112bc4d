# The only door. Each target installs what it needs first, may be repeated, and says what it does.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION := 1
export CDK_DISABLE_CLI_TELEMETRY := 1
# Whatever the caller's shell says: a run starts dozens of Pythons, and each would compile its packages anew.
export PYTHONDONTWRITEBYTECODE :=
# As the agent's task sets it.
export OPENBLAS_NUM_THREADS := 1
# A tool that is wanted now and then, in an environment of its own: what it brings is not in the lock.
TOOL := .venv/bin/uv tool run --quiet --python $(PY) --from
STAGE ?= dev
READY := build/ready

# What loads the agent's library and what loads nothing, so that both halves of `make unit` take as long.
WITH_THE_AGENT := $(addprefix tests/unit/,agent_container services)

TO_BUILD := cmake g++
TO_SPEAK := flite espeak-ng open-jtalk-mecab-naist-jdic:/var/lib/mecab/dic/open-jtalk/naist-jdic/sys.dic
TO_TRANSCODE := ffmpeg
TO_BROWSE := chromium fonts-noto-cjk:/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
# Firefox and WebKit, what WebKit decodes with, and a display and a sound card for them.
TO_BROWSE_ELSEWHERE := firefox-esr webkit2gtk-driver:WebKitWebDriver xvfb:Xvfb pulseaudio \
  $(foreach plugins,libav plugins-bad plugins-good,gstreamer1.0-$(plugins):/usr/share/doc/gstreamer1.0-$(plugins))

## up: start EchoSphere on this machine and print its address (Ctrl-C stops it)
up:
	@$(MAKE) -j3 ready-to-run
	@$(PY) -m local up

## down: stop what `make up` started, from another terminal
down: .venv/.ready
	@$(PY) -m local down

## status: what runs, and where
status: .venv/.ready
	@$(PY) -m local status

## trace: what was done for a talk and how long it took, as a tree (SESSION as in its address)
trace: .venv/.ready
	@$(PY) -m local trace $(SESSION)

## reset: forget every talk, person and key of this installation
reset: .venv/.ready
	@$(PY) -m local reset

## ears: hear Japanese and Portuguese by Whisper: FOLDER=… with a model, or MODEL=base, which is fetched after your yes
ears: .venv/.ready
	@$(PY) -m local ears $(if $(FOLDER),--folder "$(FOLDER)") $(if $(MODEL),--model $(MODEL))

## test: everything that must hold, as on the build machine
test:
	@$(MAKE) -j3 ready-to-run $(READY)/browser
	@# Side by side what needs no clock, then alone what does.
	@$(MAKE) -j2 --output-sync types templates page talks media deploys check
	@$(MAKE) unit
	$(PY) -m pytest tests/contract tests/integration tests/end_to_end tests/least_privilege

## test-long: the same rules, by the thousand: requests to the API, talks of a day, scripted talks, people in a room, recordings, faults, many at once, and an update (two hours; not part of `make test`)
test-long:
	@$(MAKE) -j3 ready-to-run $(READY)/browser
	API_CASES=100 $(PY) -m pytest tests/contract/api
	HISTORY_TALKS=10000 $(PY) -m pytest tests/contract/test_day_store.py
	TIMELINE_SCRIPTS=1000 $(PY) -m pytest tests/talks
	ROOM_PEOPLE=10 $(PY) -m pytest tests/integration/agent/test_several_people.py
	RECORDINGS_TALKS=1000 $(PY) -m pytest tests/integration/recording
	$(PY) -m pytest -s tests/faults
	$(PY) -m pytest -s tests/load
	@$(MAKE) updates

## updates: an earlier version (UPDATE_FROM, a tag) becomes this one and comes back, with talks on each (part of `make test-long`)
updates:
	@$(MAKE) -j3 ready-to-run $(READY)/browser
	$(PY) -m pytest tests/updates

## test-browsers: hear a recorded talk in Firefox and WebKit too (they take 500 MB; not part of `make test`)
test-browsers:
	@$(MAKE) -j3 ready-to-run $(READY)/other-browsers
	$(PY) -m pytest tests/browsers

## screenshots: a picture of every page, theme, size and language into build/screenshots, with what axe says of each
screenshots: $(READY)/browser web/dist/index.html
	$(PY) -m tests.screenshots $(PAGES)

## unit: the rules alone, in seconds
unit: .venv/.ready node_modules/.ready
	@$(MAKE) -j2 --output-sync unit-agent unit-rest

# In two processes, each of which imports what the other does not, and no plugin of pytest that no rule here uses.
UNUSED := $(addprefix -p no:,anyio cacheprovider schemathesis typeguard xdist xdist.looponfail)

unit-agent:
	$(PY) -m pytest $(UNUSED) $(WITH_THE_AGENT)

unit-rest:
	$(PY) -m pytest $(UNUSED) -m "not template" tests/unit $(addprefix --ignore=,$(WITH_THE_AGENT))

## check: lint, types, and that imports point one way
check: lint types page-types

lint: .venv/.ready
	ruff check .
	ruff format --check .
	lint-imports

types: .venv/.ready
	mypy .

page-types: node_modules/.ready
	npm run --silent check --workspace web

## talks: scripted talks on a clock that jumps, and talks that are judged, by the hundred
talks: .venv/.ready
	TIMELINE_SCRIPTS=100 $(PY) -m pytest tests/talks

## media: sound and picture by the minute, written and read by the real codecs
media: .venv/.ready
	$(PY) -m pytest tests/media

deploys: .venv/.ready
	$(PY) -m pytest tests/deploy

page: node_modules/.ready
	npm test --silent --workspace web

templates: .venv/.ready node_modules/.ready
	$(PY) -m pytest tests/unit/stacks -m template

## bench: measure, side by side, into build/bench/ (BENCH=talk, room, reconnect, overhead, watched, pace, noise, truth or recording alone)
bench:
	@$(MAKE) -j3 ready-to-run $(READY)/browser
	$(PY) -m bench $(BENCH)

## synth: the CloudFormation templates of STAGE (default dev) into cdk.out/
synth: .venv/.ready node_modules/.ready web/dist/index.html
	npx cdk synth --quiet -c stage=$(STAGE)

## deploy: to the AWS account of your credentials, STAGE=dev|prod
# Where nobody sits (CI), it was bootstrapped by somebody who may, and who may say yes has said it before.
deploy: .venv/.ready node_modules/.ready web/dist/index.html
	@$(PY) -m deploy.preflight $(STAGE)
	$(if $(CI),,npx cdk bootstrap -c stage=$(STAGE))
	npx cdk deploy --all -c stage=$(STAGE) --outputs-file build/outputs.json $(if $(CI),--require-approval never)
	@$(PY) -m deploy.smoke build/outputs.json

## redrive: hand the dead letters of QUEUE back to it (STAGE as deployed)
redrive: .venv/.ready
	@$(PY) setup/redrive.py $(QUEUE) $(STAGE)

## judge-report: how far JUDGES (default: rules) see what was planted; fails where no release may follow
judge-report: .venv/.ready
	@$(PY) -m evals.judge_report $(JUDGES)

## rejudge: have one talk judged again (SESSION), or those of WORKSPACE that ended from SINCE until UNTIL (days; STAGE as deployed)
rejudge: .venv/.ready
	@$(PY) -m lambdas.evaluate_session.again $(STAGE) $(if $(SESSION),--session $(SESSION)) $(if $(WORKSPACE),--workspace $(WORKSPACE)) $(if $(SINCE),--since $(SINCE)) $(if $(UNTIL),--until $(UNTIL))

## mutants: change the domain's code in two thousand places and count the changes that no rule notices (20 minutes)
mutants: .venv/.ready
	@VIRTUAL_ENV=$(CURDIR)/.venv setup/mutants.sh $(CURDIR)/.venv/bin/uv run --quiet --no-project --active --with mutmut==3.8.1 python

## audit: what is known against what we use, secrets in our files, and lists of all parts into build/ (asks the registries)
audit: .venv/.ready node_modules/.ready
	@$(MAKE) -k audit-python audit-page audit-secrets parts

audit-python: .venv/.ready
	$(TOOL) pip-audit==2.10.1 pip-audit --strict --progress-spinner off --disable-pip --require-hashes --requirement requirements.txt

audit-page: node_modules/.ready
	npm audit

audit-secrets: .venv/.ready
	@setup/secrets.sh $(TOOL) detect-secrets==1.5.0 detect-secrets-hook

parts: .venv/.ready node_modules/.ready
	@mkdir -p build
	$(TOOL) cyclonedx-bom==7.5.0 cyclonedx-py requirements --output-reproducible --output-file build/parts.python.json requirements.txt
	npm sbom --sbom-format cyclonedx --package-lock-only > build/parts.page.json

## openapi: write docs/openapi.json and the page's types from the routes
openapi: .venv/.ready node_modules/.ready
	$(PY) -m lambdas.openapi > docs/openapi.json
	npm run --silent generate --workspace web

## web: build the page into web/dist
web: web/dist/index.html

## format: put the code into its shape
format: .venv/.ready
	ruff format .
	ruff check --fix .

## lock: pin the newest versions that pyproject.toml allows
lock: .venv/.ready
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --no-annotate --quiet --output-file requirements.txt

## clean: delete what was built here (talks and keys stay)
clean:
	rm -rf build cdk.out web/dist node_modules .venv

help:
	@echo "EchoSphere: make …"; sed -n 's/^## \([a-z-]*\): \(.*\)/  \1@\2/p' Makefile | awk -F@ '{printf "  %-13s %s\n", $$1, $$2}'

ready-to-run: .venv/.ready $(READY)/livekit-server node_modules/.ready web/dist/index.html

$(READY)/system: setup/debian.sh
	@setup/debian.sh $(TO_BUILD) $(TO_SPEAK) $(TO_TRANSCODE)
	@mkdir -p $(@D) && touch $@

.venv/.ready: requirements.txt .python-version setup/python.sh setup/node.sh | $(READY)/system
	@setup/python.sh
	@setup/node.sh
	@touch $@

$(READY)/browser: setup/debian.sh | $(READY)/system
	@setup/debian.sh $(TO_BROWSE)
	@mkdir -p $(@D) && touch $@

$(READY)/other-browsers: setup/debian.sh | $(READY)/browser
	@setup/debian.sh $(TO_BROWSE_ELSEWHERE)
	@mkdir -p $(@D) && touch $@

# Beside the packages where the machine has Go; else it waits for them, because Go then comes by uv.
$(READY)/livekit-server: setup/livekit-server.sh | $(if $(shell command -v go),,.venv/.ready)
	@mkdir -p $(@D) && setup/livekit-server.sh > $@

node_modules/.ready: package-lock.json .venv/.ready
	@echo "  web: installing the locked packages"
	@npm ci --silent --no-fund --no-audit
	@touch $@

web/dist/index.html: node_modules/.ready web/package.json $(shell find web/src web/public web/index.html web/vite.config.ts -type f 2>/dev/null)
	@echo "  web: building the page"
	@npm run --silent build --workspace web

.PHONY: up down status trace reset ears test test-long test-browsers updates unit unit-agent unit-rest check lint types page-types page templates deploys talks media bench synth deploy redrive audit audit-python audit-page audit-secrets parts openapi screenshots judge-report rejudge mutants web format lock clean help ready-to-run
