#include "corpus.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "utf8.h"

enum { F_CONV, F_DOC, F_ART, F_TAG, F_TEXT, F_SPANS, F_N };

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
see(struct corpus *c, const struct corpus_text *t,
    const struct model_table *gate)
{
	struct find *f = &c->find;

	fold_bytes(&c->folded, t->s);
	find_text(f, buf_str(&c->folded), t->byline, NULL);
	tag_look(
	    &c->tagger, gate, &f->scan, &f->names, &f->gaz, &f->cands, &f->dec);
}

/* A character of a text: its number, and the byte where it begins. */
struct place {
	size_t n, byte;
};

/* Goes on to the character at byte to; folding leaves their number as it is. */
static size_t
go_to(struct place *p, struct str s, size_t to)
{
	uint32_t cp;

	for (; p->byte < to && p->byte < s.len; p->n++)
		p->byte += utf8_decode(s.s + p->byte, s.len - p->byte, &cp);
	return p->n;
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
	struct place at = {0, 0};
	size_t from, to, k;

	while (*p) {
		from = go_to(&at, t->s, strtoul(p, &p, 10));
		to = go_to(&at, t->s, strtoul(p + (*p == ','), &p, 10));
		type = p + (*p == ',');
		p = type + strcspn(type, " ");
		for (k = 0; k < NER_NTYPES; k++)
			if (!strncmp(type, ner_tags[k], (size_t)(p - type)) &&
			    ner_tags[k][p - type] == '\0')
				label(c, t, (enum ner_type)k, from, to);
		p += *p == ' ';
	}
	mem_free(s);
}

/* A text, its labels, and what the gate goes by. */
static void
add(struct corpus *c, const struct str *f, int held)
{
	struct model_table no_gate = {0};
	struct corpus_text *t;
	uint64_t h[FEAT_GATE];
	size_t i, k, n;

	c->texts =
	    mem_grow(c->texts, &c->tcap, c->ntexts + 1, sizeof *c->texts);
	t = &c->texts[c->ntexts++];
	memset(t, 0, sizeof *t);
	t->s = f[F_TEXT];
	t->byline = str_is(f[F_TAG], "byline");
	t->conv = conv_of(c, f[F_CONV]);
	t->held = held;
	t->first = c->nchars;
	no_gate.clusters = c->clusters;
	see(c, t, &no_gate);
	t->n = n = c->tagger.feats.n;
	c->gold = mem_grow(c->gold, &c->ccap, c->nchars + n + 1, 1);
	c->gate =
	    mem_grow(c->gate, &c->gcap, c->nchars + n + 1, sizeof *c->gate);
	memset(c->gold + c->nchars, LABEL_O, n);
	labels(c, t, f[F_SPANS]);
	for (i = 0; i < n; i++) {
		feat_gate(&c->tagger.feats, i, h);
		for (k = 0; k < FEAT_GATE; k++)
			c->gate[c->nchars + i][k] =
			    (uint32_t)(k * MODEL_GATE +
				       (h[k] >> (64 - MODEL_GATEBITS)));
	}
	c->nchars += n;
}

void
corpus_read(struct corpus *c, const char *path, const char *held)
{
	struct str f[F_N];

	data_open(&c->file, path);
	while (data_next(&c->file, f, F_N))
		if (f[F_TEXT].len)
			add(c, f, is_held(held, f[F_DOC]));
}

/* A name that is to be learned from is seen whole, whatever the gate says. */
static void
let_in(struct corpus *c, const struct corpus_text *t, const struct gaz *g)
{
	struct tagger *tg = &c->tagger;
	size_t i;

	tg->n = 0;
	for (i = 0; i < t->n; i++) {
		if (!t->held && c->gold[t->first + i] != LABEL_O)
			tg->state[i] |= TAG_DOUBT;
		tg->at[tg->n] = (uint32_t)i;
		tg->n += tg->state[i] & TAG_DOUBT;
	}
	feat_gaz(&tg->feats, g, &c->find.scan, tg->at, tg->n);
}

static void
take(struct corpus *c, struct corpus_text *t)
{
	const struct tagger *tg = &c->tagger;
	size_t i;

	c->at = mem_grow(c->at, &c->scap, c->nslots + tg->n + 1, sizeof *c->at);
	c->keys =
	    mem_grow(c->keys, &c->kcap, c->nslots + tg->n + 1, sizeof *c->keys);
	t->slot = c->nslots;
	t->in = tg->n;
	for (i = 0; i < tg->n; i++) {
		c->at[c->nslots] = tg->at[i];
		feat_all(&tg->feats, tg->at[i], c->keys[c->nslots++]);
	}
}

/* Counts what is learned from, then numbers it. */
static void
number(struct corpus *c, uint32_t cutoff)
{
	const struct corpus_text *t;
	size_t i, k;

	dict_open(&c->dict);
	for (t = c->texts; t < c->texts + c->ntexts; t++)
		for (i = t->slot; !t->held && i < t->slot + t->in; i++)
			for (k = 0; k < FEAT_N; k++)
				dict_count(&c->dict, c->keys[i][k]);
	dict_number(&c->dict, cutoff);
	c->ids = mem_calloc(c->nslots + 1, sizeof *c->ids);
	for (i = 0; i < c->nslots; i++)
		for (k = 0; k < FEAT_N; k++)
			c->ids[i][k] = dict_id(&c->dict, c->keys[i][k]);
	mem_free(c->keys);
	c->keys = NULL;
}

void
corpus_see(struct corpus *c, const struct model_table *gates, uint32_t cutoff)
{
	struct corpus_text *t;

	for (t = c->texts; t < c->texts + c->ntexts; t++) {
		see(c, t, &gates[t->conv]);
		let_in(c, t, &c->find.gaz);
		take(c, t);
	}
	number(c, cutoff);
}

void
corpus_close(struct corpus *c)
{
	data_close(&c->file);
	mem_free(c->texts);
	mem_free(c->gold);
	mem_free(c->gate);
	mem_free(c->at);
	mem_free(c->keys);
	mem_free(c->ids);
	dict_close(&c->dict);
	find_free(&c->find);
	tag_free(&c->tagger);
	buf_free(&c->folded);
}
