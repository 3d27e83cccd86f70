#ifndef RESY_CSQLITE_SHIM_H
#define RESY_CSQLITE_SHIM_H
#include <sqlite3.h>
// A macro cast, which Swift does not import: SQLite copies the bytes before bind returns.
static inline sqlite3_destructor_type resy_sqlite_transient(void) {
    return SQLITE_TRANSIENT;
}
#endif
