#!/usr/bin/env bats
# qd-fmt -t html: the page itself, and in a browser what a person does with it.

load helpers

# stream: reads a script of blocks and annotations (python literals), writes
# records: ("b", tag, loc, text, attrs) and ("a", tag, surface, value, attrs);
# the n-th annotation of one surface stands at its n-th place in the block.
stream() {
	python3 -c '
import sys
def esc(s):
    for a, b in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        s = s.replace(a, b)
    return s
def put(*f):
    sys.stdout.buffer.write(("\t".join(map(str, f)) + "\n").encode())
at, seen, block, start, doc, run = 0, {}, "", 0, "a.txt", []
def flush():
    global run
    for r in sorted(run, key=lambda r: (r[3], -r[4])):
        put(*r)
    run = []
for line in eval(sys.stdin.read()):
    kind, tag, place, *rest = line
    if kind == "b":
        flush()
        text, attrs = rest
        start, block, seen, loc = at, text, {}, place
        at += len(text.encode()) + 1
        put(tag, doc, loc, start, at - 1, esc(text), "", attrs)
    elif kind == "a":
        value, attrs = rest
        i = block.index(place, seen.get(place, 0))
        seen[place] = i + 1
        s = start + len(block[:i].encode())
        run.append((tag, doc, loc, s, s + len(place.encode()), esc(place),
                    esc(value), attrs))
    else:
        flush()
        doc, date = tag, place
        at = 0
        put("doc", doc, 0, 0, 0, "", "", date)
flush()
'
}

harbour() {
	stream <<'EOF'
[("d", "a.txt", "date=2026-03-05"),
 ("b", "title", "1.1", "港口开航", ""),
 ("a", "LOC", "港口", "港口", ""),
 ("b", "para", "1.2", "市长林海青3月5日说，林海青的码头全年投资超过12亿元。", ""),
 ("a", "POST", "市长", "市长", ""),
 ("a", "PER", "林海青", "林海青", "post=市长"),
 ("a", "PER", "林海青", "林海青", ""),
 ("a", "date", "3月5日", "2026-03-05", ""),
 ("a", "money", "12亿元", "1200000000", "bound=ge;of=码头|泊\\;位;unit=CNY"),
 ("b", "para", "1.3", "东湾新增7条、7.5公里、7.4%、零下3度、20到30人，五年。", ""),
 ("a", "LOC", "东湾", "东湾", ""),
 ("a", "count", "7条", "7", "of=航线;unit=条"),
 ("a", "measure", "7.5公里", "7.50", "unit=公里"),
 ("a", "percent", "7.4%", "7.4", "unit=%"),
 ("a", "measure", "零下3度", "-3", "unit=度"),
 ("a", "count", "20到30人", "20..30", "of=船员;unit=人"),
 ("a", "duration", "五年", "P5Y", ""),
 ("b", "para", "2.1", "市长林海青3月5日说，林海青的码头全年投资超过12亿元。", "dup=a.txt:1.2;dup-kind=exact"),
 ("a", "PER", "林海青", "林海青", ""),
 ("b", "para", "2.2", "编号9007199254740993和9007199254740992。", ""),
 ("a", "number", "9007199254740993", "9007199254740993", ""),
 ("a", "number", "9007199254740992", "9007199254740992", "")]
EOF
}

attack() {
	stream <<'EOF'
[("d", "\"><script>hit=1</script>", "date=<script>hit=1</script>"),
 ("b", "title", "1.1", "</h3></title><script>hit=1</script>", ""),
 ("b", "para", "1.2", "</p></script><script>hit=1</script><img src=x onerror=hit=1> &lt; &#60; \" ' ` \u2028\u2029\0\1\x1b\x7f\x85 end", "cut=\"><script>hit=1</script>"),
 ("a", "PER", "<img src=x onerror=hit=1>", "\"><img src=x onerror=hit=1>", "post=\"><script>hit=1</script>"),
 ("a", "money", "end", "</td></table><script>hit=1</script>", "of=<b>;unit=\"><script>hit=1</script>"),
 ("a", "date", "script", "<script>hit=1</script>", ""),
 ("b", "para", "1.3", "x", "dup=javascript:hit=1;dup-kind=<b>")]
EOF
	printf 'no record <script>hit=1</script> \377\n'
}

# 1,000 articles of some lines each.
thousand() {
	LC_ALL=C awk 'BEGIN {
		OFS = "\t"
		for (i = 1; i <= 1000; i++) {
			print "doc", i ".txt", 0, 0, 0, "", "", ""
			print "title", i ".txt", "1.1", 0, 12, "港口开航", "", ""
			for (k = 2; k <= 6; k++) {
				print "para", i ".txt", "1." k, 20 * k * 10, 20 * k * 10 + 33,
				    "市长林海青投资" 10000 + i "元", "", ""
				print "PER", i ".txt", "1." k, 20 * k * 10 + 6,
				    20 * k * 10 + 15, "林海青", "林海青" i % 700, ""
			}
			print "money", i ".txt", "1.6", 1200 + 21, 1200 + 29,
			    10000 + i "元", 10000 + i, "of=码头;unit=CNY"
		}
	}'
}

