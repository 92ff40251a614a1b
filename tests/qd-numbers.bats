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

# each DATE TEXT...: as found, each text a paragraph of an article of that date.
each() {
	local date=$1
	shift
	for t; do
		rec art a 1 0 0 '' '' "date=$date"
		para 1.1 "$t"
	done | qd-numbers -o | cut -f1,6- | tr '\t' ' ' | sed 's/ $//'
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
		percent 七五折 75 unit=%
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
		percent 8% 8 basis=yoy;dir=up;of=吞吐量;status=done;unit=%
		percent 3% 3 basis=mom;dir=down;of=能耗;status=done;unit=%
		percent 2% 2 basis=annual;dir=up;of=利润;status=done;unit=%
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

@test "spaces within a quantity do not matter, its surface keeps them" {
	want '2026 年 2 月 4 日，超过 5 亿元，约 3.5 万 平方米，三千 八百 人，百 分 之 五，第 3 届 ，张三 李四' <<-'EOF'
		date 2026 年 2 月 4 日 2026-02-04
		money 5 亿元 500000000 bound=gt;time=2026-02-04;unit=CNY
		measure 3.5 万 平方米 35000 bound=approx;si=35000m2;time=2026-02-04;unit=平方米
		count 三千 八百 人 3800 time=2026-02-04;unit=人
		percent 百 分 之 五 5 time=2026-02-04;unit=%
		ordinal 第 3 届 3 unit=届
	EOF
}

@test "coins, 个亿, and the digit behind 成" {
	found '九块九毛九，三块糖，5个亿元，七成六，打对折，半折' |
		sed 's/of=[^;]*;*//;s/ $//' >got
	cat >want <<-'EOF'
		money 九块九毛九 9.99 unit=CNY
		count 三块 3 unit=块
		money 5个亿元 500000000 unit=CNY
		percent 七成六 76 unit=%
		percent 对折 50 unit=%
		percent 半折 50 unit=%
	EOF
	same want got
}

@test "摄氏 in front of a number is part of its unit" {
	want '零下摄氏三十一度半，华氏22点6度' <<-'EOF'
		measure 零下摄氏三十一度半 -31.5 si=-31.5degC;unit=摄氏度
		measure 华氏22点6度 22.6 unit=华氏度
	EOF
}

@test "节 is a knot behind a word of speed, else it counts" {
	want '航速可达30节，挂了8节车厢' <<-'EOF'
		measure 30节 30 of=航速;si=15.4333333333m/s;unit=节
		count 8节 8 of=车厢;unit=节
	EOF
}

@test "minutes and seconds, with hundredths behind them" {
	want '2分05秒31，五分半钟，五点五分钟，下午三点五十分' <<-'EOF'
		duration 2分05秒31 PT2M5.31S
		duration 五分半钟 PT5M30S
		duration 五点五分钟 PT5.5M
	EOF
}

@test "fractions with a whole number, with a sign, with cheque digits" {
	want '一又三分之二，负三分之一，二分之壹，1 1/2杯' <<-'EOF'
		ratio 一又三分之二 1.6666666667
		ratio 负三分之一 -0.3333333333
		ratio 二分之壹 0.5
		ratio 1 1/2 1.5
	EOF
}

@test "a weekday is that of the article's week, unless it comes again and again" {
	want '总务处星期五说，周二，每周三，周一至周四，周六、周日，下周周六' 2026-02-05 <<-'EOF'
		date 星期五 2026-02-06
		date 周二 2026-02-03
		date 下周周六 2026-02-14
	EOF
}

@test "days of the Chinese calendar" {
	want '正月初八，农历八月十五，2025年闰六月廿三，八月十五' 2026-02-20 <<-'EOF'
		date 正月初八 2026-02-24
		date 农历八月十五 2025-10-06
		date 2025年闰六月廿三 2025-08-16
		date 八月十五 2025-08-15
	EOF
}

@test "a holiday is a date only where it is all that the text says" {
	each 2026-02-05 去年中秋 2019年感恩节 春节 冬至 去年中秋回家 | cut -d' ' -f2,3 >got
	cat >want <<-'EOF'
		去年中秋 2025-10-06
		2019年感恩节 2019-11-28
		春节 2026-02-17
		冬至 2025-12-21
		去年 2025
	EOF
	same want got
}

@test "a text that is nothing but a quantity is read more freely" {
	each 2026-02-05 .77 '1 3/5' '- 1,200' '12, 5、3.5' 一升 一一 20天后 6·30 \
		2月14 星期二 万 一、 >got
	cat >want <<-'EOF'
		number .77 0.77
		ratio 1 3/5 1.6
		number - 1,200 -1200
		number 12 12
		number 5 5
		number 3.5 3.5
		measure 一升 1 si=0.001m3;unit=升
		number 一一 11
		date 20天后 2026-02-25
		date 6·30 2026-06-30
		date 2月14 2026-02-14
		date 星期二 2026-02-10
	EOF
	same want got
}

@test "a note's bare number is a page's, not a quantity" {
	rec note a 1.1 0 2 12 '' '' | qd-numbers -o >got
	[ ! -s got ]
}

@test "status and time: what is planned, what is done, and when" {
	want '2025年，产值突破14亿元，今年力争达到15亿元。到2030年新建泊位7个。2020年以来投资12亿元，比2019年增长1倍。港区有泊位3个。' 2026-02-05 <<-'EOF'
		date 2025年 2025
		money 14亿元 1400000000 bound=gt;of=产值;status=done;time=2025;unit=CNY
		date 今年 2026
		money 15亿元 1500000000 of=产值;status=target;time=2026;unit=CNY
		date 2030年 2030
		count 7个 7 of=泊位;status=target;time=2030;unit=个
		date 2020年 2020
		money 12亿元 1200000000 of=投资;status=done;time=2020/2026-02-05;unit=CNY
		date 2019年 2019
		ratio 1倍 1 dir=up;of=投资;status=done;time=2020/2026-02-05;unit=倍
		count 3个 3 of=泊位;unit=个
	EOF
}

@test "a forecast stays one, whatever it is compared with" {
	found '预计吞吐量同比增长8%' | grep -o 'status=[a-z]*' >got
	echo status=target | same - got
}

@test "of: behind 来, 就业, a bound; a plan that is counted; several in a list" {
	found '全区产值超过9亿元，五年来年均增长7%；新增就业3万人；实施救助超过8万人次；第一个五年规划；65家单位参展，展出5000余种、6500余册图书' |
		sed -n 's/.* \([^ ]*\) [^ ]* .*of=\([^;]*\).*/\1 \2/p' >got
	cat >want <<-'EOF'
		9亿元 全区产值
		7% 全区产值
		3万人 就业
		8万人次 救助
		第一个 五年规划
		65家 单位
		5000余种 图书
		6500余册 图书
	EOF
	same want got
}

@test "--units adds units and classifiers, which come before the others" {
	printf '碗水\tmeasure\t-\t1/4000\tm3\n筒\tcount\n' >more.tsv
	printf '家\tnone\n' >less.tsv
	para 1.1 '三碗水，五筒米，7家' >in
	qd-numbers -o --units more.tsv --units less.tsv in | cut -f1,6- | tr '\t' ' ' >got
	cat >want <<-'EOF'
		measure 三碗水 3 si=0.00075m3;unit=碗水
		count 五筒 5 of=米;unit=筒
	EOF
	same want got
}

@test "a unit that stands in a table in both widths is one" {
	{
		seq -f '仓%03g	count' 200
		printf 'Ｗ级舱\tcount\t甲\nW级舱\tcount\t乙\n'
	} >more.tsv
	para 1.1 '新建3W级舱。' >in
	qd-numbers -o --units more.tsv in | cut -f1,6- | tr '\t' ' ' >got
	echo 'count 3W级舱 3 of=新建;unit=乙' >want
	same want got
}

@test "of a holiday that stands in the table twice the first is taken" {
	cp -R "$BUILD/share" tables
	printf '元旦\t02-02\n' >>tables/holidays.tsv
	{
		rec art a 1 0 0 '' '' date=2026-01-05
		para 1.1 '元旦'
	} | qd-numbers -o --data tables | cut -f7 >got
	echo 2026-01-01 >want
	same want got
}

@test "a user's table that is wrong is named with its line" {
	printf '# mine\n碗\tmeasure\t-\tsome\tm3\n' >bad
	status 2 qd-numbers --units bad /dev/null
	grep -qx 'qd-numbers: bad:2: want a factor as a or a/b' err
	status 2 qd-numbers --units nosuch /dev/null
	grep -q '^qd-numbers: .*nosuch' err
}

@test "no table of units, however broken, breaks the tool" {
	para 1.1 '三碗水，5尺布' >in
	head -n 60 "$BUILD/share/units.tsv" | tail -n 30 >seed
	awk -v seed=7 'BEGIN { srand(seed) }
		{ line[NR] = $0 }
		END {
			for (k = 0; k < 20; k++) {
				f = "t" k
				for (i = 1; i <= NR; i++) {
					s = line[i]; p = int(rand() * length(s)) + 1
					if (rand() < 0.15)
						s = substr(s, 1, p - 1) substr("\t/-1a\xff#", int(rand() * 7) + 1, 1) substr(s, p + int(rand() * 3))
					print s >f
				}
				close(f)
			}
		}' seed
	for t in t*; do
		s=0
		qd-numbers -o --units "$t" in >out 2>err || s=$?
		[ "$s" -eq 0 ] || { [ "$s" -eq 2 ] && grep -q "^qd-numbers: $t:[0-9]*: " err; } ||
			fail "$t: status $s, $(cat err)"
	done
}

@test "an almanac that is wrong is named" {
	cp -R "$BUILD/share" tables
	sed -i 's/^1931\t/1932\t/' tables/almanac.tsv
	status 2 qd-numbers --data tables /dev/null
	grep -q 'almanac.tsv:[0-9]*: want a year' err
	cp "$BUILD/share/almanac.tsv" tables
	echo '某节	13-40' >>tables/holidays.tsv
	status 2 qd-numbers --data tables /dev/null
	grep -q 'holidays.tsv:[0-9]*: want a name' err
}

@test "the almanac is what scripts/mkalmanac computes" {
	command -v python3 >/dev/null || skip "no python3 here"
	"$ROOT/scripts/mkalmanac" 2024 2026 2>/dev/null >got
	grep '^#\|^202[456]' "$ROOT/data/almanac.tsv" | same - got
}

@test "other systems' cases: what is not right is a conflict with its reason" {
	cases="$ROOT/../shared/peers/cases.tsv"
	[ -f "$cases" ] || skip "no cases of other systems beside the project"
	python3 "$ROOT/../shared/tools/peers.py" "$cases" "$BUILD/bin/qd-numbers" --errors >figures
	awk -F'\t' '$1 == "peers.all" { ok = $2 >= 93 } END { exit !ok }' figures
	awk -F'\t' '$1 == "!" { print $2 }' figures | sort -u >wrong
	grep -v '^#' "$ROOT/tests/data/peers-conflicts.tsv" | cut -f1 | sort -u | same wrong -
}

# giant LINES SENTENCE: a paragraph that says the sentence so many times.
giant() {
	yes "$2" | head -n "$1" | tr -d '\n' >text
	printf 'para\ta\t1.1\t0\t%d\t' "$(wc -c <text)"
	cat text
	printf '\t\t\n'
}

@test "a block of 15 MB is read in 64 MiB of memory" {
	sanitized && skip "sanitizers take address space of their own"
	giant 380000 '全市新建码头7座，投资12亿元。' >in
	[ "$(wc -c <in)" -gt 15000000 ]
	(ulimit -v 65536 && qd-numbers -o in) | grep -c ^money >got
	echo 380000 | same - got
}

@test "in a block longer than a piece, annotations join in any order alike" {
	giant 8000 '全市新建码头7座，投资12亿元，增长5%。' >in
	qd-numbers in >want
	qd-numbers -t money in | qd-numbers -t count | qd-numbers -t percent >got
	same want got
	qd-numbers -o in | sort -s -n -k4,4 >sorted
	qd-numbers -o in | same sorted -
}

@test "a run of digits that is cut at the end of a piece has no rest" {
	head -c $((8 * 65536)) /dev/zero | tr '\0' 7 >digits
	rec para a 1.1 0 524307 "岛$(cat digits)个，5家。" '' '' >in
	qd-numbers -o in | cut -f6 >got
	echo 5家 | same - got
}

@test "where a block's pieces were moved, quantities stand in order of place" {
	rec para a 1.1 10 58 '投资12亿元新建7座' '' 'src=0@38,14@10' >in
	qd-numbers -o in | cut -f4-6 >got
	printf '16\t20\t7座\n44\t52\t12亿元\n' | same - got
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

@test "a name may begin with a quotation, whose words are no verbs" {
	want '破解两个“不可能”难题。' <<-'EOF'
	count 两个 2 of=“不可能”难题;unit=个
	EOF
}

@test "what stands in brackets is not of the name" {
	want '总票房（含邻省）突破4亿元。' <<-'EOF'
	money 4亿元 400000000 bound=gt;of=总票房;unit=CNY
	EOF
}

@test "a dash ends a name" {
	want '走访全市第三座跨海大桥——北港大桥。' <<-'EOF'
	ordinal 第三座 3 of=跨海大桥;unit=座
	EOF
}

@test "a comparison that reaches over a date is no name" {
	want '客流较去年同期增长8%。' 2024-03-18 <<-'EOF'
	date 去年 2023
	percent 8% 8 basis=yoy;dir=up;of=客流;unit=%
	EOF
}

@test "the first two months are a period" {
	want '今年前两个月，货运增长5%。' 2024-06-18 <<-'EOF'
	period 今年前两个月 2024-01/2024-02
	percent 5% 5 dir=up;of=货运;time=2024-01/2024-02;unit=%
	EOF
	want '前两个月，货运增长5%。' 2024-03-18 <<-'EOF'
	period 前两个月 2024-01/2024-02
	percent 5% 5 dir=up;of=货运;time=2024-01/2024-02;unit=%
	EOF
	found '前两个月没有下雨。' 2024-09-18 | grep -q '^duration 两个月 P2M'
}

@test "a range from last year to this year ends in the article's" {
	want '从去年一季度到今年一季度。' 2024-06-18 <<-'EOF'
	period 去年一季度到今年一季度 2023-Q1/2024-Q1
	EOF
}

@test "the year or day beside one is no length of time" {
	want '比上一年少，前一天已到，“码头十年”行动。' 2024-03-18 </dev/null
	want '提前一天完工。' 2024-03-18 <<-'EOF'
	duration 一天 P1D
	EOF
}

@test "the number of an institution is part of its name" {
	want '北港第三人民医院和第二中学开放，居全省第二。' <<-'EOF'
	ordinal 第二 2 of=全省
	EOF
}

@test "a slogan of figures and classifiers counts nothing" {
	want '落实“5个1”机制。' </dev/null
}

@test "tomorrow is no date where it is looked forward to" {
	want '相信明天，拥抱明天。' 2024-03-18 </dev/null
}

@test "a class of words that the tables do not know is refused" {
	cp -R "$BUILD/share" tables
	printf '约\tabout\n' >tables/cues.tsv
	status 2 qd-numbers --data tables /dev/null
	grep -q "cues.tsv:1: unknown class 'about'" err
}
