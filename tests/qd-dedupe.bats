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

@test "a different block takes at most 16 bytes of memory" {
	seq 100000 199999 |
		awk -v OFS='\t' '{ print "para", "a", "1.1", 0, 6, $1, "", "" }' >in
	qd-dedupe -M 1600K in >got
	same in got
}

@test "lines that are read together are judged one after the other" {
	seq 400 | awk -v OFS='\t' '{
		print "para", "a", "1." $1, 0, 9, "x" int($1 % 7), "", ""
		print "PER", "a", "1." $1, 0, 9, "x", "", ""
	}' >in
	qd-dedupe in >got
	head -n 14 in | same - got
	{ cat in; echo bad; cat in; } >mixed
	run -2 --separate-stderr qd-dedupe --strict mixed
	head -n 14 in >want
	printf '%s\n' "$output" | same want -
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

# Two paragraphs that say the same in other words here and there, and one that
# has nothing to do with them.
OLD='海湾新区管委会五日宣布，东港二期工程全线贯通，首批十二艘货轮将于下月初靠泊，全年新增吞吐能力三百万吨。'
NEW='海湾新区管委会六日宣布，东港二期工程全面贯通，首批十二艘货轮将在下月初靠泊，全年新增吞吐能力三百万吨。'
OTHER='市民公园昨日闭园修缮，工期四十天，游客可改往北山植物园，夜间照明同步关闭，请绕行东门步道。'

@test "--near drops what is nearly the same" {
	{ block 1.1 "$OLD"; block 1.2 "$OTHER"; block 1.3 "$NEW"; rec LOC a 1.3 0 6 东港 东港 ''; } >in
	qd-dedupe --near in >got
	head -n 2 in | same - got
	qd-dedupe in | same in -
}

@test "--near --mark says what, how much and where" {
	{ block 1.1 "$OLD"; rec para a 1.2 300 500 "$NEW" '' ''; } | qd-dedupe --near --mark | cut -f 8 >got
	printf '%s\n' '' 'dup=a:1.1;dup-cover=1000;dup-kind=near;dup-span=300-450' | same - got
}

@test "--near finds traditional characters and other widths" {
	{ block 1.1 "$OLD"; block 1.2 '海灣新區管委會五日宣佈東港二期工程全線貫通首批十二艘貨輪將於下月初靠泊全年新增吞吐能力三百萬噸'; } >in
	qd-dedupe --near in >got
	head -n 1 in | same - got
}

@test "exact copies are exact with --near, too" {
	twice | qd-dedupe --mark >want
	twice | qd-dedupe --near --mark | same want -
}

@test "--near=T sets the coverage that counts" {
	{ block 1.1 "$OLD"; block 1.2 "$OTHER${OLD%%，首批*}"; block 1.3 "$OLD$OTHER"; } >in
	qd-dedupe --near=0.9 in | same in -
	qd-dedupe --near=.3 in >got
	head -n 1 in | cmp - <(head -n 1 got)
	[ "$(wc -l <got)" -lt 3 ] || fail "dropped none"
	for t in 0 1.1 x '' 0.5x; do
		status 2 qd-dedupe --near="$t" in
		head -n 1 err | grep -qx "qd-dedupe: --near: '$t' is no share (want 0.001 to 1)"
	done
}

@test "what shares a part is marked partial and never dropped" {
	{ block 1.1 "$OTHER$OLD$OTHER"; block 1.2 "${OLD#*，}码头方面同时发布冬季班轮时刻，旅客凭证件在三号窗口换乘，停车场夜间免费开放至月底，逾期照章收费。"; } >in
	qd-dedupe --near in | same in -
	qd-dedupe --near -d in >got
	[ ! -s got ]
	qd-dedupe --near --mark in | cut -f 8 | sed 1d >got
	grep -q '^dup=a:1\.1;dup-cover=[0-9]*;dup-kind=partial;dup-span=0-[0-9]*$' got
}

