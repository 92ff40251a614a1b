#!/usr/bin/env bats
# qd-fmt: annotation formats, out and back.  Offsets are checked by readers
# that are not ours: Python's strings and jq count code points.

load helpers

# odd: a document with all that puts offsets wrong: a byte order mark, CR LF,
# characters beyond the BMP, a combining mark, a paragraph in two pieces.
odd() {
	printf '\357\273\277港口\r\n\r\n😀𠀀在码头。\r\n\r\ne\314\201tat投资'
}

# oddly: its records.
oddly() {
	rec doc a.txt 0 0 0 '' '' date=2026-03-05
	rec art a.txt 1 3 39 港口 '' date=2026-03-05
	rec title a.txt 1.1 3 9 港口 '' ''
	rec LOC a.txt 1.1 3 9 港口 港口 ''
	rec para a.txt 1.2 13 46 "$(printf '😀𠀀在码头。 e\314\201tat投资')" '' 'src=0@13,20@32,21@37'
	rec LOC a.txt 1.2 17 21 𠀀 𠀀 ''
	rec LOC a.txt 1.2 24 30 码头 码头 ''
	rec measure a.txt 1.2 37 49 "$(printf 'e\314\201tat投资')" 7 'of=x\;y;unit=t'
}

@test "conll: a character a line, IOB2, a blank line behind a block" {
	{
		rec para a 1.1 0 14 '林海青 到港' '' ''
		rec PER a 1.1 0 9 林海青 林海青 ''
		rec LOC a 1.1 13 16 港 港 ''
		rec para a 1.2 20 26 😀b '' ''
		rec ORG a 1.2 20 25 😀b x ''
	} | qd-fmt -t conll >got
	{
		printf '%s\t%s\n' 林 B-PER 海 I-PER 青 I-PER 到 O 港 B-LOC
		echo
		printf '%s\t%s\n' 😀 B-ORG b I-ORG
		echo
	} | same - got
}

@test "conll: an annotation that is out of order is named, the rest is there" {
	{
		rec para a 1.1 0 9 甲乙丙 '' ''
		rec K a 1.1 3 6 乙 '' ''
		rec K a 1.1 0 3 甲 '' ''
	} >in
	status 1 qd-fmt -t conll in
	printf '甲\tO\n乙\tB-K\n丙\tO\n\n' | same - out
	grep -qx 'qd-fmt: in:3: annotations out of order (left out)' err
}

@test "conll: of two annotations on one character the first and longer labels" {
	{
		rec para a 1.1 0 5 abcde '' ''
		rec WORK a 1.1 0 3 abc abc ''
		rec LOC a 1.1 0 1 a a ''
		rec ORG a 1.1 2 4 cd cd ''
		rec PER a 1.1 3 4 d d ''
	} | qd-fmt -t conll | cut -f 2 | tr '\n' ' ' >got
	printf 'B-WORK I-WORK I-WORK B-PER O  ' | same - got
}

@test "displaCy: offsets are code points, as Python slices" {
	oddly | qd-fmt -t displacy >got
	python3 - got <<-'PY' >back
		import json, sys
		for l in open(sys.argv[1], encoding="utf-8"):
		    d = json.loads(l)
		    print(d["title"], [(e["label"], d["text"][e["start"]:e["end"]]) for e in d["ents"]])
	PY
	printf "%s\n" "港口 [('LOC', '港口')]" \
		"None [('LOC', '𠀀'), ('LOC', '码头'), ('measure', '$(printf 'e\314\201tat投资')')]" |
		same - back
}

@test "doccano: offsets are code points, as jq slices" {
	command -v jq >/dev/null || skip "no jq here"
	oddly | qd-fmt -t doccano |
		jq -r '.text as $t | .entities[] | "\(.label) \($t[.start_offset:.end_offset])"' >got
	printf '%s\n' 'LOC 港口' 'LOC 𠀀' 'LOC 码头' "measure $(printf 'e\314\201tat投资')" |
		same - got
}

@test "doccano comes back byte for byte" {
	{ oddly; rec LOC b 1.1 0 3 港 港 ''; rec doc c 0 0 0 '' '' ''; } >in
	qd-fmt -t doccano in >there
	status 0 qd-fmt --from doccano there
	same in out
}

@test "doccano: what was corrected is changed, the rest is as it was" {
	oddly | qd-fmt -t doccano >there
	python3 - there <<-'PY' >corrected
		import json, sys
		for l in open(sys.argv[1], encoding="utf-8"):
		    d = json.loads(l)
		    if len(d["entities"]) == 3:
		        d["entities"][1]["end_offset"] = 6         # 码头。
		        del d["entities"][0]
		        d["entities"].append({"id": 9, "label": "ORG", "start_offset": 5, "end_offset": 8})
		    d["meta"] = {"qd": d.pop("qd")}
		    print(json.dumps(d))
	PY
	status 0 qd-fmt --from doccano corrected
	{
		oddly | sed -n 1,5p
		rec LOC a.txt 1.2 24 33 码头。 码头。 ''
		rec ORG a.txt 1.2 30 38 "。 e" '。 e' 'src=0@30,3@32,4@37'
		oddly | sed -n 8p
	} >want
	same want out
}

