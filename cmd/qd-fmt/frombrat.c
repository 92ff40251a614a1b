/*
 * brat standoff back into records: the operands are NAME.ann files, beside
 * which lie NAME.txt and, of -t brat, NAME.qd.  Without the last, or where the
 * text is another one, each line of the text is a paragraph.
 *
 * A note is attributes, as -t brat writes them; another one becomes note=; an
 * attribute of brat becomes one in lower case.  Relations, events and
 * normalisations have no place in records: they are named.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "back.h"
#include "bratann.h"
#include "from.h"
#include "utf8.h"

struct frombrat {
	struct buf name, txt, qd; /* NAME, and what the files hold */
	int has_txt, has_qd;
	int finished;
	struct bratann ann;
	size_t next; /* the first that may lie in the next block */
	struct back back;
	struct buf plain;
};

static void *
open_form(const struct opt *o)
{
	(void)o;
	return mem_calloc(1, sizeof(struct frombrat));
}

/* All of a file into b; 0, or -1 when it cannot be read. */
static int
slurp(const char *path, struct buf *b)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t k = 1;

	buf_reset(b);
	if (fd == -1)
		return -1;
	while (k > 0) {
		buf_reserve(b, IO_STEP);
		k = read(fd, b->s + b->len, IO_STEP);
		b->len += k > 0 ? (size_t)k : 0;
	}
	close(fd);
	buf_put(b, "", 0);
	return k == 0 ? 0 : -1;
}

/* Reads NAME with ext into b. */
static int
beside(struct frombrat *t, const char *ext, struct buf *b)
{
	size_t len = t->name.len;
	int r;

	buf_puts(&t->name, ext);
	r = slurp(t->name.s, b);
	t->name.len = len;
	t->name.s[len] = '\0';
	return r;
}

static void
begin(void *state, const char *name)
{
	struct frombrat *t = state;
	size_t len = strlen(name);

	buf_reset(&t->name);
	if (len > 4 && !strcmp(name + len - 4, ".ann"))
		len -= 4;
	buf_put(&t->name, name, len);
	bratann_reset(&t->ann);
	t->finished = 0;
	t->has_txt = beside(t, ".txt", &t->txt) == 0;
	t->has_qd = beside(t, ".qd", &t->qd) == 0;
}

/* The lines of a text that came without records, into t->qd. */
static void
make_structure(struct frombrat *t)
{
	struct buf *o = &t->qd;
	size_t i = 0, k, n, blocks = 0, end;
	struct buf name = {0};
	uint32_t cp;

	buf_reset(o);
	rec_escape(&name, t->name.s, t->name.len);
	buf_puts(&name, ".txt");
	buf_puts(o, "doc\t");
	buf_put(o, name.s, name.len);
	buf_puts(o, "\t0\t0\t0\t\t\t\n");
	for (; i < t->txt.len; i = n) {
		const char *nl = memchr(t->txt.s + i, '\n', t->txt.len - i);

		end = nl ? (size_t)(nl - t->txt.s) : t->txt.len;
		n = end + (nl != NULL);
		for (; i < end; i += k) {
			k = utf8_decode(t->txt.s + i, end - i, &cp);
			if (!utf8_isspace(cp))
				break;
		}
		for (; end > i; end -= k) {
			k = utf8_before(t->txt.s, end, &cp);
			if (!utf8_isspace(cp))
				break;
		}
		if (i == end)
			continue;
		buf_puts(o, "para\t");
		buf_put(o, name.s, name.len);
		buf_puts(o, "\t1.");
		buf_putu(o, ++blocks);
		buf_putc(o, '\t');
		buf_putu(o, i);
		buf_putc(o, '\t');
		buf_putu(o, end);
		buf_putc(o, '\t');
		rec_escape(o, t->txt.s + i, end - i);
		buf_puts(o, "\t\t\n");
	}
	buf_free(&name);
}

/* Goes over white space of the text, from *at; then text must stand there.  1
 * with *at before it, or 0. */
static int
find_block(const struct frombrat *t, struct group_chars *at, struct str text)
{
	const char *s = t->txt.s;
	size_t k, i;
	uint32_t cp;

	while (at->byte < t->txt.len) {
		k = utf8_decode(s + at->byte, t->txt.len - at->byte, &cp);
		if (!utf8_isspace(cp))
			break;
		at->byte += k;
		at->n++;
	}
	if (text.len > t->txt.len - at->byte)
		return 0;
	for (i = 0; i < text.len; i++)
		if (s[at->byte + i] !=
		    ((unsigned char)text.s[i] < ' ' ? ' ' : text.s[i]))
			return 0;
	return 1;
}

