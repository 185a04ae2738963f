#include "allocation_count.h"

#include <stdatomic.h>
#include <stdlib.h>

static atomic_ulong count;

#ifdef __GLIBC__
extern void *__libc_malloc(size_t size);

// Replaces malloc of glibc in the whole process.
void *malloc(size_t size) {
    atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
    return __libc_malloc(size);
}
#endif

unsigned long allocation_count(void) {
    return atomic_load_explicit(&count, memory_order_relaxed);
}
