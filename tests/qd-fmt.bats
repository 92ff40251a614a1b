#!/usr/bin/env bats
# qd-fmt: records as tables, JSON Lines and text.

load helpers

# One sum with two values of one attribute.
sum() {
	rec money a.txt 1.2 45 52 '12亿元' 1200000000 'of=码头|泊位;unit=CNY'
}

# table LINE...: the lines with TABs for spaces.
table() {
	printf '%s\n' "$@" | tr ' ' '\t'
}

# crlf: lines as RFC 4180 ends them.
crlf() {
	sed 's/$/\r/'
}

@test "a table has a header line and then the records as they are" {
	sample >in
	qd-fmt in >got
	{ table 'tag doc loc start end text value attrs'; cat in; } >want
	same want got
}

@test "-t tsv is the default" {
	sample >in
	qd-fmt in >want
	qd-fmt -t tsv in >got
	same want got
	qd-fmt --to=tsv in >got
	same want got
}

@test "-f picks columns and orders them" {
	sum | qd-fmt -f value,tag,text >got
	{ table 'value tag text' '1200000000 money 12亿元'; } >want
	same want got
	sum | qd-fmt --fields=value,tag,text >got
	same want got
}

@test "-f takes keys of attributes, empty where a record has none" {
	{ sum; rec para a 1.1 0 3 港 '' ''; } | qd-fmt -f unit,text,dir >got
	{ table 'unit text dir' 'CNY 12亿元 ' ' 港 '; } >want
	same want got
}

@test "a table keeps the escapes, in attributes too" {
	rec para a 1.1 0 9 'a\tb\\c\nd' '' 'of=x\;y\|z' >in
	qd-fmt -f text,of in >got
	printf '%s\t%s\n' text of 'a\tb\\c\nd' 'x\;y\|z' >want
	same want got
}

@test "a table of all fields loses nothing" {
	{ sample; rec note a 1.9 0 9 '"\t\n\r\\,;|' '' 'x=\;\|;y=1|2'; } >in
	qd-fmt -f tag,doc,loc,start,end,text,value,attrs in | tail -n +2 >got
	same in got
}

@test "CSV has a header and ends its lines in CR LF" {
	sum | qd-fmt -t csv >got
	{
		echo 'tag,doc,loc,start,end,text,value,attrs'
		echo 'money,a.txt,1.2,45,52,12亿元,1200000000,of=码头|泊位;unit=CNY'
	} | crlf >want
	same want got
}

@test "CSV quotes what needs it and undoes the escapes" {
	rec para a,b 1.1 0 9 'say "no"\nor \\ yes\t' '' 'of=x\;y' |
		qd-fmt -t csv -f doc,text,of >got
	printf 'doc,text,of\r\n"a,b","say ""no""\nor \\ yes\t",x;y\r\n' >want
	same want got
}

@test "attrs keeps its escapes in CSV: it is taken apart by them" {
	rec para a 1.1 0 9 x '' 'of=a\;b\|c;z=1' | qd-fmt -t csv -f attrs >got
	printf 'attrs\r\nof=a\\;b\\|c;z=1\r\n' >want
	same want got
}

@test "an empty cell alone in a CSV row is quoted, for no reader to skip it" {
	sample | qd-fmt -t csv -f value >got
	printf 'value\r\n""\r\n""\r\n""\r\n""\r\n""\r\n' >want
	same want got
}

@test "CSV is read back by Python's csv module" {
	command -v python3 >/dev/null || skip "no python3 here"
	rec para a 1.1 0 9 ' "x",\r\n;y ' v,w 'k="q",r' | qd-fmt -t csv >got
	python3 - got >back <<-'PY'
		import csv, sys
		for row in csv.reader(open(sys.argv[1], encoding="utf-8", newline="")):
		    print("\t".join(row).replace("\r\n", "\\r\\n"))
	PY
	{
		table 'tag doc loc start end text value attrs'
		rec para a 1.1 0 9 ' "x",\r\n;y ' v,w 'k="q",r'
	} >want
	same want back
}

@test "CSV is read back by sqlite3" {
	command -v sqlite3 >/dev/null || skip "no sqlite3 here"
	{ sum; rec para a 1.1 0 9 'x "y"\n,z' '' ''; } | qd-fmt -t csv >in.csv
	sqlite3 :memory: '.import --csv in.csv r' \
		'select text, value, length(text) from r' >got
	printf '12亿元|1200000000|4\nx "y"\n,z||8\n' >want
	same want got
}

