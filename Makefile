# Everything a developer or CI runs. `make` alone lists the targets.
PREFIX ?= /usr/local
BINARY := .build/release/lintel
# The packages that the system libraries of Package.swift come from, by Debian's names.
PACKAGES := libyaml-dev libpcre2-dev pkg-config git
# LINTEL_STATIC makes Package.swift link libyaml and PCRE2 statically, so that the binary runs where they are not installed.
RELEASE := LINTEL_STATIC=1 swift build -c release --static-swift-stdlib --product lintel
FORMATTED := Package.swift Sources Tests

# What the trees are compared with: by default the library that the Python here came with.
PYTHON := python3
PYTHON_SOURCES = $(shell $(PYTHON) -c 'import sysconfig; print(sysconfig.get_paths()["stdlib"])' 2>/dev/null)
SYNTAX_DUMP := Tools/SyntaxDump/.build/release/syntax-dump

.PHONY: conformance conformance-python help build run test bench format check-format install packages

help:
	@echo 'make build    debug build of everything'
	@echo 'make run      install what is missing, build the static release binary, lint examples/'
	@echo 'make test     check the formatting, build, run every test'
	@echo 'make bench    build for release and measure'
	@echo 'make conformance  compare tokens and trees with those of CPython'
	@echo 'make format   format the sources'
	@echo 'make install  put the release binary and its rules under PREFIX ($(PREFIX))'

build: packages
	swift build

$(BINARY): release
.PHONY: release
release: packages
	$(RELEASE)

# `lintel` answers 1 where it finds something, which is what the examples are for; anything else is a failure.
run: release
	$(BINARY) check examples || [ $$? -eq 1 ]

test: packages check-format
	swift build --build-tests
	swift test --skip-build

bench: release
	Tools/bench $(BINARY)

conformance: conformance-python

$(SYNTAX_DUMP): FORCE
	swift build -c release --package-path Tools/SyntaxDump
.PHONY: FORCE
FORCE:

conformance-python: $(SYNTAX_DUMP)
	$(PYTHON) Tools/Conformance/python/conformance.py --limit 10 $(SYNTAX_DUMP) $(PYTHON_SOURCES)
	$(PYTHON) Tools/Conformance/python/damage.py $(SYNTAX_DUMP) $(PYTHON_SOURCES)

format:
	swift format format --in-place --recursive --parallel $(FORMATTED)

check-format:
	swift format lint --strict --recursive --parallel $(FORMATTED)

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/lintel"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/lintel"
	cp -R rules "$(DESTDIR)$(PREFIX)/share/lintel/"

# As root on a Debian system the missing packages are installed; elsewhere the message says what is missing.
packages:
	@if pkg-config --exists yaml-0.1 libpcre2-8 2>/dev/null && command -v git >/dev/null; then exit 0; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" -eq 0 ]; then \
	    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(PACKAGES); \
	else \
	    echo 'Lintel needs libyaml and PCRE2 with their headers, pkg-config and git.' >&2; \
	    echo 'Debian, Ubuntu: sudo apt-get install $(PACKAGES)' >&2; \
	    echo 'Fedora: sudo dnf install libyaml-devel pcre2-devel pkgconf git' >&2; \
	    echo 'macOS: brew install libyaml pcre2 pkgconf git' >&2; \
	    exit 1; \
	fi
