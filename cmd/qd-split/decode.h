/*
 * Text in another encoding into UTF-8, through iconv(3).
 *
 * What cannot be decoded becomes U+FFFD, one a byte, and is counted.  UTF-16
 * and UTF-32 without a byte order mark are read in the order that makes more
 * of their first characters Han, ASCII or CJK punctuation.
 */
#ifndef QD_SPLIT_DECODE_H
#define QD_SPLIT_DECODE_H

#include "io.h"

struct decode;

/* A decoder from the named encoding; NULL when iconv does not know it. */
struct decode *decode_open(const char *encoding);
/* For in_decode: begins at each file. */
struct in_decoder decode_hook(struct decode *d);
/* Bytes of the current file that could not be decoded, and the first one's
 * offset in the file as it is (*at, set where there are any). */
size_t decode_bad(const struct decode *d, size_t *at);
void decode_close(struct decode *d);

#endif
