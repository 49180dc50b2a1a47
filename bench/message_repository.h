// A repository of messages as prose linters are measured on (5,000 files, 8.7 MB): sentences from templates, who by country by modality by action by
// destination, and fixed claims with numbers, under front matter, headings, lists, links and code spans. The same bytes every time.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace selaras::bench {

/// Writes `files` messages below `folder`, a hundred to a folder. Returns their bytes.
size_t write_message_repository(const std::string& folder, size_t files);

/// Fifty terms and phrases that such text is searched for, about 27 hits a file.
const std::vector<std::string>& searched_terms();

}  // namespace selaras::bench
