#include "base/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace selaras {
namespace {

constexpr int kRoom = 64 << 20;  // bytes by which the heap grows
constexpr int kNever = 1 << 30;
constexpr uintptr_t kLargePage = 2 << 20;

}  // namespace

void take_heap_in_large_pages() {
  mallopt(M_TOP_PAD, kRoom);
  mallopt(M_TRIM_THRESHOLD, kNever);
  mallopt(M_MMAP_THRESHOLD, kNever);  // large pieces come from the heap too
  void* piece = std::malloc(kRoom);   // makes the heap grow
  const bool grown = piece != nullptr;
  const auto begin = (reinterpret_cast<uintptr_t>(piece) + kLargePage - 1) / kLargePage * kLargePage;
  std::free(piece);
  const auto end = reinterpret_cast<uintptr_t>(sbrk(0)) / kLargePage * kLargePage;
  if (grown && begin < end) (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace selaras
