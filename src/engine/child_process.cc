#include "engine/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

extern char** environ;

namespace selaras {
namespace {

constexpr size_t kErrorKept = 4096;

/// A descriptor that is closed at the end.
struct Descriptor {
  int number = -1;
  Descriptor() = default;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number >= 0) ::close(number);
    number = -1;
  }
};

struct Pipe {
  Descriptor reading, writing;
  bool open() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    reading.number = ends[0];
    writing.number = ends[1];
    return true;
  }
};

/// LC_ALL=C, so that messages are what they are everywhere; nothing asks a person.
std::vector<std::string> environment() {
  std::vector<std::string> all = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"};
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (!text.starts_with("LC_ALL=") && !text.starts_with("GIT_OPTIONAL_LOCKS=") && !text.starts_with("GIT_TERMINAL_PROMPT=")) all.emplace_back(text);
  }
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

std::optional<pid_t> spawn(std::vector<std::string> command, const Pipe& in, const Pipe& out, const Pipe& error) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.reading.number, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.writing.number, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error.writing.number, STDERR_FILENO);
  auto variables = environment();
  auto arguments = pointers(command);
  auto environment_pointers = pointers(variables);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, command.front().c_str(), &actions, nullptr, arguments.data(), environment_pointers.data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return std::nullopt;
  return child;
}

/// Reads what is there; closes at the end. False when the limit is passed.
bool drain(Descriptor& from, std::string& into, size_t limit, bool keep_all) {
  std::array<char, 65536> block{};
  const ssize_t got = ::read(from.number, block.data(), block.size());
  if (got < 0 && errno == EINTR) return true;
  if (got <= 0) {
    from.close();
    return true;
  }
  const auto size = static_cast<size_t>(got);
  if (keep_all && into.size() + size > limit) return false;
  into.append(block.data(), keep_all ? size : std::min(size, limit - std::min(limit, into.size())));
  return true;
}

void feed(Descriptor& to, std::string_view& rest) {
  const ssize_t wrote = ::write(to.number, rest.data(), rest.size());
  if (wrote < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (wrote > 0) rest.remove_prefix(static_cast<size_t>(wrote));
  if (wrote <= 0 || rest.empty()) to.close();
}

/// While input is written its end may be gone: that shall not end this program.
class NoBrokenPipe {
 public:
  NoBrokenPipe() : before_(signal(SIGPIPE, SIG_IGN)) {}
  NoBrokenPipe(const NoBrokenPipe&) = delete;
  NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;
  ~NoBrokenPipe() { signal(SIGPIPE, before_); }

 private:
  void (*before_)(int);
};

}  // namespace

std::optional<ProcessResult> run_process(const std::vector<std::string>& command, const std::string& input, size_t limit) {
  Pipe in, out, error;
  if (!in.open() || !out.open() || !error.open()) return std::nullopt;
  const auto child = spawn(command, in, out, error);
  if (!child) return std::nullopt;
  const NoBrokenPipe quiet;
  in.reading.close();
  out.writing.close();
  error.writing.close();
  fcntl(in.writing.number, F_SETFL, O_NONBLOCK);
  ProcessResult result;
  std::string_view rest = input;
  if (rest.empty()) in.writing.close();
  bool fits = true;
  while (fits && (out.reading.number >= 0 || error.reading.number >= 0)) {
    std::array<pollfd, 3> waiting = {{{out.reading.number, POLLIN, 0}, {error.reading.number, POLLIN, 0}, {in.writing.number, POLLOUT, 0}}};
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) break;
    if (waiting[0].revents != 0) fits = drain(out.reading, result.out, limit, true);
    if (waiting[1].revents != 0) drain(error.reading, result.error, kErrorKept, false);
    if (waiting[2].revents != 0) feed(in.writing, rest);
  }
  if (!fits) kill(*child, SIGKILL);
  int status = 0;
  while (waitpid(*child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!fits) return std::nullopt;
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace selaras
