#include "data/archive.h"

#include <doctest/doctest.h>

#include "base/date.h"
#include "base/span.h"

using namespace selaras;

namespace {

enum class Colour : uint8_t { red, green };

struct Leaf {
  std::string name;
  std::optional<double> weight;
  std::vector<Leaf> leaves;
  bool operator==(const Leaf&) const = default;
};

struct Tree {
  bool tall = false;
  char letter = ' ';
  Colour colour = Colour::red;
  uint64_t age = 0;
  int depth = 0;
  Span span;
  std::optional<Date> planted;
  std::array<int, 3> rings{};
  std::vector<bool> flags;
  std::vector<Leaf> leaves;
  std::map<std::string, std::vector<std::string>, std::less<>> names;
  std::unordered_map<std::string, uint32_t> places;
  std::set<char32_t> marks;
  std::map<std::tuple<double, std::string>, std::pair<std::string, int>> values;
  Column<uint64_t> words;
  Lists<uint16_t> pages;
  std::shared_ptr<const SourceFile> file, same_file, no_file;
};

template <typename Archive>
void archive(Archive& a, Leaf& value) {
  auto& [name, weight, leaves] = value;
  a(name, weight, leaves);
}

template <typename Archive>
void archive(Archive& a, Tree& value) {
  auto& [tall, letter, colour, age, depth, span, planted, rings, flags, leaves, names, places, marks, values, words, pages, file, same_file, no_file] = value;
  a(tall, letter, colour, age, depth, span, planted, rings, flags, leaves, names, places, marks, values, words, pages);
  a(file, same_file, no_file);
}

/// One file, known as "the file" wherever it lies.
class OneSource : public SourceNames {
 public:
  explicit OneSource(std::string path) : file_(std::make_shared<const SourceFile>(std::move(path), "text\n")) {}
  std::string name_of(const SourceFile&) const override { return "the file"; }
  std::string path_of(const std::string& name) const override { return name == "the file" ? file_->path() : ""; }
  const std::shared_ptr<const SourceFile>& file() const { return file_; }

 private:
  std::shared_ptr<const SourceFile> file_;
};

Tree grown(const OneSource& source) {
  Tree tree;
  tree.tall = true;
  tree.letter = 'x';
  tree.colour = Colour::green;
  tree.age = uint64_t{1} << 40U;
  tree.depth = -7;
  tree.span = {3, 9};
  tree.planted = Date::from_civil(2026, 11, 15);
  tree.rings = {1, 2, 3};
  tree.flags = {true, false, true};
  tree.leaves = {{"a", 0.5, {{"inner", {}, {}}}}, {"", {}, {}}};
  tree.names = {{"one", {"x", "y"}}, {"two", {}}};
  tree.places = {{"here", 1}, {"there", 2}};
  tree.marks = {U'.', U'\u104B'};
  tree.values = {{{1.5, "kg"}, {"light", 1}}};
  tree.words = Column<uint64_t>({1, 2, UINT64_MAX});
  tree.pages = Lists<uint16_t>({{1, 2}, {}, {3}});
  tree.file = tree.same_file = source.file();
  return tree;
}

std::string written(const Tree& tree, OneSource& source) {
  ArchiveWriter writer(source);
  writer(tree);
  return writer.take();
}

ArchiveReader reader_of(const std::string& bytes, const OneSource& source) { return {FileBytes::of(bytes), source}; }

template <typename T>
std::vector<T> items(const Column<T>& column) {
  return {column.begin(), column.end()};
}

template <typename T>
std::string bytes_of(const T& value) {
  OneSource source("");
  ArchiveWriter writer(source);
  writer(value);
  return writer.take();
}

}  // namespace

TEST_CASE("what was written is read, and a file is found where it lies now") {
  OneSource here("here.yaml");
  OneSource there("moved/there.yaml");
  const Tree tree = grown(here);
  const std::string bytes = written(tree, here);
  ArchiveReader reader = reader_of(bytes, there);
  Tree again;
  reader(again);
  REQUIRE(reader.finished());
  CHECK(again.tall);
  CHECK(again.letter == 'x');
  CHECK(again.colour == Colour::green);
  CHECK(again.age == tree.age);
  CHECK(again.depth == -7);
  CHECK(again.span == tree.span);
  CHECK(again.planted == tree.planted);
  CHECK(again.rings == tree.rings);
  CHECK(again.flags == tree.flags);
  CHECK(again.leaves == tree.leaves);
  CHECK(again.names == tree.names);
  CHECK(again.places == tree.places);
  CHECK(again.marks == tree.marks);
  CHECK(again.values == tree.values);
  CHECK(items(again.words) == items(tree.words));
  REQUIRE(again.pages.size() == 3);
  CHECK(again.pages[0].size() == 2);
  CHECK(again.pages[1].empty());
  CHECK(again.pages[2][0] == 3);
  REQUIRE(again.file != nullptr);
  CHECK(again.file->path() == "moved/there.yaml");
  CHECK(again.file->text() == "text\n");
  CHECK(again.same_file == again.file);
  CHECK(again.no_file == nullptr);
}

