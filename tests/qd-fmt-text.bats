#!/usr/bin/env bats
# qd-fmt -t text and -t table: what people read on a terminal.

load helpers

# fold WIDTH TEXT [OPTION...]: a paragraph refolded.
fold_text() {
	local width=$1 text=$2
	shift 2
	rec para a 1.1 0 9 "$text" '' '' | qd-fmt -t text --width "$width" "$@"
}

# widest FILE: the columns of its widest line, as Python's tables have them.
widest() {
	python3 - "$1" <<-'PY'
		import sys, unicodedata as u
		def w(c):
		    return 0 if u.combining(c) else 2 if u.east_asian_width(c) in "WF" else 1
		print(max(sum(map(w, l.rstrip("\n"))) for l in open(sys.argv[1], encoding="utf-8")))
	PY
}

@test "text is refolded to columns, Han characters two of them" {
	fold_text 8 一二三四五六七八九十 >got
	printf '%s\n' 一二三四 五六七八 九十 | same - got
	fold_text 9 一二三四五六七八九十 >got
	printf '%s\n' 一二三四 五六七八 九十 | same - got
}

@test "no line begins with what closes, none ends with what opens" {
	fold_text 8 '一二三四。五六七' >got
	printf '%s\n' 一二三 四。五六 七 | same - got
	fold_text 8 '一二三（四五）六' >got
	printf '%s\n' 一二三 '（四五）' 六 | same - got
	fold_text 8 '一二三“四五”六' --ambiguous 2 >got
	printf '%s\n' 一二三 '“四五”' 六 | same - got
	fold_text 8 '一二三四》」五六' >got
	none grep -n '^[》」）]' got
	fold_text 8 '一二三￥5亿' >got
	printf '%s\n' 一二三 '￥5亿' | same - got
	fold_text 8 '一二三占50%多' >got
	printf '%s\n' 一二三占 '50%多' | same - got
}

@test "dashes and dots of one run are not parted" {
	fold_text 8 '一二三——四五' --ambiguous 2 >got
	printf '%s\n' 一二三 ——四五 | same - got
	fold_text 8 '一二三……四五' --ambiguous 2 >got
	printf '%s\n' 一二三 ……四五 | same - got
}

@test "words and numbers are kept whole, spaces end a line unseen" {
	fold_text 11 '共有1,234.5吨 of steel-plate in stock' >got
	printf '%s\n' '共有1,234.5' '吨 of' steel-plate 'in stock' | same - got
	fold_text 12 'one two three four' >got
	printf '%s\n' 'one two' 'three four' | same - got
}

@test "a word wider than the line is cut, nothing else runs over" {
	fold_text 6 abcdefghijklmn >got
	printf '%s\n' abcdef ghijkl mn | same - got
	fold_text 4 '（（（（（' >got
	printf '%s\n' （（ （（ （ | same - got
}

@test "combining marks stay with their letter and take no column" {
	fold_text 4 "$(printf 'e\314\201e\314\201e\314\201e\314\201 x')" >got
	printf 'e\314\201e\314\201e\314\201e\314\201\nx\n' | same - got
}

@test "astral and half-width characters have their columns" {
	fold_text 6 '😀😀😀𠀀ｱｱｱ' >got
	printf '%s\n' 😀😀😀 𠀀ｱｱｱ | same - got
}

@test "--ambiguous says how wide quotes, dashes and dots are" {
	fold_text 8 '“一二三”四' >got
	printf '%s\n' '“一二三”' 四 | same - got
	fold_text 8 '“一二三”四' --ambiguous=2 >got
	printf '%s\n' '“一二' '三”四' | same - got
}