@test "doccano: data of its own, label lists, an id a document" {
	printf '%s\n' '{"id":7,"text":"😀港口","label":[[1,3,"LOC"]]}' \
		'{"text":"港a","labels":[[0,1,"LOC"]]}' '{"text":"b","entities":[]}' >in.jsonl
	status 0 qd-fmt --from doccano in.jsonl
	{
		rec doc 7 0 0 0 '' '' ''
		rec para 7 1.1 0 10 😀港口 '' ''
		rec LOC 7 1.1 4 10 港口 港口 ''
		rec doc in.jsonl 0 0 0 '' '' ''
		rec para in.jsonl 1.1 0 4 港a '' ''
		rec LOC in.jsonl 1.1 0 3 港 港 ''
		rec para in.jsonl 1.2 5 6 b '' ''
	} >want
	same want out
}

@test "doccano: an entity outside its text is named with its line, the line is kept" {
	printf '%s\n' '{"text":"港口","label":[[1,3,"LOC"]]}' '{"text":"港口","label":[[1,2,"LOC"]]}' >in
	status 1 qd-fmt --from doccano in
	echo 'qd-fmt: in:1: entity 1 to 3 is not in its text, which has 2 characters' >want
	same want err
	head -n 1 in | same - <(head -n 1 out)
	[ "$(tail -n 1 out | cut -f 1,4,5,6)" = "$(printf 'LOC\t10\t13\t口')" ]
}

@test "doccano: a text that was changed is named" {
	oddly | qd-fmt -t doccano | sed 's/"text":"港口"/"text":"港"/' >in
	status 1 qd-fmt --from doccano in
	grep -q '^qd-fmt: in:1: the text is not that of its block any more' err
}

@test "brat: a folder of .txt and .ann, offsets in code points" {
	oddly >in
	qd-fmt -t brat --out folder in
	python3 - folder/a <<-'PY' >got
		import sys
		text = open(sys.argv[1] + ".txt", encoding="utf-8", newline="").read()
		for l in open(sys.argv[1] + ".ann", encoding="utf-8", newline="\n"):
		    id, where, rest = l.rstrip("\n").split("\t")
		    if id[0] == "T":
		        kind, start, end = where.split()
		        assert text[int(start):int(end)] == rest, l
		        print(id, kind, rest)
		    else:
		        print(id, where, rest)
	PY
	printf '%s\n' 'T1 LOC 港口' 'T2 LOC 𠀀' 'T3 LOC 码头' \
		"T4 measure $(printf 'e\314\201tat投资')" \
		'#4 AnnotatorNotes T4 value=7;of=x\;y;unit=t' >want
	same want got
}

@test "brat comes back byte for byte" {
	{
		oddly
		rec para a.txt 1.3 60 70 'x\ty\nz' '' ''
		rec LOC a.txt 1.3 60 63 'x\ty' 'x y' 'key=v'
		rec LOC a.txt 1.3 63 99 nowhere nowhere ''
		rec art a.txt 2 60 70 题 '' ''
		rec title a.txt 2.1 60 63 题 '' ''
		rec doc ../b/c.txt 0 0 0 '' '' ''
		rec LOC ../b/c.txt 1.1 0 3 港 港 ''
	} >in
	status 1 qd-fmt -t brat --out folder in
	ls folder >got
	printf '%s\n' %2E.%2Fb%2Fc.ann %2E.%2Fb%2Fc.qd %2E.%2Fb%2Fc.txt a.ann a.qd a.txt annotation.conf >want
	LC_ALL=C sort got | same want -
	status 0 qd-fmt --from brat folder/a.ann folder/%2E.%2Fb%2Fc.ann
	same in out
}

@test "brat: what was corrected is changed, the rest is as it was" {
	oddly >in
	qd-fmt -t brat --out folder in
	sed -i -e '/^T2/d' -e 's/^T3	LOC \([0-9]*\) \([0-9]*\)	.*/T3	ORG \1 \2	码头/' folder/a.ann
	printf 'T9\tPER 0 1\t港\nA1\tSure_ly T9\nA2\tKind T9 head\n#9\tAnnotatorNotes T9\tis that so?\n' >>folder/a.ann
	status 0 qd-fmt --from brat folder/a.ann
	{
		oddly | sed -n 1,4p
		rec PER a.txt 1.1 3 6 港 港 'sure-ly=yes;kind=head;note=is that so?'
		oddly | sed -n 5p
		rec ORG a.txt 1.2 24 30 码头 码头 ''
		oddly | sed -n 8p
	} >want
	same want out
}

@test "brat: files are never written over" {
	oddly >in
	qd-fmt -t brat --out folder in
	status 2 qd-fmt -t brat --out folder in
	echo 'qd-fmt: folder/a.txt: File exists (never written over)' | same - err
	echo mine >folder/annotation.conf
	rm folder/a.*
	qd-fmt -t brat --out folder in
	grep -qx mine folder/annotation.conf
	status 2 qd-fmt -t brat --out no/such in
	grep -q '^qd-fmt: no/such: No such file' err
	status 2 qd-fmt -t brat in
	head -n 1 err | grep -qx 'qd-fmt: brat: into which folder? (--out DIR)'
}

