/*
 * Whether a figure is a target or has been reached, and which time it belongs
 * to: by the words and the dates in front of it in its sentence.
 */
#ifndef QD_NUMBERS_STATUS_H
#define QD_NUMBERS_STATUS_H

#include "scan.h"

/* The characters that end what a sentence tells; the loader puts them among
 * those that a word of status.tsv may begin with. */
#define STATUS_ENDS "。!?;\n"

enum status { STATUS_NONE, STATUS_TARGET, STATUS_DONE };

struct status_of {
	enum status status;
	/* index + 1 of the date or period among the quantities; 0: the
	 * sentence tells none */
	size_t time;
	int since; /* the time goes on from there to the article's date */
};

/* Of each quantity of s into v, which has room for s->found.n. */
void status_read(
    const struct tables *tb, const struct scan *s, struct status_of *v);

#endif
