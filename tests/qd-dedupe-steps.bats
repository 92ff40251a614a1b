#!/usr/bin/env bats
# qd-dedupe: the same in steps with sort and join between them.

load helpers

# news N: N made-up paragraphs, an article each, in documents of 50; many are
# copies, changed copies, or share a half with an earlier one.
news() {
	python3 - "$1" <<-'PY'
		import random, sys
		r = random.Random(7)
		words = ["".join(chr(r.randrange(0x4e00, 0x9fa0)) for _ in "ab") for _ in range(900)]
		def some(k):
		    return "".join(r.choice(words) + ("，" if r.random() < .15 else "") for _ in range(k)) + "。"
		def change(s):
		    for _ in range(r.randint(1, 6)):
		        at = r.randrange(len(s) - 2)
		        s = s[:at] + r.choice(words) + s[at + 2:]
		    return s
		t = []
		for i in range(int(sys.argv[1])):
		    x = r.random()
		    if i < 20 or x < .6:
		        t.append(some(r.randint(25, 65)))
		    elif x < .75:
		        t.append(r.choice(t))
		    elif x < .9:
		        t.append(change(r.choice(t)))
		    else:
		        t.append(some(20) + r.choice(t)[:40])
		    doc, art = "d%03d" % (i // 50), i % 50 + 1
		    if art == 1:
		        print("doc", doc, 0, 0, 0, "", "", "", sep="\t")
		    print("art", doc, art, 0, 9, "", "", "", sep="\t")
		    print("para", doc, "%d.1" % art, 0, 9, t[i], "", "", sep="\t")
	PY
}

# shards N IN: part.0 ... of IN, cut before doc lines.
shards() {
	awk -v each="$((($(grep -c "^doc" "$2") + $1 - 1) / $1))" '
	$1 == "doc" { p = int(d / each); d += 1 } { print > ("part." p) }' "$2"
}

# steps OPTION...: the steps over part.?, what they give put together in out.
steps() {
	QD_BIN=$BUILD/bin "$ROOT/scripts/dedupe-shards" work part.? -- "$@"
	cat work/out.* >out
}

@test "over 8 shards exact marks are those of one stream" {
	news 2000 >in
	shards 8 in
	[ -e part.7 ]
	qd-dedupe --mark in >want
	[ "$(grep -c dup= want)" -gt 200 ]
	steps
	same want out
}

@test "over 8 shards at most 1 of 1000 near marks is another" {
	news 3000 >in
	shards 8 in
	qd-dedupe --near --mark in >want
	[ "$(grep -c dup-kind=near want)" -gt 300 ]
	steps --near
	marks=$(grep -c dup= want)
	differ=$(diff <(cut -f 2,3,8 want) <(cut -f 2,3,8 out) | grep -c '^>' || :)
	[ $((differ * 1000)) -le "$marks" ] || fail "$differ of $marks differ"
	grep dup-kind=exact want >exact
	grep dup-kind=exact out | same exact -
}

@test "--apply drops, marks and lists as the stream does" {
	news 60 >in
	cp in part.0
	steps
	for o in '' --mark -d; do
		# shellcheck disable=SC2086 # none or one option
		qd-dedupe $o in >want
		# shellcheck disable=SC2086
		qd-dedupe --apply work/marks --shard 0001 $o in >got
		same want got
	done
}

@test "--keys writes a key for each text, its place and itself" {
	{ rec doc a 0 0 0 '' '' ''; rec para a 1.1 0 9 港口，开航 '' ''; rec title a 1.2 0 9 港口 '' ''; rec para a 1.3 0 9 '***' '' ''; rec para a 1.4 0 9 港口开航 '' ''; } >in
	qd-dedupe --keys --shard x in >got
	sed -n 's/^t//p' got >texts
	{
		printf 'x.000000000000\ta\t1.1\t港口开航\n'
		printf 'x.000000000001\ta\t1.4\t港口开航\n'
	} | same - texts
	grep '^e' got | cut -f 1 | sort -u >keys
	[ "$(wc -l <keys)" -eq 1 ]
	grep -qx 'e[0-9a-f]\{32\}' keys
	[ "$(wc -l <got)" -eq 4 ]
}

@test "--pairs pairs the later ids of a key with the first" {
	printf 'e0\t1.%s\n' 1 2 3 >in
	printf 'e1\t1.4\n' >>in
	qd-dedupe --pairs in >got
	printf '1.%s\t1.1\te\n' 2 3 | same - got
}

@test "--pairs passes over ids that marks made repeats" {
	h=0123456789abcde
	printf 'a0\t1.%d\t%s%d\t%s\n' 1 $h 1 r 2 $h 2 k 3 $h 3 k >in
	qd-dedupe --pairs in | cut -f 1,2 >got
	printf '1.3\t1.2\n' | same - got
}

@test "--resolve follows a copy of a copy to the first" {
	{
		printf '1.2\t1.1\te\texact\t1000\t\ta\t1.1\n'
		printf '1.3\t1.2\t9\tnear\t900\t0-9\ta\t1.2\n'
	} | qd-dedupe --resolve >got
	{
		printf '1.2\texact\t1000\t\ta\t1.1\n'
		printf '1.3\tnear\t900\t0-9\ta\t1.1\n'
	} | same - got
}

@test "a line that is none of a step's is named and left out, status 1" {
	for s in pairs check resolve; do
		echo x >in
		status 1 qd-dedupe --$s in
		echo 'qd-dedupe: in:1: no line of this step (left out)' | same - err
		[ ! -s out ]
		status 1 qd-dedupe --$s -q in
		[ ! -s err ]
		status 2 qd-dedupe --$s --strict in
	done
}

@test "marks that are none are counted, status 1" {
	rec para a 1.1 0 9 港口 '' '' >in
	printf 'x\n0.000000000000\tnear\t2000\t\ta\t1.1\n' >marks
	status 1 qd-dedupe --mark --apply marks in
	same in out
	echo 'qd-dedupe: marks: 2 lines are no marks of --resolve' | same - err
}
