#!/usr/bin/env bats
# What every tool passes, whatever it is for: DESIGN of the toolkit, qd(7).

load helpers

# The plainest use of each tool on good input.
good_input() {
	case $1 in
	qd-split) printf '港口开航\n\n　　市长林海青出席。\n' ;;
	*) sample ;;
	esac
}

@test "--help prints the usage on stdout and exits 0" {
	for t in $TOOLS; do
		status 0 "$t" --help
		head -n 1 out | grep -q "^usage: $t " || fail "$t: no usage line"
		[ ! -s err ] || fail "$t: wrote to stderr"
		"$t" -h | cmp - out || fail "$t: -h and --help differ"
	done
}

@test "--version prints name and version" {
	for t in $TOOLS; do
		status 0 "$t" -V
		echo "$t $(cat "$ROOT/VERSION")" | cmp - out
		"$t" --version | cmp - out
	done
}

@test "an unknown option prints the synopsis on stderr and exits 2" {
	for t in $TOOLS; do
		status 2 "$t" --nonesuch
		[ ! -s out ] || fail "$t: wrote to stdout"
		grep -q "^usage: $t " err || fail "$t: no synopsis"
	done
}

@test "empty input gives empty output and status 0" {
	for t in $READERS; do
		status 0 "$t" </dev/null
		case $t in
		qd-fmt) [ "$(wc -l <out)" -eq 1 ] || fail "want the header alone" ;;
		*) [ ! -s out ] || fail "$t: output from nothing" ;;
		esac
		[ ! -s err ]
	done
}

@test "an empty file is a document without articles" {
	: >empty
	status 0 qd-split empty
	rec doc empty 0 0 0 '' '' '' | cmp - out
}

@test "a missing last newline is supplied" {
	for t in $FILTERS; do
		sample >in
		"$t" in >want
		printf '%s' "$(cat in)" >last
		status 0 "$t" last
		same want out
	done
}

@test "a missing file is named, the others are still read, status 2" {
	for t in $TOOLS; do
		good_input "$t" >in
		"$t" in >want
		status 2 "$t" nosuch in
		same want out
		echo "$t: nosuch: No such file or directory" | cmp - err
	done
}

@test "a directory as a file is named, the others are still read, status 2" {
	mkdir dir
	for t in $TOOLS; do
		good_input "$t" >in
		"$t" in >want
		status 2 "$t" dir in
		same want out
		echo "$t: dir: Is a directory" | cmp - err
	done
}

@test "names ended by NUL are read from --files0-from" {
	for t in $TOOLS; do
		good_input "$t" >'a b'
		cp 'a b' c
		"$t" 'a b' c >want
		printf 'a b\0c\0' >list
		status 0 "$t" --files0-from=list
		same want out
		"$t" --files0-from=- <list | cmp - want
	done
}

@test "file operands beside --files0-from are a usage error" {
	for t in $TOOLS; do
		status 2 "$t" --files0-from=list in
		grep -q "^$t: 'in': no file operands with --files0-from" err
	done
}

@test "- is standard input" {
	for t in $TOOLS; do
		good_input "$t" >in
		"$t" <in >want
		status 0 "$t" - <in
		same want out
	done
}

@test "a line that is no record is named, passed on in its place, status 1" {
	for t in $FILTERS; do
		{ sample; echo '这是一行文字'; sample; } >in
		status 1 "$t" in
		grep -qx '这是一行文字' out || fail "$t: the line is gone"
		echo "$t: in:6: want 8 TAB-separated fields, found 1 (raw text goes through qd-split first)" |
			cmp - err
	done
}

@test "qd-fmt keeps a line that is no record as a row" {
	{ sample; echo '这是一行文字'; } >in
	status 1 qd-fmt in
	grep -q '这是一行文字' out
	grep -q '^qd-fmt: in:6: want 8 TAB-separated fields, found 1' err
}

@test "-q does not report refused records, the status stays 1" {
	for t in $READERS; do
		{ sample; echo x; } >in
		status 1 "$t" -q in
		[ ! -s err ] || fail "$t: not quiet"
	done
}

