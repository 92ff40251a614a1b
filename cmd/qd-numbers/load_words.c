#include "load.h"

#include <stdlib.h>
#include <string.h>

#include "status.h"
#include "words.h"

struct lex *
load_built(struct lex_build *lb)
{
	struct buf image = {0};

	lex_build_end(lb, &image);
	return lex_of_image(&image);
}

void
load_begin(struct lexis *l, struct str s)
{
	struct text t = {s.s, s.len, NULL};
	size_t w, w2;
	uint32_t a = text_at(&t, 0, &w), b = text_at(&t, w, &w2);
	uint32_t h = tables_pair(a, b);

	chars_add(&l->begin, a);
	if (w == s.len)
		l->single[a >> 3 & 0x1fff] |= (uint8_t)(1U << (a & 7));
	else
		l->pair[h >> 3] |= (uint8_t)(1U << (h & 7));
}

void
load_word(const struct data_file *d, struct lex_build *lb, struct str word,
    struct str classes, struct str canon)
{
	const char *why;

	if (lex_build_add(lb, word, classes, canon, &why) == -1)
		data_die(d, "%s", why);
}

/* 1 when a word is looked up from a character of this class on. */
static int
leads(uint32_t cp)
{
	return han_begins(cp) || cp == 0x7b2c; /* 第 */
}

static size_t
lead(struct str s)
{
	struct text t = {s.s, s.len, NULL};
	size_t i, w;

	for (i = 0; i < s.len; i += w)
		if (leads(text_at(&t, i, &w)))
			return i;
	return s.len;
}

struct stop {
	struct str word;
	size_t lead;
};

static int
cmp_stop(const void *a, const void *b)
{
	const struct stop *x = a, *y = b;
	struct str k = {x->word.s + x->lead, x->word.len - x->lead};
	struct str l = {y->word.s + y->lead, y->word.len - y->lead};
	int c = str_cmp(k, l);

	return c ? c : str_cmp(x->word, y->word);
}

/* Adds what stands in front of the numeral in w to the set l. */
static void
add_lead(struct tables *tb, struct stop_leads *l, const struct stop *w)
{
	if (w->lead == 0) {
		l->empty = 1;
		return;
	}
	l->last |= (uint64_t)1 << (w->word.s[w->lead - 1] & 63);
	buf_put(&tb->leads, w->word.s, w->lead);
	buf_putc(&tb->leads, '|');
	l->n = tb->leads.len - l->at;
}

/* A new set, the last of tb->lead. */
static void
begin_leads(struct tables *tb)
{
	struct stop_leads *l;

	tb->lead =
	    mem_grow(tb->lead, &tb->cap_lead, tb->nlead + 1, sizeof *tb->lead);
	l = &tb->lead[tb->nlead++];
	memset(l, 0, sizeof *l);
	l->at = tb->leads.len;
}

/*
 * A word is stored from its first numeral on; its canonical form is the index
 * of the set of what stands in front of that in all words with the same rest.
 */
static void
index_stops(
    struct tables *tb, const struct data_file *d, struct stop *v, size_t n)
{
	struct lex_build *lb = lex_build_new();
	struct buf form = {0};
	struct str key = {"", 0}, last;
	size_t i;

	if (n)
		qsort(v, n, sizeof *v, cmp_stop);
	for (i = 0; i < n; i++) {
		last = key;
		key.s = v[i].word.s + v[i].lead;
		key.len = v[i].word.len - v[i].lead;
		if (i == 0 || !str_eq(last, key)) {
			begin_leads(tb);
			buf_reset(&form);
			buf_putu(&form, tb->nlead - 1);
			load_word(d, lb, key, str_of("stop"), buf_str(&form));
			load_begin(&tb->stops, key);
		}
		add_lead(tb, &tb->lead[tb->nlead - 1], &v[i]);
	}
	buf_free(&form);
	tb->stops.lex = load_built(lb);
}

void
load_stops(struct tables *tb, const char *dir)
{
	char *path = data_path(dir, "nonquantities.tsv");
	struct stop *v = NULL;
	size_t n = 0, cap = 0;
	struct data_file d;
	struct str f;

	data_open(&d, path);
	while (data_next(&d, &f, 1)) {
		v = mem_grow(v, &cap, n + 1, sizeof *v);
		v[n].word = f;
		v[n].lead = lead(f);
		if (v[n].lead == f.len)
			v[n].lead = 0; /* a word of time: 今日头条 */
		n++;
	}
	index_stops(tb, &d, v, n);
	mem_free(v);
	data_close(&d);
	mem_free(path);
}

/* The words of a table of two columns, word and classes. */
static void
add_words(
    struct lexis *l, struct lex_build *lb, const char *dir, const char *name)
{
	char *path = data_path(dir, name);
	struct str f[2], none = {"", 0};
	struct data_file d;

	data_open(&d, path);
	while (data_next(&d, f, 2)) {
		load_word(&d, lb, f[0], f[1], none);
		load_begin(l, f[0]);
	}
	data_close(&d);
	mem_free(path);
}

void
load_cues(struct tables *tb, const char *dir)
{
	static const char *const marks[] = WORDS_MARKS;
	struct lex_build *lb = lex_build_new();
	struct cue_bits *c = &tb->cue;
	const struct {
		const char *name;
		uint32_t *bit;
	} bits[] = {{"ge", &c->ge}, {"gt", &c->gt}, {"le", &c->le},
	    {"lt", &c->lt}, {"approx", &c->approx}, {"up", &c->up},
	    {"down", &c->down}, {"flat", &c->flat}, {"yoy", &c->yoy},
	    {"mom", &c->mom}, {"annual", &c->annual}, {"than", &c->than},
	    {"share", &c->share}, {"link", &c->link}, {"verb", &c->verb},
	    {"event", &c->event}, {"noun", &c->noun}, {"metric", &c->metric},
	    {"after-ge", &c->after_ge}, {"after-le", &c->after_le},
	    {"after-lt", &c->after_lt}, {"after-approx", &c->after_approx},
	    {"after-span-le", &c->after_span_le},
	    {"after-from", &c->after_from}};
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		load_begin(&tb->cues, str_of(marks[i]));
	add_words(&tb->cues, lb, dir, "cues.tsv");
	add_words(&tb->cues, lb, dir, "verbs.tsv");
	tb->cues.lex = load_built(lb);
	for (i = 0; i < sizeof bits / sizeof *bits; i++)
		*bits[i].bit = lex_class(tb->cues.lex, bits[i].name);
}

void
load_status(struct tables *tb, const char *dir)
{
	static const char *const ends[] = STATUS_ENDS;
	struct lex_build *lb = lex_build_new();
	size_t i;

	add_words(&tb->status, lb, dir, "status.tsv");
	for (i = 0; i < sizeof ends / sizeof *ends; i++)
		load_begin(&tb->status, str_of(ends[i]));
	tb->status.lex = load_built(lb);
	tb->cue.target = lex_class(tb->status.lex, "target");
	tb->cue.plan = lex_class(tb->status.lex, "plan");
	tb->cue.done = lex_class(tb->status.lex, "done");
	tb->cue.fact = lex_class(tb->status.lex, "fact");
}
