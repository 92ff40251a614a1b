#include "scan.h"

#include <string.h>

#include "code.h"
#include "fraction.h"
#include "judge.h"
#include "ordinal.h"
#include "pass.h"
#include "whole.h"

void
scan_open(struct scan *s, const struct tables *tb)
{
	memset(s, 0, sizeof *s);
	s->tb = tb;
	sift_open(&s->sift, tb);
}

void
scan_close(struct scan *s)
{
	quantity_free(&s->found);
	memset(s, 0, sizeof *s);
}

/* The date or period at i: its end, or 0. */
static size_t
add_when(struct scan *s, size_t i)
{
	struct quantities *l = &s->found;
	size_t at = l->store.len;
	struct quantity *q;
	struct when w;

	if (!when_read(&s->t, i, &s->known, &w, &l->store)) {
		l->store.len = at;
		return 0;
	}
	known_note(&s->known, &s->t, i, &w);
	q = quantity_begin(l, w.period ? KIND_PERIOD : KIND_DATE, i);
	q->value = at;
	quantity_end(l, q, w.to, str_of(""));
	return w.to;
}

static size_t
add_fraction(struct scan *s, struct fraction *f)
{
	struct quantities *l = &s->found;
	size_t minus = judge_minus(s, f->from);
	struct quantity *q;

	f->lo.neg = f->hi.neg = minus > 0;
	q = quantity_begin(
	    l, f->percent ? KIND_PERCENT : KIND_RATIO, f->from - minus);
	quantity_number(l, q, &f->lo, &f->hi, f->flags);
	quantity_end(l, q, f->to, str_of(f->percent ? "%" : ""));
	return f->to;
}

static size_t
add_code(struct scan *s, size_t from, size_t to)
{
	struct str v = {s->t.s + from, to - from};

	quantity_add(&s->found, KIND_CODE, from, to, v);
	return to;
}

/* A year without 年, in front of a noun: 2026实干, “2026消费年”. */
static int
is_year(const struct scan *s, const struct amount *a)
{
	long y = dec_int(&a->n.lo, 2100);
	size_t w;
	uint32_t prev = text_before(&s->t, a->n.from, &w);

	return !a->u && a->n.digits == 4 && y >= 1949 &&
	       !(a->n.flags & (NUM_POINT | NUM_SCALE)) &&
	       (!prev || text_in(prev, "“‘《)】,。;:! \n")) &&
	       text_at(&s->t, a->n.to, &w) >= 0x4e00;
}

/* The number at i, with what is behind it. */
static size_t
at_number(struct scan *s, size_t i)
{
	const struct text *t = &s->t;
	struct str year = {t->s + i, 4};
	struct fraction f;
	struct amount a;
	size_t skip, w, k;

	if (!numeral_parse(t, i, &a.n, &skip)) {
		text_at(t, i, &w);
		return skip > i ? skip : i + w;
	}
	if (fraction_read(t, &a.n, &f))
		return add_fraction(s, &f);
	amount_of(s->tb, t, &a);
	if (is_year(s, &a)) {
		quantity_add(&s->found, KIND_DATE, i, i + year.len, year);
		return i + year.len;
	}
	if ((!a.u || dec_int(&a.n.lo, 24) >= 0) &&
	    (k = pass_clock(t, i, a.n.to)) != 0)
		return k;
	if (!a.u && is_digit((unsigned char)t->s[i]) &&
	    (k = pass_latin(t, a.n.to)) > a.n.to)
		return k;
	return judge_amount(s, &a);
}

/* What begins with Arabic digits alone: the end, or 0. */
static size_t
at_digits(struct scan *s, size_t i)
{
	const struct text *t = &s->t;
	size_t k;

	if (pass_inside(t, i))
		return pass_latin(t, i);
	if ((k = pass_item(t, i)) != 0)
		return k;
	if ((k = code_phone(t, i)) != 0)
		return add_code(s, i, k);
	return pass_formula(t, i);
}

