# What every bats file loads: the tools of the build under test on PATH, a
# fixed locale, an empty folder of its own, and a few ways of comparing.
#
# QD_BUILD names the build directory (default build), so that a sanitizer
# build runs the same tests.  Compare bytes in files, not $output: `run`
# drops NULs and trailing newlines.

bats_require_minimum_version 1.5.0

ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
BUILD=$(cd "$ROOT/${QD_BUILD:-build}" && pwd)
export PATH="$BUILD/bin:$PATH" LC_ALL=C.UTF-8
unset QD_DATA COLUMNS NO_COLOR

# The five, and those of them that read records.
export TOOLS="qd-split qd-dedupe qd-ner qd-numbers qd-fmt"
export READERS="qd-dedupe qd-ner qd-numbers qd-fmt"
export FILTERS="qd-dedupe qd-ner qd-numbers"

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
}

# fail WORD...: says why on stderr and fails.
fail() {
	printf '%s\n' "$*" >&2
	return 1
}

# none COMMAND...: fails when the command prints anything (`! cmd` in the middle
# of a test fails nothing).
none() {
	local found="$BATS_TEST_TMPDIR/found"
	"$@" >"$found" || :
	[ ! -s "$found" ] || fail "found: $(head -n 5 "$found")"
}

# same WANT GOT: the two files are the same bytes.
same() {
	cmp -s "$1" "$2" || {
		diff -u "$1" "$2" >&2 || :
		fail "$1 and $2 differ"
	}
}

# rec FIELD...: one record, its fields joined by TABs.
rec() {
	local IFS=$'\t'
	[ $# -eq 8 ] || fail "rec: want 8 fields, got $#"
	printf '%s\n' "$*"
}

# status WANT COMMAND...: runs it with its output in files out and err.
status() {
	local want=$1 got=0
	shift
	"$@" >out 2>err || got=$?
	[ "$got" -eq "$want" ] || {
		head -n 5 err >&2
		fail "'$*': status $got, want $want"
	}
}

# sample: a small stream of records that every tool reads.
sample() {
	rec doc a.txt 0 0 0 '' '' date=2026-03-05
	rec art a.txt 1 0 90 港口开航 '' date=2026-03-05
	rec title a.txt 1.1 0 12 港口开航 '' ''
	rec para a.txt 1.2 13 67 市长林海青说，全年投资超过12亿元。 '' ''
	rec para a.txt 1.3 68 90 新增航线7条。 '' ''
}

# sanitized: 1 when the build under test has sanitizers (slower, more memory).
sanitized() {
	[ -e "$BUILD/sanitized" ]
}
