#!/usr/bin/env bats
# qd-ner: people, offices, organisations, places, events, projects, works, slogans.

load helpers

# para TEXT: one paragraph of article 1 of document a.
para() {
	rec para a 1.1 0 999 "$1" '' ''
}

# names TEXT [option ...]: its entities, "TAG text" joined by |.
names() {
	local text=$1
	shift
	para "$text" | qd-ner -o "$@" | cut -f 1,6 | tr '\t' ' ' | paste -sd '|'
}

# gives WANT TEXT [option ...]
gives() {
	local want=$1 got
	shift
	got=$(names "$@")
	[ "$got" = "$want" ] || fail "$1: want $want, got $got"
}

# attrs TEXT: value and attributes of its people.
attrs() {
	para "$1" | qd-ner -o -t PER | cut -f 7,8 | tr '\t' ' ' | paste -sd ' '
}

@test "a person is found beside an office, which is no part of the name" {
	gives 'POST 市长|PER 林海青' '市长林海青出席。'
	gives 'POST 副县长|PER 宋立群' '副县长宋立群同志说。'
}

@test "a person is found before a verb of speech" {
	gives 'PER 罗永嘉' '罗永嘉说，今年的茶好。'
	gives 'PER 温如海' '“明天开工。”温如海表示。'
}

@test "reporters are found in a byline and marked" {
	rec byline a 1.1 0 99 '□临溪融媒记者 罗永嘉 彭立青' '' '' | qd-ner -o >got
	grep '^PER' got | cut -f 7,8 >people
	printf '%s\torg=临溪融媒;role=reporter\n' 罗永嘉 彭立青 | same - people
	grep -q '^ORG.*	临溪融媒	' got
}

@test "reporters are found in a credit at the end of a paragraph" {
	[ "$(attrs '茶园开了。（记者 罗永嘉 彭立青）')" = \
		'罗永嘉 role=reporter 彭立青 role=reporter' ]
}

@test "a name spread over the width of three is one, its value is closed up" {
	rec byline a 1.1 0 99 '记者　林　青' '' '' | qd-ner -o | cut -f 6,7 >got
	printf '林　青\t林青\n' | same - got
}

@test "names in parts are one person, whatever dot joins them" {
	gives 'PER 卡洛斯·门多萨' '卡洛斯·门多萨说。'
	[ "$(attrs '卡洛斯・门多萨说。')" = '卡洛斯·门多萨 ' ]
}

@test "a person whose given name is not told is one" {
	gives 'PER 林某某' '林某某说，他没有看见。'
	gives 'PER 赵' '赵先生说，他看见了。'
}

@test "an organ with a proper name is an organisation, the office follows" {
	gives 'ORG 崂山区委|POST 副书记|PER 林海青' '崂山区委副书记林海青出席。'
	gives 'ORG 青岛市科技局|POST 党组书记|POST 局长|PER 林海青' \
		'青岛市科技局党组书记、局长林海青出席。'
	gives 'ORG 崂山区人民政府|POST 代理区长|PER 林海青' \
		'崂山区人民政府代理区长林海青出席。'
}

@test "a generic organ that opens an office belongs to it" {
	gives 'POST 市委书记|PER 林海青' '市委书记林海青出席。'
	gives 'POST 市委常委|POST 组织部部长|PER 林海青' \
		'市委常委、组织部部长林海青出席。'
	gives 'POST 市人大常委会主任|PER 林海青' '市人大常委会主任林海青出席。'
}

@test "a level and an organ are an organisation outside an office" {
	gives 'ORG 市委' '落实市委部署。'
	gives 'ORG 市科技局' '由市科技局牵头。'
	gives 'ORG 区委宣传部' '区委宣传部供图。'
}

@test "an office that belongs to nobody is no entity" {
	gives '' '市长说得好。'
	gives '' '学校校长都来了。'
}

