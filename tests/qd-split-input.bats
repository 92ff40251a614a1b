#!/usr/bin/env bats
# qd-split: the documents of its input: rows, texts ended by NUL, encodings.

load helpers

# docs: name and attributes of each document on standard input.
docs() {
	awk -F'\t' '$1 == "doc" { print $2, $8 }'
}

# spans OPTION...: the records on standard input give their documents' bytes.
spans() {
	"$ROOT/scripts/check-spans" "$@" >spans.out || {
		cat spans.out >&2
		fail "spans differ"
	}
}

@test "--csv makes a document of each row, with id, date and title" {
	cat >in <<-'E'
	no,day,head,body
	a1,2026-05-19,港口开航,"市里来人了。

	集装箱船来了。"
	a2,,,货车也来了。
	E
	status 0 qd-split --csv --id no --date-field day --title head --text body in
	[ ! -s err ]
	same out - <<-E
	$(rec doc a1 0 0 0 '' '' date=2026-05-19)
	$(rec art a1 1 0 41 港口开航 '' 'date=2026-05-19;date-from=field')
	$(rec para a1 1.1 0 18 市里来人了。 '' '')
	$(rec para a1 1.2 20 41 集装箱船来了。 '' '')
	$(rec doc a2 0 0 0 '' '' '')
	$(rec art a2 1 0 18 '' '' '')
	$(rec para a2 1.1 0 18 货车也来了。 '' '')
	E
	spans --csv in --id no --text body <out
}

@test "--jsonl makes a document of each line, with id, date and title" {
	cat >in <<-'E'
	{"no":"a1","day":"20260519","head":"港口开航","text":"市里来人了。\n\n\u8239来了。"}

	{"no":12,"other":[1,{}],"text":["港口开航","船来了，人也来了。"]}
	E
	status 0 qd-split --jsonl --id no --date-field day --title head in
	[ ! -s err ]
	cut -f 1-6 out >got
	same got - <<-E
	doc	a1	0	0	0	
	art	a1	1	0	32	港口开航
	para	a1	1.1	0	18	市里来人了。
	para	a1	1.2	20	32	船来了。
	doc	12	0	0	0	
	art	12	1	0	40	港口开航
	title	12	1.1	0	12	港口开航
	para	12	1.2	13	40	船来了，人也来了。
	E
	spans --jsonl in --id no <out
}

@test "rows without --id are named by file and number" {
	printf 'text\n船来了。\n人来了。\n' >in
	qd-split --csv in | docs | same - <(printf 'in:1 \nin:2 \n')
	qd-split --csv --name p.csv <in | docs | same - <(printf 'p.csv:1 \np.csv:2 \n')
	printf '{"text":"船来了。"}' | qd-split --jsonl | docs | same - <(echo '-:1 ')
}

@test "what is wrong with a CSV row is named by line, the rows after it are read" {
	printf 'id,day,text\n,2026-05-19,船\n2,gestern,船\n3\n\n4,,船,x\n5,,a"b\n6\377,,船\377\n"7",,"船\n' >in
	status 1 qd-split --csv --id id --date-field day in
	same err - <<-'E'
	qd-split: in:2: no id of 1 to 4096 bytes in field 'id'
	qd-split: in:3: no date (want YYYY-MM-DD) in field 'day'
	qd-split: in:4: fewer fields than the header has: 1, not 3
	qd-split: in:6: more fields than the header has: 4, not 3
	qd-split: in:8: invalid UTF-8 in field 'id'
	qd-split: in:8: invalid UTF-8: 1 byte, the first at offset 3
	qd-split: in:9: a quote is never closed
	E
	docs <out | same - <(printf 'in:1 date=2026-05-19\n2 \n3 \n4 \n5 \n6\357\277\275 \n7 \n')
	grep -q '	a"b	' out
}

@test "what is wrong with a line of JSON is named, a document without text stands for it" {
	printf '{"id":1,"text":null}\n{"id":2\n[]\n{"id":4,"text":{"a":1}}\n{"id":{},"text":"船"}\n{"id":6,"text":"\377船"}\n' >in
	status 1 qd-split --jsonl --id id in
	sed 's/ at byte.*//' err >got
	same got - <<-'E'
	qd-split: in:1: no field 'text'
	qd-split: in:2: no JSON
	qd-split: in:3: JSON, but no object (want one {...} a line)
	qd-split: in:4: no text in field 'text'
	qd-split: in:5: no text in field 'id'; no id of 1 to 4096 bytes in field 'id'
	qd-split: in:6: invalid UTF-8
	E
	docs <out | same - <(printf '1 \nin:2 \nin:3 \n4 \nin:5 \n6 \n')
	spans --jsonl in --id id <out
}