@test "a repeated sentence inside a paragraph is told in dup-span" {
	s='首批十二艘货轮将于下月初靠泊东港码头并装运出口的成套设备和农产品。'
	{ block 1.1 "$OTHER$s"; rec para a 1.2 1000 1999 "港务局负责人昨天在会上作了说明。$s随后代表们参观了新建的候船大厅和冷库。" '' ''; } |
		qd-dedupe --near --mark | sed -n '2s/.*dup-kind=\([a-z]*\);dup-span=/\1 /p' >got
	echo 'partial 1048-1144' | same - got
}

@test "dup-span follows a block's pieces in its document" {
	cut1=${NEW%，首批*} cut2=，首批${NEW#*，首批}
	n=$(printf %s "$cut1" | wc -c)
	{ block 1.1 "$OLD"; rec para a 1.2 100 900 "$NEW" '' "src=0@700,$n@100"; } |
		qd-dedupe --near --mark | sed -n '2s/.*dup-span=\([^;]*\);src.*/\1/p' >got
	m=$(printf %s "$cut2" | wc -c)
	echo "700-$((700 + n))|100-$((100 + m - 3))" | same - got
}

@test "short texts are judged strictly, the shortest exactly alone" {
	{
		block 1.1 全市粮食总产量达到四十五万吨
		block 1.2 全市水果总产量达到九十一万箱
		block 1.3 港口开航了
		block 1.4 港口通航了
	} >in
	qd-dedupe --near in | same in -
}

@test "--near and --contain look in their scope alone" {
	{ block 1.1 "$OLD"; block 1.2 "$NEW"; block 2.1 "$NEW"; rec para b 1.1 0 9 "$NEW" '' ''; rec para b 1.2 0 9 "$OLD" '' ''; } >in
	qd-dedupe --near --contain --scope doc in >got
	sed -n '1p;4p' in | same - got
	qd-dedupe --near --contain --scope art in >got
	sed -n '1p;3p;4p' in | same - got
}

@test "memory that cannot be reserved is said" {
	status 2 qd-dedupe -M 1000000000G </dev/null
	grep -q '^qd-dedupe: --memory: ' err
}

@test "sentences of one form about different things are no repeats" {
	{
		block 1.1 '港务局年度工作会议提出，在加快码头建设上抓紧抓实。'
		block 1.2 '港务局年度工作会议提出，在方便旅客换乘上抓紧抓实。'
	} >in
	qd-dedupe --near in | same in -
}

@test "a form that is filled in anew is no near repeat, an edited copy is one" {
	{
		block 1.1 '海湾新区管委会五日下午召开例会，专题听取东港二期工程进展，管委会主任石明远主持并讲话，区直部门负责人参加。'
		block 1.2 '海湾新区管委会九日下午召开例会，专题听取供水管网改造进展，管委会主任石明远主持并讲话，区直部门负责人参加。'
		block 1.3 '海湾新区管委会五日下午召开了例会，听取东港二期工程的进展情况，管委会主任石明远主持会议并讲话，区直各部门负责人都参加。'
	} >in
	qd-dedupe --near in >got
	sed 3d in | same - got
	qd-dedupe --near --mark in | cut -f 8 >got
	sed -n 2p got | grep -q 'dup-kind=partial'
	sed -n 3p got | grep -q '^dup=a:1\.1;.*dup-kind=near'
}

@test "a longer text may have less of its own where T is higher" {
	{ block 1.1 "$OLD"; block 1.2 "$OLD${OTHER%，游客*}"; } >in
	qd-dedupe --near in >got
	head -n 1 in | same - got
	qd-dedupe --near=.9 in | same in -
}

@test "--contain drops a passage of a longer, earlier block" {
	{ block 1.1 "$OTHER$OLD$OTHER"; block 1.2 "${OLD%，全年*}"; block 1.3 "$OTHER$NEW$OTHER"; } >in
	qd-dedupe --contain in >got
	sed 2d in | same - got
	qd-dedupe --contain --mark in | cut -f 8 >got
	grep -q '^dup=a:1\.1;dup-cover=1000;dup-kind=contained;' got
}

@test "the first instance of a near repeat is the earliest, not another repeat" {
	{ block 1.1 "$OLD"; block 1.2 "$NEW"; block 1.3 "${NEW/三百/四百}"; block 1.4 "$NEW"; } |
		qd-dedupe --near -d | sed 's/.*dup=\([^;]*\);.*/\1/' >got
	printf '%s\n' a:1.1 a:1.1 a:1.1 | same - got
}

@test "-u art judges an article's blocks as one text" {
	{
		rec art a 1 0 9 '' '' ''
		rec title a 1.1 0 9 港口 '' ''
		block 1.2 港口开航。
		block 1.3 码头扩建。
		rec art a 2 0 9 '' '' ''
		block 2.1 码头扩建。
		rec art b 1 0 9 '' '' ''
		rec title b 1.1 0 9 另一题 '' ''
		rec para b 1.2 0 9 港口开航，码头扩建 '' ''
		rec LOC b 1.2 0 6 港口 港口 ''
	} >in
	qd-dedupe -u art in >got
	head -n 7 in | same - got
	qd-dedupe --unit=art --mark in | sed -n '8,9p' | cut -f 8 >got
	printf '%s\n' 'dup=a:1;dup-kind=exact' 'dup=a:1;dup-kind=exact' | same - got
	qd-dedupe -u art -c in | sed -n '3p;6p' | cut -f 8 >got
	printf '%s\n' n=2 n=1 | same - got
}

@test "-u art --near finds an article that was edited" {
	{
		block 1.1 "$OLD"
		block 1.2 "$OTHER"
		block 2.1 "$OTHER"
		rec para b 7.1 0 200 "$NEW" '' ''
		rec para b 7.2 300 500 "$OTHER" '' ''
	} >in
	qd-dedupe -u art --near in >got
	head -n 2 in | same - got
	qd-dedupe -u art --near --mark in | cut -f 8 >got
	sed -n 5p got | grep -qx 'dup=a:1;dup-cover=1000;dup-kind=near;dup-span=300-432'
}

@test "an article over --max-article is passed on unjudged, and said" {
	for i in 1 2; do
		block $i.1 "$(printf '港%.0s' $(seq 400))"
		block $i.2 码头
	done >in
	status 0 qd-dedupe -u art --max-article 1K in
	same in out
	echo 'qd-dedupe: 2 articles longer than 1024 bytes passed on unjudged (raise --max-article)' | same - err
}

@test "--raw compares the bytes" {
	{ block 1.1 港口，开航; block 1.2 港口开航; block 1.3 港口，开航; } >in
	qd-dedupe --raw in >got
	head -n 2 in | same - got
}

@test "--verify and --raw give what is given without, of honest texts" {
	{ twice; block 2.1 "$OLD"; block 2.2 "$NEW"; block 2.3 "$OLD"; } >in
	for o in '' --near '--near --mark' '--mark' -c; do
		# shellcheck disable=SC2086 # options
		qd-dedupe $o in >want
		# shellcheck disable=SC2086
		qd-dedupe --verify $o in | same want -
		# shellcheck disable=SC2086
		qd-dedupe --verify --raw $o in | same want -
	done
}

@test "--report says what was found, on stderr" {
	{ block 1.1 "$OLD"; block 1.2 "$NEW"; block 1.3 "$OLD"; block 1.4 '***'; } >in
	status 0 qd-dedupe --near --report in
	head -n 1 err | same - <(echo 'qd-dedupe: 3 texts: 1 exact, 1 near, 0 contained, 0 partial repeats')
	sed -n 2p err | grep -qx 'qd-dedupe: [0-9]* of 1073741824 bytes of memory used, [0-9]* of them for texts'
}

# lines N: N different blocks.
lines() {
	seq "$1" | sed 's/.*/para	a	1.&	0	9	段&段		/'
}

@test "--window goes on when memory is full, and says what it promises" {
	lines 200000 >in
	status 0 qd-dedupe -M 1M --window in
	same in out
	grep -qx 'qd-dedupe: window: [0-9]* texts were forgotten; repeats of one of the [0-9]* different texts before them were always found' err
	n=$(sed 's/.*one of the \([0-9]*\) .*/\1/' err)
	[ "$n" -gt 30000 ] || fail "only $n"
	# The promise holds: what comes again after so many is found.
	{ lines 200000; lines 200000 | sed -n "$((200000 - n + 1)),\$p"; } >in
	status 0 qd-dedupe -M 1M --window in
	lines 200000 | same - out
}

@test "--window forgets places and near texts as well" {
	awk -v o="$OLD" 'BEGIN { for (i = 0; i < 20000; i++)
		printf "para\td%d\t1.1\t0\t9\t%d%s%d%d%d\t\t\n", i, i, substr(o, 1, 60), i * 7, i * 13, i * 31 }' >in
	status 0 qd-dedupe -M 1M --window --near=1 --mark in
	[ "$(wc -l <out)" -eq 20000 ]
	grep -q '^qd-dedupe: window: ' err
}

