#include "review/shown_texts.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "model/placeholders.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

using Kind = ShownText::Kind;

class Collector {
 public:
  Collector(const model::Circular& circular, const std::vector<model::SaidText>& said)
      : circular_(circular), said_(said) {}

  std::vector<ShownText> all() {
    const thai::Arguments general = model::placeholders(circular_);
    add(Kind::title, circular_.letter.subject, general);
    for (const auto& text : {circular_.letter.addressee, circular_.letter.office,
                             circular_.letter.signer, circular_.indicator.reason}) {
      add(Kind::other, text, general);
    }
    add(Kind::other, circular_.indicator.name, general);
    // Values are written out already, and a brace in one is its own.
    for (const auto& [name, value] : circular_.values) add_written(Kind::other, value, nullptr);
    for (const model::Round& round : circular_.rounds) add_levels(round);
    for (const model::Deadline& deadline : circular_.deadlines) {
      add(Kind::other, deadline.name, general);
    }
    for (const model::Attachment& attachment : circular_.attachments) add_attachment(attachment);
    for (const model::SaidText& said : said_) {
      add_written(said.is_title ? Kind::title : Kind::note, said.text,
                  said.round ? &circular_.rounds[*said.round] : nullptr);
    }
    return std::move(texts_);
  }

 private:
  void add_levels(const model::Round& round) {
    for (const model::Level& level : round.levels) {
      add(Kind::other, level.text, model::level_placeholders(circular_, round, level), &round);
    }
  }

  void add_attachment(const model::Attachment& attachment) {
    add(Kind::title, attachment.title, model::placeholders(circular_, nullptr, &attachment));
    for (const model::Table& table : attachment.tables) {
      const model::Round* round = table.round ? &circular_.rounds[*table.round] : nullptr;
      const thai::Arguments arguments = model::placeholders(circular_, round, &attachment);
      for (const model::Text& text : table.title) add(Kind::title, text, arguments, round);
      add_headings(table.headings, arguments, round);
      for (const model::Text& text : table.notes) add(Kind::note, text, arguments, round);
      for (const model::Text& text : table.signature) add(Kind::note, text, arguments, round);
    }
  }

  void add_headings(const std::vector<model::Heading>& headings, const thai::Arguments& arguments,
                    const model::Round* round) {
    for (const model::Heading& heading : headings) {
      add(Kind::heading, heading.text, arguments, round);
      const auto* shown =
          heading.content ? std::get_if<model::ShownColumn>(&*heading.content) : nullptr;
      if (shown) texts_.back().column = shown->column;
      add_headings(heading.parts, arguments, round);
    }
  }

  void add(Kind kind, const std::optional<model::Text>& text, const thai::Arguments& arguments,
           const model::Round* round = nullptr) {
    if (!text) return;
    const auto formatted = thai::format(text->value, arguments, thai::Digits::arabic);
    const auto* words = std::get_if<std::string>(&formatted);
    add_written(kind, {words ? *words : text->value, text->origin}, round);
  }

  void add_written(Kind kind, const model::Text& text, const model::Round* round) {
    texts_.push_back({kind, thai::normalise(thai::to_arabic(text.value)), text.origin, round, {}});
  }

  const model::Circular& circular_;
  const std::vector<model::SaidText>& said_;
  std::vector<ShownText> texts_;
};

}  // namespace

std::vector<ShownText> shown_texts(const model::Circular& circular,
                                   const std::vector<model::SaidText>& said) {
  return Collector(circular, said).all();
}

std::string shown(const Number& number) {
  std::string text = number.to_string();
  if (text.find('/') != std::string::npos) return number.to_fixed(2);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(text.find('.'), text.size()); at > first + 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::string joined(const std::vector<std::string>& items, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < items.size() && i < most; ++i) {
    text += (i == 0 ? "" : ", ") + items[i];
  }
  return items.size() > most ? text + ", …" : text;
}

}  // namespace chiwat::review
