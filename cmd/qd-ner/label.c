#include "label.h"

const struct label_type label_types[LABEL_NTYPES] = {
    {NER_PER, 1, 2, 3, 4},
    {NER_LOC, 5, 6, 7, 8},
    {NER_ORG, 9, 10, 11, 0},
    {NER_POST, 12, 13, 14, 0},
    {NER_EVENT, 15, 16, 17, 0},
    {NER_PROJ, 18, 19, 20, 0},
};

int
label_type(enum ner_type type)
{
	int t;

	for (t = 0; t < LABEL_NTYPES; t++)
		if (label_types[t].type == type)
			return t;
	return -1;
}