@test "offices and organisation stand in the person's attributes" {
	[ "$(attrs '崂山区委书记、区人大常委会主任林海青出席。')" = \
		'林海青 org=崂山区委;post=书记|区人大常委会主任' ] ||
		fail "$(attrs '崂山区委书记、区人大常委会主任林海青出席。')"
	[ "$(attrs '市委书记林海青、市长宋立群出席。')" = \
		'林海青 post=市委书记 宋立群 post=市长' ]
}

@test "one office before several names belongs to each" {
	[ "$(attrs '副市长林海青、宋立群出席。')" = \
		'林海青 post=副市长 宋立群 post=副市长' ]
}

@test "an office behind the name belongs to it" {
	[ "$(attrs '林海青书记说。')" = '林海青 post=书记' ]
}

@test "nested places that stand together are one" {
	gives 'LOC 山东省青岛市崂山区' '他住在山东省青岛市崂山区。'
	gives 'LOC 崂山区金家岭街道' '他住在崂山区金家岭街道。'
}

@test "places in a list are one each" {
	gives 'LOC 青岛|LOC 济南|LOC 烟台' '青岛、济南、烟台都有。'
}

@test "a place's short form is found, its value is the full name" {
	para '他住在崂山。' | qd-ner -o | cut -f 1,6,7 >got
	printf 'LOC\t崂山\t崂山区\n' | same - got
}

@test "short forms that are common words are no places" {
	gives '' '和平与发展，前进的方向，新建的学校。'
}

@test "unlisted places are found by their endings" {
	gives 'LOC 临溪县' '雨后的临溪县很安静。'
	gives 'LOC 鹭鸣湖' '沿着鹭鸣湖走。'
}

@test "a generic noun with a place's ending is no place" {
	gives '' '支持贫困县，发展工业园区，建设各地区的公路。'
}

@test "countries in pairs are one each" {
	gives 'LOC 中|LOC 美' '中美关系很重要。'
	gives 'LOC 俄|LOC 乌' '俄乌双方谈判。'
}

@test "one character is a place where the word before asks for one" {
	gives 'LOC 京' '大会在京召开。'
	gives 'LOC 华' '总统访华。'
}

@test "中国 in 中国式 and 中国特色 is none" {
	gives '' '推进中国式现代化，走中国特色的路。'
	gives 'LOC 中国' '来到中国。'
}

@test "a company is found by its own name and its ending" {
	gives 'ORG 蓝鲸港航科技有限公司' '蓝鲸港航科技有限公司成立。'
}

@test "a school is found with the place before it" {
	gives 'ORG 临溪县实验小学' '她在临溪县实验小学读书。'
}

@test "the place within an organisation is not marked again" {
	gives 'ORG 青岛海洋气象研究院' '青岛海洋气象研究院成立。'
}

@test "works stand between their marks" {
	gives 'WORK 《临溪县养老服务办法》' '出台《临溪县养老服务办法》。'
	gives 'WORK 《关于〈茶园〉的通知》' '印发《关于〈茶园〉的通知》。'
}

@test "quoted activities and numbered meetings are events" {
	gives 'EVENT “暖企入户”行动' '开展“暖企入户”行动，为企业服务。'
	gives 'EVENT 崂山区第十届人民代表大会第二次会议' \
		'崂山区第十届人民代表大会第二次会议开幕。'
	gives 'EVENT 第三届青岛茶叶博览会' '第三届青岛茶叶博览会开幕。'
}

@test "quoted plans are projects" {
	gives 'PROJ “星火计划”' '实施“星火计划”，培养人才。'
}

@test "slogans are none" {
	gives '' '坚持“实、新、快、严”，纠“四风”。'
}

@test "-t TERM finds quoted slogans, with their marks; the value has none" {
	gives 'TERM “三清三查”|TERM ‘快、准、稳’' \
		'要“三清三查”，做到‘快、准、稳’。' -t TERM
	para '落实「三清三查」，要“３快２准”。' | qd-ner -o -t TERM | cut -f 6,7 >got
	printf '「三清三查」\t三清三查\n“３快２准”\t3快2准\n' | same - got
}

