/* lib/utf8.h: validity by Unicode table 3-7, decoding, folding, classes. */
#include "utf8.h"

#include "tap.h"

static void
validity(void)
{
	static const struct {
		const char *s;
		size_t n, valid;
		const char *what;
	} t[] = {
	    {"", 0, 0, "nothing is valid"},
	    {"abc", 3, 3, "ASCII is valid"},
	    {"a\0b", 3, 3, "NUL is valid"},
	    {"\xe6\xb8\xaf", 3, 3, "three bytes"},
	    {"\xe6\xb8", 2, 0, "a cut character"},
	    {"\x80", 1, 0, "a lone continuation"},
	    {"\xc0\x80", 2, 0, "an overlong NUL"},
	    {"\xc1\xbf", 2, 0, "overlong in two bytes"},
	    {"\xe0\x9f\xbf", 3, 0, "overlong in three bytes"},
	    {"\xe0\xa0\x80", 3, 3, "the first of three bytes"},
	    {"\xed\x9f\xbf", 3, 3, "the last before the surrogates"},
	    {"\xed\xa0\x80", 3, 0, "a surrogate"},
	    {"\xef\xbf\xbf", 3, 3, "U+FFFF"},
	    {"\xf0\x8f\xbf\xbf", 4, 0, "overlong in four bytes"},
	    {"\xf0\xa0\x80\x80", 4, 4, "a character of plane 2"},
	    {"\xf4\x8f\xbf\xbf", 4, 4, "U+10FFFF"},
	    {"\xf4\x90\x80\x80", 4, 0, "over U+10FFFF"},
	    {"\xf5\x80\x80\x80", 4, 0, "no such lead byte"},
	    {"ab\xff"
	     "cd",
		5, 2, "the prefix before a bad byte"},
	    {"\xe6\xb8\xaf\xe6\xb8", 5, 3, "the prefix before a cut end"},
	};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++)
		tap_num(utf8_valid(t[i].s, t[i].n), t[i].valid, t[i].what);
}

/* Length of the valid prefix, character by character. */
static size_t
valid_slowly(const char *s, size_t n)
{
	size_t i = 0, k;
	uint32_t cp;

	while (i < n) {
		k = utf8_decode(s + i, n - i, &cp);
		if (cp == 0xfffd)
			break;
		i += k;
	}
	return i;
}

/* Texts of several blocks in which a byte is wrong, each byte in turn. */
static void
long_texts(void)
{
	static const char *const chars[] = {"\xe6\xb8\xaf", "a", "\xc3\xa9",
	    "\xe4\xb8\x80", "\xf0\xa0\x80\x80", "\xed\x9f\xbf", "\xe0\xa0\x80",
	    "\xef\xbc\x8c", "\xe5\xa4\xa7"};
	static const char bad[] = "\x80\xbf\xc0\xc3\xe0\xe6\xed\xf0\xf5\xffz";
	char d[400], was;
	size_t n, i, k, seed, wrong = 0;

	for (seed = 0; seed < 40; seed++) {
		for (n = i = 0; n + 4 < sizeof d - seed * 7; i++) {
			/* mostly Han */
			k = (i * i + seed * i) % 31 < seed % 5 ? i % 9 : 0;
			memcpy(d + n, chars[k], strlen(chars[k]));
			n += strlen(chars[k]);
		}
		for (i = 0; i < n; i++)
			for (k = 0; k < sizeof bad - 1; k++) {
				was = d[i];
				d[i] = bad[k];
				wrong += utf8_valid(d, n) != valid_slowly(d, n);
				d[i] = was;
			}
		for (i = 0; i < n; i++)
			wrong += utf8_valid(d, i) != valid_slowly(d, i);
	}
	tap_num(wrong, 0, "a long text is as valid as its characters are");
}

static void
low_bytes(void)
{
	char d[300];
	size_t at[4], n, i;

	for (i = 0; i < sizeof d; i += 3)
		memcpy(d + i, "\xe6\xb8\xaf", 3);
	d[0] = d[1] = d[2] = '\t';
	d[150] = 'x';
	d[151] = '\0';
	d[152] = 0x1f;
	d[297] = ' ';
	d[298] = '\r';
	d[299] = '~';
	tap_num(utf8_scan(d, sizeof d, at, 4, &n), sizeof d, "it is valid");
	tap_num(n, 6, "six bytes below 0x20");
	tap_ok(at[0] == 0 && at[1] == 1 && at[2] == 2 && at[3] == 151,
	    "where the first of them stand");
	d[160] = 'x';
	tap_num(utf8_scan(d, sizeof d, at, 4, &n), 159, "no more is valid");
	tap_num(n, 5, "and those behind are not counted");
}

