#ifndef RESY_CSTART_H
#define RESY_CSTART_H
// Nothing to call: see start.c.
#endif
