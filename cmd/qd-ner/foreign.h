/*
 * People whose names are transliterated: runs of the characters that are used
 * for that, and parts joined by dots (names of many languages, also with other
 * characters).
 */
#ifndef QD_NER_FOREIGN_H
#define QD_NER_FOREIGN_H

#include "beside.h"

/* 1 for any of the dots that join the parts of a name. */
int foreign_dot(uint32_t cp);
void foreign_find(struct people *p);

#endif
