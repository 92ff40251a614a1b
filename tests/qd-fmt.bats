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
	printf '%s\n' '{"tag":"money","doc":"a.txt","loc":"1.2","start":45,"end":52,"text":"12亿元","value":1200000000,"of":["码头","泊位"],"unit":"CNY"}' >want
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
	head -n 1 err | grep -qx "qd-fmt: --to: unknown format 'xml' (want tsv, csv, jsonl, .*)"
}

@test "a column that can be no key is a usage error" {
	for f in Text a_b '' a,,b 9x x.text art. art.Text .tag a=; do
		status 2 qd-fmt -f "$f"
		grep -q '^qd-fmt: --fields: .* is neither a field nor the key' err ||
			fail "$f: $(cat err)"
	done
}

@test "a column named twice is a usage error" {
	status 2 qd-fmt -f tag,of,tag
	head -n 1 err | grep -qx "qd-fmt: --fields: 'tag' is there twice"
}

@test "a column may have a name of its own, any at all" {
	sum | qd-fmt -f '量=value,tag=unit,what of=of' >got
	printf '%s\t%s\t%s\n' 量 tag 'what of' 1200000000 CNY '码头|泊位' >want
	same want got
	status 2 qd-fmt -f =tag
	head -n 1 err | grep -qx "qd-fmt: --fields: '' is no name for a column"
	status 2 qd-fmt -f a=tag,a=of
	head -n 1 err | grep -qx "qd-fmt: --fields: 'a' is there twice"
}

@test "a column may be a field of the document, article or block around" {
	{
		sample
		rec LOC a.txt 1.3 70 76 港口 港口 ''
		rec para b.txt 1.1 0 3 港 '' ''
		rec LOC b.txt 1.2 0 3 港 港 ''
	} >in
	qd-fmt -f tag,day=doc.date,art.title,art.date,kind=block.tag in >got
	{
		table 'tag day art.title art.date kind'
		table 'doc 2026-03-05   ' 'art 2026-03-05 港口开航 2026-03-05 '
		table 'title 2026-03-05 港口开航 2026-03-05 title'
		table 'para 2026-03-05 港口开航 2026-03-05 para'
		table 'para 2026-03-05 港口开航 2026-03-05 para'
		table 'LOC 2026-03-05 港口开航 2026-03-05 para'
		table 'para    para' 'LOC    '
	} >want
	same want got
}

@test "the article around ends where the next begins" {
	{
		rec art a 1 0 9 甲 '' ''
		rec para a 1.1 0 3 一 '' ''
		rec para a 2.1 9 12 二 '' ''
		rec doc a 0 0 0 '' '' ''
		rec para a 1.1 0 3 三 '' ''
	} | qd-fmt -t csv -f text,t=art.title >got
	printf '%s\r\n' text,t 甲,甲 一,甲 二, , 三, >want
	same want got
}

@test "attrs.KEY is the attribute that is named as a field" {
	rec para a 1.1 0 9 x '' 'text=y;value=z' |
		qd-fmt -f text,attrs.text,v=attrs.value >got
	{ table 'text attrs.text v' 'x y z'; } >want
	same want got
}

# facts: records that the tests of -w ask.
facts() {
	rec para a 1.1 0 9 x '' ''
	rec LOC a 1.1 0 9 海港 海港 ''
	rec money a 1.1 0 9 12亿元 1200000000 'of=投资|贷款;unit=CNY'
	rec money a 1.1 0 9 0.5元 0.5 'of=a,b;unit=CNY'
	rec count a 1.1 0 9 3到5个 3..5 'unit=个'
	rec date a 1.1 0 9 3月5日 2026-03-05 ''
}

@test "-w keeps the records that pass: comparisons of fields and attributes" {
	facts >in
	while read -r expr want; do
		got=$(qd-fmt -t rec -w "$expr" in | cut -f 6 | tr '\n' ' ')
		[ "$got" = "${want:+$want }" ] || fail "$expr: $got"
	done <<-'EOF'
		tag=LOC 海港
		tag!=money x 海港 3到5个 3月5日
		value>=1e9 12亿元
		value>1200000000
		value<=1.2e9 12亿元 0.5元 3到5个
		value<4 0.5元
		value<=5 0.5元 3到5个
		value>2,value<9 3到5个
		value=1.2e9 12亿元
		value=.5
		value>=2026-01-01 海港 3到5个 3月5日
		value~-03- 3月5日
		of=投资 12亿元
		of=贷款 12亿元
		of=投资|贷款
		of~贷 12亿元
		of!~贷,tag=money 0.5元
		of!=投资,tag=money 0.5元
		of=a\,b 0.5元
		unit= x 海港 3月5日
		unit!= 12亿元 0.5元 3到5个
		tag~^[A-Z] 海港
		text~^.{2}$ 海港
		block.tag=para,tag=date 3月5日
	EOF
}

