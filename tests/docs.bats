#!/usr/bin/env bats
# What the pages say is what the programs do.

load helpers

# The long options that --help prints.
help_options() {
	"$1" --help | grep -o -e '--[a-z][a-z0-9-]*' | sort -u
}

@test "every page is clean mdoc" {
	for m in "$ROOT"/man/*; do
		mandoc -Tlint -Wwarning "$m" || fail "$m"
	done
}

@test "each tool has a page of its name" {
	for t in $TOOLS; do
		mandoc -Tascii -O width=1000 "$ROOT/man/$t.1" | sed 's/.\x08//g' >page
		grep -q "$t" page
	done
}

@test "help and man page tell the same long options" {
	for t in $TOOLS; do
		mandoc -Tascii "$ROOT/man/$t.1" | sed 's/.\x08//g' |
			sed -n '/^DESCRIPTION/,/^ENVIRONMENT\|^EXIT STATUS/p' |
			grep -o -e '--[a-z][a-z0-9-]*' | sort -u >page
		help_options "$t" >help
		comm -3 help page >only
		[ ! -s only ] || fail "$t: only in one of the two: $(tr -d '\t' <only | tr '\n' ' ')"
	done
}

@test "help and completions tell the same long options" {
	for t in $TOOLS; do
		for o in $(help_options "$t"); do
			grep -q -e "$o\b" "$ROOT/completions/qd.bash" || fail "$t $o: bash"
			grep -q -e "$o\b" "$ROOT/completions/_qd" || fail "$t $o: zsh"
		done
	done
}

@test "every long option in the help is taken" {
	for t in $TOOLS; do
		for o in $(help_options "$t"); do
			s=0
			"$t" "$o" </dev/null >/dev/null 2>err || s=$?
			none grep -e 'unrecognized option' -e 'is ambiguous' err
		done
	done
}

@test "the completions are good shell" {
	bash -n "$ROOT/completions/qd.bash"
}

# examples PAGE: each example of the page into a script of its own.
examples() {
	rm -f "$BATS_TEST_TMPDIR"/*.sh
	python3 - "$1" "$BATS_TEST_TMPDIR" <<-'PY'
		import re, sys
		text = open(sys.argv[1], encoding="utf-8").read()
		text = re.split(r"\n\.Sh (?!EXAMPLES)", text[text.index(".Sh EXAMPLES"):])[0]
		blocks = re.findall(r"\.Bd -literal[^\n]*\n(.*?)\.Ed", text, re.S)
		for i, b in enumerate(blocks):
		    b = b.replace("\\e", "\\").replace("\\(rs", "\\").replace("\\&", "").replace("\\-", "-")
		    open("%s/%02d.sh" % (sys.argv[2], i), "w", encoding="utf-8").write(b)
	PY
}

# pipelines: runs those scripts on the example pages; sets n to how many ran.
# One that names other files, or a program that is not there, is passed over.
pipelines() {
	local s c rc need
	n=0
	mkdir -p "$BATS_TEST_TMPDIR/work"
	for s in "$BATS_TEST_TMPDIR"/*.sh; do
		grep -q examples/ "$s" || continue
		need=$(sed -n 's/^# needs //p' "$s")
		for c in $need; do
			command -v "$c" >/dev/null || continue 2
		done
		rm -rf "$BATS_TEST_TMPDIR"/work/*
		cp -R examples "$BATS_TEST_TMPDIR/work"
		rc=0
		(cd "$BATS_TEST_TMPDIR/work" && bash -o pipefail "$s") \
			>"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" </dev/null || rc=$?
		# 141: head had enough before sort had given all
		[ "$rc" -eq 0 ] || [ "$rc" -eq 141 ] ||
			fail "$rc: $(cat "$s") $(cat "$BATS_TEST_TMPDIR/err")"
		[ ! -s "$BATS_TEST_TMPDIR/err" ] || fail "$(cat "$s" "$BATS_TEST_TMPDIR/err")"
		[ -s "$BATS_TEST_TMPDIR/out" ] ||
			[ "$(find "$BATS_TEST_TMPDIR/work" -mindepth 1 -maxdepth 1 | wc -l)" -gt 1 ] ||
			fail "nothing: $(cat "$s")"
		n=$((n + 1))
	done
}

@test "the pipelines of qd(7) run on the examples and give something" {
	cd "$ROOT"
	examples man/qd.7
	pipelines
	[ "$n" -ge 8 ] || fail "only $n pipelines ran"
}

@test "the examples of each tool's page that are about the example pages run" {
	cd "$ROOT"
	for t in $TOOLS; do
		examples "man/$t.1"
		pipelines
		[ "$n" -ge 1 ] || fail "$t: no example ran"
	done
}

@test "the demo prints people with their office and sums, and writes its files" {
	cp -R "$ROOT" tree
	rm -rf tree/build/demo
	sed '/^scripts\/deps/d' "$ROOT/scripts/demo" >tree/scripts/demo
	env -u MAKEFLAGS sh tree/scripts/demo >got
	grep -q '^  [0-9]* *[^ ]* .*市长' got
	grep -q '亿元' got
	for f in qd csv jsonl; do
		[ -s "tree/build/demo/records.$f" ]
	done
	tail -n 1 tree/build/demo/page.html | grep -qx '</html>'
}

@test "the README's pipe runs" {
	cd "$ROOT"
	bash -o pipefail -c "$(sed -n '/^    qd-split/{s/^    //;p;q;}' README.md)" \
		>"$BATS_TEST_TMPDIR/out"
	[ -s "$BATS_TEST_TMPDIR/out" ]
}

@test "each library is known to one room" {
	cd "$ROOT"
	[ "$(grep -lE 'pcre2\.h' lib/*.[ch] cmd/*/*.[ch])" = lib/re.c ]
	[ "$(grep -lE '<csv\.h>' lib/*.[ch] cmd/*/*.[ch])" = lib/csvrec.c ]
	[ "$(grep -lE '<jansson\.h>' lib/*.[ch] cmd/*/*.[ch])" = lib/json.c ]
	[ "$(grep -lE '<utf8proc\.h>' lib/*.[ch] cmd/*/*.[ch])" = cmd/qd-fmt/width.c ]
	[ "$(grep -lE 'xxhash\.h' lib/*.[ch] cmd/*/*.[ch] | wc -l)" -eq 1 ]
	none grep -lE '\bpcre2_' $(engines) lib/rec*.c lib/io.c lib/lex.c
	none grep -lE '\bXXH' $(engines)
}

