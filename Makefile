# Vitrine. `make help` lists what can be made; docs/building.md explains it.
#
# Two builds with a wall between: the guest (guest/ and MicroPython, by clang and
# tools/meter, into guest.c) and the library (any C11 compiler). A release
# tarball has guest.c in generated/ and needs the second only.

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
LIBDIR ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR ?= $(PREFIX)/share
# The command looks for it beside itself: in ../lib/vitrine.
PLUGINDIR ?= $(PREFIX)/lib/vitrine
CFLAGS ?= -O2
INSTALL ?= install
V ?= 0

VERSION := $(shell sed -n 's/^.define VITRINE_VERSION "\(.*\)"/\1/p' include/vitrine.h)
B := build
Q := $(if $(filter 0,$(V)),@)
say = @printf '  %-8s%s\n'

# As many jobs as there are processors, unless -j says otherwise.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2) --no-print-directory
endif

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all plugins help install uninstall clean dist FORCE

all: $(B)/libvitrine.a $(B)/libvitrine.so $(B)/vitrine $(B)/vitrine.pc plugins

help::
	@echo 'make                 the library and the command, in build/'
	@echo 'make install         PREFIX=$(PREFIX) DESTDIR='
	@echo 'make uninstall       what install installed'
	@echo 'make clean           remove build/, but not what was downloaded'
	@echo 'Variables: CC CFLAGS LDFLAGS AR TRAIN, V=1 to see commands'

# --- the guest: guest.c ---

ifneq ($(wildcard generated/guest.c),)
GUEST_C := generated/guest.c
START_C := generated/start.c
LICENSES := generated/LICENSES
else
DEVELOP := 1
G := $(B)/guest
GUEST_C := $(G)/guest.c
START_C := $(G)/start.c
LICENSES := $(G)/LICENSES
MICROPYTHON_DIR ?= $(B)/micropython-1.25.0
MICROPYTHON := $(abspath $(MICROPYTHON_DIR))/py/mpconfig.h
GUEST_SOURCES := $(shell find guest -type f ! -name '*.md')

# The default directory is filled by a download; a MICROPYTHON_DIR of yours is
# never written to.
$(abspath $(B)/micropython-1.25.0)/py/mpconfig.h:
	@tools/fetch $(B)/micropython-1.25.0

# CC and CFLAGS are the host's: nothing of them reaches the guest.
$(G)/guest.wasm: MAKEOVERRIDES =
$(G)/guest.wasm: $(GUEST_SOURCES) $(G)/micropython-dir | $(MICROPYTHON)
	@tools/setup build --dry-run || { echo '`make setup` installs them.'; exit 1; }
	$(say) GUEST '$@ (half a minute)'
	$(Q)env -u CC -u CFLAGS -u CPPFLAGS -u LDFLAGS $(MAKE) -C guest V=$(V) \
	  MICROPYTHON_DIR=$(abspath $(MICROPYTHON_DIR)) BUILD=$(abspath $(G)) \
	  $(if $(Q),>$(G)/log 2>&1 || { tail -n 30 $(G)/log; exit 1; })
	@touch $@

# The linker's and the compiler's, for those who link what they wrote.
$(LICENSES): $(G)/guest.wasm
	@{ echo 'libvitrine contains MicroPython and wasi-libc, under these licences.'; \
	  for f in $(abspath $(MICROPYTHON_DIR))/LICENSE /usr/share/doc/wasi-libc/copyright; do \
	    if [ -f $$f ]; then printf '\n---- %s ----\n\n' $$(basename $$(dirname $$f)); cat $$f; fi; \
	  done; } > $@

