#include "data.h"

/* Made twice: the build tree's own place, and the one after installing. */
const char data_dir[] = QD_DATADIR;
