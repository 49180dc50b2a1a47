// How the program takes memory from the machine. Rules and policies fill some 40 MB within a moment, and in pages of 4 KiB the machine would
// be asked ten thousand times: on a virtual machine that takes as long as reading them. So the heap is taken as one piece of large pages, and
// what was freed is kept for what comes next. Pages that nothing is written to take no memory.
#pragma once

namespace selaras {

/// To be called once, before the first thread is started. Where the machine has no large pages, it does no harm.
void take_heap_in_large_pages();

}  // namespace selaras