setup_file() {
	cd "$BATS_FILE_TMPDIR" || return
	harbour | qd-fmt -t html >page.html
	attack | qd-fmt -q -t html --title '</title><script>hit=1</script>' >attack.html || true
	thousand | qd-fmt -t html >big.html
	: >seen
	if PYTHONPATH="$ROOT/tests" python3 -c 'import browser, sys; sys.exit(not browser.find())'; then
		timeout 300 python3 "$ROOT/tests/qd-fmt-html.py" "$PWD/page.html" \
			"$PWD/attack.html" "$PWD/big.html" >seen 2>seen.err ||
			echo "driver: $(tail -n 3 seen.err)" >>seen
	else
		echo "no browser" >seen
	fi
}

# browser NAME: what the browser found of it.
browser() {
	cp "$BATS_FILE_TMPDIR/seen" seen
	none grep -x 'no browser' seen || skip "no chromium here"
	grep -qx "ok $1" seen || fail "$(grep -F -e " $1" -e driver: seen)"
}

# page NAME: the page of that name, made once for all.
page() {
	cp "$BATS_FILE_TMPDIR/$1.html" page.html
}

# plain FILE: the text of the elements that bear a block's id, a line each.
plain() {
	python3 - "$1" <<-'PY'
		import sys
		from html.parser import HTMLParser
		class P(HTMLParser):
		    skip = 0
		    text = None
		    def handle_starttag(self, tag, attrs):
		        a = dict(attrs)
		        if a.get("id", "").startswith("b") and a["id"][1:].isdigit():
		            self.text, self.depth = "", 0
		        if self.text is not None:
		            self.depth += 1
		            if a.get("class") in ("dup", "times", "loose"):
		                self.skip = self.depth
		    def handle_endtag(self, tag):
		        if self.text is None:
		            return
		        if self.skip == self.depth:
		            self.skip = 0
		        self.depth -= 1
		        if self.depth == 0:
		            print(self.text.strip())
		            self.text = None
		    def handle_data(self, data):
		        if self.text is not None and not self.skip:
		            self.text += data
		P().feed(open(sys.argv[1], encoding="utf-8").read())
	PY
}

@test "html: the text of each block is in the page, whatever marks it bears" {
	page page
	plain page.html >got
	harbour | awk -F'\t' '$1 ~ /^(title|para)$/ { print $6 }' >want
	same want got
}

@test "html: marks that nest and cross are cut, the text stays" {
	{
		rec para a 1.1 0 18 甲乙丙丁戊己 '' ''
		rec X a 1.1 0 12 甲乙丙丁 x ''
		rec Y a 1.1 3 6 乙 y ''
		rec Z a 1.1 9 18 丁戊己 z ''
		rec W a 1.1 12 15 戊 w ''
	} | qd-fmt -t html >page.html
	plain page.html >got
	echo 甲乙丙丁戊己 | same - got
	grep '<p id="b1"' page.html | sed 's/.*"para">//; s/ data-[ev]="[^"]*"//g' >got
	echo '<mark id="m1" data-t="X">甲<mark id="m2" data-t="Y">乙</mark>丙<mark id="m3" data-t="Z">丁</mark></mark><mark data-m="m3" data-t="Z"><mark id="m4" data-t="W">戊</mark>己</mark></p>' |
		same - got
}

@test "html: many marks over one place are not lost, nor is the text" {
	{
		rec para a 1.1 0 60 "$(printf '船%.0s' {1..20})" '' ''
		for i in {1..19}; do
			rec "T$i" a 1.1 0 $((60 - 3 * i)) "$(printf '船%.0s' $(seq $((20 - i))))" v ''
		done
	} | qd-fmt -t html >page.html
	plain page.html >got
	printf '船%.0s' {1..20} | same <(cat; echo) <(cat got)
	[ "$(grep -o '<mark id=' page.html | wc -l)" -eq 19 ]
}

@test "html: an annotation that has no place is shown behind its block" {
	{
		rec para a 1.1 0 6 港口 '' ''
		rec LOC a 1.1 0 6 码头 码头 ''
	} | qd-fmt -t html >page.html
	grep -q '港口 <span class="loose"><mark id="m1" data-t="LOC" data-e="0">码头</mark></span></p>' page.html
}

