// Runs the real program as a shell would, and keeps what it said. Nothing here knows what the program does.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace selaras::test {

/// A folder of its own for one test, gone afterwards. Everybody may read it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "selaras-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    REQUIRE(chmod(name.c_str(), 0755) == 0);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string at(const std::string& name) const { return path_ + "/" + name; }
  void write(const std::string& name, std::string_view text) const {
    std::filesystem::create_directories(std::filesystem::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << text;
  }
  std::string read(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Call {
  std::vector<std::string> arguments;
  std::string input = {};
  std::map<std::string, std::string> environment = {};
  std::string out_to = {};  // a file instead of what is kept
  std::string err_to = {};
  bool as_nobody = false;
};

struct Ran {
  int code = -1;   // 128 + signal when one ended it
  std::string out, err;
};

inline constexpr int kCannotRun = 127;

namespace detail {

inline void redirect(int descriptor, const std::string& path, int flags) {
  const int file = open(path.c_str(), flags, 0666);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(kCannotRun);
}

[[noreturn]] inline void become(const std::string& program, const Call& call, const std::string& folder, const std::string& kept) {
  std::vector<std::string> environment = {"PATH=/usr/bin:/bin"};
  for (const auto& [name, value] : call.environment) environment.push_back(name + "=" + value);
  for (const char* kept_name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = getenv(kept_name)) environment.push_back(std::string(kept_name) + "=" + value);
  }
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const auto& argument : call.arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::vector<char*> envp;
  for (auto& entry : environment) envp.push_back(entry.data());
  envp.push_back(nullptr);
  signal(SIGPIPE, SIG_DFL);
  redirect(0, kept + "/in", O_RDONLY);
  redirect(1, call.out_to.empty() ? kept + "/out" : call.out_to, O_WRONLY | O_CREAT | O_TRUNC);
  redirect(2, call.err_to.empty() ? kept + "/err" : call.err_to, O_WRONLY | O_CREAT | O_TRUNC);
  if (call.as_nobody && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(kCannotRun);
  if (chdir(folder.c_str()) != 0) _exit(kCannotRun);
  execve(program.c_str(), argv.data(), envp.data());
  _exit(kCannotRun);
}

}  // namespace detail

/// Runs `program` in `folder`, with no environment but the call's.
inline Ran run_program(const std::string& program, const Call& call, const std::string& folder) {
  const Folder kept;
  kept.write("in", call.input);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) detail::become(program, call, folder, kept.path());
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  Ran ran;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = kept.read("out");
  ran.err = kept.read("err");
  return ran;
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace selaras::test
