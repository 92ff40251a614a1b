/* cmd/qd-dedupe/key.h, as it is on a machine without vectors. */
#define BLOCK_VECTORS 0
/* NOLINTBEGIN(bugprone-suspicious-include) */
#include "../../cmd/qd-dedupe/key.c" /* this one, not the library's */

#include "qd-dedupe-key.c"
/* NOLINTEND(bugprone-suspicious-include) */
