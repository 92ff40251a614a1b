#!/usr/bin/env bats
# nertrain, which makes data/ner.model: its options.

load helpers

# refuses MESSAGE OPTION...: with status 2, that message and the usage.
refuses() {
	local want=$1
	shift
	status 2 "$BUILD/nertrain" "$@" model text
	{
		[ -z "$want" ] || echo "nertrain: $want"
		echo "usage: nertrain [-h HIDDEN] [-k PARTS] [-p PASSES] [-x DOC,...] OUT TEXT"
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