static size_t
at_numeral(struct scan *s, size_t i)
{
	const struct text *t = &s->t;
	size_t k;

	if ((k = tables_stop(s->tb, t, s->done, i)) != 0 &&
	    !(text_ends(t, k, "分") && text_is(t, k, "之")) &&
	    !amount_beyond(s->tb, t, i, k))
		return k;
	if (is_digit((unsigned char)t->s[i]) && (k = at_digits(s, i)) != 0)
		return k;
	k = add_when(s, i);
	return k ? k : at_number(s, i);
}

static size_t
at_ordinal(struct scan *s, size_t i)
{
	struct quantities *l = &s->found;
	struct ordinal o;
	struct quantity *q;
	size_t k;

	if ((k = tables_stop(s->tb, &s->t, s->done, i)) != 0 ||
	    (k = add_when(s, i)) != 0)
		return k;
	if (!ordinal_read(s->tb, &s->t, i, &o))
		return o.to;
	for (;;) {
		q = quantity_begin(l, KIND_ORDINAL, o.n.from);
		quantity_number(l, q, &o.n.lo, &o.n.hi, o.n.flags);
		quantity_end(l, q, o.to, o.u ? o.u->unit : str_of(""));
		if (!ordinal_next(s->tb, &s->t, &o))
			return o.to;
	}
}

static size_t
at_address(struct scan *s, size_t i)
{
	size_t from, to;

	if (!code_address(&s->t, s->done, i, &from, &to))
		return i + 1;
	return add_code(s, from, to);
}

/* 打对折 */
static size_t
at_half_price(struct scan *s, size_t i)
{
	struct fraction f = {0, 0, {5, 1, 0}, {5, 1, 0}, 0, 1};

	f.to = i + strlen("折");
	f.from = i - strlen("对");
	if (!text_ends(&s->t, i, "打对") && !text_ends(&s->t, i, "打對"))
		return f.to;
	return add_fraction(s, &f);
}

static size_t
at_time_word(struct scan *s, size_t i)
{
	size_t k = 0, w;

	text_at(&s->t, i, &w);
	if (when_hopeful(&s->t, i) && !tables_stop(s->tb, &s->t, s->done, i))
		k = add_when(s, i);
	if (k)
		return k;
	/* 上半年 of a year that is not known is no half year */
	return text_is(&s->t, i + w, "半年") ? i + w + strlen("半年") : i + w;
}

/* What the character at i begins, of the kind what (SIFT_): where the scan
 * goes on. */
static size_t
at_trigger(struct scan *s, size_t i, unsigned what)
{
	size_t n = s->found.n;

	switch (what) {
	case SIFT_NUMERAL:
		i = at_numeral(s, i);
		break;
	case SIFT_ORDINAL:
		i = at_ordinal(s, i);
		break;
	case SIFT_WHEN:
		i = at_time_word(s, i);
		break;
	case SIFT_CODE:
		i = at_address(s, i);
		break;
	case SIFT_HALF:
		i = at_half_price(s, i);
		break;
	}
	for (; n < s->found.n; n++) {
		s->found.v[n].sentence = s->sentence;
		s->done = s->found.v[n].to;
	}
	return i;
}

void
scan_text(struct scan *s, const struct text *t, const struct marks *m,
    const char *source, int alone)
{
	size_t i = 0, k;

	s->t = *t;
	s->source = source;
	s->alone = alone;
	s->done = s->sentence = 0;
	quantity_reset(&s->found);
	known_sentence(&s->known);
	for (k = 0; k < m->n; k++) {
		if (m->v[k].at < i)
			continue;
		if (m->v[k].kind < SIFT_STOP) {
			i = at_trigger(s, m->v[k].at, m->v[k].kind);
			continue;
		}
		s->sentence++;
		if (m->v[k].kind == SIFT_END)
			known_sentence(&s->known);
	}
	if (alone)
		whole_read(s);
}
