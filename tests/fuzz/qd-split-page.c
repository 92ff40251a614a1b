/* Pages of any bytes: records in order, and each span gives its text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data.h"
#include "page.h"
#include "rec.h"
#include "src.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The piece stands in the document, or stands for one byte of it. */
static int
stands(struct str doc, struct str text, const struct src_piece *p)
{
	struct str have = {doc.s + p->src, p->len};
	struct str want = {text.s + p->text, p->len};

	if (p->src + p->slen > doc.len || p->text + p->len > text.len)
		return 0;
	if (p->slen == 1 && (str_is(want, "\xef\xbf\xbd") || str_is(want, " ")))
		return 1;
	return p->src + p->len <= doc.len && str_eq(have, want);
}

static void
check_record(struct str doc, struct str line)
{
	static struct src_map map;
	static struct buf b;
	struct str text;
	struct rec r;
	char msg[160];
	size_t i;

	if (rec_parse(&r, line.s, line.len, msg))
		abort();
	if (r.kind != REC_BLOCK)
		return;
	text = rec_text(r.f[REC_TEXT], &b);
	if (text.len == 0 || src_read(&map, &r, text) == -1)
		abort();
	for (i = 0; i < map.n; i++)
		if (!stands(doc, text, &map.v[i]))
			abort();
}

static void
check_output(struct str doc, struct str all)
{
	const char *nl;
	struct str line;

	while (all.len) {
		nl = memchr(all.s, '\n', all.len);
		if (nl == NULL)
			abort();
		line.s = all.s;
		line.len = (size_t)(nl - all.s);
		check_record(doc, line);
		all.s = nl + 1;
		all.len -= line.len + 1;
	}
}

/* The lines of the document, those longer than max in parts. */
static void
give_lines(struct page *page, struct str doc, size_t max)
{
	struct line l = {doc.s, 0, 0, 0, 0, 0, 0};
	const char *end = doc.s + doc.len, *nl;

	while (l.s < end) {
		nl = memchr(l.s, '\n', (size_t)(end - l.s));
		l.len = (size_t)((nl ? nl : end) - l.s);
		l.nl = nl != NULL;
		l.no += !l.more;
		l.part = l.more;
		l.more = l.len > max;
		if (l.more) {
			l.len = utf8_cut(l.s, max);
			l.nl = 0;
		}
		l.part |= l.more;
		page_line(page, &l);
		l.s += l.len + l.nl;
		l.off += l.len + l.nl;
	}
}

/* Through the page, into the file that fd is; back into b. */
static void
split(const struct page_opt *po, struct cues *cues, struct str doc, int fd,
    struct buf *b)
{
	struct page_doc pd = {{"d", 1}, "d", "", {NULL, 0}};
	struct page *page;
	struct out out;
	ssize_t k;

	out_open(&out, dup(fd));
	page = page_new(po, cues, &out);
	page_open(page, &pd);
	give_lines(page, doc, po->max_article);
	page_close(page);
	page_free(page);
	out_close(&out);
	lseek(fd, 0, SEEK_SET);
	do {
		buf_reserve(b, 65536);
		k = read(fd, b->s + b->len, 65536);
		b->len += k > 0 ? (size_t)k : 0;
	} while (k > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char path[] = "/tmp/qd-fuzz-page-XXXXXX";
	static int fd = -1;
	static struct cues *cues;
	struct page_opt po = {NULL, 1U << 20, 1U << 20, 1, PAGE_PARA, 0, NULL};
	struct str doc = {(const char *)data, size};
	struct buf got = {0};

	if (cues == NULL) {
		cues = cue_open();
		cue_add(cues, data_path(NULL, "split.pat"));
		fd = mkstemp(path);
		unlink(path);
	}
	if (fd == -1 || ftruncate(fd, 0) == -1 || lseek(fd, 0, SEEK_SET) != 0)
		return 0;
	if (size) {
		po.unit = (enum page_unit)(data[size - 1] % 3);
		po.relink = data[size - 1] & 4;
		if (data[size - 1] & 8)
			po.max_article = 512;
		if (data[size - 1] & 16)
			po.max_record = 1024;
	}
	split(&po, cues, doc, fd, &got);
	check_output(doc, buf_str(&got));
	buf_free(&got);
	return 0;
}
