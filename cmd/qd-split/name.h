/*
 * The date that a document's own name tells.
 */
#ifndef QD_SPLIT_NAME_H
#define QD_SPLIT_NAME_H

#include "mem.h"

/*
 * The date in the last part of a name as YYYY-MM-DD into date[11]: 20260519,
 * 2026-05-19, 2026_05_19, 2026.5.19 or 2026年5月19日, the first that is a day
 * of the years 1800 to 2099.  Where there is none, folders that are a date, or
 * the parts of one: 2026/05/19/a.txt, 2026-05/19.txt, the nearest to the end.
 * 0 when there is none: date is left alone.
 */
int name_date(struct str name, char *date);
/* The date that a field begins with, in any of these forms; as name_date. */
int name_field_date(struct str field, char *date);

#endif
