# What only a checkout has: demo, check, bench, fuzz, lint. Tests are found: a C
# file in tests/*/ with a main() is a program, one without is help for those that
# have, an executable named tests/*/run is a suite. All speak TAP; tools/tally
# adds up.

CLANG ?= clang-19
ONLY ?=
FUZZ_SECONDS ?= 60
JOBS := $(shell nproc 2>/dev/null || echo 2)
export VITRINE := $(abspath $(B)/vitrine)
export BUILD := $(abspath $(B))
export MICROPYTHON_DIR := $(abspath $(MICROPYTHON_DIR))
export CC CLANG
.PHONY: setup demo check check-build check-run corpora packages bench figures fuzz lint

help::
	@echo
	@echo 'make demo            set up, build, and watch untrusted Python at work'
	@echo 'make check           set up, build, and run all tests; ONLY=api for some of them'
	@echo 'make packages        popular packages, downloaded with pip, in python3 and in the guest'
	@echo 'make corpora         programs that check themselves: CORPORA=FOLDER of JSON lines'
	@echo 'make bench           the table of ratios'
	@echo 'make figures         bench, then docs/performance.md and its pictures anew'
	@echo 'make fuzz            fuzz every door; FUZZ_SECONDS=60 for each'
	@echo 'make lint            clang-format, clang-tidy, cppcheck; tools/lint --fix formats'
	@echo 'make dist            $(B)/vitrine-$(VERSION).tar.gz, which builds with a C compiler alone'
	@echo 'MICROPYTHON_DIR=…    builds the guest from a checkout of MicroPython'

setup:
	@tools/setup check

demo:
	@tools/setup build
	@$(MAKE) all
	@examples/demo/demo.sh

# --- the library and the tests, built in every way that shows something else ---

CHECKED := -O1 -g -fno-omit-frame-pointer
# With VT_FAULTS the n-th allocation, or mapping, fails when a test says so.
UBSAN := -fsanitize=undefined -fno-sanitize-recover=all
ASAN := $(CHECKED) -fsanitize=address $(UBSAN) -DVT_FAULTS
FUZZ := $(CHECKED) -fsanitize=address,fuzzer-no-link $(UBSAN)
# $(call each,macro): calls macro with a folder, a compiler, flags, and the guest's
# object: its memory is a mapping that ASan does not watch, and it shares nothing
# between threads, so it is built for UBSan only, which leaves it fast enough.
define each
$(call $(1),$(B)/asan,$(CC),$(ASAN),$(B)/asan/obj/guest.o)
$(call $(1),$(B)/tsan,$(CC),$(CHECKED) -fsanitize=thread,$(B)/obj/guest.o)
$(call $(1),$(B)/portable,$(CC),-O2 -DVT_PORTABLE,$(B)/obj/guest.o)
$(call $(1),$(B)/clang,$(CLANG),-O2,$(B)/clang/obj/guest.o)
endef
$(eval $(call each,build))
$(eval $(call build,$(B)/fuzz,$(CLANG),$(FUZZ),$(B)/clang/obj/guest.o))
$(eval $(call link_plugins,$(B)/asan,$(CC),$(ASAN)))
$(eval $(call generated,$(B)/asan/obj/guest.o,$(CC),-O1 $(UBSAN),(with UBSan: a minute)))
$(eval $(call generated,$(B)/clang/obj/guest.o,$(CLANG),-O2,(with clang: half a minute)))

