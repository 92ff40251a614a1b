#include "user.h"

#include <string.h>

/* What a name is cheaper than its words, for each character. */
#define REBATE 10000

static void
check_type(const struct data_file *d, struct str type)
{
	size_t i;

	for (i = 0; i < NER_NTYPES; i++)
		if (str_is(type, ner_tags[i]))
			return;
	data_die(d, "want a type (PER, POST, ORG, LOC, EVENT, PROJ or WORK), a "
		    "name and perhaps its canonical form, separated by TABs");
}

static void
add_name(struct user *u, const struct data_file *d, struct str name,
    struct str type, struct str canon)
{
	const char *why;

	if (lex_build_add(u->build, name, type, canon, &why) == -1)
		data_die(d, "%s", why);
}

void
user_read(struct user *u, struct data_file *d, const struct simple *simple)
{
	struct str f[3];
	struct buf b = {0};

	if (u->build == NULL)
		u->build = lex_build_new();
	while (data_next(d, f, 3)) {
		check_type(d, f[0]);
		if (f[1].len == 0)
			data_die(d, "the name is missing");
		add_name(u, d, f[1], f[0], f[2]);
		if (!simple_is_traditional(simple, f[1]))
			continue;
		buf_reset(&b);
		buf_put(&b, f[1].s, f[1].len);
		simple_text(simple, b.s, b.len);
		add_name(u, d, buf_str(&b), f[0], f[2].len ? f[2] : f[1]);
	}
	buf_free(&b);
}

void
user_end(struct user *u)
{
	struct buf image = {0};
	size_t i;

	if (u->build == NULL)
		return;
	lex_build_end(u->build, &image);
	u->build = NULL;
	u->lex = lex_of_image(&image);
	for (i = 0; i < NER_NTYPES; i++)
		u->bit[i] = lex_class(u->lex, ner_tags[i]);
}

/* The name from i on that ends at byte end of the text. */
static void
add(const struct user *u, struct cands *c, const struct scan *sc, size_t i,
    const struct lex_hit *hit)
{
	struct cand *a;
	size_t to = i + 1, k;

	while (sc->at[to] - sc->at[i] < hit->len)
		to++;
	if (scan_cuts(sc, to))
		return;
	for (k = 0; k < NER_NTYPES; k++) {
		if (!(hit->classes & u->bit[k]))
			continue;
		a = cand_add(c, (enum ner_type)k, i, to,
		    scan_span(sc, i, to) - REBATE * (int)(to - i),
		    CAND_USER | CAND_SURE | CAND_LISTED);
		a->canon = hit->canon;
		return;
	}
}

void
user_find(const struct user *u, struct cands *c, const struct scan *sc)
{
	struct lex_hit hit;
	size_t i;

	if (u->lex == NULL)
		return;
	for (i = 0; i < sc->n; i++)
		if (!scan_cuts(sc, i) &&
		    lex_longest(u->lex, sc->s.s + sc->at[i],
			sc->s.len - sc->at[i], &hit))
			add(u, c, sc, i, &hit);
}

void
user_free(struct user *u)
{
	lex_close(u->lex);
	memset(u, 0, sizeof *u);
}
