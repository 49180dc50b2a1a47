#include "store/program_identity.h"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <string_view>

namespace selaras {
namespace {

constexpr size_t padded(size_t size) { return (size + 3) & ~size_t{3}; }

/// The descriptor of the GNU build id among the notes of one segment; empty when it is not there.
std::string_view build_id_of(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes.data(), sizeof note);
    const size_t id_at = sizeof note + padded(note.n_namesz);
    const size_t next = id_at + padded(note.n_descsz);
    if (next > notes.size()) return {};
    if (note.n_type == NT_GNU_BUILD_ID && notes.substr(sizeof note, note.n_namesz) == std::string_view("GNU\0", 4)) {
      return notes.substr(id_at, note.n_descsz);
    }
    notes.remove_prefix(next);
  }
  return {};
}

struct Found {
  std::string ids;
  bool complete = true;
};

int add_object(dl_phdr_info* object, size_t, void* data) {
  auto& found = *static_cast<Found*>(data);
  std::string_view id;
  for (ElfW(Half) i = 0; i < object->dlpi_phnum && id.empty(); ++i) {
    const auto& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    id = build_id_of({reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr), segment.p_memsz});
  }
  if (id.empty()) found.complete = false;
  found.ids += id;
  return 0;
}

}  // namespace

std::optional<std::string> program_identity() {
  Found found;
  dl_iterate_phdr(add_object, &found);
  if (!found.complete || found.ids.empty()) return std::nullopt;
  return std::move(found.ids);
}

}  // namespace selaras
