#include "find.h"

#include <string.h>

#include "abbr.h"
#include "event.h"
#include "org.h"
#include "person.h"
#include "place.h"
#include "post.h"

void
find_text(
    struct find *f, struct str folded, int byline, const struct known *known)
{
	struct cands *c = &f->cands;
	struct scan *sc = &f->scan;

	scan_text(sc, &f->names, folded);
	cand_reset(c, sc->n);
	if (known)
		known_find(known, c, sc);
	place_find(c, sc, &f->names);
	abbr_find(c, sc, &f->names);
	org_find(c, sc, &f->names);
	post_find(c, sc, &f->names);
	person_find(c, sc, &f->names, byline);
	if (f->patterns)
		f->given_up += (unsigned long)pattern_find(f->patterns, c, sc);
	event_find(c, sc, &f->names);
	event_quotes(c, sc);
	user_find(&f->user, c, sc);
	decode_text(&f->dec, sc, c);
	if (f->model == NULL)
		return;
	tag_look(&f->tagger, &f->table, sc, &f->names, &f->gaz, c, &f->dec);
	tag_score(&f->tagger, &f->table, sc);
	path_text(&f->path, &f->dec, c, sc, &f->tagger, f->table.conv,
	    f->probs ? &f->prob : NULL);
}

void
find_free(struct find *f)
{
	names_close(&f->names);
	pattern_free(f->patterns);
	user_free(&f->user);
	simple_free(f->simple);
	scan_free(&f->scan);
	cand_free(&f->cands);
	decode_free(&f->dec);
	gaz_close(&f->gaz);
	model_close(f->model);
	tag_free(&f->tagger);
	path_free(&f->path);
	prob_free(&f->prob);
	memset(f, 0, sizeof *f);
}