@test "--filter drops repeats and says how sure it is" {
	{ lines 20000; lines 20000; } >in
	status 0 qd-dedupe -M 1M --filter in
	n=$(wc -l <out)
	[ "$n" -le 20000 ] && [ "$n" -gt 19980 ] || fail "$n lines"
	grep -qx 'qd-dedupe: filter: [0-9]* texts, [0-9.]*% full; a new text was taken for a repeat with a chance of at most 0.0[0-9]*%, [0-9.]* texts expected in all' err
}

@test "a filter that is full stops before it is wrong too often" {
	lines 900000 >in
	status 2 qd-dedupe -M 1M --filter in
	grep -q '^qd-dedupe: the filter is full after [0-9]* different blocks: more than 1 in 1000' err
}

@test "memory passes its bound with no option" {
	[ -r /proc/self/status ] || skip "no /proc here"
	sanitized && skip "sanitizers take memory of their own"
	lines 300000 >in
	for o in --window '--window --mark' --filter '--window --near' '--window --state st'; do
		# shellcheck disable=SC2086 # options
		bash -c 'ulimit -v 40000; exec "$@"' - qd-dedupe -M 4M $o in >out 2>err ||
			fail "$o: $(cat err)"
	done
}

@test "options that cannot go together are usage errors" {
	for o in '--filter --mark' '--filter --near' '--filter -c' '--filter --window' \
		'--filter --scope doc' '--filter --state x' '-c --window' '-c --state x' \
		'--scope art --state x' '-u art --scope art' '--keys --pairs' \
		'--state x --keys' '--scope doc --keys' '-c --apply x'; do
		# shellcheck disable=SC2086 # options
		status 2 qd-dedupe $o
		grep -q '^usage: qd-dedupe ' err || fail "$o: $(cat err)"
	done
	status 2 qd-dedupe -u page
	head -n 1 err | grep -qx "qd-dedupe: --unit: 'page' is none (want block or art)"
	status 2 qd-dedupe --keys --shard a.b
	head -n 1 err | grep -qx "qd-dedupe: --shard: 'a.b' is no name (want letters, digits, _)"
}

