#ifndef RESY_CPLATFORM_SHIM_H
#define RESY_CPLATFORM_SHIM_H
#ifdef __linux__
#include <sys/prctl.h>
// Variadic functions, which Swift does not import.
static inline int resy_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
#endif
#endif