@test "an empty text is a document without articles, and no fault" {
	printf 'id,text\n1,\n' >in
	status 0 qd-split --csv --id id in
	rec doc 1 0 0 0 '' '' '' | same out -
	printf '{"text":""}\n' | qd-split --jsonl | docs | same - <(echo '-:1 ')
	: >none
	status 0 qd-split --csv none
	[ ! -s out ]
}

@test "a field that the header has not is named with those it has, status 2" {
	printf '\357\273\277id,body\n1,船\n' >one
	printf 'id,text\n2,人来了。\n' >two
	status 2 qd-split --csv --id id one two
	echo "qd-split: one:1: no column 'text' (the header has: id, body): the file is not read further" |
		same err -
	docs <out | same - <(echo '2 ')
	status 0 qd-split --csv --id id --text body one
}

@test "a row over --max-record is named: CSV ends there, JSON Lines go on" {
	{ printf 'text\n"'; yes 港口 | head -n 500 | tr -d '\n'; printf '\n'; } >in
	status 2 qd-split --csv --max-record 1K in
	grep -q '^qd-split: in:2: row longer than --max-record' err
	{ printf '{"text":"'; yes 港口 | head -n 500 | tr -d '\n'; printf '"}\n{"text":"船"}\n'; } >in
	status 1 qd-split --jsonl --max-record 1K in
	echo 'qd-split: in:1: line longer than --max-record' | same err -
	docs <out | same - <(printf 'in:1 \nin:2 \n')
}

@test "a long line in a row is given in parts" {
	{ printf 'text\n"'; yes 港口 | head -n 900 | tr -d '\n'; printf '\n船"\n'; } >in
	status 1 qd-split --csv --max-article 4K in
	grep -q '^qd-split: in:2:1: line longer than 4096 bytes' err
	spans --csv in <out
}

@test "--strict stops at the first bad row with status 2" {
	printf 'id,text\n,船\n,人\n' >in
	status 2 qd-split --csv --id id --strict in
	[ "$(wc -l <err)" -eq 1 ]
	printf 'text\na"b\n' >in
	status 2 qd-split --csv --strict in
	grep -q '^qd-split: in:2: no CSV' err
}

@test "-q does not report bad rows, the status stays 1" {
	echo '{' >in
	status 1 qd-split --jsonl -q in
	[ ! -s err ]
}

@test "a field beside no rows, and two forms of input, are usage errors" {
	for o in --text --id --date-field --title; do
		status 2 qd-split $o x /dev/null
		grep -q "^qd-split: $o: a field of what" err
	done
	status 2 qd-split --csv --jsonl /dev/null
	grep -q '^qd-split: --jsonl beside --csv' err
	status 2 qd-split --csv -0 /dev/null
	status 0 qd-split -0 -0 /dev/null
}

@test "CSV with CR LF, quotes and line breaks in fields gives the field's bytes" {
	printf 'id,text\r\n1,"他说""好""\r\n\r\n船,来了。"\r\n2, 人来了。 \r\n' >in
	status 0 qd-split --csv --id id in
	awk -F'\t' '$1 == "para" { print $2, $4, $5, $6 }' out |
		same - <(printf '1 15 28 船,来了。\n2 1 13 人来了。\n')
	spans --csv in --id id <out
}

@test "an id with a TAB and a date in an id are taken as they are" {
	printf 'id,text\n"2026/05/19\tp1",船\n' >in
	qd-split --csv --id id in | docs | same - <(printf '%s\n' '2026/05/19\tp1 date=2026-05-19')
}

@test "a row's own date comes before --date and the name" {
	printf 'id,day,text\n20260101,2026-05-19,船\n20260102,,船\n' >in
	qd-split --csv --id id --date-field day --date 2026-03-03 in | docs |
		same - <(printf '20260101 date=2026-05-19\n20260102 date=2026-03-03\n')
	qd-split --csv --id id --date-field day in | docs |
		same - <(printf '20260101 date=2026-05-19\n20260102 date=2026-01-02\n')
}

@test "a title that is given is that of the first article alone" {
	printf 'head,text\n合订本,"港口开航\n\n本报讯 船来了，人来了。\n\n渔船检修\n\n本报讯 船修好了，人走了。"\n' >in
	qd-split --csv --title head in | awk -F'\t' '$1 == "art" { print $6 }' |
		same - <(printf '合订本\n渔船检修\n')
}

@test "-0 reads texts ended by NUL, each with offsets of its own" {
	printf '港口开航\n\n船来了。\n\0\0人来了。\0车来了。' >in
	status 0 qd-split -0 in
	docs <out | same - <(printf 'in:1 \nin:2 \nin:3 \nin:4 \n')
	awk -F'\t' '$1 == "para" { print $2, $4, $5 }' out |
		same - <(printf 'in:1 14 26\nin:3 0 12\nin:4 0 12\n')
	spans --null in <out
	qd-split -0 </dev/null >out
	[ ! -s out ]
}

