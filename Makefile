# Everything that is run on this project. `make help` lists it.
#
# Settings, as make variables or in the environment:
#   ARTICLES=FOLDER  serve the reader's own articles in place of the bundled dispatches
#   PORT=8080        address of `make serve`; the next free one is taken where it is in use
#   PUBLIC_URL=./    where the built page will live; relative by default, so any host and any sub-path will do
#   REPORTS, GOLD, BENCH  folders with the outside data of the tests and figures; without them those parts say that they were left out
#   RECORD=1         eval, size and bench also write their figures to eval/RESULTS.md
PORT ?= 8080
PUBLIC_URL ?= ./
DIST ?= dist

# Never exported empty: what is not given must not be found.
define outside
ifneq ($$($(1)),)
override export $(1) := $$(abspath $$($(1)))
endif
endef
$(foreach name,REPORTS GOLD BENCH,$(eval $(call outside,$(name))))
ifneq ($(RECORD),)
export RECORD
endif

.DEFAULT_GOAL := help
.PHONY: help serve build check test eval size watch bench nightly screens clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

serve: ## set up what is missing, build without optimising, serve on a local address
	@scripts/setup serve
	@PORT=$(PORT) scripts/serve $(if $(ARTICLES),"$(ARTICLES)")

build: ## the page as it is published, into dist/
	@scripts/setup build
	@scripts/build "$(DIST)" "$(PUBLIC_URL)"

check: ## the quick loop: format, lints native and wasm, tests without a browser
	@scripts/setup serve
	@scripts/test quick

test: ## everything
	@scripts/setup test
	@scripts/test all

eval: ## scores, as Markdown
	@scripts/record eval scripts/eval

size: ## what a first visit downloads, as Markdown; fails above the budget
	@scripts/setup test >&2
	@scripts/record size scripts/size

watch: ## record what of the program a first visit runs: scripts/ran.txt
	@scripts/setup test
	@scripts/watch

bench: ## speed, as Markdown
	@scripts/setup test >&2
	@scripts/record bench scripts/bench

nightly: ## long runs that `make test` leaves out
	@scripts/setup test
	@scripts/test nightly

screens: ## docs/screens/*.png
	@scripts/setup test
	@scripts/build "$(DIST)" "$(PUBLIC_URL)"
	@node tests/browser/screenshots.mjs

clean: ## remove what was built, keep the tools
	rm -rf dist target
