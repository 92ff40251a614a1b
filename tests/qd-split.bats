#!/usr/bin/env bats
# qd-split: raw text taken apart, one layout form a test.

load helpers

# parts FILE...: what the blocks are: tag, place, text.
parts() {
	qd-split "$@" | grep -v '^doc' | cut -f 1,3,6 | tr '\t' ' '
}

# attr KEY: that attribute of each art record on standard input.
attr() {
	awk -F'\t' -v k="$1=" '$1 == "art" {
		n = split($8, a, ";")
		for (i = 1; i <= n; i++)
			if (index(a[i], k) == 1)
				print substr(a[i], length(k) + 1)
	}'
}

# spans: the records on standard input give the text at their offsets.
spans() {
	"$ROOT/scripts/check-spans" >spans.out || {
		cat spans.out >&2
		fail "spans differ"
	}
}

@test "kicker, title, subtitle and byline stand above the text" {
	cat >in <<-E
	开放门户再添新引擎

	望海港区三号泊位开港运行

	——一季度货物吞吐量增长一成

	□澜江日报记者 周牧野 沈乔安

	本报5月18日讯 集装箱船缓缓靠岸。
	E
	parts in >got
	same - got <<-E
	art 1 望海港区三号泊位开港运行
	kicker 1.1 开放门户再添新引擎
	title 1.2 望海港区三号泊位开港运行
	subtitle 1.3 ——一季度货物吞吐量增长一成
	byline 1.4 □澜江日报记者 周牧野 沈乔安
	para 1.5 本报5月18日讯 集装箱船缓缓靠岸。
	E
	qd-split in | attr by | same - <(echo '周牧野|沈乔安')
	qd-split in | attr media | same - <(echo 澜江日报)
}

@test "a third line that tells who spoke is a subtitle" {
	printf '全县港口大会召开\n\n以新泊位带动新航线\n\n林海青讲话 白小满主持\n\n大会开了一天。\n' >in
	parts in | sed -n 2,4p | same - <(printf 'kicker 1.1 全县港口大会召开\ntitle 1.2 以新泊位带动新航线\nsubtitle 1.3 林海青讲话 白小满主持\n')
}

@test "the second of two lines is a subtitle where it alone tells who spoke" {
	printf '全县港口大会召开\n\n林海青讲话 白小满主持\n\n大会开了一天。\n' >in
	parts in | sed -n 2,3p | same - <(printf 'title 1.1 全县港口大会召开\nsubtitle 1.2 林海青讲话 白小满主持\n')
}

@test "a headline with a dateline below begins a new article" {
	printf '港口开航\n\n本报讯 船来了。\n\n渔船检修\n\n本报讯 船修好了。\n' >in
	parts in | grep '^art' | same - <(printf 'art 1 港口开航\nart 2 渔船检修\n')
}

@test "a headline without dateline or byline is a subhead" {
	printf '港口开航\n\n本报讯 船来了。\n\n码头人更多\n\n人来了。\n' >in
	parts in >got
	grep -qx 'subhead 1.3 码头人更多' got
	[ "$(grep -c '^art' got)" -eq 1 ]
}

@test "a headline with a dashed second line begins an article without a byline" {
	printf '港口开航\n\n船来了。\n\n渔船检修更省心\n\n——望海区渔港见闻录\n\n船修好了。\n' >in
	parts in | grep -c '^art' | same - <(echo 2)
}

@test "speaker and subhead on two lines stay in one article" {
	printf '共话开港\n\n大家热议。\n\n港务局局长林海青：\n抓住机遇加快建设\n\n“要快。”他说。\n\n渔业站站长白小满：\n守好渔港服务渔民\n\n“要稳。”她说。\n' >in
	parts in >got
	[ "$(grep -c '^art' got)" -eq 1 ]
	[ "$(grep -c '^subhead' got)" -eq 4 ]
}

@test "a page header is a note of the first article" {
	printf '澜江日报　2026年5月19日　要闻\n\n港口开航\n\n本报5月18日讯 船来了。\n' >in
	parts in | sed -n 1,3p | same - <(printf 'art 1 港口开航\nnote 1.1 澜江日报　2026年5月19日　要闻\ntitle 1.2 港口开航\n')
}

@test "page numbers, jump lines and editors are notes of the article before" {
	printf '港口开航\n\n本报讯 船来了。\n\n（下转第3版）\n\n第 2 页\n\n本版责编：白小满\n\n渔船检修\n\n本报讯 船修好了。\n' >in
	parts in | grep '^note' | same - <(printf 'note 1.3 （下转第3版）\nnote 1.4 第 2 页\nnote 1.5 本版责编：白小满\n')
}

