#include "corpus.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"

enum { F_CONV, F_DOC, F_ART, F_TAG, F_TEXT, F_SPANS, F_N };

uint64_t
corpus_own(uint64_t key, size_t i)
{
	return key ^ (i + 1) * 0xa24baed4963ee407U;
}

/* The index of a convention; a new one is added. */
static size_t
conv_of(struct corpus *c, struct str name)
{
	size_t i;

	for (i = 0; i < c->nconvs; i++)
		if (str_is(name, c->convs[i].name))
			return i;
	if (i == CORPUS_CONVS || name.len >= sizeof c->convs[i].name)
		errx(2, "more conventions than %d, or a long name",
		    CORPUS_CONVS);
	memcpy(c->convs[i].name, name.s, name.len);
	return c->nconvs++;
}

/* 1 when the document is one of the list, or NAME-dev. */
static int
is_held(const char *list, struct str doc)
{
	size_t n;

	if (doc.len > 4 && !memcmp(doc.s + doc.len - 4, "-dev", 4))
		return 1;
	for (; *list; list += n + (list[n] == ',')) {
		n = strcspn(list, ",");
		if (n == doc.len && !memcmp(list, doc.s, n))
			return 1;
	}
	return 0;
}

/* Sees the text as the tagger will. */
static void
see(struct corpus *c, struct str text, struct str tag)
{
	struct find *f = &c->find;

	fold_text(&c->fold, text);
	find_text(f, buf_str(&c->fold.text), str_is(tag, "byline"), NULL);
	feat_text(&c->feats, &f->scan, &f->names, &f->cands, &f->dec);
}

static void
features(const struct corpus *c, size_t i, uint64_t h[CORPUS_FEATS + FEAT_MOST])
{
	feat_first(&c->feats, i, h);
	feat_rest(&c->feats, i, h + FEAT_FIRST);
}

static void
count(struct corpus *c, size_t conv)
{
	uint64_t h[CORPUS_FEATS + FEAT_MOST];
	size_t i, k;

	for (i = 0; i < c->feats.n; i++) {
		features(c, i, h);
		for (k = 0; k < CORPUS_FEATS; k++) {
			dict_count(&c->dict, h[k]);
			dict_count(&c->dict, corpus_own(h[k], conv));
		}
	}
}

/* The character at byte at of the text before folding, from i on. */
static size_t
char_at(const struct corpus *c, size_t i, size_t at)
{
	const struct scan *sc = &c->find.scan;

	while (i < sc->n && c->fold.at[sc->at[i]] < at)
		i++;
	return i;
}

static void
label(struct corpus *c, struct corpus_text *t, enum ner_type type, size_t from,
    size_t to)
{
	const struct label_type *l;
	struct corpus_conv *conv = &c->convs[t->conv];
	uint8_t *gold = c->gold + t->first;
	int k = label_type(type);
	size_t i;

	if (k < 0 || from >= to)
		return;
	l = &label_types[k];
	if (to - from == 1 && l->single == 0)
		return;
	if (!t->held && conv->top < (l->single ? l->single : l->end))
		conv->top = l->single ? l->single : l->end;
	for (i = from; i < to; i++)
		gold[i] = (uint8_t)(to - from == 1 ? l->single
				    : i == from	   ? l->begin
				    : i + 1 == to  ? l->end
						   : l->inside);
}

/* "FROM,TO,TYPE FROM,TO,TYPE" */
static void
labels(struct corpus *c, struct corpus_text *t, struct str spans)
{
	char *s = mem_dup(spans.s, spans.len), *p = s, *type;
	size_t from, to, i = 0, k;

	while (*p) {
		from = char_at(c, i, strtoul(p, &p, 10));
		to = char_at(c, from, strtoul(p + (*p == ','), &p, 10));
		type = p + (*p == ',');
		p = type + strcspn(type, " ");
		for (k = 0; ner_tags[k]; k++)
			if (!strncmp(type, ner_tags[k], (size_t)(p - type)) &&
			    ner_tags[k][p - type] == '\0')
				label(c, t, (enum ner_type)k, from, to);
		p += *p == ' ';
		i = from;
	}
	mem_free(s);
}

static void
add_ids(struct corpus *c, size_t conv, size_t i)
{
	uint64_t h[CORPUS_FEATS + FEAT_MOST];
	uint32_t id;
	size_t k;

	features(c, i, h);
	c->ids = mem_grow(c->ids, &c->icap, c->nids + (size_t)2 * CORPUS_FEATS,
	    sizeof *c->ids);
	for (k = 0; k < CORPUS_FEATS; k++) {
		id = dict_id(&c->dict, h[k]);
		if (id != DICT_NONE) {
			c->ids[c->nids++] = id;
			c->shared[id] = 1;
		}
		id = dict_id(&c->dict, corpus_own(h[k], conv));
		if (id != DICT_NONE)
			c->ids[c->nids++] = id;
	}
}

static void
add(struct corpus *c, const struct str *f, size_t conv, int held)
{
	struct corpus_text *t;
	size_t i, n = c->feats.n, cap = c->ccap;

	c->texts =
	    mem_grow(c->texts, &c->tcap, c->ntexts + 1, sizeof *c->texts);
	t = &c->texts[c->ntexts++];
	t->first = c->nchars;
	t->n = n;
	t->conv = conv;
	t->held = held;
	c->gold = mem_grow(c->gold, &cap, c->nchars + n + 1, 1);
	c->at = mem_grow(c->at, &c->ccap, c->nchars + n + 1, sizeof *c->at);
	memset(c->gold + c->nchars, LABEL_O, n);
	labels(c, t, f[F_SPANS]);
	for (i = 0; i < n; i++) {
		c->at[c->nchars++] = c->nids;
		add_ids(c, conv, i);
	}
	c->at[c->nchars] = c->nids;
}

void
corpus_read(
    struct corpus *c, const char *path, const char *held, uint32_t cutoff)
{
	struct data_file d;
	struct str f[F_N];
	size_t conv;
	int pass, apart;

	dict_open(&c->dict);
	data_open(&d, path);
	for (pass = 0; pass < 2; pass++) {
		d.at = 0;
		while (data_next(&d, f, F_N)) {
			apart = is_held(held, f[F_DOC]);
			conv = conv_of(c, f[F_CONV]);
			if (f[F_TEXT].len == 0 || (apart && pass == 0))
				continue;
			see(c, f[F_TEXT], f[F_TAG]);
			if (pass == 0)
				count(c, conv);
			else
				add(c, f, conv, apart);
		}
		if (pass == 0) {
			dict_number(&c->dict, cutoff);
			c->shared = mem_calloc(c->dict.nids + 1U, 1);
		}
	}
	data_close(&d);
}

void
corpus_close(struct corpus *c)
{
	mem_free(c->texts);
	mem_free(c->gold);
	mem_free(c->at);
	mem_free(c->ids);
	mem_free(c->shared);
	dict_close(&c->dict);
	find_free(&c->find);
	feat_free(&c->feats);
	fold_free(&c->fold);
}