@test "no text is lost and no line too wide, whatever the width" {
	qd-split "$ROOT"/examples/*.txt >in
	# Spaces at the end of a line go, full-width ones too.
	qd-fmt -t text in | sed 's/　//g' | tr -d ' \n' >want
	for w in 10 16 33 80; do
		qd-fmt -t text --width $w in >got
		sed 's/　//g' got | tr -d ' \n' | cmp want -
		[ "$(widest got)" -le $w ] || fail "$w: $(widest got)"
	done
}

@test "COLUMNS is the width where --width is not given" {
	rec para a 1.1 0 9 一二三四五 '' '' >in
	COLUMNS=6 qd-fmt -t text in >got
	printf '%s\n' 一二三 四五 | same - got
	COLUMNS=6 qd-fmt -t text --width 8 in >got
	printf '%s\n' 一二三四 五 | same - got
	COLUMNS=x qd-fmt -t text in >got
	echo 一二三四五 | same - got
	COLUMNS=6 qd-fmt in >got
	tail -n 1 got | same in -
}

@test "the sentences of a paragraph are folded as one" {
	{
		rec sent a 1.1.1 0 9 '一二三。' '' ''
		rec sent a 1.1.2 9 20 '四五六。' '' ''
		rec sent a 1.2.1 21 30 七 '' ''
	} | qd-fmt -t text --width 10 >got
	printf '%s\n' 一二三。四 五六。 '' 七 | same - got
}

@test "--marks brackets the annotations where they stand" {
	{
		rec para a 1.1 10 40 '林海青说，投资12亿元' '' ''
		rec PER a 1.1 10 19 林海青 林海青 ''
		rec money a 1.1 30 39 12亿元 1200000000 ''
	} >in
	qd-fmt -t text in >got
	echo '林海青说，投资12亿元' | same - got
	status 1 qd-fmt -t text --marks in
	echo '[PER 林海青]说，投资12亿元' | same - out
	grep -q '^qd-fmt: in:3: the annotation does not stand at its place' err
	sed -i 's/	30	39/	31	39/' in
	qd-fmt -t text --marks in >got
	echo '[PER 林海青]说，投资[money 12亿元]' | same - got
	qd-fmt -t text --marks -w tag=PER in >got
	echo '[PER 林海青]说，投资12亿元' | same - got
}

@test "--marks: nested annotations nest, one that crosses ends with the other" {
	{
		rec para a 1.1 0 6 abcdef '' ''
		rec WORK a 1.1 0 4 abcd abcd ''
		rec LOC a 1.1 1 3 bc bc ''
		rec ORG a 1.1 3 6 def def ''
	} | qd-fmt -t text --marks >got
	echo '[WORK a[LOC bc][ORG d]]ef' | same - got
}

@test "--marks finds places through the source map" {
	{
		rec para a 1.1 3 90 '港口码头' '' 'src=0@84,6@3'
		rec LOC a 1.1 3 90 口码 口码 'src=0@87,3@3'
		rec ORG a 1.1 6 9 头 头 ''
	} | qd-fmt -t text --marks >got
	echo '港[LOC 口码][ORG 头]' | same - got
}

@test "a table is aligned by the columns that characters take" {
	{
		rec LOC a 1.1 5 11 港口 港口 ''
		rec PER a 1.1 100 109 "$(printf 'e\314\201')x" 😀 ''
		rec ORG a 1.1 1 4 'ｱb“c”' x ''
	} | qd-fmt -t table -f tag,text,start,value >got
	quoted='“c”'
	cat >want <<-EOF
		tag  text   start  value
		LOC  港口       5  港口
		PER  $(printf 'e\314\201')x       100  😀
		ORG  ｱb$quoted      1  x
	EOF
	same want got
}

@test "a table is cut to --width with an ellipsis" {
	{
		rec LOC a 1.1 5 11 一二三四五六七八九十 港口 ''
		rec LOC a 1.1 5 11 abcdefghijkl 港口 ''
		rec LOC a 1.1 5 11 短 港口 ''
	} >in
	qd-fmt -t table -f tag,text,value --width 20 in >got
	[ "$(widest got)" -le 20 ]
	grep -q '^LOC  一二三…    *港口$' got
	grep -q '^LOC  abcdefg…  *港口$' got
	COLUMNS=20 qd-fmt -t table -f tag,text,value in | same got -
	qd-fmt -t table -f tag,text,value --width 20 --ambiguous=2 in >two
	grep -q '^LOC  一二三…   *港口$' two
	qd-fmt -t table -f tag,text,value in >all
	grep -q 一二三四五六七八九十 all
}

@test "a table shows what would control the terminal as harmless" {
	printf 'LOC\ta\t1.1\t0\t5\ta\033[31mb\\tc\\nd\t\t\n' |
		qd-fmt -t table -f text,tag >got
	printf '%s\n' 'text           tag' 'a�[31mb\tc\nd  LOC' | same - got
}

@test "a table is in colour when asked, never else" {
	sample >in
	qd-fmt -t table in >plain
	none grep "$(printf '\033')" plain
	qd-fmt -t table --color=auto in | same plain -
	qd-fmt -t table --color=never in | same plain -
	qd-fmt -t table --color=always in >got
	grep -q "$(printf '\033')" got
	sed 's/\x1b\[[0-9]*m//g' got | same plain -
	NO_COLOR=1 qd-fmt -t table --color=always in | same got -
	status 2 qd-fmt -t table --color=red
	head -n 1 err | grep -qx "qd-fmt: --color: 'red' is none of never, auto and always"
}

@test "auto is colour on a terminal, but for NO_COLOR" {
	command -v script >/dev/null || skip "no script(1) here"
	sample >in
	script -qec "qd-fmt -t table --color=auto in" /dev/null >got </dev/null
	grep -q "$(printf '\033')" got
	NO_COLOR=1 script -qec "qd-fmt -t table --color=auto in" /dev/null >got </dev/null
	none grep "$(printf '\033')" got
	NO_COLOR='' script -qec "qd-fmt -t table --color=auto in" /dev/null >got </dev/null
	grep -q "$(printf '\033')" got
}

@test "a table of more rows than it holds back keeps them all" {
	sample | sed -n 5p >one
	for _ in $(seq 11); do
		cat one one >two
		mv two one
	done
	{ cat one; rec LOC a 1.1 0 9 一二三四五六七八九十 '' ''; } |
		qd-fmt -t table -f tag,text,loc >got
	[ "$(wc -l <got)" -eq 2050 ]
	tail -n 1 got | grep -qx 'LOC   一二三四五六七八九十  1.1'
}

@test "a column too narrow for an ellipsis is cut without one" {
	{
		for _ in $(seq 1000); do
			rec LOC a 1.1 0 9 x '' ''
		done
		rec LOC a 1.1 0 9 xyz '' ''
	} | qd-fmt -t table -f value=text,v=text --width 20 --ambiguous 2 >got
	tail -n 1 got >last
	echo 'xyz    x' | same - last
}

@test "an option that means nothing to a format is a usage error" {
	for o in '--width 20' '--ambiguous 2' '--marks' '--bom' '--color never' '--out x'; do
		# shellcheck disable=SC2086 # an option and its value
		status 2 qd-fmt -t jsonl $o
		grep -q "^qd-fmt: --.*: not for jsonl" err || fail "$o: $(cat err)"
	done
	status 2 qd-fmt -t text --width 3
	status 2 qd-fmt -t text --ambiguous 3
}

@test "text --marks names an annotation that is out of order, and goes on" {
	{
		rec para a 1.1 0 9 甲乙丙 '' ''
		rec K a 1.1 3 6 乙 '' ''
		rec K a 1.1 0 3 甲 '' ''
	} >in
	status 1 qd-fmt -t text --marks in
	echo '甲[K 乙]丙' | same - out
	grep -qx 'qd-fmt: in:3: annotations out of order (left out)' err
}
