/*
 * What is known of dates while the texts of a document go by: the article's
 * date, as far as its records or its own text tell it, and what was named
 * last.  Dates that say less than they mean are completed from this.
 */
#ifndef QD_NUMBERS_KNOWN_H
#define QD_NUMBERS_KNOWN_H

#include "almanac.h"

struct known {
	const struct almanac *almanac; /* borrowed; NULL: none */
	struct date ref;  /* the article's date; 0 where not known */
	struct date near; /* what this sentence named last */
	struct date day;  /* the day that the article named last */
	int page;	  /* the year that the document's text told; or 0 */
	int told;	  /* the past year that the article named last; or 0 */
};

struct when;

/* A new document; the almanac stays.  Start it as {0}. */
void known_document(struct known *k);
/*
 * A new article: what its records say of its date, and its title (or empty),
 * whose year counts where they say none.
 */
void known_article(struct known *k, struct date date, const struct text *title);
/*
 * The text is a line that says the date of what follows (2014年3月2日, 20:21):
 * takes it as the article's.
 */
void known_line(struct known *k, const struct text *t);
/* A new sentence. */
void known_sentence(struct known *k);
/*
 * The date w stands at byte i of t: remembers it.  Where the article's date
 * is not known, a dateline (2月4日讯) gives it, and the first year that is not
 * the end or the beginning of a span (到2026年, 2012年以来) its year.
 */
void known_note(
    struct known *k, const struct text *t, size_t i, const struct when *w);

#endif
