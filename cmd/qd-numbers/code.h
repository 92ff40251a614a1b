/*
 * Codes: telephone numbers, addresses of pages (URL) and of mail.
 */
#ifndef QD_NUMBERS_CODE_H
#define QD_NUMBERS_CODE_H

#include "han.h"

/* A telephone number that begins at byte i: its end, or 0. */
size_t code_phone(const struct text *t, size_t i);
/*
 * An address around byte i, which holds '@', the ':' of "://" or the first w
 * of "www.": 1 with its ends in *from (not before min) and *to.
 */
int code_address(
    const struct text *t, size_t min, size_t i, size_t *from, size_t *to);

#endif