@test "-w may be given again: all must hold" {
	facts | qd-fmt -t rec -w tag=money -w 'value<1' | cut -f 6 >got
	echo 0.5元 | same - got
	facts | qd-fmt -t rec --where=tag=money --where='value<1' |
		cut -f 6 >got
	echo 0.5元 | same - got
}

@test "-w leaves the blocks to the formats that need them" {
	{ rec para a 1.1 0 6 ab '' ''; rec LOC a 1.1 0 1 a a ''; rec ORG a 1.1 1 2 b b ''; } |
		qd-fmt -t conll -w tag=ORG >got
	printf 'a\tO\nb\tB-ORG\n\n' | same - got
	facts | qd-fmt -t json -w tag=LOC >got
	[ "$(grep -o '"tag":"[A-Za-z]*"' got | tr '\n' ' ')" = '"tag":"para" "tag":"LOC" ' ]
}

@test "-w keeps a line that is no record" {
	echo bad >in
	status 1 qd-fmt -t rec -w tag=LOC in
	same in out
}

@test "what is no comparison is a usage error" {
	for e in tag '' 'tag=x,,' 'Tag=x' 'tag=x,of' 'x.y=1'; do
		status 2 qd-fmt -w "$e"
		grep -q "^qd-fmt: --where: " err || fail "$e"
	done
	status 2 qd-fmt -w 'of~('
	grep -q "^qd-fmt: --where: 'of~(' missing closing parenthesis at offset 1" err
}

@test "-w with a pattern that never ends names the record and keeps it" {
	rec para a 1.1 0 9 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab '' '' >in
	status 1 qd-fmt -t rec -w 'text~^(a|a)+$' in
	same in out
	grep -q '^qd-fmt: in:1: --where: the pattern came to its limit' err
}

@test "-t rec gives the records as they came" {
	{ sample; echo bad; } >in
	status 1 qd-fmt -t rec in
	same in out
}

@test "--bom sets a byte order mark before CSV, and before nothing else" {
	sum | qd-fmt -t csv >want
	sum | qd-fmt -t csv --bom >got
	{ printf '\357\273\277'; cat want; } | same - got
	status 2 qd-fmt --bom
	head -n 1 err | grep -qx 'qd-fmt: --bom: not for tsv'
}

@test "JSON Lines has numbers where they are exact, else strings" {
	while read -r value want; do
		rec measure a 1.1 0 9 x "$value" '' | qd-fmt -t jsonl -f value >got
		echo "{\"value\":$want}" | same - got
	done <<-'EOF'
		12 12
		-0.25 -0.25
		0 0
		0.5 0.5
		123456789012345 123456789012345
		1234567890123456 "1234567890123456"
		007 "007"
		1.50 "1.50"
		1.0 "1.0"
		-0 "-0"
		3..5 "3..5"
		1e9 "1e9"
	EOF
}

@test "a number that is none is named with its line and kept as a string" {
	{ sum; rec count a.txt 1.2 45 52 x many ''; rec count a.txt 1.2 45 52 y 3..5 ''; rec date a.txt 1.2 45 52 z soon ''; } >in
	for f in jsonl json sql; do
		status 1 qd-fmt -t $f in
		echo 'qd-fmt: in:2: the value of this quantity is no number (written as a string)' >want
		same want err
		grep -q "[\"']many[\"']" out || fail "$f"
	done
	status 0 qd-fmt in
}

@test "JSON Lines: what names or dates something is a string" {
	{
		rec code a 1.1 0 9 x 12345 'hi=7;lo=0.5;n=3;unit=8'
		rec PER a 1.1 0 9 x 12 'p=0.75'
	} | qd-fmt -t jsonl -f value,attrs >got
	printf '%s\n' '{"value":"12345","hi":7,"lo":0.5,"n":3,"unit":"8"}' \
		'{"value":"12","p":0.75}' >want
	same want got
}

@test "JSON Lines: a column that has the name of an attribute keeps it" {
	rec para a 1.1 0 9 x '' 'of=y;unit=z' |
		qd-fmt -t jsonl -f of=unit,attrs >got
	echo '{"of":"z","attrs.of":"y"}' | same - got
}

