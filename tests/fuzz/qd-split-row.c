/* Rows of CSV and JSON Lines: whole or refused; what goes into records is
 * UTF-8. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "row.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* 0, or -1 when no more can be read. */
static int
take(struct rows *r, int jsonl)
{
	struct row row;
	size_t c;
	int got;

	while ((got = rows_next(r, &row)) == 1)
		for (c = 0; c < ROW_NFIELDS; c++) {
			struct str v = row.v[c];

			if ((c != ROW_TEXT || jsonl) &&
			    utf8_valid(v.s, v.len) < v.len)
				abort();
			if (row.no == 0 || (row.bad && *row.bad == '\0'))
				abort();
		}
	return got;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct row_opt opt = {0, {"text", "id", "date", "title"}, 200, 0};
	struct line l = {(const char *)data, 0, 0, 0, 0, 0, 0};
	const char *end = l.s + size, *nl;
	struct rows *r;
	int dead = 0;

	opt.jsonl = size && data[0] == '{';
	opt.strict = size > 1 && (data[size - 1] & 1);
	r = rows_open(&opt);
	rows_begin(r);
	while (l.s < end && !dead) {
		nl = memchr(l.s, '\n', (size_t)(end - l.s));
		l.len = (size_t)((nl ? nl : end) - l.s);
		l.nl = nl != NULL;
		l.no += !l.more;
		l.part = l.more;
		l.more = l.len > opt.max;
		if (l.more) {
			l.len = opt.max;
			l.nl = 0;
		}
		l.part |= l.more;
		rows_line(r, &l);
		dead = take(r, opt.jsonl);
		l.s += l.len + l.nl;
	}
	if (!dead) {
		rows_end(r);
		(void)take(r, opt.jsonl);
	}
	rows_close(r);
	return 0;
}
