#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

// The number of calls of malloc in this process; 0 where they can't be counted.
unsigned long allocation_count(void);

#endif