@test "names on lines of their own belong to 本报记者 above them" {
	cat >in <<-E
	港口开航
	本报记者

	程

	晚

	周牧野

	船来了，人也来了。
	E
	qd-split in | attr by | same - <(echo '程晚|周牧野')
	parts in | grep '^byline' | same - <(printf 'byline 1.2 本报记者\nbyline 1.3 程晚\nbyline 1.4 周牧野\n')
	qd-split in | spans
}

@test "a name right under the headline is a byline" {
	printf '无声的灯塔（随笔）\n周牧野\n灯塔立在礁石上。\n' >in
	parts in | sed -n 3p | same - <(echo 'byline 1.2 周牧野')
}

@test "a credit in brackets at the end gives the reporters, in a paragraph too" {
	printf '港口开航\n\n船来了。（记者 陆一舟 通讯员 温如海）\n' >in
	qd-split in | attr by | same - <(echo '陆一舟|温如海')
	printf '港口开航\n\n船来了。\n\n（记者 陆一舟）\n' >in
	qd-split in | attr by | same - <(echo 陆一舟)
}

@test "a credit in brackets spread over lines is one byline" {
	printf '港口开航\n船来了。\n（新华社澜江5月19日电\n\n记者周牧野、\n\n白小满）\n' >in
	parts in | tail -n 1 | same - <(echo 'byline 1.3 （新华社澜江5月19日电记者周牧野、白小满）')
	qd-split in | attr by | same - <(echo '周牧野|白小满')
	qd-split in | attr place | same - <(echo 澜江)
}

@test "a caption is told by its end or its beginning" {
	printf '港口开航\n\n本报讯 船来了。\n\n图为港口。\n\n渔民在码头。何望舒 摄\n\n人来了。\n' >in
	parts in | grep '^caption' | same - <(printf 'caption 1.3 图为港口。\ncaption 1.4 渔民在码头。何望舒 摄\n')
}

@test "a paragraph cut in mid-word by an empty line is put together" {
	printf '港口开航\n\n本报讯 全市推进港口建\n\n设，年内完工。\n\n人来了。\n' >in
	parts in | grep '^para' | same - <(printf 'para 1.2 本报讯 全市推进港口建设，年内完工。\npara 1.3 人来了。\n')
	qd-split in | grep -c 'src=0@14,' | same - <(echo 1)
	qd-split in | spans
}

@test "a paragraph cut by a page break goes on behind the page number" {
	printf '港口开航\n\n本报讯 全市推进港口建\n\n第 7 页\n\n\f设，年内完工。\n' >in
	parts in | tail -n 2 | same - <(printf 'para 1.2 本报讯 全市推进港口建设，年内完工。\nnote 1.3 第 7 页\n')
}

@test "the rest of a paragraph is found where a column was moved to" {
	cat >in <<-'E'
	湿地修复

	春天来了，全市推进湿地修复，退出鱼塘，拆除围堤，栽下芦苇和菖蒲，请来懂行的人教大家护鸟，还种树18

	“都舍不得。”村里人说。

	鸟也来了

	冬天，天鹅来了。

	万株。到年底，湖水清了。
	E
	parts in | grep '18万株' | same - <(echo 'para 1.2 春天来了，全市推进湿地修复，退出鱼塘，拆除围堤，栽下芦苇和菖蒲，请来懂行的人教大家护鸟，还种树18万株。到年底，湖水清了。')
	qd-split in | spans
}

@test "--no-relink leaves a moved rest where it stands, marked as cut" {
	printf '湿地修复\n\n春天来了，全市推进湿地修复，退出鱼塘，拆除围堤，栽下芦苇和菖蒲，请来懂行的人教大家护鸟，还种树18\n\n“都舍不得。”村里人说。\n\n万株。到年底，湖水清了。\n' >in
	qd-split --no-relink in | grep -c 'cut=' | same - <(echo 2)
	qd-split in | grep -c 'cut=' | same - <(echo 0)
}

@test "what stays cut is marked" {
	printf '港口开航\n\n本报讯 全市推进\n' >in
	qd-split in | tail -n 1 | cut -f 8 | same - <(echo cut=tail)
}

@test "nothing is joined across articles" {
	printf '港口开航\n\n本报讯 全市推进港口建\n\n渔船检修\n\n本报讯 设备全了。\n' >in
	qd-split in | grep -c src= | same - <(echo 0)
}

# wrapped: paragraphs of 20-character lines, the first indented.
wrapped() {
	cat <<-E
	　　澜江市今年继续推进港口建设，望海港区三
	号泊位五月开港运行，四条新航线同时开通，沿
	江的九个乡镇都从中得到了好处，村里人说，路
	好走了。
	　　记者在码头看到，集装箱船一艘接着一艘靠
	岸，装卸的机器整天不停。船东们说，过去要等
	两天的潮水，现在随到随靠，一年能省下不少的
	工夫和油钱。
	E
}

