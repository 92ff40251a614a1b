/* The input forms of qd-fmt: the first byte says which, the rest are lines. */
#include <stdint.h>
#include <string.h>

#include "from.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { N = 5 };
	static const struct from *const forms[N] = {
	    &from_tsv, &from_csv, &from_jsonl, &from_doccano, &from_brat};
	struct opt opt = OPT_DEFAULTS;
	const struct from *from;
	struct line l = {0};
	struct buf b = {0};
	const char *p = (const char *)data, *nl;
	char msg[160];
	void *state;
	size_t no;

	if (size == 0)
		return 0;
	opt.max_record = 4096;
	from = forms[data[0] % N];
	state = from->open(&opt);
	from->begin(state, "nosuch/name.ann");
	for (p++, size--; size > 0; p += l.len + l.nl) {
		nl = memchr(p, '\n', size);
		l.s = p;
		l.len = nl ? (size_t)(nl - p) : size;
		l.nl = nl != NULL;
		size -= l.len + l.nl;
		no = ++l.no;
		buf_reset(&b);
		(void)from->line(state, &l, &no, &b, msg);
	}
	while (from->line(state, NULL, &no, &b, msg))
		;
	from->close(state);
	buf_free(&b);
	return 0;
}
