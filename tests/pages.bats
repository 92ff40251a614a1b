#!/usr/bin/env bats
# The real pages beside the project, scored against their reference
# annotations: floors just under what is reached.  Skipped where they are not.

load helpers

SHARED="$ROOT/../shared"

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	[ -d "$SHARED/pages" ] || skip "no real pages beside the project"
}

# floor PAGE KIND NAME MIN: the figure NAME of KIND on PAGE is at least MIN.
# Names by the rules alone: the tagger has seen these pages in training.
floor() {
	local page="$SHARED/pages/$1.txt" got
	case $2 in
	split) qd-split "$page" | python3 "$SHARED/tools/score.py" split "$page" "$SHARED/gold/$1.split.tsv" ;;
	ner) qd-split "$page" | qd-ner -o --no-model | python3 "$SHARED/tools/score.py" ner "$SHARED/gold/$1.ner.tsv" ;;
	num) qd-split "$page" | qd-numbers -o | python3 "$SHARED/tools/score.py" num "$SHARED/gold/$1.num.tsv" ;;
	dup) qd-split -u sent "$page" | qd-dedupe --near --mark | python3 "$SHARED/tools/score.py" dup "$SHARED/gold/$1.dup.tsv" ;;
	esac >figures
	got=$(awk -F'\t' -v name="$3" '$1 == name { print $2 }' figures)
	[ -n "$got" ] || fail "no figure $3"
	awk -v got="$got" -v min="$4" 'BEGIN { exit got < min }' ||
		fail "page $1: $3 is $got, want $4"
}

@test "no line of the real pages is lost" {
	for p in 000 002 003; do
		qd-split "$SHARED/pages/$p.txt" |
			python3 "$SHARED/tools/score.py" split "$SHARED/pages/$p.txt" "$SHARED/gold/$p.split.tsv" |
			grep -qx 'split.lost-lines	0'
	done
}

@test "each record's span gives its text, on the real pages" {
	set -o pipefail
	qd-split "$SHARED"/pages/*.txt "$SHARED"/gold/train/*.txt |
		qd-dedupe --mark | qd-ner | qd-numbers |
		"$ROOT/scripts/check-spans"
}

@test "page 000: layout, names and quantities are at their floors" {
	floor 000 split split.labels 98
	floor 000 split split.joins 100
	floor 000 split split.blocks.F1 98
	floor 000 split split.borders.F1 97
	floor 000 ner ner.core.F1 81
	floor 000 num num.value.F1 98
	floor 000 num num.context 98
	floor 000 num num.of-overlap 97
}

@test "page 002: layout, names and quantities are at their floors" {
	floor 002 split split.labels 98
	floor 002 split split.joins 100
	floor 002 split split.blocks.F1 98
	floor 002 split split.borders.F1 97
	floor 002 ner ner.core.F1 88
	floor 002 num num.value.F1 96
	floor 002 num num.context 98
	floor 002 num num.of-overlap 96
}

@test "page 003: layout, names and quantities are at their floors" {
	floor 003 split split.labels 98
	floor 003 split split.joins 100
	floor 003 split split.blocks.F1 98
	floor 003 split split.borders.F1 97
	floor 003 ner ner.core.F1 93
	floor 003 num num.value.F1 98
	floor 003 num num.context 98
	floor 003 num num.of-overlap 97
}

@test "pages 002 and 003: repeats within the page are at their floors" {
	# Three of its repeats end inside sentences: whole ones reach 91.48 at
	# most where the precision is to be 95.
	floor 002 dup dup.R 84
	floor 002 dup dup.P 99
	floor 003 dup dup.R 97
	floor 003 dup dup.P 99
}

@test "the borders of a daily's pages as a PDF-to-text program gives them" {
	for p in a:97 b:97 c:97; do
		f=$SHARED/pages/issue-${p%:*}.txt
		qd-split "$f" |
			python3 "$SHARED/tools/borders.py" "$f" "$SHARED/gold/issue-${p%:*}.articles.tsv" >figures
		awk -F'\t' -v min="${p#*:}" '$1 == "borders.F1" { ok = $2 >= min }
			END { exit !ok }' figures || fail "issue-$p: $(cat figures)"
	done
}