@test "hard-wrapped lines are put together, an indent begins a paragraph" {
	wrapped >in
	parts in | grep -c '^para' | same - <(echo 2)
	parts in | sed -n 3p | grep -q '不少的工夫和油钱。$'
	qd-split in | spans
}

@test "a page extracted in other orders gives the same articles and blocks" {
	page=$ROOT/examples/wrapped.txt
	sed 's/^　　//' "$page" >plain
	sed '/^$/d' plain >raw
	sed 's/^　　/    /; s/^\(澜江地铁3号线南段\|江只需\|本报记者\|老厂房\|周末有雨\)/          \1/' \
		"$page" >layout
	parts "$page" >want
	for f in plain raw layout; do
		parts $f | same - want
	done
}

@test "a full line that ends a sentence does not end the paragraph" {
	{ wrapped; printf '　　新的一年里，全市还要建设两个新的泊位。\n计划投资十二亿元，年底以前全部开工建设，由\n市里统一安排，各县分头去办。\n'; } >in
	parts in | grep -c '^para' | same - <(echo 3)
}

# A hard-wrapped page with empty lines between its paragraphs.
measured() {
	cat <<-E
	扎实开展绿色港口建设活动

	澜江港务局推动各项工作落地见效

	——全县各码头迅速行动周密部署贯彻落实
	港口会议精神

	□澜江日报/望海新闻记者 周牧野 何砚秋
	秦望舒 陆行之

	作风就是形象，作风就是力量。全县各码
	头乘势而上，把会议精神落实到每一条航
	线、每一艘渔船。

	渔民们说，船来得勤了，货走得快了，心
	里踏实了。

	填补渔船检修领域空白澜江渔船检修中心
	项目落户望海镇

	□澜江日报/望海新闻记者 何砚秋 周牧
	野

	渔船检修中心近日落户望海镇，年检修渔
	船三百艘，带动就业二百余人，填补了空
	白。（澜江日报/望海新闻记
	者 周牧野）
	E
}

@test "headlines that the measure of a hard-wrapped page breaks are headlines" {
	measured >in
	parts in | grep -E '^(art|kicker|title|subtitle)' | same - <(printf '%s\n' \
		'art 1 澜江港务局推动各项工作落地见效' \
		'kicker 1.1 扎实开展绿色港口建设活动' \
		'title 1.2 澜江港务局推动各项工作落地见效' \
		'subtitle 1.3 ——全县各码头迅速行动周密部署贯彻落实港口会议精神' \
		'art 2 填补渔船检修领域空白澜江渔船检修中心项目落户望海镇' \
		'title 2.1 填补渔船检修领域空白澜江渔船检修中心项目落户望海镇')
	qd-split in | spans
}

@test "names of a byline go on in the next line, whole or cut" {
	measured >in
	qd-split in | attr by | same - <(printf '%s\n' \
		'周牧野|何砚秋|秦望舒|陆行之' '何砚秋|周牧野')
	parts in | grep ^byline | same - <(printf '%s\n' \
		'byline 1.4 □澜江日报/望海新闻记者 周牧野 何砚秋' \
		'byline 1.5 秦望舒 陆行之' \
		'byline 2.2 □澜江日报/望海新闻记者 何砚秋 周牧野')
}

@test "a credit in brackets that the measure breaks stays with its paragraph" {
	measured >in
	parts in | tail -n 1 | grep -q '填补了空白。（澜江日报/望海新闻记者 周牧野）$'
}

@test "a headline cut by its width is put together" {
	{ printf '澜江港三号泊位开港运行“海上新\n通道”打开\n本报记者 周牧野\n'; wrapped; } >in
	qd-split in | awk -F'\t' '$1 == "art" { print $6 }' |
		same - <(echo '澜江港三号泊位开港运行“海上新通道”打开')
}

@test "hard-wrapped Latin text gets one space for each line break" {
	cat >in <<-E
	The city opened its third deep water berth on Monday, a step that the
	port authority says will cut the time ships wait at anchor by half in
	the first year. Nine lines will call there every week, among them two
	new ones to the islands in the south, said the harbour master, who has
	worked on the quay since he was a boy of sixteen and remembers the old
	wooden cranes.
	E
	parts in | tail -n 1 | grep -q 'that the port authority .* half in the first'
	qd-split in | tail -n 1 | cut -f 6 | grep -c '  ' | same - <(echo 0)
	qd-split in | spans
}

