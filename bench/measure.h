// How a stage is measured: every stage is run once a round, five rounds, and its figures are medians. Ratios are taken inside a round,
// where both sides met the same machine. Time is the processor time of this thread, so that a busy neighbour costs little.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace selaras::bench {

inline constexpr size_t kRounds = 5;
using Rounds = std::array<double, kRounds>;

inline double median(Rounds values) {
  std::sort(values.begin(), values.end());
  return values[kRounds / 2];
}

/// Seconds of this thread's processor time.
template <typename Work>
double processor_seconds(const Work& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const double begin = now();
  work();
  return now() - begin;
}

/// Seconds that a person waits.
template <typename Work>
double wall_seconds(const Work& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

template <typename Work>
double median_wall_seconds(const Work& work) {
  Rounds seconds{};
  for (double& round : seconds) round = wall_seconds(work);
  return median(seconds);
}

/// The result of some work is handed here, so that the compiler cannot leave the work out.
template <typename Result>
void keep(const Result& result) {
  asm volatile("" : : "g"(&result) : "memory");
}

struct Stage {
  std::string name;
  double target = 0;  // of W; 0 without one
  std::function<void()> work;
  Rounds seconds{};
};

/// Stages over one text. The first is the yardstick, W.
class Table {
 public:
  Table(std::string name, size_t bytes) : name_(std::move(name)), bytes_(bytes) {}

  void add(std::string name, double target, std::function<void()> work) { stages_.push_back({std::move(name), target, std::move(work), {}}); }

  void run() {
    for (size_t round = 0; round < kRounds; ++round) {
      for (Stage& stage : stages_) stage.seconds[round] = processor_seconds(stage.work);
    }
  }

  const std::string& name() const { return name_; }
  size_t bytes() const { return bytes_; }
  const std::vector<Stage>& stages() const { return stages_; }

  double megabytes_a_second(const Stage& stage) const { return static_cast<double>(bytes_) / 1e6 / median(stage.seconds); }
  double of_yardstick(const Stage& stage) const {
    Rounds ratios{};
    for (size_t round = 0; round < kRounds; ++round) ratios[round] = stages_.front().seconds[round] / stage.seconds[round];
    return median(ratios);
  }

 private:
  std::string name_;
  size_t bytes_;
  std::vector<Stage> stages_;
};

}  // namespace selaras::bench