@test "JSON Lines: fields and attributes side by side, offsets as numbers" {
	sum | qd-fmt -t jsonl >got
	printf '%s\n' '{"tag":"money","doc":"a.txt","loc":"1.2","start":45,"end":52,"text":"12亿元","value":"1200000000","of":["码头","泊位"],"unit":"CNY"}' >want
	same want got
}

@test "JSON Lines undoes the escapes and makes its own" {
	rec para a 1.1 0 9 'q"\\\t\n\r' '' 'of=a\;b\|c' >in
	printf 'x\001\000\177y' >raw
	{ cat in; printf 'para\ta\t1.1\t0\t9\t'; cat raw; printf '\t\t\n'; } |
		qd-fmt -t jsonl -f text,of >got
	{
		printf '%s\n' '{"text":"q\"\\\t\n\r","of":"a;b|c"}'
		printf '{"text":"x\\u0001\\u0000\177y","of":null}\n'
	} >want
	same want got
}

@test "JSON Lines: an escaped bar does not part two values" {
	rec para a 1.1 0 9 x '' 'of=a\|b|c\\|d' | qd-fmt -t jsonl -f of >got
	printf '%s\n' '{"of":["a|b","c\\","d"]}' >want
	same want got
}

@test "JSON Lines: offsets with leading zeros are numbers still" {
	rec para a 1.1 007 0010 x '' '' | qd-fmt -t jsonl -f start,end >got
	echo '{"start":7,"end":10}' | same - got
}

@test "JSON Lines: attrs in the list stands for the attributes not in it" {
	rec para a 1.1 0 9 x '' 'dir=up;of=y;unit=个' |
		qd-fmt -t jsonl -f of,attrs,tag >got
	echo '{"of":"y","dir":"up","unit":"个","tag":"para"}' | same - got
}

@test "JSON Lines: an attribute named as a field has another name" {
	rec para a 1.1 0 9 x '' 'text=y;value=z' | qd-fmt -t jsonl >got
	echo '{"tag":"para","doc":"a","loc":"1.1","start":0,"end":9,"text":"x","value":"","attrs.text":"y","attrs.value":"z"}' |
		same - got
}

@test "JSON Lines: a record without attributes is an empty object of them" {
	rec para a 1.1 0 9 x '' '' | qd-fmt -t jsonl -f attrs >got
	echo '{}' | same - got
}

@test "JSON Lines is read back by jq" {
	command -v jq >/dev/null || skip "no jq here"
	{ sum; rec para a 1.1 0 9 'q"\\\tx' '' ''; } | qd-fmt -t jsonl |
		jq -r '[.tag, .start, .text, (.of // ["-"])[0]] | @tsv' >got
	printf '%s\n' 'money	45	12亿元	码头' 'para	0	q"\\\tx	-' >want
	same want got
}

@test "empty input gives the header line alone, or nothing without one" {
	qd-fmt -f tag,of </dev/null >got
	table 'tag of' | same - got
	qd-fmt -t csv -f tag,of </dev/null >got
	echo 'tag,of' | crlf | same - got
	qd-fmt -t jsonl </dev/null >got
	[ ! -s got ]
	qd-fmt -t text </dev/null >got
	[ ! -s got ]
}

@test "text has the blocks alone, a blank line between them" {
	{ sample; rec LOC a.txt 1.3 70 76 港口 港口 ''; rec note a.txt 1.4 91 97 下转 '' ''; } >in
	qd-fmt -t text in >got
	cat >want <<-'EOF'
		港口开航

		市长林海青说，全年投资超过12亿元。

		新增航线7条。

		下转
	EOF
	same want got
}

@test "text leaves two blank lines before an article and a document" {
	{
		rec art a 1 0 9 甲 '' ''
		rec title a 1.1 0 3 甲 '' ''
		rec art a 2 9 20 乙 '' ''
		rec title a 2.1 9 12 乙 '' ''
		rec para b 1.1 0 3 丙 '' ''
		rec para b 2.1 0 3 丁 '' ''
	} | qd-fmt -t text >got
	printf '%s\n' 甲 '' '' 乙 '' '' 丙 '' '' 丁 >want
	same want got
}