@test "one physical line with ideographic spaces is many paragraphs" {
	printf '港口开航　　本报讯　船来了，人也来了，九条航线同时开通，码头上很热闹，大家都说这是一件好事。　　今年还要再建一个新泊位，明年开工。\n' >in
	parts in >got
	same - got <<-E
	art 1 港口开航
	title 1.1 港口开航
	para 1.2 本报讯　船来了，人也来了，九条航线同时开通，码头上很热闹，大家都说这是一件好事。
	para 1.3 今年还要再建一个新泊位，明年开工。
	E
	qd-split in | spans
}

@test "articles of laws and numbered headings are no articles of a page" {
	printf '港口条例\n\n第一章　总则\n\n第一条　为了建好港口，制定本条例。\n\n一、关于船只\n\n船要靠岸。\n' >in
	parts in >got
	[ "$(grep -c '^art' got)" -eq 1 ]
	[ "$(grep -c '^subhead' got)" -eq 2 ]
}

@test "the day a law was passed on stands under its title and dates it" {
	printf '澜江县港口管理条例\n（2026年5月19日澜江县人民代表大会通过）\n\n第一条　为了加强港口管理，制定本条例。\n' >in
	parts in | head -n 3 | same - <(printf '%s\n' 'art 1 澜江县港口管理条例' \
		'title 1.1 澜江县港口管理条例' \
		'note 1.2 （2026年5月19日澜江县人民代表大会通过）')
	qd-split in | attr date | same - <(echo 2026-05-19)
}

@test "a dash below the first line makes that one the title" {
	printf '县政府工作报告\n\n——在县人民代表大会上\n\n县长 周牧野\n\n各位代表：\n\n现在报告工作，请予审议。\n' >in
	parts in | head -n 3 | same - <(printf '%s\n' 'art 1 县政府工作报告' \
		'title 1.1 县政府工作报告' 'subtitle 1.2 ——在县人民代表大会上')
}

@test "a list that a lone ellipsis ends is made of notes" {
	printf '港口开航\n\n开工两个泊位；\n\n开通四条航线；\n\n……\n\n船来了。\n' >in
	parts in | grep -c '^note' | same - <(echo 3)
}

@test "a marked headline begins an article" {
	printf '[视频]港口开航\n\n船来了。\n\n\n[视频]渔船检修\n\n船修好了。\n' >in
	parts in | grep '^art' | same - <(printf 'art 1 [视频]港口开航\nart 2 [视频]渔船检修\n')
}

@test "a date alone under the headline dates the article and begins it" {
	printf '港口开航\n2026年5月19日 08:30\n船来了。\n\n渔船检修\n2026-05-20\n船修好了。\n' >in
	qd-split in | attr date | same - <(printf '2026-05-19\n2026-05-20\n')
	qd-split in | attr date-from | same - <(printf 'stamp\nstamp\n')
}

@test "who signed a document and the day below it begin no article" {
	printf '供暖通知\n\n本报讯 供暖开始了。\n\n特此通知。\n\n澜江县供暖办公室\n2026年5月19日\n' >in
	parts in | grep '^art' | same - <(echo 'art 1 供暖通知')
	parts in | tail -n 2 | same - <(printf 'byline 1.4 澜江县供暖办公室\nnote 1.5 2026年5月19日\n')
	printf '\n渔船检修\n\n本报讯 船修好了。\n' >>in
	parts in | grep '^art' | same - <(printf 'art 1 供暖通知\nart 2 渔船检修\n')
	printf '\n码头扩建\n\n2026年5月20日\n\n码头大了。\n' >>in
	parts in | grep -c '^art' | same - <(echo 3)
}

@test "furniture may stand below who signed a document" {
	printf '供暖通知\n\n供暖开始了。\n\n澜江县供暖办公室\n\n2026年5月19日\n\n本报地址：澜江县海滨路1号\n\n渔船检修\n\n船修好了。\n' >in
	parts in | grep '^art' | same - <(printf 'art 1 供暖通知\nart 2 渔船检修\n')
}

@test "names alone in brackets are a credit that ends the article" {
	printf '港口开航\n\n船来了。\n\n（周牧野 白小满）\n\n渔船检修\n\n船修好了。\n' >in
	parts in | grep '^art\|^byline' | same - <(printf '%s\n' 'art 1 港口开航' 'byline 1.3 （周牧野 白小满）' 'art 2 渔船检修')
	qd-split in | attr by | same - <(echo '周牧野|白小满')
}

@test "who signed at the right margin ends what a law is announced with" {
	printf '　　港口公告\n　　（第12号）\n　　《港口条例》已经通过，现予公布。\n　　特此公告。\n%24s澜江县人大常委会\n%26s2026年3月29日\n　　港口条例\n　　第一章　总则\n　　第一条　为了建好港口，制定本条例。\n' '' '' >in
	parts in | grep '^art\|^note' | same - <(printf '%s\n' 'art 1 港口公告' 'note 1.2 （第12号）' \
		'note 1.6 2026年3月29日' 'art 2 港口条例')
}

