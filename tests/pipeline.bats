#!/usr/bin/env bats
# The tools together: a page known by hand, the examples' golden records, and
# what holds for any stream.

load helpers

# A page small enough to know its records by heart.
page() {
	cat <<'PAGE'
港口三期工程开工

□海州日报记者 江一帆

本报2026年3月5日讯 3月5日，海州市委书记林海青出席开工仪式。

项目总投资12亿元，建设泊位3个。

项目总投资12亿元，建设泊位3个。
PAGE
}

@test "the chain gives the records known by hand" {
	page >port.txt
	qd-split port.txt | qd-dedupe | qd-ner | qd-numbers >got
	# article: title, date, reporter
	grep -q '^art	port.txt	1	' got
	[ "$(awk -F'\t' '$1 == "art" { print $6 }' got)" = 港口三期工程开工 ]
	awk -F'\t' '$1 == "art" { print $8 }' got | grep -q 'by=江一帆'
	awk -F'\t' '$1 == "art" { print $8 }' got | grep -q 'date=2026-03-05'
	# the repeat is gone with nothing else
	cut -f 1 got | grep -c '^para$' | grep -qx 2
	# who, in which office
	awk -F'\t' '$1 == "PER" { print $7 }' got >people
	grep -qx 林海青 people
	awk -F'\t' '$1 == "PER" && $7 == "林海青" { print $8 }' got |
		grep -q 'post=书记'
	awk -F'\t' '$1 == "ORG" { print $7 }' got | grep -qx 海州市委
	# which figures, of what
	awk -F'\t' '$1 == "money" { print $6, $7, $8 }' got >money
	echo '12亿元 1200000000 of=项目总投资;unit=CNY' | same - money
	awk -F'\t' '$1 == "count" { print $6, $7, $8 }' got >count
	echo '3个 3 of=泊位;unit=个' | same - count
	awk -F'\t' '$1 == "date" { print $7 }' got | sort -u >dates
	echo 2026-03-05 | same - dates
}

@test "the chain's table has a header and as many rows as records" {
	page >port.txt
	qd-split port.txt | qd-dedupe | qd-ner | qd-numbers >got
	qd-fmt -t tsv got >table
	[ "$(wc -l <table)" -eq $(($(wc -l <got) + 1)) ]
	tail -n +2 table | same got -
}

@test "the examples give their golden records" {
	for f in "$ROOT"/examples/*.txt; do
		n=$(basename "$f" .txt)
		(cd "$ROOT" && QD_BUILD=${QD_BUILD:-build} scripts/chain "examples/$n.txt") >got
		same "$ROOT/tests/data/golden/$n.records" got
	done
}

@test "each record's span gives its text, on the examples" {
	set -o pipefail
	cd "$ROOT"
	qd-split examples/*.txt | qd-dedupe --mark | qd-ner | qd-numbers |
		scripts/check-spans
}

@test "each record's span gives its text where the page is damaged" {
	{
		printf '\357\273\277'
		sed 's/$/\r/' "$ROOT/examples/harbour.txt"
		printf 'bad \377\376 bytes\n\n'
		head -c 2001 "$ROOT/examples/council.txt"
	} >page
	status 1 qd-split page
	qd-ner out | qd-numbers >all
	"$ROOT/scripts/check-spans" all
}

@test "check-spans takes no records at all for a failure" {
	run -1 "$ROOT/scripts/check-spans" /dev/null
}

@test "check-spans notices a span that is off by one" {
	cd "$ROOT"
	qd-split examples/harbour.txt | awk -F'\t' -v OFS='\t' \
		'$1 == "para" && !n++ { $4++ } { print }' >"$BATS_TEST_TMPDIR/in"
	run -1 scripts/check-spans "$BATS_TEST_TMPDIR/in"
}

@test "no text of the page is lost between the blocks" {
	for f in "$ROOT"/examples/*.txt; do
		qd-split "$f" | awk -F'\t' '$1 != "doc" && $1 != "art" { print $6 }' |
			tr -d ' \n\r' | sed 's/　//g' >got
		tr -d ' \n\r\f' <"$f" | sed 's/　//g' >want
		# the same characters, whatever the order (moved columns)
		fold -w 1 <got >/dev/null
		python3 - got want <<-'PY'
			import sys
			from collections import Counter
			a, b = (Counter(open(f, encoding="utf-8").read()) for f in sys.argv[1:])
			sys.exit("%s: %s" % (sys.argv[2], (b - a) + (a - b)) if a != b else 0)
		PY
	done
}

@test "a stream cut at its art lines gives the same annotations" {
	cd "$ROOT"
	qd-split examples/*.txt >"$BATS_TEST_TMPDIR/in"
	cd "$BATS_TEST_TMPDIR"
	qd-ner in >want
	awk -F'\t' '$1 == "doc" || $1 == "art" { n++ } { print > ("part" n + 1000) }' in
	for p in part*; do qd-ner "$p"; done >got
	same want got
}

@test "the chain runs over files in parallel as it does over one stream" {
	command -v parallel >/dev/null || skip "no GNU parallel here"
	cd "$ROOT"
	qd-split examples/*.txt | qd-ner >"$BATS_TEST_TMPDIR/want"
	qd-split examples/*.txt |
		parallel --pipe -k --block 1 --recend '\n' --recstart 'doc\t' qd-ner \
			>"$BATS_TEST_TMPDIR/got"
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "mutated pages go through the chain whole: spans right, status 0 or 1" {
	set -o pipefail
	python3 - "$ROOT"/examples/*.txt <<-'PY'
		import random, sys
		rnd = random.Random(20260305)
		pages = [open(f, "rb").read() for f in sys.argv[1:]]
		bits = [b"\n", b"\n\n", b"\r\n", b"\0", b"\t", b"\\", b"\xff", b"\xe3\x80\x80", b"\f",
		        b"2026", "１２亿".encode(), "《".encode(), "”".encode(), "\ufffd".encode()]
		for n in range(40):
		    page = bytearray(rnd.choice(pages))
		    for _ in range(rnd.randrange(1, 40)):
		        at = rnd.randrange(len(page))
		        what = rnd.randrange(4)
		        if what == 0:
		            page[at] = rnd.randrange(256)
		        elif what == 1:
		            page[at:at] = rnd.choice(bits)
		        elif what == 2:
		            del page[at:at + rnd.randrange(200)]
		        else:
		            src = rnd.randrange(len(page))
		            page[at:at] = page[src:src + rnd.randrange(400)]
		    open("m%02d" % n, "wb").write(page)
	PY
	for m in m*; do
		s=0
		qd-split "$m" >s 2>/dev/null || s=$?
		[ "$s" -le 1 ] || fail "qd-split $m: status $s"
		qd-dedupe --mark s | qd-ner | qd-numbers >all ||
			fail "$m: the records of qd-split are not taken"
		"$ROOT/scripts/check-spans" all || {
			fail "$m: $(od -c "$m" | head -n 40)"
		}
		qd-fmt -t jsonl all >j
		python3 -c 'import json; [json.loads(s) for s in open("j", encoding="utf-8")]'
	done
}