TEST_SOURCES := $(wildcard tests/*/*.c examples/*.c)
PROGRAM_SOURCES := $(if $(TEST_SOURCES),$(shell grep -lE '^int main' $(TEST_SOURCES)))
HELPERS := $(patsubst %.c,obj/%.o,$(filter-out $(PROGRAM_SOURCES),$(TEST_SOURCES)))
PROGRAMS := $(PROGRAM_SOURCES:.c=)

define program
$(addprefix $(1)/,$(PROGRAMS)): $(1)/%: $(1)/obj/%.o $(addprefix $(1)/,$(HELPERS)) $(1)/libvitrine.a
	@mkdir -p $$(@D)
	$$(Q)$(2) $(3) $$(LDFLAGS) $$^ $$(LIBS) -o $$@
endef
$(eval $(call program,$(B),$(CC),$(CFLAGS)))
$(eval $(call each,program))

# --- check ---

# Programs run in every build but TSan's, which is for tests/threads; tests/fault
# only where allocations can be made to fail. Suites that drive the command run
# with other builds of it too.
FAULT := $(filter tests/fault/%,$(PROGRAMS))
TESTS := $(filter-out $(FAULT),$(filter tests/%,$(PROGRAMS)))
EXAMPLES := $(filter examples/%,$(PROGRAMS))
THREADS := $(filter tests/threads/%,$(TESTS))
API := $(filter tests/api/%,$(TESTS))
SUITES := $(wildcard tests/*/run)
DRIVING := $(filter $(patsubst %,tests/%/run,guest hostile escape files),$(SUITES))
FUZZERS := $(patsubst %.c,$(B)/%,$(wildcard fuzz/*.c))
VALGRIND := valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite

# $(call plan,folder,programs,note,before the command): 'NAME: COMMAND' for each.
plan = $(foreach p,$(2),'$(p:tests/%=%)$(3): $(4) $(1)/$(p)')
PLAN = $(foreach s,$(SUITES),'$(s:tests/%/run=%): $(s)') \
  $(foreach v,portable asan,$(foreach s,$(DRIVING), \
    '$(s:tests/%/run=%) ($(v)): VITRINE=$(BUILD)/$(v)/vitrine $(s)')) \
  $(foreach s,plugins web pipe,'$(s) (asan): VITRINE=$(BUILD)/asan/vitrine tests/$(s)/run') \
  $(call plan,$(B),$(TESTS)) \
  $(foreach v,asan clang portable,$(call plan,$(B)/$(v),$(TESTS), ($(v)))) \
  $(call plan,$(B)/asan,$(FAULT), (asan)) $(call plan,$(B)/tsan,$(THREADS), (tsan)) $(call plan,$(B),$(API), (valgrind),$(VALGRIND)) \
  'fuzz: tools/fuzz --seconds 3 --seed 1 $(FUZZERS)' 'lint: tools/lint'
BUILT := $(PLUGINS:$(B)/%=$(B)/asan/%) $(addprefix $(B)/,$(TESTS) $(EXAMPLES)) $(addprefix $(B)/asan/,$(FAULT)) \
  $(addprefix $(B)/tsan/,$(THREADS)) $(FUZZERS) \
  $(foreach v,asan clang portable,$(addprefix $(B)/$(v)/,$(TESTS) vitrine))

check:
	@tools/setup check
	@$(MAKE) check-build || { printf '\nthe build failed\n\n0 passed, 1 failed\n'; exit 1; }
	@$(MAKE) check-run

check-build: all $(BUILT)

check-run:
	@tools/tally --jobs $(JOBS) --logs $(B)/check --only '$(ONLY)' $(PLAN)

lint:
	@tools/lint

# Collections of programs that are not in the repository.
corpora: all
	@tests/python/corpora $(CORPORA)

# Popular packages, with pip: what docs/packages.md shows.
packages: all
	@tests/packages/try --write docs/packages.md

# --- bench, fuzz ---

bench: all
	@bench/run

# On an idle machine: what docs/performance.md shows.
figures: all
	@rm -f $(B)/figures.json; bench/run --save $(B)/figures.json; \
	  bench/run --charts $(B)/figures.json

# The command's parts, for those that read what a user wrote.
$(B)/fuzz/libcommand.a: $(patsubst %.c,$(B)/fuzz/obj/%.o,$(filter-out cli/command.c,$(COMMAND_SOURCES)))
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(FUZZERS): $(B)/%: $(B)/fuzz/obj/%.o $(B)/fuzz/libcommand.a $(B)/fuzz/libvitrine.a
	@mkdir -p $(@D)
	$(Q)$(CLANG) $(FUZZ) -fsanitize=fuzzer $^ $(LIBS) -o $@

$(B)/fuzz/fuzz_paths: $(B)/fuzz/obj/linked/files.o

# Plugins, for the target that drives whole sessions. What libFuzzer counts is not
# to be found from a library.
$(B)/fuzz/plugins/%.so: plugins/%.c $(B)/flags
	@mkdir -p $(@D)
	$(Q)$(CLANG) $(CHECKED) -fsanitize=address $(UBSAN) $(COMMON) $(WARNINGS) -shared $(filter %.c,$^) $(PLUGIN_LIBS) -o $@
$(B)/fuzz/plugins/sqlite.so: plugins/sqlitegrant.c
$(B)/fuzz/plugins/sqlite.so: PLUGIN_LIBS := -lsqlite3
$(B)/fuzz/fuzz_sessions: | $(patsubst $(B)/%,$(B)/fuzz/%,$(filter %/sqlite.so %/files.so,$(PLUGINS)))

fuzz:
	@tools/setup check
	@$(MAKE) $(FUZZERS)
	@tools/fuzz --seconds $(FUZZ_SECONDS) $(FUZZERS)
