/*
 * The tables of this tool, read from the data directory: units and
 * classifiers, words that hold a numeral and are no quantities, and the words
 * of context.  Everything here lives until tables_close.
 */
#ifndef QD_NUMBERS_TABLES_H
#define QD_NUMBERS_TABLES_H

#include <stddef.h>
#include <stdint.h>

#include "han.h"
#include "lexis.h"
#include "mem.h"

enum unit_kind {
	UNIT_NONE, /* begins like a unit and is none */
	UNIT_MONEY,
	UNIT_PERCENT,
	UNIT_PP,
	UNIT_MEASURE,
	UNIT_DURATION,
	UNIT_RATIO,
	UNIT_COUNT,
	UNIT_ORDINAL, /* a classifier behind 第 only */
	UNIT_HEAD,    /* a noun that is counted without classifier */
	UNIT_PREFIX   /* a currency in front of the numeral */
};

enum {
	UNIT_NOT_ONE = 1, /* not behind 一 alone */
	UNIT_LONG = 2,	  /* not behind a single Han numeral */
	UNIT_BARE = 4,	  /* also behind a bare scale word */
	UNIT_SPEED = 8	  /* only where a word of speed stands in front */
};

struct unit {
	struct str surface;
	struct str unit; /* what unit= says */
	struct str base; /* of si=, or empty */
	uint64_t p, q;	 /* base units in one; q 0: none */
	enum unit_kind kind;
	unsigned flags;
	uint32_t also; /* index + 1 of another entry of the same surface */
};

/* The bits of the classes of the words of context (cues.tsv, verbs.tsv). */
struct cue_bits {
	uint32_t ge, gt, le, lt, approx, up, down, flat, yoy, mom, annual, than,
	    share, link, verb, event, noun, metric;
	uint32_t after_ge, after_le, after_lt, after_approx, after_span_le,
	    after_from;
	uint32_t target, plan, done, fact, none; /* of status.tsv */
};

/*
 * What stands in front of the numeral in the words that are no quantities and
 * go on alike from it on (of 统一 and 第一, 统 and 第).
 */
struct stop_leads {
	uint64_t last; /* a bit for the last byte of each, */
	int empty;     /* and whether one is empty */
	size_t at, n;  /* the others in struct tables' leads, each ended by
			  a bar */
};

struct tables {
	struct unit *unit;
	size_t nunit, cap_unit;
	struct lexis units, cues, status, stops;
	struct stop_leads *lead; /* of stops, by their values */
	size_t nlead, cap_lead;
	struct buf leads;
	struct cue_bits cue;
	struct buf text; /* what the entries point into */
};

/*
 * Reads the user's n tables of units, then those in dir (--data, or NULL); of
 * entries of one surface the first that fits counts.  Dies where one is wrong.
 * In load.c.
 */
void tables_open(
    struct tables *tb, const char *dir, const char *const *units, size_t n);
void tables_close(struct tables *tb);

/*
 * The unit at byte i: the longest, its length in *len; NULL when there is
 * none.  Entries of kind UNIT_NONE are given: they hide the shorter ones.
 */
const struct unit *tables_unit(
    const struct tables *tb, const struct text *t, size_t i, size_t *len);
/* The unit of that name; NULL where the tables have none. */
const struct unit *tables_word(const struct tables *tb, const char *name);
/* The other entry of the same surface, or NULL. */
const struct unit *tables_also(const struct tables *tb, const struct unit *u);
/* The currency that ends before byte i, or NULL. */
const struct unit *tables_prefix(
    const struct tables *tb, const struct text *t, size_t i);

/*
 * The word that is no quantity and has its first numeral at byte i: its end,
 * or 0.  from: no earlier byte belongs to it.
 */
size_t tables_stop(
    const struct tables *tb, const struct text *t, size_t from, size_t i);

#endif
