#!/usr/bin/env bats
# qd-dedupe: repeated blocks dropped, marked, listed, counted.

load helpers

# block LOC TEXT [ATTRS]: a paragraph of document a.
block() {
	rec para a "$1" 0 9 "$2" '' "${3-}"
}

# twice: a page on which the first paragraph comes again, with a sum in each.
twice() {
	rec doc a 0 0 0 '' '' ''
	rec art a 1 0 99 港口开航 '' ''
	block 1.1 '港口投资12亿元。'
	rec money a 1.1 12 19 12亿元 1200000000 unit=CNY
	block 1.2 另有新线。
	block 1.3 '港口投资12亿元。'
	rec money a 1.3 62 69 12亿元 1200000000 unit=CNY
	block 1.4 到此为止。
}

@test "a block that stands earlier is dropped with its annotations" {
	twice >in
	qd-dedupe in >got
	grep -v '	1\.3	' in | same - got
}

@test "the first instance keeps its annotations" {
	twice | qd-dedupe | grep '	1\.1	' >got
	twice | grep '	1\.1	' | same - got
	[ "$(wc -l <got)" -eq 2 ]
}

@test "what has another place is no annotation of the dropped block" {
	{ block 1.1 港口; block 1.2 港口; rec LOC a 1.1 0 6 港口 港口 ''; rec LOC b 1.2 0 6 港口 港口 ''; } >in
	qd-dedupe in >got
	sed 2d in | same - got
}

@test "what follows a doc or art line is no annotation of the dropped block" {
	{ block 1.1 港口; block 1.1 港口; rec art a 1 0 9 '' '' ''; rec LOC a 1.1 0 6 港口 港口 ''; } >in
	qd-dedupe in >got
	sed 2d in | same - got
}

@test "width, punctuation and white space do not count" {
	{
		block 1.1 '港口投资ＡＢＣ１２亿元。'
		block 1.2 '港口，投资 ABC12 亿元！'
		block 1.3 '　港口投资“ABC”12亿元'
		block 1.4 '港口\t投资\nABC１２\\亿元…'
	} >in
	qd-dedupe in >got
	head -n 1 in | same - got
}

@test "letters, digits, case and order do count" {
	{
		block 1.1 港口投资A12亿元
		block 1.2 港口投资a12亿元
		block 1.3 港口投资A13亿元
		block 1.4 投资港口A12亿元
		block 1.5 港口投资A12亿
	} >in
	qd-dedupe in | same in -
}

@test "a mark between two digits counts" {
	{
		block 1.1 增长12.5%
		block 1.2 增长125%
		block 1.3 增长12-5%
		block 1.4 增长１２．５％。
	} >in
	qd-dedupe in >got
	head -n 3 in | same - got
}

@test "texts of marks alone repeat nothing" {
	{ block 1.1 '***'; block 1.2 '***'; block 1.3 ''; block 1.4 ''; block 1.5 ——; } >in
	qd-dedupe in | same in -
	qd-dedupe -d in >got
	[ ! -s got ]
}

@test "doc and art lines stay however often they come" {
	{ twice; twice; } >in
	qd-dedupe in >got
	{ twice | grep -v '	1\.3	'; twice | head -n 2; } >want
	same want got
}

@test "a repeat in another document is one" {
	{ block 1.1 港口开航。; rec para b 2.7 0 9 港口开航 '' ''; } >in
	qd-dedupe in >got
	head -n 1 in | same - got
}

@test "headlines and bylines take no part by default" {
	for t in title kicker subtitle byline subhead caption note; do
		rec $t a 1.1 0 9 港口开航 '' ''
		rec $t a 1.2 0 9 港口开航 '' ''
	done >in
	qd-dedupe in | same in -
}

@test "sentences take part by default" {
	{ rec sent a 1.1.1 0 9 港口开航。 '' ''; rec sent a 1.1.2 0 9 港口开航！ '' ''; } >in
	qd-dedupe in >got
	head -n 1 in | same - got
}

@test "--tags says which blocks take part" {
	{
		rec title a 1.1 0 9 港口开航 '' ''
		rec para a 1.2 0 9 码头 '' ''
		rec title a 2.1 0 9 港口开航 '' ''
		rec note a 2.2 0 9 码头 '' ''
		rec para a 2.3 0 9 码头 '' ''
	} >in
	qd-dedupe --tags title,note in >got
	sed 3d in | same - got
	qd-dedupe --tags title,note,para in >got
	head -n 2 in | same - got
}

