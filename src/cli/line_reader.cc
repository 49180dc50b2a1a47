#include "cli/line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace selaras {
namespace {
constexpr size_t kBlock = 1U << 16U;
}

bool LineReader::fill() {
  read_.resize(kBlock);
  at_ = 0;
  ssize_t got = 0;
  do got = ::read(file_, read_.data(), kBlock);
  while (got < 0 && errno == EINTR);
  failed_ = got < 0;
  ended_ = got <= 0;
  read_.resize(got > 0 ? static_cast<size_t>(got) : 0);
  return !ended_;
}

/// Takes what is read up to the next line feed; false when that is not there yet.
bool LineReader::take(std::string& line) {
  const size_t end = read_.find('\n', at_);
  const size_t stop = std::min(end, read_.size());
  begun_.append(read_, at_, std::min(stop - at_, limit_ + 1 - std::min(limit_ + 1, begun_.size())));
  inside_ = inside_ || stop > at_;
  at_ = std::min(stop + 1, read_.size());
  if (end == std::string::npos) return false;
  line = std::move(begun_);
  begun_.clear();
  inside_ = false;
  return true;
}

bool LineReader::next(std::string& line) {
  for (;;) {
    if (take(line)) return true;
    if (ended_ || !fill()) break;
  }
  const bool last = inside_;
  line = std::move(begun_);
  begun_.clear();
  inside_ = false;
  return last;
}

bool LineReader::ready() {
  while (read_.find('\n', at_) == std::string::npos) {
    if (ended_) return inside_ || at_ < read_.size();
    pollfd input{file_, POLLIN, 0};
    if (poll(&input, 1, 0) <= 0) return false;
    std::string line;
    take(line);  // there is no line feed: the rest of the block moves to what is begun
    fill();
  }
  return true;
}

}  // namespace selaras
