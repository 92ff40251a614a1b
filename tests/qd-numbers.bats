#!/usr/bin/env bats
# qd-numbers: quantities with their value, unit, bound and what they are of.

load helpers

# para LOC TEXT: a paragraph that begins at byte 0 of document a.
para() {
	rec para a "$1" 0 "$(printf %s "$2" | wc -c)" "$2" '' ''
}

# found TEXT [DATE]: tag, surface, value and attributes of what is found in a
# paragraph, in an article of that date; joined by blanks.
found() {
	{
		rec art a 1 0 0 '' '' "${2:+date=$2}"
		para 1.1 "$1"
	} | qd-numbers -o | cut -f1,6- | tr '\t' ' ' | sed 's/ $//'
}

# want TEXT [DATE] with the expected lines on standard input.
want() {
	cat >want
	found "$@" >got
	same want got
}

@test "a quantity stands behind its block, with its place in the document" {
	rec para a 1.1 100 145 全市新建码头7座，投资12亿元。 '' '' >in
	qd-numbers in >got
	{
		cat in
		rec count a 1.1 118 122 7座 7 'of=码头;unit=座'
		rec money a 1.1 131 139 12亿元 1200000000 'of=投资;unit=CNY'
	} | same - got
}

@test "-o writes the quantities alone" {
	para 1.1 '投资12亿元。' >in
	rec LOC a 1.1 0 6 投资 投资 '' >>in
	qd-numbers -o in >got
	rec money a 1.1 6 14 12亿元 1200000000 'of=投资;unit=CNY' | same - got
}

@test "-t writes the kinds that are asked for, the others stay as they are" {
	para 1.1 '投资12亿元，增长5%，新建7座。' >in
	rec count a 1.1 31 35 7座 700 old=1 >>in
	qd-numbers -t money,percent in | cut -f1,7 >got
	printf '%s\t%s\n' para '' money 1200000000 percent 5 count 700 | same - got
}

@test "an unknown kind is a usage error" {
	status 2 qd-numbers -t sums /dev/null
	grep -q "^qd-numbers: --types: .*sums" err
}

@test "run again, it replaces what it found before" {
	para 1.1 '投资12亿元，增长5%，新建码头7座。' | qd-numbers >once
	qd-numbers once >twice
	same once twice
	[ "$(wc -l <once)" -eq 4 ]
}

@test "--keep keeps what was there" {
	para 1.1 '投资12亿元。' >in
	rec money a 1.1 6 14 12亿元 1 '' >>in
	qd-numbers --keep in | cut -f1,7 >got
	printf '%s\t%s\n' para '' money 1 money 1200000000 | sort >want
	sort got | same want -
}

@test "annotations of other tools stay, in order of place" {
	para 1.1 '云岭港投资12亿元，林海青说。' >in
	rec LOC a 1.1 0 9 云岭港 云岭港 '' >>in
	rec PER a 1.1 26 35 林海青 林海青 '' >>in
	qd-numbers in | cut -f1 | tr '\n' ' ' >got
	printf 'para LOC money PER ' | same - got
}

@test "headlines and captions are read, document and article lines are not" {
	{
		rec doc 5个港.txt 0 0 0 '' '' ''
		rec art 5个港.txt 1 0 20 新建码头5座 '' ''
		rec title 5个港.txt 1.1 0 16 新建码头5座 '' ''
		rec caption 5个港.txt 1.2 20 37 码头上的3个人 '' ''
	} | qd-numbers -o | cut -f3,6 >got
	printf '1.1\t5座\n1.2\t3个\n' | same - got
}

@test "a quantity in a text put together from pieces is found in both" {
	rec para a 1.1 10 60 投资12亿元 '' 'src=0@10,8@52' >in
	qd-numbers -o in >got
	rec money a 1.1 16 58 12亿元 1200000000 'of=投资;src=0@16,2@52;unit=CNY' | same - got
}

@test "scale words are multiplied out, exactly" {
	want '收入1.4万亿元、3541.07万元、三点五亿元、3万4000元、1,364元' <<-'EOF'
		money 1.4万亿元 1400000000000 of=收入;unit=CNY
		money 3541.07万元 35410700 of=收入;unit=CNY
		money 三点五亿元 350000000 of=收入;unit=CNY
		money 3万4000元 34000 of=收入;unit=CNY
		money 1,364元 1364 of=收入;unit=CNY
	EOF
}

@test "a full-width comma joins no digits" {
	found '共有300，200家企业' | cut -d' ' -f1-3 >got
	echo 'count 200家 200' | same - got
}

@test "full-width digits count as others, the surface stays" {
	want '水深１２．５米' <<-'EOF'
		measure １２．５米 12.5 of=水深;si=12.5m;unit=米
	EOF
}

