# Every target installs the Debian packages it misses, says so, and asks nothing.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: help demo serve build test check format bench faults fuzz promises pictures clean

LIBRARIES := pkg-config libcurl4-openssl-dev libsqlite3-dev libgmime-3.0-dev libcmark-gfm-dev \
	libcmark-gfm-extensions-dev libzip-dev libxml2-dev libxlsxwriter-dev libidn2-dev zlib1g-dev
TEST_TOOLS := python3 python3-venv util-linux curl openssl
PICTURE_TOOLS := chromium fonts-dejavu-core python3 python3-venv
BUILD := swift build --explicit-target-dependency-import-check error
RELEASE := .build/release/genklang
ARGS ?=

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: release ## install what is missing, build, and run the whole chain on simulated people (ARGS=--no-serve to end after it)
	$(RELEASE) demo $(ARGS)

serve: release ## run the node of this workspace
	$(RELEASE) serve $(ARGS)

.PHONY: release libraries
libraries:
	@.ci/need $(LIBRARIES)

release: libraries
	@$(BUILD) -c release --product genklang

build: libraries ## a debug build of everything
	@$(BUILD) --build-tests

test: build ## every test, with the servers and tools they need
	@.ci/need $(TEST_TOOLS)
	@.ci/peers test-peers
	swift test --skip-build --disable-xctest --no-parallel $(ARGS)

check: ## format, build, test
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks
	@$(MAKE) --no-print-directory test

format: ## lay out all Swift as .swift-format says
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

bench: libraries ## durable answers and imported rows a second, each beside a peer (ARGS="import" for one)
	@$(BUILD) -c release --product genklang
	@$(BUILD) -c release --product genklang-bench
	.build/release/genklang-bench $(ARGS)

faults: libraries ## kill -9 under load, and the sabotage that must turn the check red
	@$(BUILD) -c release --product genklang
	@$(BUILD) -c release --product genklang-faulty-server
	@$(BUILD) -c release --product genklang-faults
	.build/release/genklang-faults $(ARGS)

fuzz: libraries ## the readers of lists, archives and XML under a fuzzer, 20 minutes each at most (ARGS="lists")
	@.ci/fuzz $(ARGS)

promises: ## each promise, the test that shows it, and the sabotage that turns the test red
	@.ci/promises

pictures: release ## survey, letter and report as pictures under docs/pictures
	@.ci/need $(PICTURE_TOOLS)
	@.ci/peers picture-peers
	.build/picture-peers/bin/python .ci/pictures.py

clean: ## what the build and the demo left behind
	rm -rf .build var
