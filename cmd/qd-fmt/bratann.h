/*
 * The lines of a brat .ann file (brat.nlplab.org/standoff.html): annotations
 * and the notes on them.
 *
 * A struct bratann owns what the lines said; start it as {0}, bratann_reset for
 * each file, bratann_line for its lines, bratann_sort once all are read.
 */
#ifndef QD_FMT_BRATANN_H
#define QD_FMT_BRATANN_H

#include "io.h"
#include "rec.h"

struct bratann {
	struct buf ids;	  /* type, id and notes of the annotations */
	struct brat_ann { /* a T line */
		size_t id, nid, tag, ntag; /* in ids */
		size_t from, to;	   /* characters of the text */
		size_t line;		   /* its number */
		size_t order;
		int put; /* for the caller: it has found its place */
	} * v;
	size_t n, cap;
	struct brat_note {		 /* attributes of the annotation id */
		size_t id, nid, at, len; /* in ids */
		struct str name;	 /* id, once all are read */
	} * notes;
	size_t nnotes, cap_notes;
	struct buf attrs, value; /* of the annotation last asked for */
};

void bratann_reset(struct bratann *t);
/*
 * Takes a line in.  NULL, or what is wrong with it in words (static, or in msg
 * of 160 bytes).
 */
const char *bratann_line(struct bratann *t, const struct line *l, char *msg);
/* v by where they begin, then as they came. */
void bratann_sort(struct bratann *t);
/*
 * What the notes on a say, into t->attrs and t->value, as on the wire; 1 when
 * there is a value among them.
 */
int bratann_notes(struct bratann *t, const struct brat_ann *a);
void bratann_free(struct bratann *t);

#endif
