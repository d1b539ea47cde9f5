# Everything a developer or CI runs. `make` alone lists the targets.
PREFIX ?= /usr/local
BINARY := .build/release/lintel
# The packages that the system libraries of Package.swift come from, by Debian's names.
PACKAGES := libyaml-dev libpcre2-dev pkg-config git
# LINTEL_STATIC makes Package.swift link libyaml, PCRE2 and the C library statically, so that the binary starts faster and runs
# where they are not installed. The packages that it depends on are compiled with Package.swift's own settings for the release.
RELEASE := LINTEL_STATIC=1 swift build -c release --static-swift-stdlib --product lintel \
    -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors -Xswiftc -enforce-exclusivity=unchecked
FORMATTED := Package.swift Sources Tests

# What the trees are compared with: by default what the languages' own packages bring.
PYTHON := python3
PYTHON_SOURCES = $(shell $(PYTHON) -c 'import sysconfig; print(sysconfig.get_paths()["stdlib"])' 2>/dev/null)
TYPESCRIPT_SOURCES := /usr/share/nodejs
SWIFT_CHECKOUTS := Tools/Conformance/swift/.build/checkouts
SWIFT_SOURCES := $(SWIFT_CHECKOUTS)
# Files with routes, for half-typed.
ROUTE_SOURCES := examples rules
# What bench-syntax reads; BENCH_PROJECTS and BENCH_RULES are what bench checks and with which further rules.
BENCH_SOURCES = $(PYTHON_SOURCES) $(TYPESCRIPT_SOURCES) $(SWIFT_SOURCES)
BENCH_PEERS := .build/bench-peers
SCHEMA_TOOLS := .build/schema-tools
# Rule files and configurations to hold against the schemas; public rules may stand beside them.
SCHEMA_PATHS := rules examples .lintrc.yaml Tools/validate-schemas/broken
SYNTAX_TOOLS := Tools/SyntaxDump/.build/release
SYNTAX_DUMP := $(SYNTAX_TOOLS)/syntax-dump
# Where `require` finds the TypeScript to compare with: Debian's package node-typescript.
TYPESCRIPT := /usr/share/nodejs/typescript
# How much of the sources of each language is compared, in megabytes.
CONFORMANCE_LIMIT := 10
SWIFT_CONFORMANCE := Tools/Conformance/swift/.build/release/swift-conformance
# How long each fuzzing target runs.
SECONDS := 30

.PHONY: help build run test bench bench-syntax linear fuzz conformance conformance-python conformance-typescript \
    conformance-swift damage half-typed docs format check-format install packages validate-schemas

help:
	@echo 'make build    debug build of everything'
	@echo 'make run      install what is missing, build the static release binary, lint examples/'
	@echo 'make test     check the formatting, build, run every test'
	@echo 'make bench    build for release and measure: syntax (BENCH_SOURCES=...) and whole runs (BENCH_PROJECTS=...) beside'
	@echo '              other programs, and a folder of rule files in their dozens (BENCH_RULES=...)'
	@echo 'make linear   show that time grows with the input and no faster, on input made to break that'
	@echo 'make fuzz     each fuzzing target with the address sanitizer, SECONDS (30) each'
	@echo 'make conformance  compare tokens and trees with those of CPython, tsc and SwiftParser; see docs/conformance.md'
	@echo 'make validate-schemas  hold rule files and configurations (SCHEMA_PATHS=...) against the JSON Schemas'
	@echo 'make docs     write the pages of docs/rules from the rules'
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

bench: release bench-syntax
	Tools/bench --peers $(BENCH_PEERS)/bin $(if $(BENCH_RULES),--rules $(BENCH_RULES)) $(BINARY) $(or $(BENCH_PROJECTS),examples)

bench-syntax: $(SYNTAX_DUMP) $(BENCH_PEERS) | $(SWIFT_CHECKOUTS)
	Tools/bench-syntax --peers $(BENCH_PEERS)/bin $(SYNTAX_DUMP) $(BENCH_SOURCES)

$(BENCH_PEERS): Tools/bench-requirements.txt
	$(PYTHON) -m venv --clear $@
	$@/bin/pip install --quiet -r $<

validate-schemas: release $(SCHEMA_TOOLS)
	$(SCHEMA_TOOLS)/bin/python Tools/validate-schemas/validate.py --lintel $(BINARY) $(SCHEMA_PATHS)

$(SCHEMA_TOOLS): Tools/validate-schemas/requirements.txt
	$(PYTHON) -m venv --clear $@
	$@/bin/pip install --quiet -r $<

# Freed memory is used again and never given back to the system: whether an array comes from fresh pages, which the system has
# to clear, depends on its size, and would show as a jump in time that no work causes.
linear: $(SYNTAX_DUMP)
	MALLOC_ARENA_MAX=1 MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=268435456 \
	    $(SYNTAX_TOOLS)/linear-time

fuzz: packages
	Tools/Fuzz/run $(SECONDS)

$(SYNTAX_DUMP): FORCE
	swift build -c release --package-path Tools/SyntaxDump
.PHONY: FORCE
FORCE:

conformance: conformance-python conformance-typescript conformance-swift damage

conformance-python: $(SYNTAX_DUMP)
	$(PYTHON) Tools/Conformance/python/conformance.py --limit $(CONFORMANCE_LIMIT) $(SYNTAX_DUMP) $(PYTHON_SOURCES)

# Wants the Debian packages nodejs and node-typescript.
conformance-typescript: $(SYNTAX_DUMP)
	node Tools/Conformance/typescript/conformance.js --limit $(CONFORMANCE_LIMIT) --typescript $(TYPESCRIPT) \
	    $(SYNTAX_DUMP) $(TYPESCRIPT_SOURCES)

conformance-swift:
	swift build -c release --package-path Tools/Conformance/swift
	find $(SWIFT_SOURCES) -name '*.swift' -size -1000k >Tools/Conformance/swift/.build/sources
	$(SWIFT_CONFORMANCE) --files-from Tools/Conformance/swift/.build/sources

# The packages that Lintel and the comparison with SwiftParser depend on.
$(SWIFT_CHECKOUTS):
	swift package --package-path Tools/Conformance/swift resolve

# How much of a file survives random damage, and which routes a half-typed line hides.
damage: $(SYNTAX_DUMP) half-typed | $(SWIFT_CHECKOUTS)
	$(PYTHON) Tools/Conformance/damage.py $(SYNTAX_DUMP) $(PYTHON_SOURCES) $(TYPESCRIPT_SOURCES) $(SWIFT_SOURCES)

half-typed: $(SYNTAX_DUMP) release
	$(PYTHON) Tools/Conformance/half_typed.py $(BINARY) $(SYNTAX_DUMP) $(ROUTE_SOURCES)

docs: packages
	swift build --product lintel
	rm -rf docs/rules
	for id in $$(.build/debug/lintel rules --no-config | cut -d ' ' -f 1); do \
	    mkdir -p docs/rules/$${id%/*} && \
	    .build/debug/lintel explain --no-config --format markdown $$id >docs/rules/$$id.md || exit 1; \
	done

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
