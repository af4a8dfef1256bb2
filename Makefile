# make            installs what is missing, builds lectern and renders lessons/ into output/
# make site       the same, and the reference into output/reference
# make test       builds and runs all tests
# make verify     checks every number the lessons claim
# make preview    serves the lessons on this machine and rebuilds them while you write
# make slips      seeds 2,000 slips in random networks and says how many are named rightly
# make check-pages  looks after every page in a browser; needs Chromium and Java
# make faults     full disks, few descriptors, killed compilers, builds killed at 200 moments
# make fuzz       changed files for all that reads a stranger's: TARGET=lessons MINUTES=5 SEED=1
# make sbom       what lectern is made of, as SPDX
# make dist       an archive of the sources, the same bytes for the same commit
# make install    puts lectern below PREFIX (default /usr/local)

PREFIX ?= /usr/local
COURSE ?= lessons
OUTPUT ?= output
# One configuration for everything: tests, tool and runtime share every compiled file.
# Without what a debugger needs, which nobody asks for and which makes the compiler work a tenth longer.
SWIFT_FLAGS ?= -c release -debug-info-format none
LECTERN = .build/release/lectern
# This repository's course is its own code, as its tests are: it runs isolated as well as the machine can, also where CI=true
# would otherwise refuse to run anything.
SANDBOX ?= best

.DEFAULT_GOAL := all
.PHONY: all deps build site pages reference cheat-sheet test slips verify preview lint format golden bench faults fuzz clean picture check-pages install uninstall sbom dist

all: pages

deps:
	@Scripts/deps

# What `lectern help` tells is made from the modules here, once after each build, so that nobody waits for it later.
build: deps
	swift build $(SWIFT_FLAGS)
	@$(LECTERN) help layer > /dev/null

# The course and, as a course of its own, the reference of all that a cell can use.
site: pages reference

pages: build
	$(LECTERN) build $(COURSE) --sandbox $(SANDBOX) --output $(OUTPUT)

reference: build
	$(LECTERN) reference .build/reference
	$(LECTERN) build .build/reference --sandbox $(SANDBOX) --output $(OUTPUT)/reference

# Two pages to print; needs Chromium.
cheat-sheet: reference
	$(LECTERN) build .build/reference/cheat-sheet.md --pdf --sandbox $(SANDBOX) --output $(OUTPUT)/reference

verify: build
	$(LECTERN) verify --strict $(COURSE) --sandbox $(SANDBOX)

preview: build
	$(LECTERN) preview $(COURSE) --sandbox $(SANDBOX)

test: deps
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build

slips: deps
	swift build $(SWIFT_FLAGS) --build-tests
	LECTERN_SLIPS=2000 swift test $(SWIFT_FLAGS) --skip-build --filter SlipReportTests

# Writes the golden files anew; read their diff before committing it.
golden: deps
	swift build $(SWIFT_FLAGS) --build-tests
	LECTERN_RECORD=1 swift test $(SWIFT_FLAGS) --skip-build || true
	git --no-pager diff --stat -- Tests

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

bench: build
	Benchmarks/run

# Leaves the compiled dependencies: `rm -rf .build` removes those too.
clean:
	@if [ -x $(LECTERN) ]; then $(LECTERN) clean $(COURSE) --output $(OUTPUT); fi
	swift package clean

# Takes the README's picture of a page anew; needs Chromium.
picture: site
	Scripts/picture

# HTML, accessibility, layout, weight: on every page, light and dark, wide and narrow, without scripts and on paper.
check-pages: site
	Scripts/check-pages $(OUTPUT)
	Scripts/check-pages $(OUTPUT)/reference

# Disks, descriptors, clocks, compilers and files at their worst; takes minutes, and root for the disks.
faults: build
	python3 Tests/Faults/faults.py
	python3 Tests/Faults/kills.py --kills 200

TARGET ?= all
MINUTES ?= 30
SEED ?= 1

fuzz: deps
	Scripts/fuzz "$(TARGET)" "$(MINUTES)" "$(SEED)"

sbom:
	@TZ=UTC Scripts/sbom

dist:
	Scripts/dist dist

install: build
	Scripts/install "$(DESTDIR)$(PREFIX)"

uninstall:
	rm -rf "$(DESTDIR)$(PREFIX)/bin/lectern" "$(DESTDIR)$(PREFIX)/lib/lectern"