@test "--strict stops at the first bad line with status 2" {
	for t in $READERS; do
		{ sample; echo x; sample; echo y; } >in
		status 2 "$t" --strict in
		[ "$(wc -l <err)" -eq 1 ] || fail "$t: went on"
		none grep -x y out
	done
}

@test "invalid UTF-8 in a record is named with its byte, passed on, status 1" {
	for t in $FILTERS; do
		printf 'para\ta\t1.1\t0\t5\t12\xff34\t\t\n' >in
		status 1 "$t" in
		same in out
		grep -q '^'"$t"': in:1: invalid UTF-8 at byte 18 of the line' err
	done
}

@test "NUL bytes in a record go through" {
	for t in $FILTERS; do
		printf 'para\ta\t1.1\t0\t5\t1\0002\0003\t\t\n' >in
		status 0 "$t" in
		tr -d '\n' <in >want
		head -c "$(wc -c <want)" out | cmp - want || fail "$t: changed"
	done
}

@test "records that end in CR LF are named with what to do, status 1" {
	for t in $FILTERS; do
		sample | sed 's/$/\r/' >in
		status 1 "$t" in
		same in out
		grep -q "^$t: in:1: a CR before the newline .*tr -d" err
	done
}

@test "a byte order mark before records is named, status 1" {
	for t in $FILTERS; do
		{ printf '\357\273\277'; sample; } >in
		status 1 "$t" in
		grep -q "^$t: in:1: a byte order mark" err
		head -n 1 in | cmp - <(head -n 1 out)
	done
}

@test "offsets, tags and places that are none are named" {
	for t in $FILTERS; do
		{
			rec para a 1.1 x 5 text '' ''
			rec para a 1.1 9 5 text '' ''
			rec para a 1..1 0 5 text '' ''
			rec 'p ara' a 1.1 0 5 text '' ''
		} >in
		status 1 "$t" in
		same in out
		[ "$(grep -c "^$t: in:[12]: fields 4 and 5 are not offsets" err)" -eq 2 ]
		grep -q "^$t: in:3: field 3 is not a place" err
		grep -q "^$t: in:4: field 1 is not a tag" err
	done
}

@test "a malformed src= is named by the tools that map offsets, status 1" {
	rec para a 1.1 0 5 hello '' 'src=9@x' >in
	for t in qd-ner qd-numbers; do
		status 1 "$t" in
		same in out
		echo "$t: in:1: malformed src= (taken for one piece)" | cmp - err
	done
}

@test "a 100 MB line is passed on whole, named, status 1" {
	{ sample; head -c 100000000 /dev/zero | tr '\0' x; echo; sample; } >in
	for t in $FILTERS; do
		status 1 "$t" in
		grep -v '	' in >want
		grep -v '	' out | cmp - want || fail "$t: changed the line"
		echo "$t: in:6: line longer than 16777216 bytes, passed on unread (raise --max-record)" |
			cmp - err
	done
}

@test "a 100 MB line of raw text is emitted in parts, said, status 1" {
	yes 海港新闻 | tr -d '\n' | head -c 99999996 >in
	status 1 qd-split in
	[ -s err ]
	cut -f 6 out | tr -d '\n' | cmp - in
}

@test "a full disk is noticed: status 2 and a message" {
	[ -w /dev/full ] || skip "no /dev/full here"
	for t in $TOOLS; do
		good_input "$t" >in
		s=0
		"$t" in >/dev/full 2>err || s=$?
		[ "$s" -eq 2 ] || fail "$t: status $s"
		echo "$t: write error: No space left on device" | cmp - err
	done
}

@test "a closed standard output is noticed: status 2" {
	for t in $TOOLS; do
		good_input "$t" >in
		s=0
		"$t" in >&- 2>err || s=$?
		[ "$s" -eq 2 ] || fail "$t: status $s"
		grep -q "^$t: write error" err
	done
}

