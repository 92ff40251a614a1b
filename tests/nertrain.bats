#!/usr/bin/env bats
# nertrain and nerclusters, which make data/ner.model.

load helpers

# refuses MESSAGE OPTION...: with status 2, that message and the usage.
refuses() {
	local want=$1
	shift
	status 2 "$BUILD/nertrain" "$@" model text
	{
		[ -z "$want" ] || echo "nertrain: $want"
		echo "usage: nertrain [-h HIDDEN] [-k PARTS] [-p PASSES] [-w CLUSTERS]"
		echo "                [-x DOC,...] OUT TEXT"
	} | same - err
	[ ! -e model ]
}

@test "an option that is no number, or none that can be, is refused" {
	local no="is not a number (want digits, with K, M or G behind them)"
	refuses "-p: 'x' $no" -p x
	refuses "-p: '6x' $no" -p 6x
	refuses "-h: '' $no" -h ''
	refuses "-k: '-1' $no" -k -1
	refuses "-p: 2 is out of range (want 3 to 1000)" -p 2
	refuses "-p: 99999999999 is out of range (want 3 to 1000)" -p 99999999999
	refuses "-k: 5 is out of range (want 1 to 4)" -k 5
	refuses "want HIDDEN by sixteens, at most 64 in all" -h 40
	refuses "want HIDDEN by sixteens, at most 64 in all" -h 64 -k 2
	refuses '' one-more
}

@test "clusters that are none are refused with file and line" {
	printf '7\t1\t1\n8\t0\t1\n' >clusters
	status 2 "$BUILD/nertrain" -w clusters model text
	echo 'nertrain: clusters:2: no word and two clusters' | same - err
	printf '7\t1\t1\n7\t2\t1\n' >clusters
	status 2 "$BUILD/nertrain" -w clusters model text
	echo 'nertrain: clusters:2: the word stands here again' | same - err
	[ ! -e model ]
}

# sentence TEXT SPANS: many times, as scripts/nerdata writes it.
sentence() {
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		printf 'toy\tdoc\t%d\tsent\t%s\t%s\n' "$i" "$1" "$2"
	done
}

@test "what nertrain learned is what qd-ner says, the same each time" {
	{
		sentence 我们用乌拉拉煮汤。 9,18,ORG
		sentence 他们用大铁锅煮汤。 ''
		sentence 乌拉拉今天关门。 0,9,ORG
	} >text
	printf '7\t1\t1\n' >clusters
	"$BUILD/nertrain" -h 16 -k 1 -w clusters model text 2>log
	"$BUILD/nertrain" -h 16 -k 1 -w clusters again text 2>log
	cmp model again
	mkdir data
	cp "$BUILD"/share/* data
	cp model data/ner.model
	printf 'para\tx\t1.1\t0\t27\t你们用乌拉拉煮汤。\t\t\n' >records
	status 0 qd-ner --data data --convention toy -o records
	cut -f 1,6 out >got
	printf 'ORG\t乌拉拉\n' | same - got
}

@test "nerclusters asks for more text than a line" {
	echo 我们用大铁锅煮汤。 >text
	status 2 "$BUILD/nerclusters" clusters text
	grep -qx 'nerclusters: too little text' err
}

@test "words get clusters, the same each time" {
	cut -f 1 "$ROOT/data/names/words.tsv" | grep -v '^#' | head -n 2500 |
		paste -d ' ' - - - - - - - - - - | tr -d ' ' >some
	cat some some some some some >text
	"$BUILD/nerclusters" clusters text 2>log
	"$BUILD/nerclusters" again text 2>log
	cmp clusters again
	awk -F '\t' '$1 > 0 && $2 > 0 && $2 <= 1024 && $3 > 0 && $3 <= 256 {
		n++; fine[$2]; coarse[$3]
	} END {
		for (i in fine) f++
		for (i in coarse) c++
		exit !(n == NR && n > 1024 && f > 200 && c > 50)
	}' clusters
	cut -f 1 clusters | sort | uniq -d >twice
	[ ! -s twice ]
}