@test "speech, sentences, single characters and long quotations are no slogans" {
	gives '' '他说：“天亮就走”。' -t TERM
	gives '' '“明天开工。”有人说。“快！走”' -t TERM
	gives '' '叫“好”，写“ＡＢＣ”。' -t TERM
	gives '' '“一二三四五六七八九十一二三四五六七八”' -t TERM
	gives '' '“没有关上的' -t TERM
}

@test "a quoted name is no slogan, and slogans take nothing from names" {
	gives 'WORK 《临溪县志》' '读“《临溪县志》”。' -t WORK,TERM
	gives 'PER 林海青|TERM “三清三查”' '县长林海青谈“三清三查”。' -t PER,TERM
	gives 'POST 县长|PER 林海青' '县长林海青谈“三清三查”。'
}

@test "slogans that are there stay unless they are asked for" {
	para '要“三清三查”。' | qd-ner -t TERM >one
	qd-ner -t TERM one | same one -
	qd-ner one | same one -
}

@test "names in traditional characters are found, the text stays, values are simplified" {
	para '臨溪縣縣長羅永嘉說，這裡的茶葉運往廣東省。' | qd-ner -o >got
	cut -f 1,6,7 got | sed -n '/PER/p;/東/p' >names
	printf 'PER\t羅永嘉\t罗永嘉\nLOC\t廣東省\t广东省\n' | same - names
}

@test "a text gives the same names in traditional and in simplified characters" {
	para '记者从青岛市教育局获悉，副局长罗永嘉参加“繁星计划”项目开工仪式。' |
		qd-ner -o | cut -f 1,4,5,7- >simplified
	para '記者從青島市教育局獲悉，副局長羅永嘉參加「繁星計劃」項目開工儀式。' |
		qd-ner -o | cut -f 1,4,5,7- >traditional
	[ -s simplified ]
	same simplified traditional
}

@test "a single traditional character changes nothing in simplified text" {
	printf 'ORG\t羅盘会\n' >own
	para '我们县的羅盘会对学校很关心。' | qd-ner -o -t ORG --lexicon own |
		cut -f 6,7 >got
	printf '羅盘会\t羅盘会\n' | same - got
}

@test "the user's names in traditional characters are found in both" {
	printf 'ORG\t雲杉學會\nORG\t星河會\t星河聯合會\n' >own
	para '雲杉學會和星河會發言。' | qd-ner -o -t ORG --lexicon own | cut -f 6,7 >got
	para '云杉学会和星河会发言。' | qd-ner -o -t ORG --lexicon own | cut -f 6,7 >>got
	printf '%s\n' '雲杉學會	雲杉學會' '星河會	星河聯合會' \
		'云杉学会	雲杉學會' '星河会	星河聯合會' | same - got
}

