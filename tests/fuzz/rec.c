/* Records: rec_parse, attributes, escapes, the source map. */
#include <stdint.h>
#include <stdlib.h>

#include "rec.h"
#include "src.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
map(const struct rec *r, struct str text)
{
	struct src_map m = {0};
	struct buf b = {0};
	size_t s, e, i;

	src_read(&m, r, text);
	for (i = 0; i + 1 <= text.len; i += text.len / 5 + 1) {
		if (src_span(&m, i, text.len, &s, &e, &b) == 0 || s > e)
			abort();
	}
	src_free(&m);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct rec r;
	struct buf b = {0}, again = {0}, back = {0};
	struct str k, v, text;
	char msg[160];
	size_t at = 0;

	if (rec_parse(&r, (const char *)data, size, msg) != NULL)
		return 0;
	while (attr_next(r.f[REC_ATTRS], &at, &k, &v))
		(void)attr_text(v, &b);
	text = rec_text(r.f[REC_TEXT], &b);
	rec_escape(&again, text.s, text.len);
	if (!str_eq(rec_text(buf_str(&again), &back), text))
		abort(); /* what is escaped must come back */
	map(&r, text);
	buf_free(&b);
	buf_free(&again);
	buf_free(&back);
	return 0;
}
