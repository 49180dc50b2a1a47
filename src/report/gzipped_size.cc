#include <zlib.h>

#include <array>

#include "report/sarif.h"

namespace selaras {

size_t gzipped_size(const std::string& text) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16;  // the largest window, with a header of gzip
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) return text.size();
  std::array<unsigned char, 65536> out{};
  size_t size = 0;
  size_t given = 0;
  int state = Z_OK;
  while (state == Z_OK) {
    if (stream.avail_in == 0 && given < text.size()) {
      const size_t chunk = std::min<size_t>(text.size() - given, 1U << 30U);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data() + given));
      stream.avail_in = static_cast<uInt>(chunk);
      given += chunk;
    }
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    state = deflate(&stream, given == text.size() ? Z_FINISH : Z_NO_FLUSH);
    size += out.size() - stream.avail_out;
  }
  deflateEnd(&stream);
  return size;
}

}  // namespace selaras
