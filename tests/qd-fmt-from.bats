#!/usr/bin/env bats
# qd-fmt --from: what other programs give back, as records again.

load helpers

# hard: records with everything that a format can lose.
hard() {
	sample
	rec LOC a.txt 1.3 76 82 航线 航线 ''
	rec money a.txt 1.3 82 83 7 1200000000 'of=码\;头|泊\|位;unit=CNY'
	rec count a.txt 1.3 82 83 7 1.50 'hi=2.50;lo=007;unit='
	rec number a.txt 1.3 82 83 7 123456789012345678 ''
	rec code a.txt 1.3 82 83 7 007 'text=z;value=x\ny'
	rec doc 'b ,"c' 0 0 0 '' '' ''
	rec para 'b ,"c' 1.1 0 40 ' "q",\r\n;\\ \t|😀' '' 'src=0@3,9@40'
	printf 'para\tc\t1.1\t0\t5\ta\000b\t\t\n'
}

# back FORM IN: IN through the form and back is the same bytes.
back() {
	qd-fmt -t "$1" "$2" >"there.$1"
	status 0 qd-fmt --from "$1" "there.$1"
	same "$2" out
}

@test "TSV, CSV and JSON Lines come back byte for byte" {
	hard >in
	for f in tsv csv jsonl; do
		back $f in
	done
}

