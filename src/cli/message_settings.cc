#include "cli/message_settings.h"

namespace selaras {

const Library* MessageSettings::library_of(const Workspace& workspace) {
  const DataFolders folders = data_folders_of(files_, workspace);
  if (folders.rules == session_.folders.rules && folders.policies == session_.folders.policies) return session_.library.get();
  auto& library = libraries_[{folders.rules, folders.policies}];
  if (!library) library = load_library(files_, options_, folders, diagnostics_);
  return library ? library.get() : session_.library.get();
}

const MessageSettings::Known& MessageSettings::known(const std::string& path) {
  auto& of_folder = by_folder_[parent_path(path)];
  if (of_folder != nullptr) return *of_folder;
  const bool alone = options_.no_config || !options_.config.empty();
  auto found = alone ? nullptr : session_.tree->holding(parent_path(path), diagnostics_);
  const bool of_session = alone || found->file == session_.workspace.file;
  auto& known = by_workspace_[of_session ? &session_.workspace : found.get()];
  if (!known.setting && of_session) {
    known.workspace = std::shared_ptr<const Workspace>(std::shared_ptr<void>(), &session_.workspace);
    known.setting = std::make_unique<Setting>(Setting{*session_.library, session_.library->checks(), session_.workspace.profile, session_.workspace.as_of});
  } else if (!known.setting) {
    auto workspace = std::make_shared<Workspace>(*found);
    Diagnostics told_before;
    apply(options_, *workspace, told_before);  // an option that makes no sense was refused with the session
    const Library* library = library_of(*workspace);
    known.checks = library == session_.library.get() ? session_.checks_as_written : library->checks();
    apply_check_levels(*workspace, known.checks, diagnostics_);
    known.setting = std::make_unique<Setting>(Setting{*library, known.checks, workspace->profile, workspace->as_of});
    known.workspace = std::move(workspace);
    keep_.push_back(std::move(found));
  }
  of_folder = &known;
  return known;
}

MessageSetting MessageSettings::of(const std::string& path) {
  const Known& by = known(path);
  return {*by.setting, by.workspace->root};
}

}  // namespace selaras