@test "currencies, small coins, and the currency in front" {
	want '票价人民币50元，合7.2美元，邮费3元2角' <<-'EOF'
		money 人民币50元 50 of=票价;unit=CNY
		money 7.2美元 7.2 of=合;unit=USD
		money 3元2角 3.2 of=邮费;unit=CNY
	EOF
}

@test "percent, tenths, percentage points and parts of a hundred" {
	found '占5.4%，三成半，2个百分点，百分之五，3‰，七五折' |
		sed 's/of=[^;]*;//' >got
	cat >want <<-'EOF'
		percent 5.4% 5.4 unit=%
		percent 三成半 35 unit=%
		percent 2个百分点 2 unit=pp
		percent 百分之五 5 unit=%
		percent 3‰ 3 unit=‰
	EOF
	same want got
}

@test "counts with classifiers, and nouns that need none" {
	found '渔船60艘、2万人次、三大产业、230件（套）文物，3死8伤，9部门' |
		sed 's/of=[^;]*;*//;s/ $//' >got
	cat >want <<-'EOF'
		count 60艘 60 unit=艘
		count 2万人次 20000 unit=人次
		count 三大 3 unit=大
		count 230件（套） 230 unit=件（套）
		count 3 3
		count 8 8
		count 9 9
	EOF
	same want got
}

@test "measures with their base unit, rates as they are written" {
	want '堆场24万平方米，装置120万吨/年，浓度29微克/立方米，零下5℃' <<-'EOF'
		measure 24万平方米 240000 of=堆场;si=240000m2;unit=平方米
		measure 120万吨/年 1200000 of=装置;unit=吨/年
		measure 29微克/立方米 29 of=浓度;unit=微克/立方米
		measure 零下5℃ -5 si=-5degC;unit=℃
	EOF
}

@test "ratios" {
	found '三分之一，1/4，是去年的3倍，翻两番，一半，收入比为2.5∶1' |
		cut -d' ' -f1-3 >got
	cat >want <<-'EOF'
		ratio 三分之一 0.3333333333
		ratio 1/4 0.25
		ratio 3倍 3
		ratio 翻两番 4
		ratio 一半 0.5
		ratio 2.5∶1 2.5
	EOF
	same want got
}

@test "ordinals, and the points of a speech that are none" {
	want '第一，建好第三届港口节的第2号馆；第一、二批渔船' <<-'EOF'
		ordinal 第三届 3 of=港口节;unit=届
		ordinal 第2号 2 of=馆;unit=号
		ordinal 第一 1
		ordinal 二批 2 of=渔船;unit=批
	EOF
}

@test "ranges, also where the scale is said once" {
	found '1-2所，7%—10%，两到三万人，八九亿元，三五天' | cut -d' ' -f1-3 >got
	cat >want <<-'EOF'
		count 1-2所 1..2
		percent 7%—10% 7..10
		count 两到三万人 20000..30000
		money 八九亿元 800000000..900000000
		duration 三五天 P3D..P5D
	EOF
	same want got
}

@test "and more: a bound, and the interval that it names" {
	want '3000多人、百余名学生、十几家' <<-'EOF'
		count 3000多人 3000 bound=gt;hi=4000;lo=3000;unit=人
		count 百余名 100 bound=gt;hi=200;lo=100;of=学生;unit=名
		count 十几家 10 bound=gt;hi=20;lo=10;unit=家
	EOF
}

@test "bounds in front and behind" {
	found '超过5家，至少6家，不超过7家，不足8家，约9家，10家以上，11家以下，12家左右' |
		sed 's/of=[^;]*;//' | cut -d' ' -f2,4 >got
	cat >want <<-'EOF'
		5家 bound=gt;unit=家
		6家 bound=ge;unit=家
		7家 bound=le;unit=家
		8家 bound=lt;unit=家
		9家 bound=approx;unit=家
		10家 bound=ge;unit=家
		11家 bound=le;unit=家
		12家 bound=approx;unit=家
	EOF
	same want got
}

@test "direction and basis" {
	want '吞吐量同比增长8%，能耗环比下降3%，利润年均提高2%' <<-'EOF'
		percent 8% 8 basis=yoy;dir=up;of=吞吐量;unit=%
		percent 3% 3 basis=mom;dir=down;of=能耗;unit=%
		percent 2% 2 basis=annual;dir=up;of=利润;unit=%
	EOF
}

@test "both quantities of a figure and its noun" {
	want '港区有总投资超过180亿元的17个泊位项目' <<-'EOF'
		money 180亿元 18000000000 bound=gt;of=总投资;unit=CNY
		count 17个 17 of=泊位项目;unit=个
	EOF
}

@test "what was named once holds for the figures that follow" {
	found '港口货物吞吐量从3亿吨增至4亿吨，同比增长5%' | sed 's/.*of=\([^;]*\).*/\1/' | sort -u >got
	echo 港口货物吞吐量 | same - got
}