@test "whom a document addresses is text, not its title" {
	printf '供暖通知\n\n各乡镇人民政府：\n\n供暖开始了，要保证安全。\n' >in
	parts in | head -n 3 | same - <(printf '%s\n' 'art 1 供暖通知' \
		'title 1.1 供暖通知' 'para 1.2 各乡镇人民政府：')
}

@test "a headline about reporters is a headline" {
	printf '县长会见外地记者\n\n本报5月19日讯 县长见了记者。\n\n局长答外地记者 新港明年建成\n\n本报5月19日讯 局长答了话。\n\n港口聘请特约评论员\n\n本报5月19日讯 聘书发了。\n' >in
	parts in | grep '^title' | same - <(printf '%s\n' 'title 1.1 县长会见外地记者' \
		'title 2.1 局长答外地记者 新港明年建成' 'title 3.1 港口聘请特约评论员')
}

@test "questions of a reporter and short answers are no bylines and no articles" {
	printf '老船长\n\n□本报记者 周牧野\n\n老船长出海四十年。\n\n记者：您在江上多少年了\n\n船长：四十年了\n\n记者：有没有想过离开\n\n船长：没有，一天也没有。\n' >in
	parts in | grep -c '^art' | same - <(echo 1)
	parts in | grep -c '^byline' | same - <(echo 1)
}

@test "who leads a committee does not end the article as editors do" {
	printf '委员会成立\n\n本报讯 委员会成立。\n\n主任：周牧野\n\n副主任：白小满　温如海\n\n委员：陆一舟　沈乔安\n\n办公室设在县里。\n' >in
	parts in | grep -c '^art' | same - <(echo 1)
	none grep '^note' <(parts in)
	printf '港口开航\n\n本报讯 船来了。\n\n值班主任：周牧野\n' >in
	parts in | grep '^note' | same - <(echo 'note 1.3 值班主任：周牧野')
}

@test "a list at the head of a paragraph is no rest of another" {
	printf '港口开航\n\n船来了。\n\n海港、渔港都开了。\n\n一、开通四条航线；\n\n好。大家都来了。\n' >in
	none grep cut= <(qd-split in)
}

@test "a heading below a full line of a hard-wrapped page is no part of it" {
	cat >in <<-E
	老码头换新颜
	本报记者 周牧野
	走进望海渔村，平整的路面、崭新的
	门窗映入眼帘。大家都说，日子越过越好
	了。渔村建得早，去年纳入改造，今年就
	完工了，村里还建了新的食堂以及书屋。
	大家参与
	“以前下雨天出门要穿雨靴，现在路
	面平了，路灯亮了。”陆阿姨说，渔村改
	造前问了大家的意见，改什么、怎么改，
	都由大家说了算，因此大家都很满意的。
	渔船检修不等人
	本报讯 渔船检修昨日开始，港里停满
	了船。师傅们说，检修要赶在开海之前做
	完。
	E
	parts in | grep '^[ast][aru][tb]\|^title' | same - <(printf '%s\n' 'art 1 老码头换新颜' \
		'title 1.1 老码头换新颜' 'subhead 1.4 大家参与' 'art 2 渔船检修不等人' 'title 2.1 渔船检修不等人')
}

@test "the ASCII full stop behind a Han character ends a paragraph" {
	printf '港口开航\n\n船来了,占六成.\n\n人来了,占65%%.\n\n货也来了.\n' >in
	parts in | grep -c '^para' | same - <(echo 3)
	none grep cut= <(qd-split in)
}

@test "a byline may be led by other marks than a square" {
	printf '港口开航\n\n船来了。\n\n渔船检修\n\n◎本报记者 周牧野\n\n船修好了。\n' >in
	parts in | grep '^art\|^byline' | same - <(printf '%s\n' 'art 1 港口开航' 'art 2 渔船检修' 'byline 2.2 ◎本报记者 周牧野')
	printf '港口开航\n\n船来了。\n\n渔船检修\n\n本报记者 周牧野 通讯员 望海区渔业支队\n\n◎通讯员培训班开班\n\n船修好了。\n' >in
	parts in | grep '^byline' | same - <(echo 'byline 2.2 本报记者 周牧野 通讯员 望海区渔业支队')
}

@test "a running head with a date in figures dates the page" {
	printf 'A01 要闻 2026.5.19 星期二 责编 周牧野\n\n港口开航\n\n本报5月18日讯 船来了。\n' >in
	parts in | sed -n 2p | same - <(echo 'note 1.1 A01 要闻 2026.5.19 星期二 责编 周牧野')
	qd-split in | attr date | same - <(echo 2026-05-18)
}