TEST_CASE("bytes that are cut off anywhere are known to be") {
  OneSource source("a.yaml");
  const std::string bytes = written(grown(source), source);
  for (size_t size = 0; size < bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    ArchiveReader reader = reader_of(cut, source);
    Tree tree;
    reader(tree);
    CHECK_FALSE(reader.finished());
  }
}

TEST_CASE("bytes that are left over are known to be") {
  OneSource source("a.yaml");
  const std::string bytes = written(grown(source), source) + "x";
  ArchiveReader reader = reader_of(bytes, source);
  Tree tree;
  reader(tree);
  CHECK(reader.good());
  CHECK_FALSE(reader.finished());
}

TEST_CASE("any byte may be wrong: the reader stays inside its bytes") {
  OneSource source("a.yaml");
  const std::string bytes = written(grown(source), source);
  for (size_t at = 0; at < bytes.size(); ++at) {
    for (const char flip : {'\x01', '\x80', '\xFF'}) {
      std::string wrong = bytes;
      wrong[at] = static_cast<char>(wrong[at] ^ flip);
      ArchiveReader reader = reader_of(wrong, source);
      Tree tree;
      reader(tree);
    }
  }
}

TEST_CASE("a count that the bytes cannot hold takes no memory") {
  OneSource source("a.yaml");
  const std::string bytes = bytes_of(uint32_t{0xFFFFFFFF}) + "a few bytes";
  const auto refused = [&](auto value, auto read) {
    ArchiveReader reader = reader_of(bytes, source);
    read(reader, value);
    CHECK_FALSE(reader.good());
    CHECK(value.empty());
  };
  const auto plain = [](ArchiveReader& reader, auto& value) { reader(value); };
  refused(std::string(), plain);
  refused(std::vector<Leaf>(), plain);
  refused(std::vector<bool>(), plain);
  refused(std::vector<double>(), plain);
  refused(std::map<std::string, int>(), plain);
  refused(Column<uint64_t>(), plain);
}

TEST_CASE("nesting that never ends is ended") {
  OneSource source("a.yaml");
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += bytes_of(std::string()) + bytes_of(false) + bytes_of(uint32_t{1});
  ArchiveReader reader = reader_of(bytes, source);
  Leaf leaf;
  reader(leaf);
  CHECK_FALSE(reader.good());
}

TEST_CASE("a truth value is 0 or 1, and a file that is not there is a fault") {
  OneSource source("a.yaml");
  bool value = false;
  ArchiveReader truth = reader_of("\x02", source);
  truth(value);
  CHECK_FALSE(truth.good());

  const std::string bytes = bytes_of(uint32_t{0}) + bytes_of(std::string("another file")) + bytes_of(std::string("text"));
  std::shared_ptr<const SourceFile> file;
  ArchiveReader reader = reader_of(bytes, source);
  reader(file);
  CHECK_FALSE(reader.good());
}

TEST_CASE("after a fault everything is empty") {
  OneSource source("a.yaml");
  std::string text = "before";
  uint32_t number = 0;
  ArchiveReader reader = reader_of("\x09\x00", source);
  reader(text, number);
  CHECK_FALSE(reader.good());
  CHECK(text.empty());
  CHECK(number == 0);
  reader.require(true);
  CHECK_FALSE(reader.good());
}

TEST_CASE("a column lies in the bytes it was read from and keeps them alive; where they lie askew it is copied") {
  const OneSource source("a.yaml");
  const std::string bytes = bytes_of(Column<uint64_t>({7, 8, 9}));
  for (const size_t askew : {0, 1, 4}) {
    CAPTURE(askew);
    const auto room = std::make_shared<std::vector<char>>(bytes.size() + archived::kAlignment + askew);
    const size_t begin = askew + archived::kAlignment - reinterpret_cast<uintptr_t>(room->data()) % archived::kAlignment;
    std::memcpy(room->data() + begin, bytes.data(), bytes.size());
    std::weak_ptr<std::vector<char>> alive = room;
    FileBytes file{room, {room->data() + begin, bytes.size()}};
    Column<uint64_t> column;
    {
      ArchiveReader reader(std::exchange(file, {}), source);
      reader(column);
      CHECK(reader.finished());
    }
    CHECK(items(column) == std::vector<uint64_t>{7, 8, 9});
    CHECK((alive.use_count() == 2) == (askew == 0));
    const auto* first = reinterpret_cast<const char*>(column.data());
    CHECK((first > room->data() && first < room->data() + room->size()) == (askew == 0));
  }
}

TEST_CASE("lists that do not fit their items are refused") {
  const OneSource source("a.yaml");
  for (const auto& begins : std::vector<std::vector<uint32_t>>{{0, 2}, {0, 4}, {0, 3, 1}, {}}) {
    OneSource names("");
    ArchiveWriter writer(names);
    writer(Column<uint32_t>(begins), Column<uint16_t>({1, 2, 3}));
    Lists<uint16_t> lists;
    ArchiveReader reader = reader_of(writer.take(), source);
    reader(lists);
    CHECK_FALSE(reader.good());
  }
}
