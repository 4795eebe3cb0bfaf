#ifndef GENKLANG_CMALLOC_SHIM_H
#define GENKLANG_CMALLOC_SHIM_H

#include <malloc.h>

/// Swift's module of the C library leaves malloc.h out. Two arenas rather than eight for each processor:
/// memory that one thread gave back is used by another (mallopt(3), M_ARENA_MAX).
static inline int genklang_share_memory(void) {
    return mallopt(M_ARENA_MAX, 2);
}

#endif