@test "who took a picture is its credit, not the byline" {
	printf '港口开航\n\n本报讯 船来了。\n\n澜江社记者 周牧野 摄\n' >in
	parts in | tail -n 1 | same - <(echo 'caption 1.3 澜江社记者 周牧野 摄')
	printf '港口开航\n\n本报记者 周牧野 文 白小满 摄\n\n船来了。\n' >in
	parts in | grep '^byline' | same - <(echo 'byline 1.2 本报记者 周牧野 文 白小满 摄')
}

@test "marks of the end and of rights are notes" {
	printf '澜 江 日 报\n\n港口开航\n\n本报讯 船来了。\n\n（完）\n\n渔船检修\n\n船修好了。\n\n版权所有 澜江日报社 不得转载\n' >in
	parts in | grep '^note\|^art' | same - <(printf '%s\n' 'art 1 港口开航' 'note 1.1 澜 江 日 报' 'note 1.4 （完）' \
		'art 2 渔船检修' 'note 2.3 版权所有 澜江日报社 不得转载')
}

@test "a bracketed datelines's reporter is read, in traditional characters, too" {
	printf '港口開航\n\n【澜江報訊】記者周牧野報道：船來了。\n\n漁船檢修\n\n望海報訊（記者　白小滿）船修好了。\n' >in
	qd-split in | attr by | same - <(printf '周牧野\n白小滿\n')
	qd-split in | attr media | same - <(printf '澜江報\n望海報\n')
}

@test "a bracketed date dates the articles behind it" {
	printf '【20260519】\n[视频]港口开航\n\n船来了。\n\n[视频]渔船检修\n\n船修好了。\n' >in
	qd-split in | attr date | same - <(printf '2026-05-19\n2026-05-19\n')
}

@test "a source line tells medium and date, and begins an article" {
	printf '港口开航\n\n船来了。\n第 3 页\n\n渔船检修\n周牧野\n《澜江日报》（2026年5月19日 第 01 版）\n\n船修好了。\n' >in
	parts in | grep -c '^art' | same - <(echo 2)
	qd-split in | attr media | same - <(echo 澜江日报)
	qd-split in | attr by | same - <(echo 周牧野)
}

@test "what ends an article from before the document has a number and no art record" {
	printf '行中扩大。\n\n船来了。\n\n渔船检修\n\n本报5月19日讯 船修好了。\n' >in
	qd-split in | cut -f1,3 | paste -s -d' ' | tr '\t' : | same - \
		<(echo doc:0 para:1.1 para:1.2 art:2 title:2.1 para:2.2)
}

@test "text without a headline that no article follows is an article" {
	printf '船来了。\n\n船走了。\n' >in
	qd-split in | cut -f1,3 | paste -s -d' ' | tr '\t' : | same - \
		<(echo doc:0 art:1 para:1.1 para:1.2)
}

@test "the year of a dateline comes from the page's date, and it is said" {
	printf '港口开航\n\n本报12月31日讯 船来了。\n' >2026-01-01.txt
	qd-split 2026-01-01.txt | attr date | same - <(echo 2025-12-31)
	qd-split 2026-01-01.txt | attr date-from | same - <(echo 'dateline|name')
	qd-split --date 2026-12-31 - <2026-01-01.txt | attr date-from | same - <(echo 'dateline|option')
}

@test "a year that nothing tells is not guessed" {
	printf '港口开航\n\n本报12月31日讯 船来了。\n' >page.txt
	qd-split page.txt | attr date | same - <(echo --12-31)
}

@test "the year of a dateline is found in what the page says below, and it is said" {
	printf '港口开航\n\n本报12月31日讯 船来了。\n\n渔船检修\n\n本报12月30日讯 2027年1月2日完工。\n' >page.txt
	qd-split page.txt | attr date | same - <(printf '2026-12-31\n2026-12-30\n')
	qd-split page.txt | attr date-from | same - <(printf 'dateline|page\ndateline|page\n')
}

@test "what waits for a year is bounded, and all of it comes" {
	awk 'BEGIN { for (i = 0; i < 6000; i++)
		printf "港口开航\n\n本报12月31日讯 第%d艘船来了，船上装着粮食。\n\n", i
		print "港口开航\n\n2027年1月2日完工。" }' >page.txt
	qd-split page.txt | grep -c 艘船来了 | same - <(echo 6000)
	qd-split page.txt | attr date | sort -u | same - <(echo --12-31)
}

@test "an agency's dateline gives place and medium" {
	printf '港口开航\n\n新华社澜江5月18日电（记者 周牧野）船来了。\n' >in
	qd-split in | attr place | same - <(echo 澜江)
	qd-split in | attr media | same - <(echo 新华社)
	qd-split in | attr by | same - <(echo 周牧野)
}