METER_OBJECTS := $(patsubst %.c,$(B)/obj/%.o,$(wildcard tools/meter/*.c))
$(B)/meter: $(METER_OBJECTS)
	$(say) LINK $@
	$(Q)$(CC) $(LDFLAGS) $^ -lm -o $@

# guest.c keeps its time, and is not compiled anew, when it comes out the same.
$(G)/metered: $(G)/guest.wasm $(B)/meter
	$(say) METER $(GUEST_C)
	$(Q)$(B)/meter $< -o $(GUEST_C).new --data $(G)/data.c --id $$(sha256sum $< | cut -d ' ' -f 1)
	@if cmp -s $(GUEST_C).new $(GUEST_C); then rm $(GUEST_C).new; \
	  else mv $(GUEST_C).new $(GUEST_C); fi; touch $@
$(GUEST_C): $(G)/metered
	@test -f $@ || { rm $<; $(MAKE) $<; }

# Holds the value of a variable; newer than before only if that has changed.
$(G)/micropython-dir: FORCE
	@mkdir -p $(@D); echo '$(abspath $(MICROPYTHON_DIR))' | cmp -s - $@ || \
	  echo '$(abspath $(MICROPYTHON_DIR))' > $@
endif

# --- the library and the command ---

SOURCES := $(wildcard src/*.c)
OBJECTS := $(patsubst %.c,$(B)/obj/%.o,$(SOURCES))
COMMAND_SOURCES := $(wildcard cli/*.c)
LINKED := files scratch
TRY = $(shell echo '$(1)' | $(CC) $(CPPFLAGS) -E - >/dev/null 2>&1 && echo yes)
LIBEDIT := $(call TRY,\#include <histedit.h>)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
  -Wmissing-prototypes -Wvla $(if $(DEVELOP),-Werror)
# -ffp-contract=off: the same results, to the bit, from every compiler.
COMMON := -std=c11 -fPIC -fvisibility=hidden -ffp-contract=off -MMD -MP -Iinclude
# Generated code keeps its memory as bytes, and runs where no host frame does.
# Vectorising pairs of locals slows its dispatch loop by a tenth; its rare calls
# go through a stub that would overwrite a red zone (src/guest_ops.h). Nothing unwinds
# through it, so it has no tables for that: they were a twentieth of the library.
GENERATED := -w -fno-asynchronous-unwind-tables -fno-strict-aliasing -fno-stack-protector -fno-math-errno -fno-trapping-math \
  -fno-tree-vectorize $(if $(findstring x86_64,$(shell $(CC) -dumpmachine)),-mno-red-zone) -Isrc
LIBS := -lm -pthread

$(B)/flags: FORCE
	@mkdir -p $(@D); echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LIBEDIT)' | cmp -s - $@ || \
	  echo '$(CC) $(CPPFLAGS) $(CFLAGS) $(LIBEDIT)' > $@

# $(call build,folder,compiler,flags,the guest's object): everything that one set
# of flags makes. The default build is one; tests/check.mk has the others.
define build
$(1)/obj/%.o: %.c $(B)/flags
	$$(say) CC '$$<$(if $(filter-out $(B),$(1)), ($(notdir $(1))))'
	@mkdir -p $$(@D)
	$$(Q)$(2) $$(CPPFLAGS) $(3) $$(COMMON) $$(WARNINGS) $$(if $$(filter cli/% examples/% plugins/%,$$<),,-Isrc) \
	  $$(if $$(filter cli/%,$$<),$$(if $$(LIBEDIT),-DVITRINE_LIBEDIT)) -c $$< -o $$@
# A plugin that is linked in calls the library's functions, not the host's table.
$(1)/obj/linked/%.o: plugins/%.c $(B)/flags
	$$(say) CC '$$<$(if $(filter-out $(B),$(1)), ($(notdir $(1))))'
	@mkdir -p $$(@D)
	$$(Q)$(2) $$(CPPFLAGS) $(3) $$(COMMON) $$(WARNINGS) -DVITRINE_LINKED -c $$< -o $$@
$(1)/libvitrine.a: $(patsubst %.c,$(1)/obj/%.o,$(SOURCES)) $(4) $(B)/obj/start.o
	$$(say) AR $$@
	@rm -f $$@
	$$(Q)$$(AR) rcs $$@ $$^
$(1)/vitrine: $(patsubst %.c,$(1)/obj/%.o,$(COMMAND_SOURCES)) $(patsubst %,$(1)/obj/linked/%.o,$(LINKED)) $(1)/libvitrine.a
	$$(say) LINK $$@
	$$(Q)$(2) $(3) $$(LDFLAGS) $$^ $$(if $$(LIBEDIT),-ledit) $$(LIBS) -o $$@
endef
$(eval $(call build,$(B),$(CC),$(CFLAGS),$(B)/obj/guest.o))

# $(call generated,object,compiler,flags,how long it takes)
define generated
$(1): $(GUEST_C) $(B)/flags
	$$(say) CC 'guest.c $(4)'
	@mkdir -p $$(@D)
	$$(Q)$(2) $$(CPPFLAGS) $(3) $$(COMMON) $$(GENERATED) -c $$< -o $$@
endef

# The default build is trained: a run of tools/train in an instrumented command
# shows gcc which paths of the interpreter are hot, and code is not moved out of
# the dispatch loop: together worth 8 %. TRAIN=0, and other compilers, do without.
TRAIN ?= $(if $(findstring Free Software Foundation,$(shell $(CC) --version 2>/dev/null)),1,0)
ifeq ($(TRAIN),1)
P := $(B)/profile
TUNED := $(CFLAGS) -fno-tree-pre -fno-gcse -fno-tree-loop-im -fno-move-loop-invariants
# Training turns these on: a fifth more code, and no faster here.
LEAN := -fno-tracer -fno-unroll-loops -fno-peel-loops -fno-split-loops -fno-unswitch-loops \
  -fno-ipa-cp-clone -fno-version-loops-for-strides -fno-inline-functions -falign-jumps=1 -falign-labels=1
# gcc finds a function's counts again only if the object had the same name: so the
# one to be trained is compiled as $(P)/guest.o, and moved.
$(P)/trainee.o: $(GUEST_C) $(B)/flags
	$(say) CC 'guest.c (to be trained: half a minute)'
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(TUNED) -fprofile-generate -fprofile-update=single $(COMMON) $(GENERATED) -c $< -o $(P)/guest.o
	@mv $(P)/guest.o $@
# Only a new guest.c is worth a new training, not every change of the library.
TRAINED := $(OBJECTS) $(patsubst %.c,$(B)/obj/%.o,$(COMMAND_SOURCES)) $(patsubst %,$(B)/obj/linked/%.o,$(LINKED))
$(P)/vitrine: $(P)/trainee.o $(B)/obj/start.o | $(TRAINED)
	$(Q)$(CC) $(CFLAGS) -fprofile-generate $(LDFLAGS) $^ $(TRAINED) $(if $(LIBEDIT),-ledit) $(LIBS) -o $@
$(P)/guest.gcda: $(P)/vitrine $(wildcard tools/train/*.py)
	$(say) TRAIN tools/train
	@rm -f $@
	@for f in tools/train/*.py; do $(P)/vitrine $$f >/dev/null || exit 1; done
$(eval $(call generated,$(P)/guest.o,$(CC),$(TUNED) $(LEAN) -fprofile-use,(trained: half a minute)))
$(P)/guest.o: $(P)/guest.gcda
$(B)/obj/guest.o: $(P)/guest.o
	@cp $< $@
else
$(eval $(call generated,$(B)/obj/guest.o,$(CC),$(CFLAGS),(half a minute)))
endif

ifdef DEVELOP
# What the guest's memory holds after its boot: the library begins there. The
# bytes are the same whichever compiler's guest wrote them.
BAKING := $(if $(filter 1,$(TRAIN)),$(P)/trainee.o,$(B)/obj/guest.o)
$(G)/data.o: $(G)/metered
	$(Q)$(CC) -Isrc -c $(G)/data.c -o $@
$(B)/bake: $(BAKING) $(G)/data.o | $(B)/obj/tools/bake.o $(OBJECTS)
	$(Q)$(CC) $(CFLAGS) $(if $(filter 1,$(TRAIN)),-fprofile-generate) $(LDFLAGS) $(B)/obj/tools/bake.o \
	  $(OBJECTS) $^ $(LIBS) -o $@
$(START_C): $(B)/bake
	$(say) BAKE $@
	$(Q)GCOV_PREFIX=$(abspath $(B))/baked $< > $@
endif
$(B)/obj/start.o: $(START_C)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -fPIC -fvisibility=hidden -Isrc -c $< -o $@

SONAME := libvitrine.so.$(firstword $(subst ., ,$(VERSION)))
$(B)/libvitrine.so.$(VERSION): $(B)/libvitrine.a
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$(SONAME) -Wl,-z,nodelete -Wl,-z,relro \
	  -Wl,-z,now -Wl,--no-undefined -Wl,--whole-archive $< -Wl,--no-whole-archive $(LIBS) -o $@
$(B)/libvitrine.so: $(B)/libvitrine.so.$(VERSION)
	@ln -sf $(<F) $(B)/$(SONAME)
	@ln -sf $(SONAME) $@

# --- plugins: those whose library is here ---

PLUGINS := $(LINKED:%=$(B)/plugins/%.so) $(if $(call TRY,\#include <sqlite3.h>),$(B)/plugins/sqlite.so) \
  $(if $(call TRY,\#include <curl/curl.h>),$(B)/plugins/web.so)
plugins: $(PLUGINS)
# $(call link_plugins,folder,compiler,flags)
define link_plugins
$(1)/plugins/sqlite.so: $(1)/obj/plugins/sqlitegrant.o
$(1)/plugins/sqlite.so: PLUGIN_LIBS := -lsqlite3
$(1)/plugins/web.so: $(1)/obj/plugins/webcurl.o $(1)/obj/plugins/webgrant.o $(1)/obj/plugins/weburl.o
$(1)/plugins/web.so: PLUGIN_LIBS := -lcurl
$(1)/plugins/%.so: $(1)/obj/plugins/%.o
	$$(say) LINK $$@
	@mkdir -p $$(@D)
	$$(Q)$(2) $(3) $$(LDFLAGS) -shared -Wl,-z,relro -Wl,-z,now $$^ $$(PLUGIN_LIBS) -o $$@
endef
$(eval $(call link_plugins,$(B),$(CC),$(CFLAGS)))

$(B)/vitrine.pc: src/vitrine.pc.in include/vitrine.h FORCE
	@mkdir -p $(@D)
	@sed 's,@PREFIX@,$(PREFIX),; s,@LIBDIR@,$(LIBDIR),; s,@INCLUDEDIR@,$(INCLUDEDIR),; s,@VERSION@,$(VERSION),' $< > $@

# --- install, dist, clean ---

DOCUMENTS := $(wildcard README.md CHANGELOG.md SECURITY.md LICENSE)
to = $(DESTDIR)$(1)

install: all $(LICENSES)
	$(INSTALL) -d $(foreach d,$(BINDIR) $(PLUGINDIR) $(LIBDIR)/pkgconfig $(INCLUDEDIR) $(DATADIR)/man/man1 \
	  $(DATADIR)/bash-completion/completions $(DATADIR)/doc/vitrine/docs/pictures,'$(call to,$(d))')
	$(INSTALL) -m 755 $(B)/vitrine '$(call to,$(BINDIR))'
	$(INSTALL) -m 644 include/vitrine.h include/vitrine_plugin.h '$(call to,$(INCLUDEDIR))'
	$(INSTALL) -m 644 $(B)/libvitrine.a '$(call to,$(LIBDIR))'
	$(INSTALL) -m 755 $(B)/libvitrine.so.$(VERSION) '$(call to,$(LIBDIR))'
	ln -sf libvitrine.so.$(VERSION) '$(call to,$(LIBDIR))/$(SONAME)'
	ln -sf $(SONAME) '$(call to,$(LIBDIR))/libvitrine.so'
	$(if $(PLUGINS),$(INSTALL) -m 755 $(PLUGINS) '$(call to,$(PLUGINDIR))')
	$(INSTALL) -m 644 $(B)/vitrine.pc '$(call to,$(LIBDIR))/pkgconfig'
	$(INSTALL) -m 644 cli/vitrine.1 '$(call to,$(DATADIR))/man/man1'
	$(INSTALL) -m 644 cli/vitrine.bash '$(call to,$(DATADIR))/bash-completion/completions/vitrine'
	$(INSTALL) -m 644 $(DOCUMENTS) $(LICENSES) '$(call to,$(DATADIR))/doc/vitrine'
	$(INSTALL) -m 644 $(wildcard docs/*.md) '$(call to,$(DATADIR))/doc/vitrine/docs'
	$(INSTALL) -m 644 $(wildcard docs/pictures/*) '$(call to,$(DATADIR))/doc/vitrine/docs/pictures'
	@[ -n '$(DESTDIR)' ] || ldconfig 2>/dev/null || true

uninstall:
	rm -f '$(call to,$(BINDIR))/vitrine' '$(call to,$(INCLUDEDIR))/vitrine.h' '$(call to,$(INCLUDEDIR))/vitrine_plugin.h' \
	  '$(call to,$(LIBDIR))'/libvitrine.a '$(call to,$(LIBDIR))'/libvitrine.so* \
	  '$(call to,$(LIBDIR))/pkgconfig/vitrine.pc' '$(call to,$(DATADIR))/man/man1/vitrine.1' \
	  '$(call to,$(DATADIR))/bash-completion/completions/vitrine'
	rm -rf '$(call to,$(DATADIR))/doc/vitrine' '$(call to,$(PLUGINDIR))'

RELEASE := vitrine-$(VERSION)
dist: $(B)/$(RELEASE).tar.gz
$(B)/$(RELEASE).tar.gz: $(GUEST_C) $(START_C) $(LICENSES) FORCE
	$(say) DIST $@
	@rm -rf $(B)/$(RELEASE)
	@mkdir -p $(B)/$(RELEASE)/generated $(B)/$(RELEASE)/tools
	@cp -R Makefile $(wildcard *.md) LICENSE include src cli plugins docs examples $(B)/$(RELEASE)
	@cp -R tools/train $(B)/$(RELEASE)/tools
	@cp $(GUEST_C) $(START_C) $(LICENSES) $(B)/$(RELEASE)/generated
	@tar -C $(B) --sort=name --owner=0 --group=0 --numeric-owner --mtime=@$${SOURCE_DATE_EPOCH:-$$(date +%s)} \
	  -cf - $(RELEASE) | gzip -n9 > $@
	@rm -rf $(B)/$(RELEASE)

clean:
	@[ ! -d $(B) ] || find $(B) -mindepth 1 -maxdepth 1 ! -name download -exec rm -rf {} +

ifdef DEVELOP
include bindings/python/python.mk
include tests/check.mk
endif
-include $(shell find $(B) -path $(B)/micropython-1.25.0 -prune -o -path $(B)/guest -prune -o -name '*.d' -print 2>/dev/null)
