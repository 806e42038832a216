// Many workbooks, several at the same time, each into a draft.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/planned_outputs.hpp"
#include "output/draft.hpp"
#include "process/workers.hpp"

namespace chiwat::cli {

struct Made {
  std::optional<output::Draft> draft;  // with the workbook in it
  std::int64_t sheets = 0;             // that people see
};

// Makes workbooks in the order in which they are planned, in so many processes (0: one for each
// processor). While one is waited for, the next ones are being made.
class WorkbookMaker {
 public:
  // Where the next workbook is to be written; nothing: nowhere.
  using NextDraft = std::function<std::optional<output::Draft>()>;

  WorkbookMaker(std::vector<const Planned*> files, std::size_t jobs, NextDraft next_draft);

  // The next workbook. Throws CannotWrite, WorkerEnded, and what `next_draft` throws.
  Made next();

 private:
  std::string make(const std::string& task) const;

  const std::vector<const Planned*> files_;
  const NextDraft next_draft_;
  std::size_t begun_ = 0;
  std::deque<std::optional<output::Draft>> drafts_;  // of the workbooks that are being made
  process::Workers workers_;
};

}  // namespace chiwat::cli
