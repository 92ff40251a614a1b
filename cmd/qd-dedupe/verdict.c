#include "verdict.h"

const char *
verdict_word(enum verdict_kind kind)
{
	static const char *const words[] = {
	    "", "", "exact", "near", "contained", "partial"};

	return words[kind];
}
