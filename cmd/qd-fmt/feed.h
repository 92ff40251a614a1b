/*
 * Counting a whole stream into a tally, for formats that show no text: what
 * record and block of a struct fmt have to do.
 */
#ifndef QD_FMT_FEED_H
#define QD_FMT_FEED_H

#include "fmt.h"
#include "tally.h"

/* job->state becomes a struct tally; feed_end frees it. */
void feed_begin(struct fmt_job *job);
/* NULL; of a line that is no record, why it is not in the chart. */
const char *feed_record(struct fmt_job *job, const struct rec *r);
void feed_end(struct fmt_job *job);

#endif