@test "a Markdown table escapes what means something there" {
	rec para a 1.1 0 9 'a|b*c_d`e[f]<g>&\\h~\ni\tj' '' '' |
		qd-fmt -t md -f text,start >got
	cat >want <<-'EOF'
		| text | start |
		| --- | ---: |
		| a\|b\*c\_d\`e\[f\]&lt;g>&amp;\\h\~<br>i j | 0 |
	EOF
	same want got
}

@test "json is one array: documents, articles, blocks, annotations" {
	{
		sample
		rec ORG a.txt 1.3 74 80 航线 x 'blocks=q;of=a|b'
		rec para b 2.1 0 4 😀 '' ''
		rec money b 2.1 0 4 😀 7 'hi=8'
	} | qd-fmt -t json >got
	python3 - got <<-'PY' >back
		import json, sys
		docs = json.load(open(sys.argv[1], encoding="utf-8"))
		assert [d["doc"] for d in docs] == ["a.txt", "b"]
		art = docs[0]["articles"][0]
		assert art["title"] == "港口开航" and art["date"] == "2026-03-05"
		block = art["blocks"][2]
		ann = block["annotations"][0]
		print(block["text"][ann["from"]:ann["to"]], ann["text"], ann["of"], ann["attrs.blocks"])
		block = docs[1]["articles"][0]["blocks"][0]
		print(docs[1]["articles"][0]["loc"], block["annotations"][0])
	PY
	cat >want <<-'EOF'
		航线 航线 ['a', 'b'] q
		2 {'tag': 'money', 'loc': '2.1', 'start': 0, 'end': 4, 'text': '😀', 'value': 7, 'hi': 8, 'from': 0, 'to': 1}
	EOF
	same want back
}

@test "json loses nothing: bad lines, annotations without a block" {
	{ rec LOC a 1.1 0 3 港 港 ''; echo bad; rec LOC a 1.2 0 3 港 港 ''; } >in
	status 1 qd-fmt -t json in
	python3 -c 'import json
b = json.load(open("out"))[0]["articles"][0]["blocks"]
print([x.get("loc", x.get("line")) for x in b])' >got
	echo "['1.1', 'bad', '1.2']" | same - got
	qd-fmt -t json </dev/null | python3 -c 'import json, sys
assert json.load(sys.stdin) == []'
}

@test "the SQL script makes a database that answers" {
	command -v sqlite3 >/dev/null || skip "no sqlite3 here"
	{
		sample
		rec LOC a.txt 1.3 70 76 "港'口" "港'口" ''
		rec money a.txt 1.3 45 52 12亿元 1200000000 'of=码头|泊位;unit=CNY'
		rec count b 2.1 0 3 3 3..5 'hi=5;lo=3;of=船;unit=艘'
		printf "');\000--\n"
	} >in
	status 1 qd-fmt -t sql in
	sqlite3 -bail db <out
	sqlite3 db "select count(*) from documents; select count(*) from blocks;
		select value, post is null from entities;
		select value, typeof(value), what, unit from quantities;
		select lo, hi, typeof(value), d.doc from quantities q
			join articles a on a.id = q.article
			join documents d on d.id = a.document where block is null;
		select hex(line) from lines;
		select tag from search s join blocks b on b.id = s.rowid
			where search match '林海青';
		select date, title from articles where title is not null" >got
	cat >want <<-'EOF'
		2
		3
		港'口|1
		1200000000|integer|码头|泊位|CNY
		3..5|text|船|艘
		3|5|text|b
		27293B002D2D
		para
		2026-03-05|港口开航
	EOF
	same want got
}

@test "TSV, CSV and JSON Lines are read back by Miller" {
	command -v mlr >/dev/null || skip "no Miller here"
	{ sum; rec para 'a,"b' 1.1 0 9 'x "y"\n,z\t\\.' '' ''; } >in
	qd-fmt -t jsonl -f tag,doc,text,value in >want
	qd-fmt -f tag,doc,text,value in | mlr --itsv --ojsonl cat >got.tsv
	qd-fmt -t csv -f tag,doc,text,value in | mlr --icsv --ojsonl cat >got.csv
	qd-fmt -t jsonl -f tag,doc,text,value in | mlr --ijsonl --ojsonl cat >got.jsonl
	for f in tsv csv jsonl; do
		python3 -c 'import json, sys
a, b = ([json.loads(l) for l in open(f)] for f in sys.argv[1:])
assert a == b, (a, b)' want got.$f || fail "$f"
	done
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