@test "-0 and --csv come after -e" {
	printf '船来了。\0人来了。\0' | iconv -f UTF-8 -t UTF-16LE >in
	status 0 qd-split -0 -e UTF-16LE in
	docs <out | same - <(printf 'in:1 \nin:2 \n')
	printf 'text\n船来了。\n' | iconv -f UTF-8 -t GB18030 >in
	qd-split --csv -e GB18030 in | grep -q '船来了。'
}

@test "the name of a file that is not UTF-8 gives records that are" {
	printf '船来了。\n' >"$(printf 'a\377')"
	qd-split a* | docs | same - <(printf 'a\357\277\275 \n')
}

@test "the first row appears before the input ends" {
	mkfifo fifo
	qd-split --jsonl <fifo >got &
	pid=$!
	exec 5>fifo
	echo '{"text":"船来了。"}' >&5
	for _ in $(seq 100); do
		grep -q '^doc' got && break
		sleep 0.1
	done
	grep -q '^doc' got
	exec 5>&-
	wait "$pid"
}

@test "the date is in the name in many forms, in folders too" {
	mkdir -p 2026/05/19 20260520
	for f in 2026年5月19日.txt 2026/05/19/a.txt 20260520/a.txt a_2026_05_19.txt; do
		echo 船 >"$f"
	done
	qd-split 2026年5月19日.txt 2026/05/19/a.txt 20260520/a.txt a_2026_05_19.txt | docs | cut -d ' ' -f 2 |
		same - <(printf 'date=2026-05-%d\n' 19 19 20 19)
}

@test "text in another encoding is named as such with what to do" {
	printf '港口開航新航線\n\n瀾江市推進港口建設，四條新航線同時開通，沿江的鄉鎮都從中得到了好處。\n' >u
	for e in BIG5 GB18030 UTF-16 UTF-16LE UTF-16BE; do
		iconv -f UTF-8 -t $e u >in
		status 1 qd-split in
		w=${e%?E}
		grep -q "looks like $w: --encoding $w)" err || fail "$e: $(cat err)"
		qd-split -e "$w" in | cut -f 6 | grep -q '^港口開航新航線$' || fail "$e"
	done
}

@test "broken UTF-8 is taken for no other encoding" {
	printf '港口开航，船来了\377人也来了，九条航线同时开通。\n' >in
	status 1 qd-split in
	none grep 'looks like' err
}

@test "-u art gives one text for each article, with all its blocks" {
	printf '港口开航\r\n\r\n本报讯 船来了，人来了。 \n  车\t来了。\n\n渔船检修\n\n本报讯 船修好了，人走了。' >in
	status 0 qd-split -u art in
	cut -f 1,3,6 out | same - <(printf '%s\t%s\t%s\n' doc 0 '' art 1 港口开航 \
		para 1.1 '港口开航\n本报讯 船来了，人来了。\n车\t来了。' \
		art 2 渔船检修 para 2.1 '渔船检修\n本报讯 船修好了，人走了。')
	spans <out
}

@test "-u art keeps the spaces that part paragraphs of one line" {
	printf '港口开航　　本报讯　船来了，人也来了，九条航线同时开通，码头上很热闹，大家都说这是一件好事。　　今年还要再建一个新泊位，明年开工。' >in
	qd-split -u art in | tail -n 1 | cut -f 6 | same - <(cat in; echo)
	qd-split -u art in | spans
}

@test "-u art gives a text over --max-record in parts, each without a line feed at its ends" {
	{ printf '港口开航\n\n'; seq 300 | sed 's/.*/第&艘船来了，人也来了，码头上很热闹。/'; } >in
	status 1 qd-split -u art --max-record 2K in
	[ "$(awk 'length($0) > 2048' out | wc -l)" -eq 0 ]
	spans <out
	awk -F'\t' '$1 == "para" { print $6 }' out >text
	none grep -e '^\\n' -e '\\n$' text
	sed 's/\\n/\n/g' text | grep -c . | same - <(echo 301)
}

@test "-u sent marks the first sentence of what is cut at its head, the last at its tail" {
	printf '港口开航\n\n本报讯 船来了。人来了。全市推进\n' >in
	qd-split -u sent in | awk -F'\t' '$1 == "sent" { print $6, $8 }' |
		same - <(printf '本报讯 船来了。 \n人来了。 \n全市推进 cut=tail\n')
}

@test "-e names what it could not decode in a field that is not read, file by file" {
	printf 'text,x\n,\377\n' >bad
	printf 'text,x\n,y\n' >good
	echo 'qd-split: bad: invalid GBK: 1 byte, the first at offset 8 of the file' >want
	status 1 qd-split --csv -e GBK bad good
	same want err
	status 1 qd-split --csv -e GBK good bad
	same want err
}
