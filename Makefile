# make site    the program, and our own content checked and published to public/
# make test    all tests
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := site
.PHONY: site test build libraries format lint clean

# A debug and a release build side by side; `make site BUILD_PATH=DIR` builds elsewhere.
BUILD_PATH ?= .build
RELEASE := $(BUILD_PATH)/release-static
ROLEBOOK := $(BUILD_PATH)/rolebook
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
SOURCES := Package.swift $(shell find Sources -type f)

site: $(ROLEBOOK)
	@$(ROLEBOOK) check --quiet
	@$(ROLEBOOK) build
	@echo "  program $(ROLEBOOK)"
	@echo "  open    file://$(CURDIR)/public/index.html, or: python3 -m http.server --directory public 4000"

build: $(ROLEBOOK)

# One file that needs no Swift, libcmark or libyaml where it runs: with the archives alone in a folder that
# is searched first, the linker has no shared library to prefer.
$(ROLEBOOK): $(SOURCES) | libraries
	@mkdir -p $(BUILD_PATH)/archives
	@for library in cmark yaml; do \
	  ln -sf "$$(clang -print-file-name=lib$$library.a)" $(BUILD_PATH)/archives/lib$$library.a; done
	swift build -c release --product rolebook --static-swift-stdlib --build-path $(RELEASE) \
	  -Xswiftc -L$(abspath $(BUILD_PATH)/archives)
	@strip -o $@ $(RELEASE)/release/rolebook
	@touch $@

test: libraries
	swift test --build-path $(BUILD_PATH)

# Installs what is missing, and nothing when all is there.
libraries:
	@missing=(); \
	for package in libcmark-dev libyaml-dev pkg-config; do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q "$${missing[@]}"; fi
	@command -v swift >/dev/null || { echo "swift is missing: https://www.swift.org/install" >&2; exit 1; }

format:
	swift format format --configuration .swift-format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	swift format lint --configuration .swift-format --strict --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf $(BUILD_PATH)
