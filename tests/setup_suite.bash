# Fails at once where a tool is missing, so that no test passes on nothing.
setup_suite() {
	local root build tool
	root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	build=$root/${QD_BUILD:-build}
	for tool in qd-split qd-dedupe qd-ner qd-numbers qd-fmt; do
		[ -x "$build/bin/$tool" ] || {
			echo "missing: $build/bin/$tool (run make)" >&2
			return 1
		}
	done
}