@test "html: annotations without their blocks are shown by themselves" {
	rec LOC a 1.1 0 6 港口 港口 '' | qd-fmt -t html >page.html
	grep -q '<p class="loose"><mark id="m1" data-t="LOC" data-e="0">港口</mark></p>' page.html
}

@test "html: a line that is no record is shown, its bad bytes as U+FFFD" {
	printf 'a <b> \377\n' >in
	status 1 qd-fmt -t html in
	grep -qx '<p class="raw">a &lt;b&gt; �</p>' out
}

@test "html: the sentences of a paragraph stand in one, each with its id" {
	{
		rec sent a 1.1.1 0 9 开工。 '' ''
		rec sent a 1.1.2 9 18 完工。 '' ''
		rec sent a 1.2.1 18 27 通车。 '' ''
	} | qd-fmt -t html | grep 'class="sent"' >got
	cat >want <<-'EOF'
		<p class="para"><span id="b1" class="sent">开工。</span><span id="b2" class="sent">完工。</span></p>
		<p class="para"><span id="b3" class="sent">通车。</span></p>
	EOF
	same want got
}

@test "html: a headline that is no block of its own is one all the same" {
	{
		rec art a 1 0 9 港口开航 '' 'by=罗永嘉|汪小荷;date=2026-03-05'
		rec para a 1.1 0 9 开工。 '' ''
	} | qd-fmt -t html >page.html
	grep -q '^<h3 class="title">港口开航</h3>$' page.html
	grep -q '<p class="meta"><span>2026-03-05</span><span>罗永嘉</span><span>汪小荷</span></p>' page.html
}

@test "html: a repeat links to the block it repeats, if that is in the page" {
	{
		rec para a:b 1.1 0 9 开工。 '' ''
		rec para a:b 1.2 9 18 开工。 '' 'dup=a:b:1.1;dup-kind=exact'
		rec para a:b 1.3 18 27 开工。 '' 'dup=z:9.9;dup-kind=exact'
	} | qd-fmt -t html >page.html
	grep -q '<p id="b2" class="para rep".*<a class="dup" href="#b1">' page.html
	grep -q '<p id="b3".*<a class="dup"><span' page.html
}

@test "html: parts that are repeats are marked by dup-span" {
	rec para a 1.1 100 118 甲乙丙丁戊己 '' 'dup=z:1.1;dup-kind=partial;dup-span=103-109|115-118' |
		qd-fmt -t html >page.html
	grep -q '>甲<span class="again">乙丙</span>丁戊<span class="again">己</span> <a' page.html
}

@test "html: a paragraph that is cut shows it, its other attributes are kept" {
	rec para a 1.1 0 6 船 '' 'cut=head|tail;src=0@0;x=<y>' | qd-fmt -t html >page.html
	grep -qx '<p id="b1" class="para cut-head cut-tail" data-x="cut=head|tail;x=&lt;y&gt;">船</p>' page.html
}

@test "html: names are in the index by frequency, with their offices" {
	page page
	grep -A1 '<section class="panel" data-t="PER">' page.html | tail -n 1 |
		sed 's/.*<ol class="names">//' >got
	echo '<li data-e="2"><a href="#m3">林海青</a><span class="posts"><span>市长</span></span><button type="button" class="n" aria-expanded="false">3</button></li>' |
		same - got
}

@test "html: dates stand in the order of time, years of unknown time last" {
	{
		rec para a 1.1 0 30 甲乙丙丁戊 '' ''
		rec date a 1.1 0 3 甲 2026-02-04 ''
		rec date a 1.1 3 6 乙 --05-01 ''
		rec period a 1.1 6 9 丙 2021/2025 ''
		rec date a 1.1 9 12 丁 1949 ''
		rec date a 1.1 12 15 戊 2026-02 ''
	} | qd-fmt -t html | grep -o '<dt>[^<]*' | sed 's/<dt>//' >got
	printf '%s\n' 1949 2021/2025 2026-02 2026-02-04 --05-01 | same - got
}

@test "html: nothing is loaded, and only the page's own script may run" {
	page attack
	python3 - page.html <<-'PY' >got
		import base64, hashlib, re, sys
		s = open(sys.argv[1], encoding="utf-8").read()
		policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', s)[1]
		own = {"script": set(), "style": set()}
		for name, text in re.findall(r"<(script|style)>(.*?)</\1>", s, re.S):
		    h = hashlib.sha256(text.encode()).digest()
		    own[name].add("'sha256-%s'" % base64.b64encode(h).decode())
		rules = {r.split()[0]: set(r.split()[1:]) for r in policy.split(";")}
		print(rules["default-src"], rules["script-src"] == own["script"],
		    rules["style-src"] == own["style"], len(own["script"]))
	PY
	echo "{\"'none'\"} True True 2" | same - got
	none grep -nE '<[^>]* (src|href)="[^#]' page.html
	none grep -nE '<[a-z]+[^>"]* on[a-z]+=' page.html
}