@test "--state remembers from run to run, with the old side's names" {
	block 1.1 "$OLD" >one
	{ rec para b 2.1 0 9 "$NEW" '' ''; rec para b 2.2 0 9 "$OLD" '' ''; rec para b 2.3 0 9 "$OTHER" '' ''; } >two
	rec para c 1.1 0 9 "$OTHER" '' '' >three
	qd-dedupe --near --state st one >got
	same one got
	qd-dedupe --near --state st --mark two | sed 's/;dup-cover.*span=[^;]*//' | cut -f 8 >got
	printf '%s\n' dup=a:1.1 'dup=a:1.1;dup-kind=exact' '' | same - got
	qd-dedupe --near --state st -d three | cut -f 8 >got
	echo 'dup=b:2.3;dup-kind=exact' | same - got
}

@test "two runs with --state give what one gives" {
	{ twice; block 2.1 "$OLD"; block 2.2 港口开航; block 2.3 "$OTHER"; } >one
	{ rec para b 1.1 0 9 "$NEW" '' ''; sed 's/	a	/	b	/' one; } >two
	for o in '' --near '--near --verify' '-u art' --raw; do
		# shellcheck disable=SC2086 # options
		qd-dedupe $o --mark one two >want
		rm -f st
		# shellcheck disable=SC2086
		{ qd-dedupe $o --mark --state st one; qd-dedupe $o --mark --state st two; } >got
		same want got
	done
}