@test "datelines of many papers and agencies tell medium, place and names" {
	while IFS='|' read -r by media place text; do
		printf '港口开航\n\n%s船来了，码头上站满了人。\n' "$text" >in
		printf 'by=%s;media=%s;place=%s %s\n' "$by" "$media" "$place" "$text"
		printf 'by=%s;media=%s;place=%s %s\n' \
			"$(qd-split in | attr by | tr '|' ,)" \
			"$(qd-split in | attr media)" "$(qd-split in | attr place)" "$text" >&3
	done >want 3>got <<-'EOF'
	周牧野|央广网|澜江|央广网澜江5月19日消息（记者周牧野）
	|央视网||央视网消息（新闻联播）：
	周牧野|中央社|澜江|（中央社記者周牧野澜江19日電）
	||澜江|（澜江综合讯）
	周牧野|望海时报||【望海时报记者 周牧野】
	周牧野,何砚秋|望海时报||【望海时报驻澜江特约记者 周牧野 何砚秋】
	周牧野|望海晚报||望海晚报讯 记者 周牧野报道：
	周牧野,何砚秋|澜江日报||澜江日报讯（记者/周牧野 通讯员/何砚秋）
	周牧野|||本報訊（記者周牧野）
	周牧野|中新社|澜江|中新社澜江5月19日电 (记者 周牧野)
	周牧野,何砚秋|新华社|澜江|新华社澜江５月１９日电（记者周牧野、何砚秋）
	|||记者5月19日从县政府获悉，
	EOF
	same want got
}

@test "masthead, contents and the links of an e-paper are notes" {
	printf '%s\n' 澜江日报 '2026年5月19日 星期二' '第 8 版 要闻' '导 读' \
		'港口开航 2版' '渔船检修…………3' '上一版 下一版' \
		'放大+ 缩小- 默认' 返回目录 >in
	qd-split in | cut -f1 | sort | uniq -c | awk '{ print $2, $1 }' |
		same - <(printf 'art 1\ndoc 1\nnote 9\n')
}

@test "rows and cells of tables are text, neither subheads nor joined" {
	printf '港口数据公布\n\n本报讯 数据如下：\n\n| 港口 | 增长 |\n| --- | --- |\n| 澜江 | 5.1 |\n\n5.1\n-3.2\n\n以上数据由港务局提供。\n' >in
	parts in | sed 1,3d | same - <(printf '%s\n' 'para 1.3 | 港口 | 增长 |' \
		'note 1.4 | --- | --- |' 'para 1.5 | 澜江 | 5.1 |' \
		'para 1.6 5.1' 'para 1.7 -3.2' 'para 1.8 以上数据由港务局提供。')
}

@test "a quotation, a title and who said it on lines of their own are text" {
	printf '港口精神\n\n本报记者 周牧野\n\n墙上写着一行大字：\n\n“船到岸，人心安”\n\n《澜江港务章程》\n\n——一位老船长\n\n这句话没有变。\n' >in
	parts in | sed 1,3d | same - <(printf '%s\n' 'para 1.3 墙上写着一行大字：' \
		'para 1.4 “船到岸，人心安”' 'para 1.5 《澜江港务章程》' \
		'para 1.6 ——一位老船长' 'para 1.7 这句话没有变。')
}

@test "front matter dates the page and is no text" {
	printf -- '---\ntitle: 港口开航\ndate: 2026-05-19\ntags: 港口\n---\n\n船来了。\n' >in
	qd-split in | attr date | same - <(echo 2026-05-19)
	qd-split in | cut -f1 | grep -c note | same - <(echo 4)
}

@test "a headline cut inside a word is put together where the text shows the word" {
	printf '澜江县绿色港口建设取得明显成效水\n质全面好转\n《澜江日报》（2026年5月19日 第 01 版）\n\n港口水质全面好转，渔民说水质好。澜江县的水质一年比一年好。\n' >in
	parts in | grep title | same - <(echo 'title 1.1 澜江县绿色港口建设取得明显成效水质全面好转')
}

@test "traditional characters give the same cues" {
	printf '港口開航\n\n本報記者 周牧野\n\n船來了。\n\n漁船檢修\n\n本報5月18日訊 船修好了。\n\n漁民在碼頭。何望舒 攝\n' >in
	parts in | cut -d ' ' -f 1 | tr '\n' ' ' | same - <(printf 'art title byline para art title para caption ')
}

@test "--name names the document on standard input and may hold its date" {
	printf '港口开航\n' | qd-split --name lanjiang-20260519.txt >got
	rec doc lanjiang-20260519.txt 0 0 0 '' '' date=2026-05-19 | same - <(head -n 1 got)
}

@test "a byte order mark counts in offsets and is no text" {
	printf '\357\273\277港口开航\r\n\r\n船来了。\r\n' >in
	qd-split in | cut -f 1,3-6 | tail -n 3 | same - <(printf 'art\t1\t3\t31\t港口开航\ntitle\t1.1\t3\t15\t港口开航\npara\t1.2\t19\t31\t船来了。\n')
}