# The sources of the tools but their mains.
engines() {
	find cmd -name '*.c' ! -name main.c
}

@test "only mem.c allocates" {
	cd "$ROOT"
	grep -nE '\b(malloc|calloc|realloc|free|strdup)\(' lib/*.c cmd/*/*.c |
		grep -v '^lib/mem.c:' >"$BATS_TEST_TMPDIR/hits" || :
	[ ! -s "$BATS_TEST_TMPDIR/hits" ] || fail "$(cat "$BATS_TEST_TMPDIR/hits")"
}

@test "engines call no stdio and no exit: those are in main and lib" {
	cd "$ROOT"
	for f in $(engines); do
		none grep -nHE '\b(printf|fprintf|fputs|putchar|exit|errx?|warnx?)\(' "$f"
	done
}

@test "lib does not know cmd, and no tool knows another" {
	cd "$ROOT"
	none grep -n 'include "\.\.' lib/*.[ch] cmd/*/*.[ch]
	none grep -n 'include.*cmd/' lib/*.[ch] cmd/*/*.[ch]
}

@test "each header compiles alone" {
	cd "$ROOT"
	for h in lib/*.h cmd/*/*.h; do
		echo "#include \"$h\"" | ${CC:-cc} -std=c11 -Wall -Wextra -Werror \
			-D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I. -Ilib \
			-I"$(dirname "$h")" -DQD_VERSION='""' -fsyntax-only -x c - ||
			fail "$h"
	done
}

@test "every list and weight file in data has its source named" {
	cd "$ROOT"
	for f in data/*.tsv data/*.pat data/*.model data/names/*.tsv data/gaz/*.tsv; do
		grep -q "^${f#data/}" data/SOURCES || fail "data/SOURCES says nothing of $f"
	done
}

@test "a built lexicon is the same bytes when built again" {
	for l in names gaz; do
		"$BUILD/mklex" one.lex "$ROOT/data/$l"/*.tsv
		"$BUILD/mklex" two.lex "$ROOT/data/$l"/*.tsv
		cmp one.lex two.lex
		cmp one.lex "$BUILD/share/$l.lex"
	done
}

@test "VERSION is the newest entry of NEWS.md" {
	cd "$ROOT"
	[ "$(sed -n 's/^## \([0-9.]*\).*/\1/p' NEWS.md | head -n 1)" = "$(cat VERSION)" ]
}

@test "mdoc, help and SYNOPSIS agree on the usage line" {
	for t in $TOOLS; do
		"$t" --help | sed -n '1s/^usage: //p' >help
		mandoc -Tascii -O width=1000 "$ROOT/man/$t.1" | sed 's/.\x08//g' |
			sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d;$d' |
			tr -s ' \n' ' ' | sed 's/^ //' >page
		[ "$(sed 's/ $//' help)" = "$(sed 's/ $//' page)" ] ||
			fail "$t: help: $(cat help) page: $(cat page)"
	done
}