@test "a state made with other options is refused and left as it is" {
	twice >in
	qd-dedupe --state st in >/dev/null
	cp st old
	for o in --raw --verify --near --contain '-u art' '--tags para'; do
		# shellcheck disable=SC2086 # options
		status 2 qd-dedupe $o --state st in
		echo 'qd-dedupe: st: was made with other options (or another list of variants)' | same - err
		[ ! -s out ]
	done
	cmp st old
}

@test "what is no state, or a broken one, is refused" {
	twice >in
	cp in st
	status 2 qd-dedupe --state st in
	echo 'qd-dedupe: st: is no state of qd-dedupe' | same - err
	cmp st in
	rm st
	qd-dedupe --state st in >/dev/null
	printf x | dd of=st bs=1 seek=30 conv=notrunc 2>/dev/null
	status 2 qd-dedupe --state st in
	echo 'qd-dedupe: st: is broken (take it away to begin anew)' | same - err
}

@test "a run that fails leaves the old state whole" {
	twice >in
	qd-dedupe --state st in >/dev/null
	cp st old
	status 2 qd-dedupe --state st in nosuch
	cmp st old
	if [ -w /dev/full ]; then
		s=0
		qd-dedupe --state st in >/dev/full 2>err || s=$?
		[ "$s" -eq 2 ]
		cmp st old
	fi
	mkdir st.tmp
	status 2 qd-dedupe --state st in
	echo 'qd-dedupe: st: Is a directory' | same - err
	cmp st old
}

@test "a state that finds the disk full leaves the old one whole" {
	lines 2000 >in
	qd-dedupe --state st in >/dev/null
	cp st old
	lines 4000 >in
	s=0
	bash -c 'trap "" XFSZ; ulimit -f 8; exec qd-dedupe --state st in 2>err' | cat >/dev/null || s=$?
	grep -qx 'qd-dedupe: st: File too large' err
	cmp st old
	[ ! -e st.tmp ]
}

@test "a window's marks name what it has just forgotten" {
	awk -v o="$OLD" -v p="$OTHER" 'BEGIN { for (i = 0; i < 3000; i++)
		printf "para\td%d\t1.1\t0\t9\t%s%d%s%d\t\t\n", i, i % 2 ? o : p, i * 7919, i % 2 ? p : o, i * 31 }' >in
	status 0 qd-dedupe -M 1M --window --near=1 --mark in
	[ "$(wc -l <out)" -eq 3000 ]
	none grep -v -e 'dup=d[0-9]*:1\.1;' -e '	$' out
}

@test "a killed run leaves the old state whole" {
	twice >in
	qd-dedupe --state st in >/dev/null
	cp st old
	mkfifo fifo
	qd-dedupe --state st <fifo >/dev/null &
	pid=$!
	exec 5>fifo
	cat in >&5
	kill -9 $pid
	exec 5>&-
	wait $pid || :
	cmp st old
	[ ! -e st.tmp ]
}