@test "--help to a full disk is noticed" {
	[ -w /dev/full ] || skip "no /dev/full here"
	for t in $TOOLS; do
		s=0
		"$t" --help >/dev/full 2>err || s=$?
		[ "$s" -eq 2 ] || fail "$t: status $s"
		echo "$t: write error: No space left on device" | cmp - err
	done
}

# big TOOL: input that no pipe holds.
big() {
	good_input "$1" >one
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
		cat one one >two
		mv two one
	done
	cat one
}

@test "a reader that leaves early ends the tool by SIGPIPE, in silence" {
	for t in $TOOLS; do
		big "$t" >in
		bash -c '"$1" in 2>err | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}"' \
			- "$t" >st
		echo 141 | cmp - st || fail "$t: status $(cat st)"
		[ ! -s err ] || fail "$t: not silent"
	done
}

@test "where SIGPIPE is ignored a closed pipe gives 141, in silence" {
	for t in $TOOLS; do
		big "$t" >in
		bash -c 'trap "" PIPE; "$1" in 2>err | head -n 1 >/dev/null
			echo "${PIPESTATUS[0]}"' - "$t" >st
		echo 141 | cmp - st || fail "$t: status $(cat st)"
		[ ! -s err ] || fail "$t: not silent"
	done
}

@test "a non-blocking standard input is waited for" {
	for t in $FILTERS; do
		sample >in
		"$t" in >want
		python3 -c 'import os, subprocess, sys, time
r, w = os.pipe()
os.set_blocking(r, False)
p = subprocess.Popen([sys.argv[1]], stdin=r, stdout=open("got", "wb"))
time.sleep(0.2)
os.write(w, open("in", "rb").read())
os.close(w)
sys.exit(p.wait())' "$t"
		same want got
	done
}

@test "the first record appears before the input ends" {
	for t in $FILTERS qd-fmt; do
		rm -f fifo
		mkfifo fifo
		"$t" <fifo >got &
		pid=$!
		exec 5>fifo
		rec doc a.txt 0 0 0 '' '' date=2026-03-05 >&5
		for _ in $(seq 100); do
			grep -q a.txt got && break
			sleep 0.1
		done
		grep -q a.txt got || fail "$t: still nothing"
		exec 5>&-
		wait "$pid"
	done
}

@test "qd-split gives the doc record before the input ends" {
	mkfifo fifo
	qd-split <fifo >got &
	pid=$!
	exec 5>fifo
	for _ in $(seq 100); do
		grep -q '^doc' got && break
		sleep 0.1
	done
	grep -q '^doc' got
	exec 5>&-
	wait "$pid"
}

@test "the same input gives the same bytes again" {
	for t in $TOOLS; do
		good_input "$t" >in
		"$t" in >want
		status 0 "$t" in
		same want out
	done
}

@test "the locale changes nothing" {
	for t in $TOOLS; do
		good_input "$t" >in
		"$t" in >want
		for l in C POSIX C.UTF-8 zh_CN.GB18030; do
			LC_ALL=$l "$t" in >got
			same want got
		done
	done
}

@test "a filter passes on lines it does not own, unchanged and in order" {
	{ sample; rec mine a.txt 1.3 70 76 航线 '' 'x=1;y=a\;b'; rec zzz b 0 0 0 '' '' ''; } >in
	for t in $FILTERS; do
		status 0 "$t" in
		grep -Fxf in out | cmp - in || fail "$t: lost or moved a line"
	done
}

@test "a filter run twice gives what it gave once" {
	for t in qd-ner qd-numbers; do
		sample | "$t" >want
		"$t" want >out
		same want out
	done
}

@test "the annotating filters give the same in either order" {
	cat "$ROOT"/examples/*.txt >page.txt
	qd-split page.txt >in
	qd-ner in | qd-numbers >want
	qd-numbers in | qd-ner >got
	same want got
}

@test "a data folder without the files is named with what to do, status 2" {
	mkdir none
	for t in qd-split qd-ner qd-numbers; do
		status 2 "$t" --data none /dev/null
		grep -q "^$t: .*none/" err || fail "$t: $(cat err)"
		QD_DATA=none status 2 "$t" /dev/null
	done
}