@test "dates are completed from the article's date" {
	want '2月4日。29日，去年12月，今年上半年，昨天' 2026-03-15 <<-'EOF'
		date 2月4日 2026-02-04
		date 29日 2026-03-29
		date 去年12月 2025-12
		date 今年上半年 2026-H1
		date 昨天 2026-03-14
	EOF
}

@test "without a date they stay open, or unmarked" {
	want '2月4日。29日，去年，昨天，上半年' <<-'EOF'
		date 2月4日 --02-04
		date 29日 ---29
	EOF
}

@test "--date is for documents without one" {
	{
		rec doc a 0 0 0 '' '' ''
		para 1.1 今年
		rec doc b 0 0 0 '' '' date=2024-05-06
		rec para b 1.1 0 6 今年 '' ''
	} | qd-numbers -o --date 2026-02-05 | cut -f2,7 >got
	printf 'a\t2026\nb\t2024\n' | same - got
	status 2 qd-numbers --date 2026-02-30 /dev/null
}

@test "an article's date comes before its document's" {
	{
		rec doc a 0 0 0 '' '' date=2024-05-06
		rec art a 1 0 6 '' '' ''
		para 1.1 今年
		rec art a 2 0 6 '' '' date=2023-01-02
		para 2.1 今年
		rec art a 3 0 6 '' '' ''
		para 3.1 今年
	} | qd-numbers -o | cut -f7 | tr '\n' ' ' >got
	printf '2024 2023 2024 ' | same - got
}

@test "a year in the article's title completes a date without one" {
	{
		rec art a 1 0 30 2026年港口开航 '' date=--02-05
		para 1.1 4日
	} | qd-numbers -o | cut -f7 >got
	echo 2026-02-04 | same - got
}

@test "a line of a date is the date of what follows" {
	{
		para 1.1 '2014年3月2日 08:15'
		para 1.2 昨天
	} | qd-numbers -o | cut -f7 | tr '\n' ' ' >got
	printf '2014-03-02 2014-03-01 ' | same - got
}

@test "a date that does not exist is none" {
	want '2月30日，2026-02-30，13月5日' 2026-03-01 </dev/null
}

@test "periods" {
	want '“十五五”规划，10月20日至23日，2021—2025年，前三季度，1—11月' 2025-12-01 <<-'EOF'
		period 十五五 2026/2030
		period 10月20日至23日 2025-10-20/2025-10-23
		period 2021—2025年 2021/2025
		period 前三季度 2025-01/2025-09
		period 1—11月 2025-01/2025-11
	EOF
}

@test "lengths of time" {
	want '五年，半年多，1小时20分，两个半月，未来10天内' <<-'EOF'
		duration 五年 P5Y
		duration 半年多 P6M bound=gt
		duration 1小时20分 PT1H20M
		duration 两个半月 P2.5M
		duration 10天 P10D bound=le
	EOF
}

@test "a time of day is no quantity, its day is" {
	want '5日20时30分，下午3点，14:30' 2026-03-01 <<-'EOF'
		date 5日 2026-03-05
	EOF
}

@test "codes" {
	want '电话0532-12345678，邮箱gang@example.com，见http://example.com/a?b=1。' <<-'EOF'
		code 0532-12345678 0532-12345678 of=电话
		code gang@example.com gang@example.com of=邮箱
		code http://example.com/a?b=1 http://example.com/a?b=1 of=见
	EOF
}

@test "numerals in idioms, fixed phrases, names and slogans are left alone" {
	want '一批、一系列、第一时间、千方百计、三亚、四川、统一、5G、3D、2.0版、4×100米、3+2+1、“四个中心”、12345热线、3比1' </dev/null
}

@test "一 counts nothing, but it measures" {
	want '一个人，一家企业，一小时，一亩地' <<-'EOF'
		duration 一小时 PT1H
		measure 一亩 1 of=地;si=666.6666666667m2;unit=亩
	EOF
}

@test "a long run of digits is no quantity and costs its length once" {
	head -c 1000000 /dev/zero | tr '\0' 1 >digits
	rec para a 1.1 0 1000009 "$(cat digits)个，5家" '' '' >in
	qd-numbers -o in | cut -f6 >got
	echo 5家 | same - got
}

@test "a table that is missing is named" {
	mkdir tables
	status 2 qd-numbers --data tables /dev/null
	grep -q '^qd-numbers: .*tables/units.tsv' err
}

@test "a line of a table that is wrong is named" {
	cp -R "$BUILD/share" tables
	printf '尺\tlength\t-\t1/3\tm\n' >tables/units.tsv
	status 2 qd-numbers --data tables /dev/null
	grep -q "units.tsv:1: unknown kind 'length'" err
}