@test "text begins anew at an art line, of the same number even" {
	{
		rec art a 1 0 9 甲 '' ''
		rec title a 1.1 0 3 甲 '' ''
		rec art a 1 0 9 甲 '' ''
		rec title a 1.1 0 3 甲 '' ''
	} | qd-fmt -t text >got
	printf '%s\n' 甲 '' '' 甲 >want
	same want got
}

@test "text joins the sentences of a paragraph" {
	{
		rec sent a 1.1.1 0 9 '开工了。' '' ''
		rec LOC a 1.1.1 0 9 '开' '' ''
		rec sent a 1.1.2 9 20 '又开工了。' '' ''
		rec sent a 1.2.1 21 30 'It began.' '' ''
		rec sent a 1.2.2 31 40 'So it did.' '' ''
		rec sent a 1.2.3 41 50 '好。' '' ''
	} | qd-fmt -t text >got
	printf '%s\n' 开工了。又开工了。 '' 'It began. So it did.好。' >want
	same want got
}

@test "text undoes the escapes" {
	rec para a 1.1 0 9 'a\\b\tc\nd' '' '' | qd-fmt -t text >got
	printf 'a\\b\tc\nd\n' | same - got
}

@test "-f with -t text is a usage error" {
	status 2 qd-fmt -t text -f tag
	head -n 1 err | grep -qx 'qd-fmt: --fields: text has no columns'
	status 2 qd-fmt -f tag -t text
}

@test "an unknown format is a usage error" {
	status 2 qd-fmt -t xml
	head -n 1 err | grep -qx "qd-fmt: --to: unknown format 'xml' (want tsv, csv, jsonl or text)"
}

@test "a column that can be no key is a usage error" {
	for f in Text a_b '' a,,b 9x; do
		status 2 qd-fmt -f "$f"
		grep -q '^qd-fmt: --fields: .* is neither a field nor the key' err ||
			fail "$f: $(cat err)"
	done
}

@test "a column named twice is a usage error" {
	status 2 qd-fmt -f tag,of,tag
	head -n 1 err | grep -qx "qd-fmt: --fields: 'tag' is there twice"
}

@test "a line that is no record is a row with nothing but its text" {
	printf 'x\ty\\z\n' >in
	status 1 qd-fmt -f tag,start,text,of in
	{ table 'tag start text of'; printf '\t\tx\\ty\\\\z\t\n'; } >want
	same want out
	status 1 qd-fmt -t csv -f tag,start,text,of in
	printf 'tag,start,text,of\r\n,,x\ty\\z,\r\n' >want
	same want out
	grep -q '^qd-fmt: in:1: want 8 TAB-separated fields, found 2' err
}

@test "a line that is no record is an object of nulls in JSON Lines" {
	printf 'a\377b"\n' >in
	status 1 qd-fmt -t jsonl in
	printf '%s\n' '{"tag":null,"doc":null,"loc":null,"start":null,"end":null,"text":"a�b\"","value":null}' >want
	same want out
}

@test "a line that is no record is a block of its own in text" {
	{ sample; echo 'no record'; } >in
	status 1 qd-fmt -t text in
	tail -n 3 out >got
	printf '%s\n' '新增航线7条。' '' 'no record' >want
	same want got
}

@test "an over-long line is whole in text and several rows in a table" {
	{ head -c 3000 /dev/zero | tr '\0' x; echo; } >in
	status 1 qd-fmt --max-record 1024 -t text in
	same in out
	status 1 qd-fmt --max-record 1024 -f text in
	tail -n +2 out | awk '{ print length($0) }' >got
	printf '1024\n1024\n952\n' | same - got
	tail -n +2 out | tr -d '\n' >got
	tr -d '\n' <in | same - got
}

@test "every format shows a record before the input ends" {
	for f in tsv csv jsonl text; do
		rm -f fifo
		mkfifo fifo
		qd-fmt -t $f <fifo >got &
		pid=$!
		exec 5>fifo
		rec para a.txt 1.1 0 9 港口 '' '' >&5
		for _ in $(seq 100); do
			grep -q 港口 got && break
			sleep 0.1
		done
		grep -q 港口 got || fail "$f: still nothing"
		exec 5>&-
		wait "$pid"
	done
}