@test "the records of the examples come back byte for byte" {
	qd-split "$ROOT"/examples/*.txt | qd-ner | qd-numbers >in
	for f in tsv csv jsonl doccano; do
		back $f in
	done
	qd-fmt -t brat --out folder in
	status 0 qd-fmt --from brat folder/*.ann
	sort in >want
	sort out | same want -
}

@test "a line that is no record comes back, named again" {
	{ sample; echo 'no record'; } >in
	for f in tsv csv jsonl doccano; do
		status 1 qd-fmt -t $f in
		mv out there
		status 1 qd-fmt --from $f there
		same in out
	done
}

@test "--from gives any format, and filters" {
	hard | qd-fmt -t csv >in.csv
	qd-fmt --from csv -t tsv -w tag=money -f value,of in.csv >got
	printf 'value\tof\n1200000000\t码\\;头|泊\\|位\n' | same - got
}

@test "empty input is no records" {
	for f in tsv csv jsonl brat doccano; do
		if [ $f = brat ]; then
			: >e.ann
			: >e.txt
			status 0 qd-fmt --from brat e.ann
			rec doc e.txt 0 0 0 '' '' '' | same - out
			continue
		fi
		status 0 qd-fmt --from $f </dev/null
		[ ! -s out ] || fail "$f"
	done
}

@test "several files have each their own header" {
	rec LOC a 1.1 0 3 港 港 '' | qd-fmt -t csv >one
	rec LOC a 1.1 0 3 港 港 '' | qd-fmt -t csv -f text,tag,value,doc,loc,end >two
	qd-fmt --from csv one two >got
	{ rec LOC a 1.1 0 3 港 港 ''; rec LOC a 1.1 0 3 港 港 ''; } >want
	same want got
}

@test "columns come in any order, those of attributes among them" {
	printf '%s\r\n' 'unit,value,art.title,text,of,tag,end' \
		'CNY,5,甲,5元,"码头|a;b",money,4' ',,,x,,para,9' >in
	qd-fmt --from csv in >got
	{
		rec money - 0 0 4 5元 5 'of=码头|a\;b;unit=CNY'
		rec para - 0 0 9 x '' ''
	} >want
	same want got
	printf 'unit\tof\ttag\ttext\nCNY\ta\\;b|c\tmoney\tx\\ty\n' |
		qd-fmt --from tsv >got
	rec money - 0 0 0 'x\ty' '' 'of=a\;b|c;unit=CNY' | same - got
}

@test "a column of its own goes before what attrs says" {
	printf 'tag,text,attrs,unit\r\nmoney,x,of=a;unit=b,c\r\n' |
		qd-fmt --from csv >got
	rec money - 0 0 0 x '' 'of=a;unit=c' | same - got
}

@test "what a spreadsheet writes is read: byte order mark, LF alone, quotes" {
	printf '\357\273\277"tag","text","value"\n"LOC","港\n口","a""b"\nLOC,x,y' >in
	qd-fmt --from csv in >got
	{ rec LOC - 0 0 0 '港\n口' 'a"b' ''; rec LOC - 0 0 0 x y ''; } >want
	same want got
	printf '\357\273\277tag\ttext\r\nLOC\tx\r\n' | qd-fmt --from tsv >got
	rec LOC - 0 0 0 x '' '' | same - got
}

@test "a header that is none is named with its column, rows are kept" {
	printf 'tag,Text\r\nLOC,x\r\n' >in
	status 1 qd-fmt --from csv in
	cat >want <<-'EOF'
		qd-fmt: in:1: column 2, 'Text', is neither a field nor the key of an attribute
		qd-fmt: in:2: a row under a header line that is none
	EOF
	same want err
	printf 'tag,Text\r\nLOC,x\r\n' | same - out
	printf 'tag\tvalue\n' >in
	status 1 qd-fmt --from tsv in
	echo "qd-fmt: in:1: no column 'tag' or no column 'text' in the header line" |
		same - err
}

@test "a row with too many or too few cells is named with its line and kept" {
	printf 'tag,text\r\nLOC,"x\r\ny"\r\nLOC\r\nLOC,"1\r\n2",3\r\nLOC,z\r\n' >in
	status 1 qd-fmt --from csv in
	cat >want <<-'EOF'
		qd-fmt: in:4: want 2 cells as in the header, found 1
		qd-fmt: in:5: want 2 cells as in the header, found 3
	EOF
	same want err
	{
		rec LOC - 0 0 0 'x\r\ny' '' ''
		printf 'LOC\r\nLOC,"1\r\n2",3\r\n'
		rec LOC - 0 0 0 z '' ''
	} | same - out
}

@test "a quote that is never closed is named with the line where it opens" {
	printf 'tag,text\r\nLOC,"x\r\nLOC,y\r\n' >in
	status 1 qd-fmt --from csv in
	echo 'qd-fmt: in:2: a quoted cell never ends' | same - err
	printf 'LOC,"x\r\nLOC,y\r\n' | same - out
}

@test "a quote inside a cell is named, the rows behind it are read" {
	printf 'tag,text\r\nLOC,a"b\r\nLOC,y\r\n' >in
	status 1 qd-fmt --from csv in
	grep -q '^qd-fmt: in:2: no CSV: a quotation mark inside a cell' err
	{ printf 'LOC,a"b\r\n'; rec LOC - 0 0 0 y '' ''; } | same - out
}

@test "a row longer than a record may be is given up, in bounded memory" {
	{ printf 'tag,text\r\nLOC,"'; yes | head -n 3000; printf '"\r\nLOC,z\r\n'; } >in
	status 1 qd-fmt --max-record 1024 --from csv in
	grep -q '^qd-fmt: in:2: row longer than a record may be' err
}

@test "a number or name that is none is named with its line" {
	printf 'tag,text,loc,start,end\r\nLOC,x,1.1,0,3\r\nLOC,x,1.1,z,3\r\nL C,x,1.1,0,3\r\n' >in
	status 1 qd-fmt --from csv in
	[ "$(wc -l <out)" -eq 3 ]
	grep -q '^qd-fmt: in:3: fields 4 and 5 are not offsets' err
	grep -q '^qd-fmt: in:4: field 1 is not a tag' err
}

@test "JSON: members in any order, lists, numbers, null, what jq writes" {
	printf '%s\n' '{"unit":"CNY","of":["a|b","c;d"],"end":9,"text":"x\u0009y","tag":"money","value":1.5e3,"basis":null,"attrs.text":"t"}' >in
	qd-fmt --from jsonl in >got
	rec money - 0 0 9 'x\ty' 1500 'of=a\|b|c\;d;text=t;unit=CNY' | same - got
	command -v jq >/dev/null || return 0
	hard | head -n 11 >in
	qd-fmt -t jsonl in | jq -c . | qd-fmt --from jsonl >got
	same in got
}

@test "JSON that is none is named with line and byte, and kept" {
	printf '%s\n' '{"tag":"LOC","text":"x"}' '{"tag":"LOC",' '[1]' '{"text":1,"x":{}}' \
		'{"Tag":1}' '{"of":1}' >in
	status 1 qd-fmt --from jsonl in
	cat >want <<-'EOF'
		qd-fmt: in:2: no JSON at byte 13: string or '}' expected
		qd-fmt: in:3: JSON, but no object (want one {...} a line)
		qd-fmt: in:4: member 'x' is no field or attribute, or its value is none
		qd-fmt: in:5: member 'Tag' is no field or attribute, or its value is none
		qd-fmt: in:6: no member 'tag' (want the objects of qd-fmt -t jsonl)
	EOF
	same want err
	{ rec LOC - 0 0 0 x '' ''; tail -n +2 in; } | same - out
}

@test "--strict stops at the first line that does not become a record" {
	printf '{"tag":"LOC","text":"x"}\n{\n{"tag":"LOC","text":"x"}\n' >in
	status 2 qd-fmt --strict --from jsonl in
	rec LOC - 0 0 0 x '' '' | same - out
}

@test "an over-long line is passed on in parts, named once" {
	{ head -c 3000 /dev/zero | tr '\0' x; echo; echo '{"tag":"LOC","text":"x"}'; } >in
	status 1 qd-fmt --max-record 1024 --from jsonl in
	[ "$(wc -l <err)" -eq 1 ]
	{ head -n 1 in; rec LOC - 0 0 0 x '' ''; } | same - out
}

@test "an unknown form is a usage error" {
	status 2 qd-fmt --from xml
	head -n 1 err | grep -qx "qd-fmt: --from: unknown form 'xml' (want tsv, csv, jsonl, brat or doccano)"
}

@test "a record appears before the input ends" {
	for f in tsv csv jsonl; do
		rm -f fifo
		mkfifo fifo
		qd-fmt --from $f <fifo >got &
		pid=$!
		exec 5>fifo
		sample | qd-fmt -t $f >&5
		for _ in $(seq 100); do
			grep -q 航线 got && break
			sleep 0.1
		done
		grep -q 航线 got || fail "$f: still nothing"
		exec 5>&-
		wait "$pid"
	done
}
