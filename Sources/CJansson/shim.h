#ifndef RESY_CJANSSON_SHIM_H
#define RESY_CJANSSON_SHIM_H
#include <jansson.h>
// Macros and inline functions that Swift does not import.
static inline json_t *resy_json_incref(json_t *node) { return json_incref(node); }
static inline void resy_json_decref(json_t *node) { json_decref(node); }
static inline int resy_json_type(const json_t *node) { return (int)json_typeof(node); }
static inline size_t resy_json_indent(size_t width) { return JSON_INDENT(width); }
#endif
