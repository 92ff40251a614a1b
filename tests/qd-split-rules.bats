#!/usr/bin/env bats
# qd-split: patterns of one's own, and why a line got its label.

load helpers

# labels FILE...: label and text of each block.
labels() {
	qd-split "$@" | awk -F'\t' '$1 != "doc" && $1 != "art" { print $1, $6 }'
}

page() {
	printf '港口开航\n\n澜江晚报总第三百期\n\n本报讯 船来了，人来了。\n\n甲线乙线丙线\n\n船又走了，人也走了。\n'
}

@test "--rules adds patterns that are tried first" {
	page >in
	labels in | grep -c '^note' | same - <(echo 0)
	printf '# of one paper\n\nfolio\t$期\t澜江晚报 ?总第[一-鿿]{1,6}期$\n' >rules
	labels --rules rules in | grep '^note' | same - <(echo 'note 澜江晚报总第三百期')
}

@test "several files of rules are tried in their order" {
	page >in
	printf 'caption\t^甲\t甲线.*\n' >one
	printf 'aside\t^甲\t甲线乙.*\n' >two
	labels --rules one --rules two in | grep '甲' | same - <(echo 'caption 甲线乙线丙线')
	labels --rules two --rules one in | grep '甲' | same - <(echo 'note 甲线乙线丙线')
}

@test "the kind plain keeps a line from the patterns behind it" {
	printf '港口开航\n\n本报讯 船来了，人来了。\n\n第 3 页\n\n船又走了，人也走了。\n' >in
	labels in | grep '第 3 页' | same - <(echo 'note 第 3 页')
	printf 'plain\t$页\t第 3 页$\n' >rules
	labels --rules rules in | grep '第 3 页' | same - <(echo 'subhead 第 3 页')
}

@test "the first pattern of the kind name reads the names of bylines" {
	printf '港口开航\n\n本报记者 周牧野 沈乔安\n\n船来了，人来了。\n' >in
	printf 'name\t*\t沈[一-鿿]+\n' >rules
	qd-split --rules rules in | grep -o 'by=[^;]*' | same - <(echo by=沈乔安)
}

@test "a bad pattern of one's own is named with file, line and offset" {
	printf '# mine\nfolio\t*\t第(\n' >rules
	status 2 qd-split --rules rules /dev/null
	grep -q '^qd-split: rules:2: bad pattern: .* at offset ' err
	printf 'folio\t*\ta\\Q\n' >rules
	status 2 qd-split --rules rules /dev/null
	grep -q '^qd-split: rules:1: bad pattern: ' err
	printf 'folio\t\t第.*\n' >rules
	status 2 qd-split --rules rules /dev/null
	grep -q '^qd-split: rules:1: want kind, trigger characters and pattern' err
	printf 'folio\t*\n' >rules
	status 2 qd-split --rules rules /dev/null
	grep -q '^qd-split: rules:1: want kind, trigger characters and pattern' err
	status 2 qd-split --rules nosuch /dev/null
	grep -q '^qd-split: .*nosuch' err
}

@test "a pattern that tries too many ways gives up, is named, and is left out, status 1" {
	printf 'folio\t*\t(?:(?:a+)+)+$\n' >rules
	for _ in $(seq 100); do
		echo 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!x'
	done >in
	qd-split in >want
	status 1 qd-split --rules rules in
	same want out
	echo 'qd-split: rules:1: pattern tried too many ways on 64 lines, taken as not matching; not tried further' |
		same - err
	status 1 qd-split -q --rules rules in
	[ ! -s err ]
}

@test "--explain tells for each line its article, its label and why" {
	printf '市里开会\n\n港口开航\n\n本报记者 周牧野\n\n本报讯 船来了，人来了。\n\n第 3 页\n\n渔船检修\n\n本报5月18日讯 船修好了，人走了。\n' >in
	mkdir d
	cp "$BUILD/share/split.pat" d
	status 0 qd-split --explain --data d in
	sed 's/:[0-9]*$//' err >got
	same got - <<-'E'
	in:1:	1	kicker	an article begins: byline; headline: the first line of two or more
	in:3:	1	title	headline: short, before the text
	in:5:	1	byline	byline, d/split.pat
	in:7:	1	para	text: it ends as a sentence does; dateline, d/split.pat
	in:9:	1	note	folio, d/split.pat
	in:11:	2	title	an article begins: the text below has a dateline; headline: short, before the text
	in:13:	2	para	text: it ends as a sentence does; dateline, d/split.pat
	E
	qd-split in | same - out
}

@test "--explain names the very line of a rule" {
	page >in
	printf '# mine\ncaption\t^甲\t甲线.*\nplain\t^澜\t澜江.*\n' >rules
	qd-split --explain --rules rules in 2>&1 >/dev/null | grep 'rules:' |
		same - <(printf 'in:3:\t1\ttitle\tplain, rules:3; headline: short, before the text\nin:7:\t1\tcaption\tcaption, rules:2\n')
}

@test "--explain tells what a line carries on" {
	printf '港口开航\n\n本报讯 全市推进港口建\n\n第 3 页\n\n设，年内完工。\n' >in
	qd-split --explain in 2>&1 >/dev/null | tail -n 1 |
		same - <(printf 'in:7:\t1\tpara\tcarries on line 3\n')
}

@test "--explain speaks of a row by its line, and of each line of its text" {
	printf '{"text":"一"}\n{"text":"港口开航\\n船来了，人来了。"}\n' >in
	qd-split --jsonl --explain in 2>&1 >/dev/null | cut -f 1 |
		same - <(printf 'in:1:1:\nin:2:1:\nin:2:2:\n')
}

@test "every line that is not empty is explained once, in every layout" {
	for f in "$ROOT"/examples/*.txt; do
		qd-split --explain "$f" 2>&1 >/dev/null | grep -o ':[0-9]*:' | sort -u >got
		grep -n '[^[:space:]　]' "$f" | sed 's/^\([0-9]*\):.*/:\1:/' | sort -u | same - got ||
			fail "$f"
	done
}

@test "a pattern that could cut a character in two is refused" {
	printf 'name\t*\t\\C\n' >rules
	status 2 qd-split --rules rules /dev/null
	grep -q '^qd-split: rules:1: bad pattern: .*\\C' err
}