/* The next line of the structure; 0 at the end. */
static int
next_line(const struct frombrat *t, size_t *at, struct str *l)
{
	const char *nl;

	if (*at >= t->qd.len)
		return 0;
	l->s = t->qd.s + *at;
	nl = memchr(l->s, '\n', t->qd.len - *at);
	l->len = nl ? (size_t)(nl - l->s) : t->qd.len - *at;
	*at += l->len + (nl != NULL);
	return 1;
}

/* 1 when the blocks of the structure are those of the text. */
static int
fits(struct frombrat *t)
{
	struct group_chars place = {0, 0};
	struct str l, text;
	struct rec r;
	char msg[160];
	size_t at = 0;

	while (next_line(t, &at, &l)) {
		if (rec_parse(&r, l.s, l.len, msg) || r.kind != REC_BLOCK)
			continue;
		text = rec_text(r.f[REC_TEXT], &t->plain);
		if (!find_block(t, &place, text))
			return 0;
		place.byte += text.len;
		place.n += utf8_count(text.s, text.len);
	}
	return 1;
}

/* Puts annotation a, which lies in the block of chars characters at place. */
static void
put_annotation(struct frombrat *t, struct brat_ann *a, size_t place,
    struct group_chars *at)
{
	struct str text = t->back.group.text, none = {NULL, 0};
	struct str tag = {t->ann.ids.s + a->tag, a->ntag};
	int has = bratann_notes(&t->ann, a);
	size_t from = back_byte(text, a->from - place, at);
	size_t to = back_byte(text, a->to - place, at);

	a->put = 1;
	back_add(&t->back, from, to, tag, has ? buf_str(&t->ann.value) : none,
	    buf_str(&t->ann.attrs));
}

/* The block r, which is looked for from place on, and what lies in it. */
static void
put_block(struct frombrat *t, const struct rec *r, struct group_chars *place,
    struct buf *b)
{
	struct group_chars at = {0, 0};
	struct brat_ann *a;
	struct str text;
	size_t end;

	back_begin(&t->back, r);
	text = t->back.group.text;
	(void)find_block(t, place, text);
	end = place->n + utf8_count(text.s, text.len);
	for (; t->next < t->ann.n && t->ann.v[t->next].from < end; t->next++) {
		a = &t->ann.v[t->next];
		if (a->from >= place->n && a->to <= end && a->from < a->to)
			put_annotation(t, a, place->n, &at);
	}
	back_end(&t->back, b);
	place->byte += text.len;
	place->n = end;
}

/* The document as records. */
static const char *
put_document(struct frombrat *t, size_t *no, struct buf *b, char *msg)
{
	struct group_chars place = {0, 0};
	struct str l;
	struct rec r;
	size_t at = 0;

	*no = 0;
	if (!t->has_txt)
		return "no text beside it (want NAME.txt for NAME.ann)";
	if (utf8_valid(t->txt.s, t->txt.len) < t->txt.len)
		return "the text beside it is not UTF-8";
	if (!t->has_qd || !fits(t))
		make_structure(t);
	bratann_sort(&t->ann);
	t->next = 0;
	while (next_line(t, &at, &l)) {
		if (rec_parse(&r, l.s, l.len, msg) == NULL &&
		    r.kind == REC_BLOCK) {
			put_block(t, &r, &place, b);
		} else {
			buf_put(b, l.s, l.len);
			buf_putc(b, '\n');
		}
	}
	return NULL;
}

/* The end of the file, and then each annotation that found no place. */
static const char *
finish(struct frombrat *t, size_t *no, struct buf *b, char *msg)
{
	const char *wrong = NULL;

	if (!t->finished)
		wrong = put_document(t, no, b, msg);
	if (wrong)
		t->ann.n = 0;
	if (!t->finished)
		t->next = 0;
	t->finished = 1;
	while (wrong == NULL && t->next < t->ann.n) {
		const struct brat_ann *a = &t->ann.v[t->next++];

		if (a->put)
			continue;
		*no = a->line;
		wrong = "the annotation lies in no block of the text, or in "
			"two (left out)";
	}
	return wrong;
}

static const char *
line(void *state, const struct line *l, size_t *no, struct buf *b, char *msg)
{
	struct frombrat *t = state;

	return l ? bratann_line(&t->ann, l, msg) : finish(t, no, b, msg);
}

static void
close_form(void *state)
{
	struct frombrat *t = state;

	buf_free(&t->name);
	buf_free(&t->txt);
	buf_free(&t->qd);
	buf_free(&t->plain);
	bratann_free(&t->ann);
	back_free(&t->back);
	mem_free(t);
}

const struct from from_brat = {"brat", open_form, begin, line, close_form};
