#include "load.h"

#include <stdlib.h>
#include <string.h>

#include "status.h"
#include "when.h"
#include "words.h"

void
load_word(
    const struct data_file *d, struct lexis *l, struct str word, uint32_t value)
{
	if (lexis_add(l, word, value) == -1)
		data_die(d, "want a word in UTF-8 (1 to 255 bytes) in field 1");
}

/* 1 when a word is looked up from this character on. */
static int
is_numeral(uint32_t cp)
{
	return han_begins(cp) || cp == 0x7b2c; /* 第 */
}

/* 1 when a word without a numeral is. */
static int
is_time(uint32_t cp)
{
	const struct when_lead *l;

	for (l = when_leads; l->leads; l++)
		if (text_in(cp, l->leads))
			return 1;
	return 0;
}

/* The first character of s that is one; s.len where none is. */
static size_t
first(struct str s, int (*is)(uint32_t))
{
	struct text t = {s.s, s.len, NULL};
	size_t i, w;

	for (i = 0; i < s.len; i += w)
		if (is(text_at(&t, i, &w)))
			return i;
	return s.len;
}

/* Where the word is looked up: at its first Han numeral, else at its
 * first character of time (相信 明天), else (12345热线) as a whole. */
static size_t
lead(struct str s)
{
	size_t i = first(s, is_numeral);

	if (i == s.len && !is_digit((unsigned char)s.s[0]))
		i = first(s, is_time);
	return i == s.len ? 0 : i;
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
 * A word is stored from its first numeral on; its value is the index of the set
 * of what stands in front of that in all words with the same rest.
 */
static void
index_stops(
    struct tables *tb, const struct data_file *d, struct stop *v, size_t n)
{
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
			load_word(d, &tb->stops, key, (uint32_t)tb->nlead - 1);
		}
		add_lead(tb, &tb->lead[tb->nlead - 1], &v[i]);
	}
	lexis_end(&tb->stops);
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
		v[n++].lead = lead(f);
	}
	index_stops(tb, &d, v, n);
	mem_free(v);
	data_close(&d);
	mem_free(path);
}

/* A class of words, and where its bit is kept. */
struct class
{
	const char *name;
	uint32_t *bit;
};

/* The bits of the classes of d's line, joined by commas; each of the n known
 * ones has its own. */
static uint32_t
class_bits(const struct data_file *d, struct str names,
    const struct class *classes, size_t n)
{
	const char *p = names.s, *end = p + names.len, *comma;
	uint32_t bits = 0;
	struct str name;
	size_t k;

	for (;; p = comma + 1) {
		comma = memchr(p, ',', (size_t)(end - p));
		name.s = p;
		name.len = (size_t)((comma ? comma : end) - p);
		for (k = 0; k < n && !str_is(name, classes[k].name); k++)
			continue;
		if (k == n)
			data_die(d, "unknown class '%.*s' in field 2",
			    (int)name.len, name.s);
		bits |= *classes[k].bit;
		if (!comma)
			return bits;
	}
}

/* The words of a table of two columns, word and classes. */
static void
add_words(struct lexis *l, const struct class *classes, size_t n,
    const char *dir, const char *name)
{
	char *path = data_path(dir, name);
	struct data_file d;
	struct str f[2];

	data_open(&d, path);
	while (data_next(&d, f, 2))
		load_word(&d, l, f[0], class_bits(&d, f[1], classes, n));
	data_close(&d);
	mem_free(path);
}

/* Gives each class its bit. */
static void
number(const struct class *classes, size_t n)
{
	size_t k;

	for (k = 0; k < n; k++)
		*classes[k].bit = (uint32_t)1 << k;
}

#define N(a) (sizeof(a) / sizeof *(a))

/* The words begin where lexis_mark says, too: z, each a character. */
static void
mark_all(struct lexis *l, const char *z)
{
	struct text t = {z, strlen(z), NULL};
	size_t i, w;

	for (i = 0; i < t.n; i += w)
		lexis_mark(l, text_at(&t, i, &w));
}

void
load_cues(struct tables *tb, const char *dir)
{
	struct cue_bits *c = &tb->cue;
	const struct class classes[] = {{"ge", &c->ge}, {"gt", &c->gt},
	    {"le", &c->le}, {"lt", &c->lt}, {"approx", &c->approx},
	    {"up", &c->up}, {"down", &c->down}, {"flat", &c->flat},
	    {"yoy", &c->yoy}, {"mom", &c->mom}, {"annual", &c->annual},
	    {"than", &c->than}, {"share", &c->share}, {"link", &c->link},
	    {"verb", &c->verb}, {"event", &c->event}, {"noun", &c->noun},
	    {"metric", &c->metric}, {"after-ge", &c->after_ge},
	    {"after-le", &c->after_le}, {"after-lt", &c->after_lt},
	    {"after-approx", &c->after_approx},
	    {"after-span-le", &c->after_span_le},
	    {"after-from", &c->after_from}};

	number(classes, N(classes));
	mark_all(&tb->cues, WORDS_MARKS);
	add_words(&tb->cues, classes, N(classes), dir, "cues.tsv");
	add_words(&tb->cues, classes, N(classes), dir, "verbs.tsv");
	lexis_end(&tb->cues);
}

void
load_status(struct tables *tb, const char *dir)
{
	struct cue_bits *c = &tb->cue;
	const struct class classes[] = {{"target", &c->target},

	    {"plan", &c->plan}, {"done", &c->done}, {"fact", &c->fact},
	    {"none", &c->none}};

	number(classes, N(classes));
	mark_all(&tb->status, STATUS_ENDS);
	add_words(&tb->status, classes, N(classes), dir, "status.tsv");
	lexis_end(&tb->status);
}