/* In a long run of Chinese, which is read in big steps, each place counts. */
static void
long_runs(void)
{
	static const struct {
		const char *s;
		int good;
	} odd[] = {{"\xe0\xa0\x80", 1}, {"\xed\x9f\xbf", 1},
	    {"\xe0\x9f\xbf", 0}, {"\xed\xa0\x80", 0}, {"\xe6\xb8\x41", 0},
	    {"\xe6\x41\xaf", 0}, {"\xff\xb8\xaf", 0}};
	static const char han[] = "\xe6\xb8\xaf";
	char run[3 * 40];
	size_t i, j, k, bad = 0;

	for (i = 0; i < sizeof odd / sizeof *odd; i++)
		for (k = 0; k < sizeof run; k += 3) {
			for (j = 0; j < sizeof run; j++) {
				const char *c = j / 3 == k / 3 ? odd[i].s : han;

				run[j] = c[j % 3];
			}
			bad += utf8_valid(run, sizeof run) !=
			       (odd[i].good ? sizeof run : k);
		}
	tap_num(bad, 0, "each place of a long run is looked at");
}

static void
round_trip(void)
{
	uint32_t cp, got;
	size_t n, bad = 0;
	char d[4];

	for (cp = 0; cp < 0x110000; cp++) {
		if (cp >= 0xd800 && cp < 0xe000)
			continue;
		n = utf8_encode(d, cp);
		if (utf8_valid(d, n) != n || utf8_decode(d, n, &got) != n ||
		    got != cp || utf8_before(d, n, &got) != n || got != cp)
			bad++;
	}
	tap_num(bad, 0, "every character is encoded and decoded back");
}

static void
bad_bytes(void)
{
	uint32_t cp;

	tap_num(utf8_decode("\xe6\xb8", 2, &cp), 1, "a cut one is one byte");
	tap_num(cp, 0xfffd, "and U+FFFD");
	tap_num(utf8_before("a\xb8", 2, &cp), 1, "a stray byte backwards");
	tap_num(cp, 0xfffd, "is U+FFFD too");
}

static void
cuts(void)
{
	tap_num(utf8_cut("a\xe6\xb8\xaf", 4), 4, "a whole character is kept");
	tap_num(utf8_cut("a\xe6\xb8\xaf", 3), 1, "a cut one is left out");
	tap_num(utf8_cut("a\xe6\xb8\xaf", 2), 1, "its lead byte too");
	tap_num(utf8_cut("abc", 2), 2, "ASCII is cut anywhere");
	tap_num(
	    utf8_cut("\x80\x80\x80\x80", 4), 4, "stray bytes are no reason");
	tap_num(utf8_count("a\xe6\xb8\xaf", 4), 2, "characters are counted");
}

static void
folding(void)
{
	tap_num(utf8_fold(0xff21), 'A', "a full-width letter");
	tap_num(utf8_fold(0xff0c), ',', "a full-width comma");
	tap_num(utf8_fold(0x3000), ' ', "the ideographic space");
	tap_num(utf8_fold(0xffe5), 0xa5, "the full-width yen");
	tap_num(utf8_fold(0x3002), 0x3002, "the full stop stays");
	tap_num(utf8_fold(0x6e2f), 0x6e2f, "Han stays");
	tap_ok(utf8_ishan(0x6e2f) && utf8_ishan(0x3007) && utf8_ishan(0x20000),
	    "Han, the zero and plane 2 are Han");
	tap_ok(!utf8_ishan('a') && !utf8_ishan(0x3002), "others are not");
	tap_ok(
	    utf8_isspace(0x3000) && utf8_isspace('\r') && utf8_isspace(0xfeff),
	    "white space in any width");
	tap_ok(utf8_ispunct(0xff0c) && utf8_ispunct(',') &&
		   utf8_ispunct(0x300a) && utf8_ispunct(0x201c) &&
		   utf8_ispunct(0x25a1),
	    "punctuation in any width");
	tap_ok(!utf8_ispunct('a') && !utf8_ispunct(0xff10) &&
		   !utf8_ispunct(0x6e2f),
	    "letters and digits are none");
}

int
main(void)
{
	validity();
	long_texts();
	low_bytes();
	long_runs();
	round_trip();
	bad_bytes();
	cuts();
	folding();
	return tap_end();
}
