/* The output formats of qd-fmt: the first byte says which, the second with
 * which options, the rest are lines, records or not. */
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "fmt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
feed(const struct fmt *fmt, struct fmt_job *job, struct ctx *ctx, const char *p,
    size_t size)
{
	struct rec r;
	const char *nl;
	char msg[160];
	size_t len;

	for (; size > 0; size -= len + (nl != NULL), p += len + (nl != NULL)) {
		nl = memchr(p, '\n', size);
		len = nl ? (size_t)(nl - p) : size;
		(void)rec_parse(&r, p, len, msg);
		ctx_see(ctx, &r);
		(void)fmt_feed(fmt, job, &r);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { N = 16 };
	static const struct fmt *const formats[N] = {&fmt_tsv, &fmt_csv,
	    &fmt_jsonl, &fmt_json, &fmt_md, &fmt_table, &fmt_sql, &fmt_text,
	    &fmt_marked, &fmt_conll, &fmt_doccano, &fmt_displacy, &fmt_tei,
	    &fmt_html, &fmt_svg, &fmt_gnuplot};
	const struct fmt *fmt;
	struct fmt_opt opt = {.ambiguous = 2};
	struct fields fields = {0};
	struct ctx ctx = {0};
	struct out out;
	struct fmt_job job = {.out = &out, .opt = &opt, .fields = &fields};
	const char *bad, *why;

	if (size < 2)
		return 0;
	fmt = formats[data[0] % N];
	opt.width = data[1] & 1 ? 12 : 0;
	opt.chart = data[1] & 4 ? "timeline" : data[1] & 8 ? "articles" : NULL;
	(void)fields_parse(&fields, &ctx,
	    data[1] & 2 ? "attrs,t=art.title,of=unit,text" : FIELDS_ALL, &bad,
	    &why);
	out_open(&out, open("/dev/null", O_WRONLY));
	fmt->begin(&job);
	feed(fmt, &job, &ctx, (const char *)data + 2, size - 2);
	(void)fmt_finish(fmt, &job);
	out_close(&out);
	fmt_free(&job);
	fields_free(&fields);
	ctx_free(&ctx);
	return 0;
}
