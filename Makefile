# GNU make.  make, check, test, demo, lint, asan, bench, fuzz, install, ...
# One build directory a flag set: build/, build/asan/.
PREFIX ?= /usr/local
DESTDIR ?=
CC ?= cc
CFLAGS ?= -O3 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
PKG_CONFIG ?= pkg-config
B ?= build

VERSION := $(shell cat VERSION)
TOOLS := $(patsubst cmd/%/main.c,%,$(wildcard cmd/*/main.c))
SHAREDIR := $(PREFIX)/share/qd

QD_CPPFLAGS := -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Ilib \
	-DQD_VERSION='"$(VERSION)"' \
	$(shell $(PKG_CONFIG) --cflags libpcre2-8 jansson libutf8proc 2>/dev/null)
QD_WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith \
	-Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wvla -Wconversion \
	-Wsign-conversion -Wimplicit-fallthrough
QD_CFLAGS := -std=c11 $(QD_WARN) $(if $(CI),-Werror)
QD_LIBS := $(shell $(PKG_CONFIG) --libs libpcre2-8 2>/dev/null || \
	echo -lpcre2-8) -lcsv \
	$(shell $(PKG_CONFIG) --libs jansson libutf8proc 2>/dev/null || \
	echo -ljansson -lutf8proc) -lm

LIB_SRC := $(filter-out lib/datadir.c,$(wildcard lib/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$B/%.o)
BINS := $(TOOLS:%=$B/bin/%)
SHARE := $(patsubst data/%,$B/share/%,$(wildcard data/*.tsv data/*.pat \
	data/*.model)) \
	$B/share/names.lex $B/share/gaz.lex
UNITS := $(patsubst tests/unit/%.c,$B/unit/%,$(wildcard tests/unit/*.c))
MAN := $(wildcard man/*.[157])

# What is run is shown in short; V=1 shows it whole.
Q := $(if $(V),,@)
say = $(if $(V),,@echo "  $1 $@")

COMPILE = $(CC) $(QD_CFLAGS) $(CFLAGS) $(QD_CPPFLAGS) $(CPPFLAGS) -MMD -MP
LINK = $(CC) $(CFLAGS) $(LDFLAGS)

all: $(BINS) $(SHARE)

.PHONY: all $(TOOLS) check test demo lint asan bench fuzz install uninstall \
	dist distcheck clean FORCE
.SECONDARY:

# The objects of a tool are those of its own folder; a page's style and script
# (cmd/*/html) are made into one more.
objs = $(patsubst %.c,$B/%.o,$(wildcard cmd/$1/*.c)) \
	$(if $(wildcard cmd/$1/html),$B/cmd/$1/page.o)

define tool
$1: $B/bin/$1 $(SHARE)
$B/bin/$1: $(call objs,$1) $B/lib/datadir.o $B/libqd.a
	@mkdir -p $$(@D)
	$$(call say,LD)
	$$(Q)$$(LINK) -o $$@ $$^ $$(QD_LIBS)
$B/installed/$1: $(call objs,$1) $B/installed/datadir.o $B/libqd.a
	@mkdir -p $$(@D)
	$$(call say,LD)
	$$(Q)$$(LINK) -o $$@ $$^ $$(QD_LIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call tool,$t)))

$B/%.o: %.c $B/flags
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -c -o $@ $<

$B/libqd.a: $(LIB_OBJ)
	@rm -f $@
	$(call say,AR)
	$(Q)$(AR) rcs $@ $^

# An uninstalled build finds its data in its own tree.
$B/lib/datadir.o: lib/datadir.c $B/flags
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -DQD_DATADIR='"$(abspath $B/share)"' -c -o $@ $<

$B/installed/datadir.o: lib/datadir.c $B/prefix
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -DQD_DATADIR='"$(SHAREDIR)"' -c -o $@ $<

# Files that hold what was asked for, touched only when that changes.
$B/flags: FORCE
	@mkdir -p $B
	@echo '$(CC) $(QD_CFLAGS) $(CFLAGS) $(VERSION)' | cmp -s - $@ || \
		echo '$(CC) $(QD_CFLAGS) $(CFLAGS) $(VERSION)' >$@

$B/prefix: FORCE
	@mkdir -p $B
	@echo '$(SHAREDIR)' | cmp -s - $@ || echo '$(SHAREDIR)' >$@

$B/mklex: $B/scripts/mklex.o $B/lib/datadir.o $B/libqd.a
	$(call say,LD)
	$(Q)$(LINK) -o $@ $^

# What scripts/bench runs beside qd-dedupe --near; no part of all.
$B/minhash: $B/scripts/minhash.o $B/lib/datadir.o $B/libqd.a
	$(call say,LD)
	$(Q)$(LINK) -o $@ $^ $(QD_LIBS)

$B/embed: $B/scripts/embed.o $B/libqd.a
	$(call say,LD)
	$(Q)$(LINK) -o $@ $^

PAGE := $(addprefix cmd/qd-fmt/html/,page.css chart.css alone.css head.js page.js)
$B/cmd/qd-fmt/page.c: $B/embed $(PAGE)
	@mkdir -p $(@D)
	$(call say,EMBED)
	$(Q)$B/embed $(foreach f,$(PAGE),$(subst .,_,$(notdir $f))=$f) >$@.tmp
	$(Q)mv $@.tmp $@

$B/cmd/qd-fmt/page.o: $B/cmd/qd-fmt/page.c $B/flags
	$(call say,CC)
	$(Q)$(COMPILE) -Icmd/qd-fmt -c -o $@ $<

# What makes data/ner.model (scripts/nermodel); no part of all.
NERTRAIN := $(patsubst %.c,$B/%.o,$(wildcard scripts/ner/*.c))
NERCLUSTERS := $(patsubst %,$B/scripts/ner/%.o,clusters kmeans tokens vectors)
$(NERTRAIN): private QD_CPPFLAGS += -Icmd/qd-ner
$(NERTRAIN): private QD_CFLAGS += -fno-math-errno
$B/nertrain: $(filter-out $(NERCLUSTERS),$(NERTRAIN))
$B/nerclusters: $(NERCLUSTERS) $B/scripts/ner/dict.o
$B/nertrain $B/nerclusters: $B/cmd/qd-ner.a $B/lib/datadir.o $B/libqd.a
	$(call say,LD)
	$(Q)$(LINK) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(QD_LIBS)

$B/share/%: data/%
	@mkdir -p $(@D)
	$(Q)cp $< $@

$B/share/names.lex: $(sort $(wildcard data/names/*.tsv))
$B/share/gaz.lex: $(sort $(wildcard data/gaz/*.tsv))
$B/share/%.lex: $B/mklex
	@mkdir -p $(@D)
	$(call say,LEX)
	$(Q)$B/mklex $@.tmp $(filter %.tsv,$^)
	$(Q)mv $@.tmp $@

# A unit test named for a tool (tests/unit/qd-numbers-*.c) may use that tool's
# engines: everything of its folder but main.
$B/unit/%: $B/tests/unit/%.o $B/lib/datadir.o $B/libqd.a
	@mkdir -p $(@D)
	$(call say,LD)
	$(Q)$(LINK) -o $@ $^ $(QD_LIBS)

define engine
$B/tests/unit/$1-%.o $B/tests/fuzz/$1-%.o: QD_CPPFLAGS += -Icmd/$1
$B/cmd/$1.a: $(filter-out %/main.o,$(call objs,$1))
	@rm -f $$@
	$$(call say,AR)
	$$(Q)$(AR) rcs $$@ $$^
$B/unit/$1-%: $B/tests/unit/$1-%.o $B/cmd/$1.a $B/lib/datadir.o $B/libqd.a
	@mkdir -p $$(@D)
	$$(call say,LD)
	$$(Q)$$(LINK) -o $$@ $$^ $$(QD_LIBS)
$B/fuzz/$1-%: $B/tests/fuzz/$1-%.o $B/tests/fuzz/drive.o $B/cmd/$1.a \
    $B/lib/datadir.o $B/libqd.a
	@mkdir -p $$(@D)
	$$(call say,LD)
	$$(Q)$$(LINK) -o $$@ $$^ $$(QD_LIBS)
endef
$(foreach t,$(TOOLS),$(eval $(call engine,$t)))

# Fuzz targets: in every test run with seeded mutations, for long under
# libFuzzer (make fuzz SECONDS_EACH=60).
FUZZ := $(patsubst tests/fuzz/%.c,$B/fuzz/%,$(filter-out %/drive.c,$(wildcard tests/fuzz/*.c)))
SECONDS_EACH ?= 10

$B/fuzz/%: $B/tests/fuzz/%.o $B/tests/fuzz/drive.o $B/lib/datadir.o $B/libqd.a
	@mkdir -p $(@D)
	$(call say,LD)
	$(Q)$(LINK) -o $@ $^ $(QD_LIBS)

fuzz: $(SHARE) $B/cmd/qd-fmt/page.c
	@mkdir -p build/fuzz-corpus
	set -e; for t in $(notdir $(FUZZ)); do \
		mkdir -p build/fuzz-corpus/$$t; \
		case $$t in \
		qd-*) d=cmd/$$(echo $$t | cut -d - -f 1,2); \
			e="$$(ls $$d/*.c | grep -v /main.c) \
			$$(ls $B/$$d/page.c 2>/dev/null || :)" ;; \
		*) d=lib e= ;; \
		esac; \
		clang -std=c11 -g -O1 -fsanitize=fuzzer,address,undefined \
			$(QD_CPPFLAGS) -I$$d -DQD_DATADIR='"$(abspath $B/share)"' \
			tests/fuzz/$$t.c $$e lib/*.c \
			-o build/fuzz-corpus/fuzz-$$t $(QD_LIBS); \
		build/fuzz-corpus/fuzz-$$t -max_total_time=$(SECONDS_EACH) \
			build/fuzz-corpus/$$t tests/fuzz/seeds/$$t; \
	done

check: all $(UNITS) $(FUZZ) $B/nertrain $B/nerclusters
	tests/run $B

test:
	scripts/test

demo:
	scripts/demo

$B/timer: $B/scripts/timer.o
	$(call say,LD)
	$(Q)$(LINK) -o $@ $^

bench: all $B/timer $B/minhash
	QD_BUILD=$B scripts/bench

# The whole suite under the sanitizers, in a build directory of its own.
asan:
	$(MAKE) B=build/asan CFLAGS="-O1 -g -fsanitize=address,undefined \
		-fno-sanitize-recover=all -fno-omit-frame-pointer" \
		build/asan/sanitized check

$B/sanitized:
	@mkdir -p $B
	touch $@

C_SRC = $(wildcard lib/*.[ch] cmd/*/*.[ch] scripts/*.c scripts/ner/*.[ch] \
	tests/unit/*.[ch] tests/fuzz/*.c)

# Each folder with its unit tests, fuzz targets and scripts, side by side.
TIDY := $(addprefix tidy-,lib $(notdir $(wildcard cmd/*)))
tidy_lib := lib/*.c scripts/*.c $(filter-out tests/unit/qd-% \
	tests/fuzz/qd-%,$(wildcard tests/unit/*.c tests/fuzz/*.c))
.PHONY: $(TIDY)
$(TIDY): tidy-%:
	@mkdir -p $B
	$(Q)clang-tidy --quiet $(or $(tidy_$*),$(wildcard cmd/$*/*.c \
		tests/unit/$*-*.c tests/fuzz/$*-*.c scripts/$(*:qd-%=%)/*.c)) \
		-- -std=c11 $(QD_CPPFLAGS) -DQD_DATADIR='""' -Icmd/$* \
		2>$B/$@.err || { cat $B/$@.err; exit 1; }

lint:
	clang-format --dry-run -Werror $(C_SRC)
	$(MAKE) -j"$$(getconf _NPROCESSORS_ONLN)" $(TIDY)
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem --suppress=unusedFunction \
		-Ilib -DQD_VERSION='""' -DQD_DATADIR='""' lib cmd scripts
	shellcheck -e SC2016 scripts/accept scripts/bench scripts/chain scripts/demo \
		scripts/dedupe-shards scripts/deps scripts/nermodel scripts/release \
		scripts/test tests/run .ci/run
	shellcheck -s bash -e SC2154 tests/helpers.bash tests/setup_suite.bash
	shellcheck -s bash -e SC2154,SC2046,SC1111,SC1112 tests/*.bats
	mandoc -Tlint -Wwarning $(MAN)
	@echo "lint: clean"

install: all $(TOOLS:%=$B/installed/%)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(SHAREDIR)" \
		"$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions"
	install -m 755 $(TOOLS:%=$B/installed/%) "$(DESTDIR)$(PREFIX)/bin"
	install -m 644 $(SHARE) "$(DESTDIR)$(SHAREDIR)"
	for m in $(MAN); do \
		d="$(DESTDIR)$(PREFIX)/share/man/man$${m##*.}"; \
		install -d "$$d" && install -m 644 "$$m" "$$d" || exit 1; \
	done
	for t in $(TOOLS); do \
		install -m 644 completions/qd.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$t" || \
			exit 1; \
	done
	install -m 644 completions/_qd "$(DESTDIR)$(PREFIX)/share/zsh/site-functions"

uninstall:
	rm -f $(TOOLS:%="$(DESTDIR)$(PREFIX)/bin/%") \
		$(TOOLS:%="$(DESTDIR)$(PREFIX)/share/bash-completion/completions/%") \
		"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_qd"
	for m in $(notdir $(MAN)); do \
		rm -f "$(DESTDIR)$(PREFIX)/share/man/man$${m##*.}/$$m"; \
	done
	rm -rf "$(DESTDIR)$(SHAREDIR)"

dist:
	@mkdir -p build
	git archive --prefix=qd-$(VERSION)/ -o build/qd-$(VERSION).tar.gz HEAD

# Unpack what dist makes, build, check, install, uninstall: nothing is left.
distcheck: dist
	rm -rf build/distcheck
	mkdir -p build/distcheck/root
	tar -xzf build/qd-$(VERSION).tar.gz -C build/distcheck
	cd build/distcheck/qd-$(VERSION) && $(MAKE) check && \
		$(MAKE) install DESTDIR=$(abspath build/distcheck/root) && \
		$(MAKE) uninstall DESTDIR=$(abspath build/distcheck/root)
	! find build/distcheck/root -type f | grep .
	@echo "distcheck: fine"

-include $(wildcard $B/lib/*.d $B/cmd/*/*.d $B/scripts/*.d $B/scripts/*/*.d $B/tests/*/*.d \
	$B/installed/*.d)

clean:
	rm -rf build
