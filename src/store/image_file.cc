#include "store/image_file.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <fmt/format.h>

#include <array>
#include <cstring>

namespace selaras {
namespace {

constexpr size_t kLargest = 256U << 20U;
constexpr std::array<char, 8> kMagic = {'S', 'E', 'L', 'A', 'R', 'A', 'S', '\n'};
constexpr uint32_t kVersion = 2;          // of the header; what the content is belongs to the key
constexpr uint32_t kByteOrder = 0x01020304;

/// As it stands at the front of the file.
struct Header {
  std::array<char, 8> magic = kMagic;
  uint32_t version = kVersion;
  uint32_t byte_order = kByteOrder;
  Digest key;
  uint64_t size = 0;  // of the content, bytes
  Digest check;       // of the content
  uint64_t unused = 0;
};

Digest digest(std::string_view bytes) {
  const auto hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

bool fits(const Header& header, std::string_view content, const Digest& key) {
  return header.magic == kMagic && header.version == kVersion && header.byte_order == kByteOrder && header.key == key &&
         header.unused == 0 &&
         header.size == content.size() && header.check == digest(content);
}

}  // namespace

Digest digest_of(const std::vector<std::string_view>& parts) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (const auto part : parts) {
    const uint64_t size = part.size();
    XXH3_128bits_update(&state, &size, sizeof size);
    XXH3_128bits_update(&state, part.data(), part.size());
  }
  const auto hash = XXH3_128bits_digest(&state);
  return {hash.low64, hash.high64};
}

std::string hex(const Digest& digest) { return fmt::format("{:016x}{:016x}", digest.high, digest.low); }

std::optional<Image> read_image(const FileSystem& files, const std::string& path, const Digest& key) {
  static_assert(sizeof(Header) == Image::kHeaderSize);
  const auto mapped = files.map(path, kLargest);
  const auto* file = std::get_if<FileBytes>(&mapped);
  if (file == nullptr) return std::nullopt;
  const std::string_view bytes = file->bytes;
  if (bytes.size() < sizeof(Header)) return std::nullopt;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (!fits(header, bytes.substr(sizeof header), key)) return std::nullopt;
  return Image(*file);
}

std::optional<FileFault> write_image(FileSystem& files, const std::string& path, const Digest& key, std::string_view content) {
  Header header;
  header.key = key;
  header.size = content.size();
  header.check = digest(content);
  std::string bytes(sizeof header + content.size(), '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  std::memcpy(bytes.data() + sizeof header, content.data(), content.size());
  return files.replace(path, bytes);
}

}  // namespace selaras