@test "brat of others: lines are paragraphs, with byte order mark and CR LF" {
	odd >b.txt
	printf 'T1\tLOC 1 3\t港口\r\nT2\tLOC 8 9\t𠀀\r\nT3\tORG 17 20;21 22\te tat\r\n' >b.ann
	status 1 qd-fmt --from brat b.ann
	cut -f 1,3-6 out | while IFS=$'\t' read -r tag _ start end text; do
		[ "$tag" = doc ] || [ "$(tail -c +$((start + 1)) b.txt | head -c $((end - start)))" = "$text" ] ||
			fail "$tag $start $end $text"
	done
	cut -f 1,6 out >got
	printf '%s\t%s\n' doc '' para 港口 LOC 港口 para 😀𠀀在码头。 LOC 𠀀 \
		para "$(printf 'e\314\201tat投资')" ORG "$(printf 'e\314\201tat')" |
		same - got
	echo 'qd-fmt: b.ann:3: several fragments: taken for one, with what lies between them' |
		same - err
}

@test "brat: what records have no place for is named with its line" {
	printf '港口\n码头\n' >b.txt
	printf 'T1\tLOC 0 2\t港口\nR1\tNear Arg1:T1 Arg2:T1\nT2\tLOC 1 4\tx\nT3\tLOC x\nT4\tLOC 90 91\tx\n' >b.ann
	status 1 qd-fmt --from brat b.ann
	cat >want <<-'EOF'
		qd-fmt: b.ann:2: records have no place for what begins with 'R' (left out)
		qd-fmt: b.ann:4: want 'TYPE START END' between the TABs
		qd-fmt: b.ann:3: the annotation lies in no block of the text, or in two (left out)
		qd-fmt: b.ann:5: the annotation lies in no block of the text, or in two (left out)
	EOF
	same want err
	rm b.txt
	status 1 qd-fmt --from brat b.ann
	grep -q '^qd-fmt: b.ann:0: no text beside it (want NAME.txt for NAME.ann)' err
}

@test "TEI is well-formed and has each text and annotation once" {
	{
		oddly
		rec art a.txt 2 50 60 'a<b>&"c"' '' ''
		rec title a.txt 2.1 50 58 'a<b>&"c"' '' ''
		rec WORK a.txt 2.1 51 53 '<b' '<b' ''
		printf 'para\ta.txt\t2.2\t70\t78\tabc\001defg\t\t\n'
		rec WORK a.txt 2.2 70 73 abc abc ''
		printf 'ORG\ta.txt\t2.2\t72\t76\tc\001de\tx\t\n'
		rec PER a.txt 2.2 75 77 ef ef ''
	} | qd-fmt -t tei >got
	python3 - got <<-'PY' >back
		import sys, xml.etree.ElementTree as E
		root = E.parse(sys.argv[1]).getroot()
		def name(e): return e.tag.split("}")[1]
		def walk(e, depth):
		    for c in e:
		        if name(c) == "teiHeader": continue
		        if name(c) in ("head", "p"): print(name(c), "".join(c.itertext()))
		        elif c.get("type") and name(c) != "div":
		            print(" ", name(c), c.get("type"), c.get("quantity") or c.get("n"), "".join(c.itertext()),
		                  "next" in c.attrib, "prev" in c.attrib)
		        walk(c, depth + 1)
		walk(root, 0)
	PY
	cat >want <<-EOF
		head 港口
		  placeName LOC 港口 港口 False False
		p 😀𠀀在码头。 $(printf 'e\314\201tat投资')
		  placeName LOC 𠀀 𠀀 False False
		  placeName LOC 码头 码头 False False
		  measure measure 7 $(printf 'e\314\201tat投资') False False
		head a<b>&"c"
		  title WORK <b <b False False
		p abc�defg
		  title WORK abc abc False False
		  orgName ORG x c True False
		  orgName ORG x �de False True
		  persName PER ef e True False
		  persName PER ef f False True
	EOF
	same want back
}

@test "TEI: what lies more than 64 deep is named and left out" {
	{
		rec para a 1.1 0 80 "$(printf 'x%.0s' $(seq 80))" '' ''
		for i in $(seq 70); do
			rec LOC a 1.1 $((i - 1)) 80 "$(printf 'x%.0s' $(seq $((81 - i))))" x ''
		done
	} >in
	status 1 qd-fmt -t tei in
	echo 'qd-fmt: in:71: more than 64 annotations in one place (left out)' | same - err
	[ "$(grep -o '<placeName' out | wc -l)" -eq 64 ]
	python3 -c 'import xml.etree.ElementTree as E; E.parse("out")'
}

@test "an annotation behind no block of its own is named where it has no room" {
	rec LOC a 1.1 0 3 港 港 '' >in
	for f in conll displacy tei; do
		status 1 qd-fmt -t $f in
		grep -q '^qd-fmt: in:1: the annotation stands behind no block' err || fail $f
	done
}
