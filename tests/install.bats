#!/usr/bin/env bats
# make install and uninstall: what goes where, and that it works there.

load helpers

setup_file() {
	export DEST="$BATS_FILE_TMPDIR/root"
	make -s -C "$BATS_TEST_DIRNAME/.." B="${QD_BUILD:-build}" install \
		DESTDIR="$DEST" PREFIX=/opt/qd
}

@test "install puts programs, pages, data and completions under PREFIX" {
	(cd "$DEST" && find . -type f | LC_ALL=C sort) >got
	for f in $TOOLS; do
		grep -qx "./opt/qd/bin/$f" got
		grep -qx "./opt/qd/share/man/man1/$f.1" got
		grep -qx "./opt/qd/share/bash-completion/completions/$f" got
	done
	grep -qx ./opt/qd/share/man/man5/qd-records.5 got
	grep -qx ./opt/qd/share/man/man7/qd.7 got
	grep -qx ./opt/qd/share/qd/gaz.lex got
	grep -qx ./opt/qd/share/qd/names.lex got
	grep -qx ./opt/qd/share/qd/ner.model got
	grep -qx ./opt/qd/share/zsh/site-functions/_qd got
	none grep -v '^./opt/qd/' got
}

@test "an installed tool looks for its data in PREFIX/share/qd" {
	for t in qd-split qd-ner qd-numbers; do
		run "$DEST/opt/qd/bin/$t" /dev/null
		# it is not there: DESTDIR stood before it
		[ "$status" -eq 2 ] || [ -e /opt/qd/share/qd ]
		[[ "$output" == *"/opt/qd/share/qd"* ]] || [ -e /opt/qd/share/qd ]
	done
}

@test "an installed tool works with QD_DATA" {
	sample >in
	for t in $FILTERS; do
		QD_DATA="$DEST/opt/qd/share/qd" "$DEST/opt/qd/bin/$t" in >got
		"$t" in >want
		same want got
	done
}

@test "uninstall leaves nothing" {
	cp -R "$DEST" copy
	make -s -C "$ROOT" B="${QD_BUILD:-build}" uninstall \
		DESTDIR="$PWD/copy" PREFIX=/opt/qd
	find copy -type f >left
	[ ! -s left ] || fail "left: $(cat left)"
}

@test "PREFIX is honoured when it changes" {
	make -s -C "$ROOT" B="${QD_BUILD:-build}" install DESTDIR="$PWD/two" \
		PREFIX=/usr/other
	[ -x two/usr/other/bin/qd-ner ]
	run two/usr/other/bin/qd-ner /dev/null
	[[ "$output" == *"/usr/other/share/qd"* ]]
}