@test "a byte that is no UTF-8 becomes U+FFFD in its place, said once, status 1" {
	printf '港口\n\n船\377来\376了。\n' >in
	status 1 qd-split in
	echo 'qd-split: in: invalid UTF-8: 2 bytes, the first at offset 11' | same - err
	tail -n 1 out | cut -f 6,8 | same - <(printf '船\357\277\275来\357\277\275了。\tsrc=0@8,3@11,6@12,9@15,12@16\n')
	spans <out
}

@test "text in GB18030 is named as such with what to do" {
	printf '港口开航\n\n船来了，人也来了。\n' | iconv -f UTF-8 -t GB18030 >in
	status 1 qd-split in
	grep -q 'looks like GB18030: --encoding GB18030' err
}

@test "-e decodes other encodings: the records are those of the UTF-8 page" {
	qd-split --name p "$ROOT/examples/harbour.txt" | cut -f 1,3- >want
	for e in GB18030 GBK UTF-16BE UTF-16LE; do
		iconv -f UTF-8 -t $e "$ROOT/examples/harbour.txt" >in
		status 0 qd-split -e $e in
		cut -f 1,3- out | same want - || fail "$e"
	done
}

@test "-e UTF-16 finds the byte order by the mark or by the text" {
	qd-split --name p "$ROOT/examples/harbour.txt" | cut -f 1,6 >want
	for e in UTF-16 UTF-16BE UTF-16LE; do
		iconv -f UTF-8 -t $e "$ROOT/examples/harbour.txt" >in
		status 0 qd-split -e UTF-16 in
		cut -f 1,6 out | same want - || fail "$e"
	done
}

@test "-e names bytes that are nothing in the encoding, a file at a time, status 1" {
	printf '\270\333\377\277\332\n' >bad
	printf '\270\333\277\332\n' >good
	status 1 qd-split -e GBK bad good
	echo 'qd-split: bad: invalid GBK: 1 byte, the first at offset 2 of the file' |
		cmp - err
	awk -F'\t' '$1 == "title" || $1 == "para" { print $6 }' out >text
	grep -q '港�口' text
	grep -q '^港口$' text
}

@test "-e with an encoding that nobody knows is a usage error" {
	status 2 qd-split -e NO-SUCH /dev/null
	grep -q "^qd-split: --encoding: unknown encoding 'NO-SUCH'" err
}

@test "--strict stops at the first bad byte with status 2" {
	printf '港\377口\n\n船来了。\n' >in
	status 2 qd-split --strict in
	grep -q 'invalid UTF-8' err
}

@test "an article over --max-article is given in parts that keep its title" {
	{ printf '港口开航\n\n本报讯 船来了。\n\n'; for i in $(seq 200); do printf '第%d艘船来了，人也来了，码头上很热闹。\n\n' "$i"; done; } >in
	status 1 qd-split --max-article 4096 in
	grep -q 'given in parts' err
	[ "$(grep -c '^art' out)" -gt 1 ]
	grep '^art' out | cut -f 6 | sort -u | same - <(echo 港口开航)
	[ "$(grep -c '^para' out)" -eq 201 ]
	spans <out
}

@test "a paragraph over --max-record is given in parts, marked as cut" {
	{ printf '港口开航\n\n'; yes 港口 | head -n 900 | tr -d '\n'; printf '。\n'; } >in
	status 1 qd-split --max-record 4096 in
	[ "$(awk 'length($0) > 4096' out | wc -l)" -eq 0 ]
	grep '^para' out | head -n 1 | cut -f 8 | same - <(echo cut=tail)
	grep '^para' out | cut -f 6 | tr -d '\n' | same - <(tail -n 1 in | tr -d '\n')
}

@test "-u sent gives sentences, quotations whole" {
	printf '港口开航\n\n船来了。“先装货。再卸货。”大家都同意。\n' >in
	qd-split -u sent in | grep '^sent' | cut -f 3,6 | same - <(printf '1.2.1\t船来了。\n1.2.2\t“先装货。再卸货。”\n1.2.3\t大家都同意。\n')
	qd-split -u sent in | spans
}

@test "a bad pattern is named with file, line and offset" {
	mkdir d
	printf '# cues\nfolio\t*\t第(\n' >d/split.pat
	status 2 qd-split --data d /dev/null
	grep -q '^qd-split: d/split.pat:2: bad pattern: .* at offset ' err
	printf 'nonesuch\t*\tx\n' >d/split.pat
	status 2 qd-split --data d /dev/null
	grep -q "^qd-split: d/split.pat:1: unknown kind 'nonesuch'" err
}