@test "every entity has a value" {
	cat "$ROOT"/examples/*.txt >page.txt
	qd-split page.txt | qd-ner -o >got
	[ "$(wc -l <got)" -gt 50 ]
	run -1 grep -P '^[^\t]*\t([^\t]*\t){5}\t' got
}

@test "full width is folded for the lists, the text stays as it is" {
	para '他住在Ａ市，会见了ＩＭＦ总裁。' | qd-ner -o -t ORG | cut -f 6,7 >got
	printf 'ＩＭＦ\t国际货币基金组织\n' | same - got
}

@test "a name known from one block is found in the others, headlines too" {
	{
		rec title a 1.1 0 30 '沐辰阳鹿鸣舟出席' '' ''
		rec para a 1.2 31 99 '市长沐辰阳、区长鹿鸣舟出席。' '' ''
	} >in
	qd-ner -o in | grep '	1\.1	' | cut -f 1,6 | tr '\t\n' ' |' >got
	printf 'PER 沐辰阳|PER 鹿鸣舟|' | same - got
}

@test "--no-article takes each block for itself" {
	{
		rec title a 1.1 0 30 '沐辰阳鹿鸣舟出席' '' ''
		rec para a 1.2 31 99 '市长沐辰阳、区长鹿鸣舟出席。' '' ''
	} >in
	qd-ner -o in | grep -c '	1\.1	' >with
	qd-ner -o --no-article in | grep -c '	1\.1	' >without || :
	[ "$(cat without)" -lt "$(cat with)" ]
}

@test "what one article knows the next does not" {
	{
		rec para a 1.1 0 99 '市长沐辰阳、区长鹿鸣舟出席。' '' ''
		rec title a 2.1 100 130 '沐辰阳鹿鸣舟出席' '' ''
	} >in
	qd-ner -o in | grep '	2\.1	' >apart || :
	tail -n 1 in | qd-ner -o | same - apart
}

@test "the short form of a place that the article has is found, with its value" {
	{
		rec title a 1.1 0 12 鹭岭的茶香 '' ''
		rec para a 1.2 13 99 '记者来到鹭岭县采访，鹭岭县的茶园很多。' '' ''
	} | qd-ner -o | grep '	1\.1	' | cut -f 1,6,7 >got
	printf 'LOC\t鹭岭\t鹭岭县\n' | same - got
}

@test "an article longer than --max-article goes out in parts, all of it" {
	for i in $(seq 200); do
		rec para a "1.$i" 0 99 "市长林海青第 $i 次出席。" '' ''
	done >in
	qd-ner in >want
	qd-ner --max-article 1000 in >got
	same want got
}

@test "-t finds only the types asked for" {
	gives 'PER 林海青' '青岛市市长林海青出席。' -t PER
	gives 'LOC 青岛市|PER 林海青' '青岛市市长林海青出席。' -t PER,LOC
}

@test "-t leaves the entities of other types that are there" {
	para '青岛市市长林海青出席。' >in
	qd-ner in >want
	qd-ner -t PER want >got
	same want got
}

@test "an unknown type is a usage error" {
	status 2 qd-ner -t PER,HERO /dev/null
	grep -q '^qd-ner: .*HERO' err
}

@test "entities that are there are replaced" {
	{ para '林海青说。'; rec PER a 1.1 3 9 海青 旧 ''; } | qd-ner | cut -f 1,6,7 >got
	printf 'para\t林海青说。\t\nPER\t林海青\t林海青\n' | same - got
}

@test "--keep keeps them" {
	{ para '林海青说。'; rec PER a 1.1 3 9 海青 旧 ''; } | qd-ner --keep | cut -f 1,6,7 >got
	printf 'para\t林海青说。\t\nPER\t林海青\t林海青\nPER\t海青\t旧\n' | same - got
}

@test "a second run gives what the first gave" {
	cat "$ROOT"/examples/*.txt >page.txt
	qd-split page.txt | qd-ner >once
	qd-ner once | same once -
}

@test "other tools' annotations stay, all in order of their places" {
	{
		rec para a 1.1 0 99 '林海青说投资12亿元。' '' ''
		rec money a 1.1 18 25 12亿元 1200000000 unit=CNY
		rec mine a 1.1 0 3 林 '' ''
	} | qd-ner | cut -f 1,4,5 >got
	printf '%s\t%s\t%s\n' para 0 99 PER 0 9 money 18 25 mine 0 3 >want
	same want got
}

@test "offsets are those of the document, through src=" {
	rec para a 1.1 100 130 '市长林海青说。' '' 'src=0@100,9@200' |
		qd-ner -o >got
	cut -f 1,4,5,8 got >places
	printf 'POST\t100\t106\t\nPER\t106\t206\tpost=市长;src=0@106,3@200\n' |
		same - places
}

@test "a malformed src= is named, status 1" {
	rec para a 1.1 0 9 '林海青说。' '' 'src=x' >in
	status 1 qd-ner in
	grep -q '^qd-ner: in:1: malformed src=' err
	grep -q '^PER' out
}

@test "a damaged lexicon is refused with what is wrong" {
	mkdir data
	cp "$BUILD"/share/* data
	printf 'x' | dd of=data/names.lex bs=1 seek=5000 conv=notrunc 2>/dev/null
	status 2 qd-ner --data data /dev/null
	echo "qd-ner: data/names.lex: damaged: the checksum differs" | same - err
	head -c 100 "$BUILD/share/names.lex" >data/names.lex
	status 2 qd-ner --data data /dev/null
	grep -q '^qd-ner: data/names.lex: ' err
	echo 林海青 >data/names.lex
	status 2 qd-ner --data data /dev/null
	grep -q '^qd-ner: data/names.lex: ' err
}

@test "a lexicon built from other lists is refused" {
	mkdir data
	cp "$BUILD"/share/* data
	printf '港口\tw5\n' >list.tsv
	"$BUILD/mklex" data/names.lex list.tsv
	status 2 qd-ner --data data /dev/null
	grep -q '^qd-ner: data/names.lex: not built from the lists' err
}

@test "a bad pattern is named with file and line" {
	mkdir data
	cp "$BUILD"/share/* data
	printf '# head\nEVENT\t会\t50\t第(届会\n' >data/ner.pat
	status 2 qd-ner --data data /dev/null
	grep -q '^qd-ner: data/ner.pat:2: bad pattern: .* at offset' err
	printf 'HERO\t会\t50\t会\n' >data/ner.pat
	status 2 qd-ner --data data /dev/null
	grep -q '^qd-ner: data/ner.pat:1: unknown type "HERO"' err
}

@test "a list of variants with bytes that are no character is refused" {
	mkdir lists
	cp "$BUILD/share/names.lex" "$BUILD/share/ner.pat" lists
	for bad in '\377\t县' '縣\t\200' '縣县\t县' '縣'; do
		printf '臨\t临\n%b\n' "$bad" >lists/variants.tsv
		status 2 qd-ner --no-model --data lists /dev/null
		echo "qd-ner: lists/variants.tsv:2: want two characters of U+0001 to U+FFFF" |
			same - err
	done
}

@test "--no-model does without the tagger" {
	mkdir lists
	cp "$BUILD/share/names.lex" "$BUILD/share/ner.pat" "$BUILD/share/variants.tsv" lists
	gives 'POST 市长|PER 林海青' '市长林海青出席。' --no-model --data lists
}

@test "a missing or damaged model is named, with the way round it" {
	mkdir lists
	cp "$BUILD/share/names.lex" "$BUILD/share/ner.pat" "$BUILD/share/variants.tsv" lists
	run -2 --separate-stderr qd-ner --data lists </dev/null
	[ "$stderr" = "qd-ner: lists/ner.model: No such file or directory (--no-model does without)" ]
	head -c 5000 "$BUILD/share/ner.model" >lists/ner.model
	run -2 --separate-stderr qd-ner --data lists </dev/null
	[ "$stderr" = "qd-ner: lists/ner.model: damaged: its size is not what its head says (--no-model does without)" ]
}

@test "missing or foreign gazetteers are named" {
	mkdir lists
	cp "$BUILD"/share/* lists
	rm lists/gaz.lex
	run -2 --separate-stderr qd-ner --data lists </dev/null
	[ "$stderr" = "qd-ner: lists/gaz.lex: No such file or directory" ]
	cp lists/names.lex lists/gaz.lex
	run -2 --separate-stderr qd-ner --data lists </dev/null
	[ "$stderr" = "qd-ner: lists/gaz.lex: not built from the lists of this version (build it with mklex)" ]
}

@test "--probs writes how probable each name is, and changes nothing else" {
	qd-split "$ROOT"/examples/*.txt >in
	qd-ner -o in >plain
	qd-ner -o --probs in >got
	[ "$(grep -cE '	(.*;)?p=0\.[0-9]{3}(;.*)?$' got)" -eq "$(wc -l <plain)" ]
	sed -E 's/(	|;)p=[0-9.]+;/\1/; s/;p=[0-9.]+$//; s/	p=[0-9.]+$/	/' got | same plain -
}

@test "a name with a cue is more probable than a guess" {
	para '市长林海青到青石大学。' >in
	qd-ner -o -t PER --probs in | grep -q 'p=0\.9'
}

@test "--min-p leaves out what is less probable" {
	qd-split "$ROOT"/examples/*.txt >in
	qd-ner -o --probs in | grep -oE 'p=0\.[0-9]+' | cut -c 5- >all
	qd-ner -o --probs --min-p 0.8 in | grep -oE 'p=0\.[0-9]+' | cut -c 5- >some
	[ "$(wc -l <some)" -gt 0 ]
	[ "$(wc -l <some)" -lt "$(wc -l <all)" ]
	awk '$1 < 800 { exit 1 }' some
	qd-ner -o --min-p 0.8 in >quiet
	none grep -E '	(.*;)?p=' quiet
}

@test "a word of small letters is no name, unless the user says so" {
	para 'hello' | qd-ner -o >got
	[ ! -s got ]
	printf 'ORG\thello\n' >own
	para 'hello' | qd-ner -o --lexicon own | cut -f 1,6 >got
	printf 'ORG\thello\n' | same - got
}

@test "a bad probability and one without the model are usage errors" {
	for p in x 1.1 -1 '' nan; do
		run -2 --separate-stderr qd-ner --min-p "$p" </dev/null
		[ "${stderr_lines[0]}" = "qd-ner: --min-p: want a number from 0 to 1, found \"$p\"" ]
	done
	run -2 --separate-stderr qd-ner --probs --no-model </dev/null
	[ "${stderr_lines[0]}" = "qd-ner: --probs and --min-p go by the model: not with --no-model" ]
}

@test "another convention writes its own types alone" {
	para '市长林海青到青岛看《海的书》。' >in
	qd-ner -o --convention msra in | cut -f 1,6 >got
	printf 'PER\t林海青\nLOC\t青岛\n' | same - got
}

@test "an unknown convention is a usage error that names those there are" {
	run -2 --separate-stderr qd-ner --convention x </dev/null
	[ "${stderr_lines[0]}" = 'qd-ner: --convention: want one of qd, msra, boson, cluener, resume, uner, found "x"' ]
}

@test "the user's names win, with their canonical form" {
	printf '# mine\nORG\t青石\t青石研究所\nPER\t青石路\n' >own
	para '青石和青石路。' >in
	for o in '' --no-model; do
		qd-ner -o $o --lexicon own in | cut -f 1,6,7 >got
		printf 'ORG\t青石\t青石研究所\nPER\t青石路\t青石路\n' | same - got
	done
}

@test "the user's names do not begin or end inside a word of letters" {
	printf 'ORG\tAB C\n' >own
	para '有AB CD和AB C。' | qd-ner -o --lexicon own | cut -f 4,5,6 >got
	printf '11\t15\tAB C\n' | same - got
}

@test "a name of the user's lexicon is one whatever marks are in it" {
	printf 'ORG\t甲/乙/丙\nLOC\t乌江//南\n' >own
	para '他在甲/乙/丙工作,常去乌江//南。' >in
	for o in --no-model --convention=msra --convention=qd; do
		qd-ner -o $o --lexicon own in | cut -f 1,6 >got
		printf 'ORG\t甲/乙/丙\nLOC\t乌江//南\n' | same - got
	done
}

@test "a lexicon's bad line is named" {
	printf 'ORG\t青石\nXYZ\t青石\n' >own
	run -2 --separate-stderr qd-ner --lexicon own </dev/null
	[ "$stderr" = "qd-ner: own:2: want a type (PER, POST, ORG, LOC, EVENT, PROJ or WORK), a name and perhaps its canonical form, separated by TABs" ]
	printf 'ORG\n' >own
	run -2 --separate-stderr qd-ner --lexicon own </dev/null
	[ "$stderr" = "qd-ner: own:1: the name is missing" ]
}

@test "no name begins or ends with a comma" {
	gives 'POST 市委常委|POST 组织部部长|PER 林海青' \
		'市委常委、组织部部长林海青出席。'
}
