#include "tokens.h"

#include <err.h>
#include <string.h>

#include "data.h"
#include "feat.h"
#include "fold.h"

struct reader {
	struct names names;
	struct scan scan;
	struct buf folded;
	struct tokens *tokens;
};

static void
open_names(struct names *nm)
{
	char *path = data_path(NULL, "names.lex");

	if (names_open(nm, lex_must(path)) == -1)
		errx(2, "%s: not built from the lists of this version", path);
	mem_free(path);
}

/* The words of a text, the last first: cut as the tagger sees them. */
static void
cut(struct reader *r, struct str text)
{
	const struct scan *sc = &r->scan;
	struct tokens *t = r->tokens;
	size_t i, from;

	fold_bytes(&r->folded, text);
	scan_text(&r->scan, &r->names, buf_str(&r->folded));
	t->v = mem_grow(t->v, &t->cap, t->n + sc->n + 1, sizeof *t->v);
	for (i = sc->n; i > 0; i = from) {
		from = sc->prev[i];
		if (sc->kind[from] != CHAR_SPACE)
			t->v[t->n++] = feat_word((enum char_kind)sc->kind[from],
			    sc->cp + from, i - from);
	}
	t->v[t->n++] = 0;
}

/* Numbers for the words that come often enough. */
static void
number(struct tokens *t, struct dict *d, uint32_t cutoff)
{
	size_t i;

	dict_number(d, cutoff);
	t->nwords = d->nids;
	t->word = mem_calloc(d->nids + 1U, sizeof *t->word);
	t->count = mem_calloc(d->nids + 1U, sizeof *t->count);
	for (i = 0; i < d->cap; i++)
		if (d->vals[i])
			t->word[d->vals[i] - 1] = (uint32_t)d->keys[i];
	for (i = 0; i < t->n; i++) {
		if (t->v[i] == 0) {
			t->v[i] = TOKENS_END;
			continue;
		}
		t->v[i] = dict_id(d, t->v[i]);
		if (t->v[i] != TOKENS_RARE)
			t->count[t->v[i]]++;
	}
}

void
tokens_read(struct tokens *t, char **paths, uint32_t cutoff)
{
	struct reader r = {.tokens = t};
	struct data_file d;
	struct dict dict;
	struct str text;
	size_t i;

	open_names(&r.names);
	for (; *paths; paths++) {
		data_open(&d, *paths);
		while (data_next(&d, &text, 1))
			cut(&r, text);
		data_close(&d);
	}
	dict_open(&dict);
	for (i = 0; i < t->n; i++)
		if (t->v[i])
			dict_count(&dict, t->v[i]);
	number(t, &dict, cutoff);
	dict_close(&dict);
	scan_free(&r.scan);
	names_close(&r.names);
	buf_free(&r.folded);
}

void
tokens_free(struct tokens *t)
{
	mem_free(t->v);
	mem_free(t->word);
	mem_free(t->count);
	memset(t, 0, sizeof *t);
}
