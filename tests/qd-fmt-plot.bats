#!/usr/bin/env bats
# qd-fmt -t svg and -t gnuplot: charts for reports.
# shellcheck disable=SC2016

load helpers

# xml FILE: well formed, or fails.
xml() {
	python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$1"
}

# sums: records of one metric told in many ways.
sums() {
	rec para a 1.1 0 90 船 '' ''
	rec money a 1.1 0 3 船 0.1 'of=码头;unit=CNY'
	rec money a 1.1 3 6 船 0.2 'bound=ge;of=码头;unit=CNY'
	rec money a 1.1 6 9 船 9007199254740993 'of=泊位;unit=CNY'
	rec money a 1.1 9 12 船 1 'of=泊位;unit=CNY'
	rec money a 1.1 12 15 船 3 'dir=up;of=泊位;unit=CNY'
	rec count a 1.1 15 18 船 20..30 'of=船员;unit=人'
	rec count a 1.1 18 21 船 5 'of=船员;unit=人'
	rec percent a 1.1 21 24 船 7 'of=码头;unit=%'
	rec para a 1.2 100 190 船 '' 'dup=a:1.1;dup-kind=exact'
	rec money a 1.2 100 103 船 100 'of=码头;unit=CNY'
}

# dates VALUE...: a record each.
dates() {
	rec para a 1.1 0 90 船 '' ''
	local v
	for v; do
		rec date a 1.1 0 3 船 "$v" ''
	done
}

@test "svg: bars are the sums by metric, exact, repeats and per cents aside" {
	sums | qd-fmt -t svg >got.svg
	xml got.svg
	grep -o '<title>[^<]*' got.svg >got
	cat >want <<-'EOF'
		<title>泊位: 9,007,199,254,740,994; sum of 2
		<title>泊位 ↑: 3; sum of 1
		<title>码头: 0.3; sum of 2; 1 with a bound; 1 in repeats left out
		<title>船员: 25..35; sum of 2
	EOF
	same want got
}

@test "svg: --chart bars is the default" {
	sums | qd-fmt -t svg >want
	sums | qd-fmt -t svg --chart bars >got
	same want got
}

@test "svg: the time line counts dates by step, outliers at its ends" {
	# shellcheck disable=SC2046
	dates 1949-10-01 $(seq -f 2026-02-%02.0f 1 25) 2026-02-25 2026 2021/2025 --05-01 |
		qd-fmt -t svg --chart timeline >got.svg
	xml got.svg
	grep -o '<title>[^<]*' got.svg | tail -n 1 | grep -qx '<title>2026-02-25: 2'
	[ "$(grep -o '<title>' got.svg | wc -l)" -eq 25 ]
	grep -q '>← 1<' got.svg
	grep -q '>2026 · 1<' got.svg
	grep -q '>2021/2025 · 1<' got.svg
}

# articles: two, with names.
articles() {
	rec art a 1 0 9 港口开航 '' ''
	rec para a 1.1 0 9 船 '' ''
	rec LOC a 1.1 0 3 船 船 ''
	rec PER a 1.1 0 3 船 船 ''
	rec art a 2 0 9 '<山里>' '' ''
	rec para a 2.1 0 9 船 '' ''
	rec LOC a 2.1 0 3 船 船 ''
}

@test "svg: the names by article" {
	articles | qd-fmt -t svg --chart articles >got.svg
	xml got.svg
	grep -o '<text class="label end"[^/]*' got.svg | sed 's/.*>\(.*\)</\1/' >got
	printf '%s\n' 港口开航 '&lt;山里&gt;' | same - got
}

@test "svg: text that looks like markup is text" {
	{
		rec para a 1.1 0 9 船 '' ''
		rec money a 1.1 0 3 船 1 'of=</text><script>x()</script>&"\;;unit=]]><b>'
		printf 'money\ta\t1.1\t0\t3\t船\t1\tof=\001\177;unit=\001\n'
	} | qd-fmt -t svg >got.svg
	xml got.svg
	none grep -iE '<script|<b>' got.svg
	grep -q '&lt;/text&gt;&lt;script&gt;x()' got.svg
}

@test "svg: an empty stream is an empty chart" {
	for c in bars timeline articles; do
		qd-fmt -t svg --chart $c </dev/null >got.svg
		xml got.svg
	done
}

@test "gnuplot: the data stand in the script" {
	sums | qd-fmt -t gnuplot >got
	sed -n '/^\$sums/,/^EOD/p' got >data
	cat >want <<-'EOF'
		$sums1 << EOD
		"money CNY" "to" "of"
		9007199254740994 9007199254740994 "泊位"
		3 3 "泊位 up"
		0.3 0.3 "码头"
		EOD
		$sums2 << EOD
		"count 人" "to" "of"
		25 35 "船员"
		EOD
	EOF
	same want data
	dates 2026-02-04 2026-02-06 2026-02-06 | qd-fmt -t gnuplot --chart timeline |
		sed -n '/^\$dates/,/^EOD/p' >data
	printf '%s\n' '$dates << EOD' '2026-02-04 1' '2026-02-05 0' '2026-02-06 2' EOD |
		same - data
	articles | qd-fmt -t gnuplot --chart articles | sed -n '/^"[^a]/,/^EOD/p' >data
	printf '%s\n' '"港口开航" 1 0 0 1 0 0 0 0 0' '"<山里>" 0 0 0 1 0 0 0 0 0' EOD |
		same - data
}

@test "gnuplot: no text of a record is a command" {
	{
		rec para a 1.1 0 9 船 '' ''
		rec money a 1.1 0 3 船 1 'of=`touch run1`"\nEOD\nsystem("touch run2")\\;unit=`touch run3`$(touch run4)'
	} | qd-fmt -t gnuplot >got
	sed -n '/^\$sums/,/^EOD/p' got >data
	none grep -n '`' got
	[ "$(wc -l <data)" -eq 4 ]
	command -v gnuplot >/dev/null || skip "no gnuplot here"
	{ echo 'set terminal dumb'; cat got; } | gnuplot >plot 2>err
	none ls run1 run2 run3 run4
}

@test "gnuplot: draws every chart" {
	command -v gnuplot >/dev/null || skip "no gnuplot here"
	{ echo 'set terminal dumb'; sums | qd-fmt -t gnuplot; } | gnuplot >plot 2>err
	[ ! -s err ] || fail "$(cat err)"
	grep -q 泊位 plot
	{
		echo 'set terminal dumb'
		dates 2026-02-04 2026-02-06 | qd-fmt -t gnuplot --chart timeline
	} | gnuplot >plot 2>err
	[ ! -s err ] || fail "$(cat err)"
	grep -q 2026-02 plot
	{
		echo 'set terminal dumb'
		articles | qd-fmt -t gnuplot --chart articles
	} | gnuplot >plot 2>err
	[ ! -s err ] || fail "$(cat err)"
	grep -q PER plot
}

@test "--chart is for svg and gnuplot, and one of three" {
	status 2 qd-fmt -t svg --chart pie
	head -n 1 err | grep -qx "qd-fmt: --chart: 'pie' is none of bars, timeline and articles"
	status 2 qd-fmt -t csv --chart bars
	head -n 1 err | grep -qx 'qd-fmt: --chart: not for csv'
}
