/*
 * Numerals: the number at a place in the text, in any of the ways in which
 * Chinese papers write it: 1400, 1,364, 3.5, 三百二十, 二〇二六, 三点五亿,
 * 1.4万亿, 3万4000, 廿八, 壹佰, 八九亿, 几十, 百余, 十几, 50多.
 *
 * Only the number: what stands in front (负, 第) or behind (a unit, 分之) is
 * the caller's.  A numeral is never longer than NUMERAL_LONG bytes, so a
 * long run of digits costs its length once.
 */
#ifndef QD_NUMBERS_NUMERAL_H
#define QD_NUMBERS_NUMERAL_H

#include "arabic.h"
#include "dec.h"
#include "han.h"

#define NUMERAL_LONG 120

enum {
	NUM_RANGE = 1,	   /* lo to hi: 八九亿 */
	NUM_VAGUE = 2,	   /* lo to hi, and no more is known: 几十 */
	NUM_MORE = 4,	   /* lo and more: 多, 余, 十几 */
	NUM_AROUND = 8,	   /* about lo: 十来 */
	NUM_HAN = 16,	   /* no Arabic digit in it */
	NUM_BARE = 32,	   /* begins with a scale word: 百, 亿 */
	NUM_STRING = 64,   /* Han digits one by one: 二〇二六 */
	NUM_SCALE = 128,   /* has a scale word */
	NUM_BIG = 256,	   /* has 万 or more */
	NUM_POINT = 512,   /* has a decimal point */
	NUM_ZERO = 1024,   /* begins with 0 and another digit */
	NUM_FORMAL = 2048, /* has a cheque digit */
	NUM_HALF = 4096	   /* 半, or has a 半 in it */
};

struct numeral {
	size_t from, core, to; /* from..core without 多, 余, 来 at its end */
	struct dec lo, hi;     /* hi is lo where there is no range */
	unsigned flags;
	unsigned digits; /* Arabic digits in front of a point */
};

/*
 * The numeral at byte i: its end, or 0 when there is none.  What looks like
 * one but has no value (三五七百, more digits than a number holds) gives 0 and
 * in *skip where it ends; *skip is i otherwise.
 */
size_t numeral_parse(
    const struct text *t, size_t i, struct numeral *r, size_t *skip);
/* As numeral_parse, and a cheque digit alone (贰), which is a word elsewhere.
 */
size_t numeral_part(const struct text *t, size_t i, struct numeral *r);

#endif