@test "a tag that is none of a block is a usage error" {
	status 2 qd-dedupe --tags para,PER
	head -n 1 err | grep -qx "qd-dedupe: --tags: unknown name 'PER'"
}

@test "--mark keeps the repeats and says where they stood first" {
	twice >in
	qd-dedupe --mark in >got
	awk -F'\t' -v OFS='\t' '$1 == "para" && $3 == "1.3" { $8 = "dup=a:1.1;dup-kind=exact" } { print }' in |
		same - got
}

@test "a third instance is marked with the first" {
	{ block 1.1 港口; block 1.2 码头; block 1.3 港口; block 1.4 港口。; } |
		qd-dedupe --mark | cut -f 3,8 >got
	printf '%s\t%s\n' 1.1 '' 1.2 '' 1.3 'dup=a:1.1;dup-kind=exact' \
		1.4 'dup=a:1.1;dup-kind=exact' | same - got
}

@test "marks stand in byte order among the other attributes" {
	{ block 1.1 港口; block 1.2 港口 'by=甲;src=0@5'; block 1.3 港口 'cut=1;dup0=x;z=1'; } |
		qd-dedupe --mark | cut -f 8 >got
	printf '%s\n' '' 'by=甲;dup=a:1.1;dup-kind=exact;src=0@5' \
		'cut=1;dup=a:1.1;dup-kind=exact;dup0=x;z=1' >want
	same want got
}

@test "a document's name is escaped in a mark as attributes are" {
	{ rec para 'a;b|c\\d\te:f' 1.1 0 9 港口 '' ''; block 1.2 港口; } |
		qd-dedupe -d | cut -f 8 >got
	printf '%s\n' 'dup=a\;b\|c\\d\te:f:1.1;dup-kind=exact' | same - got
}

@test "--mark twice gives what it gave once" {
	twice | qd-dedupe --mark >want
	qd-dedupe --mark want >got
	same want got
}

@test "--mark replaces its own marks and leaves the rest" {
	{
		block 1.1 港口 'by=甲;dup=old:1;dup-cover=5;dup-kind=near;n=3;of=x\;y'
		block 1.2 港口 'dup=old:1;dup-span=0-4;dupe=1'
		block 1.3 码头 ''
	} | qd-dedupe --mark | cut -f 8 >got
	printf '%s\n' 'by=甲;n=3;of=x\;y' 'dup=a:1.1;dup-kind=exact;dupe=1' '' >want
	same want got
}

@test "--mark leaves marks of blocks that take no part" {
	rec title a 1.1 0 9 港口 '' 'dup=x:1;dup-kind=exact' >in
	qd-dedupe --mark in | same in -
}

@test "without --mark, marks stay in what is kept" {
	block 1.1 港口 'dup=x:1;dup-kind=exact' >in
	qd-dedupe in | same in -
}

@test "-d writes the repeated blocks alone, marked" {
	twice >in
	qd-dedupe --mark in | grep 'dup=' >want
	qd-dedupe -d in >got
	same want got
	[ "$(wc -l <got)" -eq 1 ]
	qd-dedupe --repeated in | same want -
}

@test "-o is -d" {
	twice >in
	qd-dedupe -d in >want
	qd-dedupe -o in >got
	same want got
	qd-dedupe --only in | same want -
}

@test "-d names a line that is no record and does not write it" {
	{ echo x; twice; } >in
	status 1 qd-dedupe -d in
	twice | qd-dedupe -d | same - out
	grep -q '^qd-dedupe: in:1: want 8' err
}

@test "-c writes how often each block stands there" {
	{ block 1.1 港口 'by=甲;src=0@1'; rec LOC a 1.1 0 6 港口 港口 ''; block 1.2 码头; block 1.3 港口; rec title a 1.4 0 6 码头 '' ''; block 1.5 港口; } >in
	qd-dedupe -c in >got
	{
		block 1.1 港口 'by=甲;n=3;src=0@1'
		rec LOC a 1.1 0 6 港口 港口 ''
		block 1.2 码头 n=1
		rec title a 1.4 0 6 码头 '' ''
	} | same - got
	qd-dedupe --count in | same got -
}

