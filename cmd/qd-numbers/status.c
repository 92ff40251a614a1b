#include "status.h"

#include "words.h"

#define REACH 450 /* bytes back to what may tell something */

/* What the sentence has told so far. */
struct told {
	enum status status;
	size_t time;
	int since;
};

/* The year that begins at s, a value of ISO 8601; 0 when it has none. */
static int
year_of(const char *s, size_t n)
{
	int y = 0;
	size_t i;

	if (n < 4)
		return 0;
	for (i = 0; i < 4; i++) {
		if (!is_digit((unsigned char)s[i]))
			return 0;
		y = y * 10 + (s[i] - '0');
	}
	return y;
}

/* The last year of a date or period. */
static int
last_year(const struct scan *s, const struct quantity *q)
{
	const char *v = s->found.store.s + q->value;
	const char *slash = memchr(v, '/', q->nvalue);

	if (slash && year_of(slash + 1, q->nvalue - (size_t)(slash + 1 - v)))
		return year_of(slash + 1, q->nvalue - (size_t)(slash + 1 - v));
	return year_of(v, q->nvalue);
}

static int
first_year(const struct scan *s, const struct quantity *q)
{
	return year_of(s->found.store.s + q->value, q->nvalue);
}

/* 比2020年, 较去年: what is compared with is not the figure's own time. */
static int
is_compared(const struct text *t, const struct quantity *q)
{
	size_t w;

	return text_in(text_before(t, q->from, &w), "比较同与");
}

/* 是2011年的2.47倍: the time in front, time - 1 of s, is that of what the ratio
 * i is taken of. */
static int
is_base(const struct scan *s, size_t time, size_t i)
{
	const struct quantity *q = &s->found.v[i];

	return time && q->kind == KIND_RATIO &&
	       s->found.v[time - 1].to + strlen("的") == q->from;
}

/* A date or period, i of s. */
static void
take_time(const struct scan *s, size_t i, struct told *told)
{
	const struct quantity *q = &s->found.v[i];
	int ref = s->known.ref.y;

	if (is_compared(&s->t, q))
		return;
	told->time = i + 1;
	told->since = text_is(&s->t, q->to, "以来");
	if (!ref || !last_year(s, q))
		return;
	if (told->since || last_year(s, q) < ref)
		told->status = STATUS_DONE;
	else if (first_year(s, q) > ref)
		told->status = STATUS_TARGET;
}

/* 1 when the word that ends at byte i ends a name: 大科学计划, …; 计划建… is a
 * verb. */
static int
ends_name(const struct text *t, size_t i)
{
	size_t w;
	uint32_t next = text_at(t, i, &w);

	return (next < 0x4e00 && !is_digit(next)) ||
	       text_in(next, "的中等和与书外内项");
}

/* Takes in the word of the classes bits that ends at byte i. */
static void
take_word(const struct tables *tb, const struct text *t, size_t i,
    uint32_t bits, struct told *told)
{
	if ((bits & tb->cue.target) ||
	    ((bits & tb->cue.plan) && !ends_name(t, i)))
		told->status = STATUS_TARGET;
	else if ((bits & tb->cue.done) ||
		 ((bits & tb->cue.fact) && told->status == STATUS_NONE))
		told->status = STATUS_DONE;
}

/* Reads the words from..to. */
static void
read_words(const struct tables *tb, const struct text *t, size_t from,
    size_t to, struct told *told)
{
	struct text upto = {t->s, to, NULL};
	struct lexis_hit hit;
	size_t i, w, w2;
	uint32_t a, b;

	for (i = from; i < to; i += w) {
		i = chars_next(&tb->status.begin, t, i, to);
		if (i == to)
			return;
		a = text_at(t, i, &w);
		b = text_at(&upto, i + w, &w2);
		if (!lexis_may_begin(&tb->status, a, b))
			continue;
		if (words_sentence_end(a)) {
			memset(told, 0, sizeof *told);
		} else if (lexis_all(&tb->status, &upto, i, a, b, &hit, 1)) {
			take_word(tb, t, i + hit.len, hit.value, told);
			w = hit.len;
		}
	}
}

void
status_read(const struct tables *tb, const struct scan *s, struct status_of *v)
{
	struct told told = {STATUS_NONE, 0, 0};
	size_t i, at = 0;

	for (i = 0; i < s->found.n; i++) {
		const struct quantity *q = &s->found.v[i];

		if (q->from - at > REACH) {
			memset(&told, 0, sizeof told);
			at = words_aligned(&s->t, q->from - REACH, q->from);
		}
		read_words(tb, &s->t, at, q->from, &told);
		at = q->to;
		memset(&v[i], 0, sizeof v[i]);
		if (q->kind == KIND_DATE || q->kind == KIND_PERIOD) {
			take_time(s, i, &told);
		} else if (q->kind < KIND_ORDINAL || q->kind == KIND_NUMBER) {
			v[i].status = told.status;
			if (!is_base(s, told.time, i)) {
				v[i].time = told.time;
				v[i].since = told.since;
			}
		}
	}
}
