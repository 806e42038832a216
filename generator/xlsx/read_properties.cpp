#include "xlsx/read_properties.hpp"

#include "xlsx/read_number.hpp"

namespace chiwat::xlsx {
namespace {

class PropertiesHandler : public XmlHandler {
 public:
  explicit PropertiesHandler(document::Properties& properties) : found_(properties) {}

  void start(std::string_view, const Attributes&) override { text_.clear(); }
  void text(std::string_view piece) override { text_ += piece; }
  void end(std::string_view element) override {
    if (element == "title") found_.title = text_;
    if (element == "subject") found_.subject = text_;
    if (element == "creator") found_.author = text_;
    if (element == "Company") found_.company = text_;
    if (element == "keywords") found_.keywords = text_;
    if (element == "created") found_.created = read_iso_date(text_).value_or(Date());
    if (element == "modified") found_.modified = read_iso_moment(text_);
    text_.clear();
  }

 private:
  document::Properties& found_;
  std::string text_;
};

}  // namespace

void read_properties(Package& package, const std::string& part, document::Properties& properties) {
  PropertiesHandler handler(properties);
  read_xml(package, part, handler);
}

}  // namespace chiwat::xlsx