@test "-c keeps every other line in its place, bad ones too" {
	{ echo first; twice; echo; twice; printf last; } >in
	status 1 qd-dedupe -c in
	sed 's/;*n=[0-9]*$//' out >got
	qd-dedupe -q in >want || [ $? -eq 1 ]
	same want got
}

@test "-c replaces counts from an earlier run" {
	{ block 1.1 港口; block 1.2 港口; } | qd-dedupe -c | qd-dedupe -c | cut -f 8 >got
	echo n=1 | same - got
}

@test "--scope doc looks in the same document alone" {
	{
		block 1.1 港口
		block 2.1 港口
		rec para b 1.1 0 9 港口 '' ''
		rec para b 1.2 0 9 港口 '' ''
	} >in
	qd-dedupe --scope doc in >got
	sed -n '1p;3p' in | same - got
	qd-dedupe --scope=doc --mark in | cut -f 8 >got
	printf '%s\n' '' 'dup=a:1.1;dup-kind=exact' '' 'dup=b:1.1;dup-kind=exact' |
		same - got
}

@test "--scope doc begins anew at a doc line, of the same name even" {
	{ twice; twice; } >in
	qd-dedupe --scope doc in >got
	grep -v '	1\.3	' in | same - got
}

@test "--scope art looks in the same article alone" {
	{ block 1.1 港口; block 1.2 港口; block 2.1 港口; block 2.2 港口; rec para b 2.3 0 9 港口 '' ''; } >in
	qd-dedupe --scope art in >got
	sed -n '1p;3p;5p' in | same - got
	qd-dedupe --scope art --mark in | cut -f 8 >got
	printf '%s\n' '' 'dup=a:1.1;dup-kind=exact' '' \
		'dup=a:2.1;dup-kind=exact' '' | same - got
}

@test "--scope art begins anew at an art line" {
	{ block 1.1 港口; rec art a 1 0 9 '' '' ''; block 1.1 港口; } >in
	qd-dedupe --scope art in | same in -
}

@test "--scope all, the default, crosses articles and documents" {
	{ block 1.1 港口; block 2.1 港口; rec para b 1.1 0 9 港口 '' ''; } >in
	qd-dedupe in >want
	qd-dedupe --scope all in | same want -
	[ "$(wc -l <want)" -eq 1 ]
}

@test "a scope that is none is a usage error" {
	status 2 qd-dedupe --scope page
	head -n 1 err | grep -qx "qd-dedupe: --scope: 'page' is none (want art, doc or all)"
}

@test "-c, -d and --mark exclude each other" {
	for o in '-c -d' '-d --mark' '--mark -c' '-co'; do
		# shellcheck disable=SC2086 # two options
		status 2 qd-dedupe $o
		head -n 1 err | grep -qx 'qd-dedupe: -c, -d and --mark exclude each other'
	done
	status 0 qd-dedupe -do </dev/null
}

@test "memory that is full is said, status 2, after what was known" {
	seq 100000 | sed 's/.*/para	a	1.&	0	9	段&		/' >in
	status 2 qd-dedupe -M 1M in
	grep -qx 'qd-dedupe: memory is full after [0-9]* different blocks (raise --memory)' err
	n=$(wc -l <out)
	[ "$n" -gt 20000 ] || fail "only $n lines"
	head -n "$n" in | same out -
	status 0 qd-dedupe -M 8M in
	same in out
}

@test "memory that is full is said with --mark and -c, too" {
	seq 100000 | sed 's/.*/para	a	1.&	0	9	段&		/' >in
	status 2 qd-dedupe -M 1M --mark in
	grep -q 'memory is full' err
	status 2 qd-dedupe -M 1M -c in
	grep -q 'memory is full' err
	[ ! -s out ]
}

@test "repeats take no memory" {
	seq 200000 | sed 's/.*/para	a	1.&	0	9	港口开航		/' >in
	status 0 qd-dedupe -M 1M in
	head -n 1 in | same - out
}

@test "the parts of a cut stream give what --scope art gives of the whole" {
	{
		for i in 1 2 3; do
			rec art a $i 0 9 '' '' ''
			block $i.1 港口
			block $i.2 码头
			block $i.3 港口。
		done
	} >in
	awk '$1 == "art" { n++ } { print > ("part" n) }' in
	for p in part?; do qd-dedupe "$p"; done >want
	qd-dedupe --scope art in >got
	same want got
}
