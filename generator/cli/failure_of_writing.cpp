#include "cli/failure_of_writing.hpp"

#include <ostream>
#include <string>
#include <system_error>

#include "cli/commands.hpp"
#include "process/workers.hpp"
#include "xlsx/write.hpp"

namespace chiwat::cli {
namespace {

// Why the system refused, in the user's language as far as there are words for it.
Message reason(const std::system_error& error) {
  const std::error_code& code = error.code();
  for (const std::errc full : {std::errc::no_space_on_device, std::errc::file_too_large}) {
    if (code == full) return {"reason_no_room", {}};
  }
  for (const std::errc forbidden : {std::errc::permission_denied, std::errc::read_only_file_system,
                                    std::errc::operation_not_permitted}) {
    if (code == forbidden) return {"reason_not_permitted", {}};
  }
  if (code == std::errc::not_a_directory) return {"reason_not_a_folder", {}};
  if (code == std::errc::is_a_directory) return {"reason_is_a_folder", {}};
  return {"reason_other", {{"detail", code.message()}}};
}

}  // namespace

std::optional<Message> failure_of_writing(const std::function<void()>& write) {
  try {
    write();
    return std::nullopt;
  } catch (const xlsx::NoRoom&) {
    return Message{"reason_no_room", {}};
  } catch (const std::system_error& error) {
    return reason(error);
  } catch (const xlsx::WriteError& error) {
    return Message{"reason_other", {{"detail", std::string(error.what())}}};
  } catch (const CannotWrite& failure) {
    return failure.reason;
  } catch (const process::WorkerEnded&) {
    return Message{"reason_worker_ended", {}};
  }
}

void say_failure(const std::string& file, const Message& reason, const Console& console) {
  const std::string words = console.catalogue.text(reason);
  console.err << "chiwat: "
              << console.catalogue.text({"cannot_write", {{"file", file}, {"reason", words}}})
              << "\n";
}

}  // namespace chiwat::cli
