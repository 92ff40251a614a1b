/* lib/utf8.h, as it is on a processor without AVX2. */
#define BLOCK_VECTORS 1
/* NOLINTBEGIN(bugprone-suspicious-include) */
#include "../../lib/utf8scan.c" /* this one, not the library's */

#include "utf8.c"
/* NOLINTEND(bugprone-suspicious-include) */