@test "html: no text of a record becomes an element or an attribute" {
	page attack
	python3 - page.html <<-'PY' >got
		import sys
		from html.parser import HTMLParser
		known = set("html head meta title style script body header h1 h2 h3 h4 "
		    "p span b nav a button div i small main section article time mark "
		    "aside label input ol ul li svg rect text tspan g title table thead "
		    "tbody tr th td dl dt dd cite details summary".split())
		class P(HTMLParser):
		    def handle_starttag(self, tag, attrs):
		        if tag not in known:
		            print(tag)
		        for k, v in attrs:
		            if k.startswith("on") or k == "style":
		                print(tag, k, v)
		P().feed(open(sys.argv[1], encoding="utf-8").read())
	PY
	[ ! -s got ] || fail "$(cat got)"
}

@test "html: a user's own tags are in the legend, in the index and in the text" {
	{
		rec para a 1.1 0 12 港口泊位 '' ''
		rec KEY a 1.1 0 6 港口 港口 ''
		rec mine a 1.1 6 12 泊位 '' 'k=v'
	} | qd-fmt -t html >page.html
	grep -q '<button type="button" aria-pressed="true" data-t="KEY"><i></i>KEY <small>1</small>' page.html
	grep -q '<button type="button" aria-pressed="true" data-t="mine">' page.html
	grep -q '<section class="panel" data-t="KEY"><h2>KEY <small>1</small>' page.html
	grep -q '<mark id="m2" data-t="mine" data-v="" data-x="k=v">泊位</mark>' page.html
}

@test "html: -w picks marks, the text stays" {
	harbour | qd-fmt -t html -w tag=PER >page.html
	plain page.html >got
	harbour | awk -F'\t' '$1 ~ /^(title|para)$/ { print $6 }' >want
	same want got
	[ "$(grep -o '<mark id=' page.html | wc -l)" -eq 3 ]
}

@test "html: --title is the headline, else the names of the documents" {
	page page
	grep -qx '<title>a.txt</title>' page.html
	harbour | qd-fmt -t html --title '早报 & 晚报' >page.html
	grep -qx '<title>早报 &amp; 晚报</title>' page.html
	grep -q '<h1>早报 &amp; 晚报</h1>' page.html
	{ rec doc x/a.txt 0 0 0 '' '' ''; rec doc x/b.txt 0 0 0 '' '' ''; } | qd-fmt -t html >page.html
	grep -qx '<title>a.txt + 1</title>' page.html
}

@test "html: an empty stream is a page, too" {
	qd-fmt -t html </dev/null >page.html
	grep -q '^<main id="text" tabindex="-1">$' page.html
	tail -n 1 page.html | grep -qx '</html>'
}

@test "html: -f is a usage error, --title one elsewhere" {
	status 2 qd-fmt -t html -f tag
	status 2 qd-fmt -t csv --title x
	head -n 1 err | grep -qx 'qd-fmt: --title: not for csv'
}

@test "browser: the page loads itself alone and complains of nothing" {
	browser quiet
}

@test "browser: the legend turns kinds of marks off and on" {
	browser toggle
}

@test "browser: a name jumps to its mentions, one after the other, round" {
	browser jump
}

@test "browser: the number beside a name lists its places" {
	browser places
}

@test "browser: people have their offices beside them" {
	browser posts
}

@test "browser: the index is searched" {
	browser find
}

@test "browser: a mark that is clicked tells its value and attributes" {
	browser card
}

@test "browser: one view at a time, and the browser's way back" {
	browser views
}

@test "browser: quantities are sorted digit by digit, what is no number last" {
	browser sort
}

@test "browser: quantities are picked by kind and lead into the text" {
	browser sift
}

@test "browser: a repeat and its first instance link to each other" {
	browser repeats
}

@test "browser: the page speaks Chinese or English" {
	browser languages
}

@test "browser: light and dark follow the system, and a button" {
	browser "light and dark"
}

@test "browser: every colour of text has a contrast of 4.5 to 1" {
	browser contrast
}

@test "browser: the keyboard reaches what can be pressed, and shows where it is" {
	browser "tab key"
}

@test "browser: nothing is wider than a phone" {
	browser phone
}

@test "browser: printed, all of it is there and no buttons" {
	browser print
}

@test "browser: without its script the page is all there, and no dead buttons" {
	browser "no script"
}

@test "browser: an address with a mention's number leads to it, nonsense nowhere" {
	browser "strange address"
}

@test "browser: text that looks like markup or script is text" {
	browser attack
}

@test "browser: a script that gets in does not run" {
	browser policy
}

@test "browser: 1,000 articles in a page: a jump to the last, tables in parts" {
	browser big
}
