#ifndef RESY_CPLATFORM_SHIM_H
#define RESY_CPLATFORM_SHIM_H
#ifdef __linux__
#include <sys/prctl.h>
// Variadic functions, which Swift does not import.
static inline int resy_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
// The header declares it for GNU programs alone, and including it here would make its types this module's.
extern int resy_close_from(void *actions, int from) __asm__("posix_spawn_file_actions_addclosefrom_np");
#endif
#ifdef __GLIBC__
#include <malloc.h>
static inline void resy_keep_free_memory(int bytes) { mallopt(M_TRIM_THRESHOLD, bytes); }
#else
static inline void resy_keep_free_memory(int bytes) { (void)bytes; }
#endif
#endif
