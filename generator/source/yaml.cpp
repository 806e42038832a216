// yaml-cpp's events become our tree. Its own tree would lose duplicate keys and expand aliases.
#include "source/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "source/plain_text.hpp"
#include "source/yaml_mistake.hpp"

namespace chiwat::source {
namespace {

// As a tree it takes many times its size.
constexpr std::size_t kLargestText = std::size_t{64} << 20;

constexpr std::size_t kDeepest = 64;

// Thrown through the parser when going on makes no sense; what is wrong has been reported.
struct Stop {};

std::string_view without_comment(std::string_view line) {
  for (auto at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ') return line.substr(0, at);
  }
  return line;
}

// The dash of an empty item, found backwards from the mark it got: only blank lines and comments
// can stand between.
std::size_t dash_before(std::string_view text, std::size_t mark) {
  for (std::size_t end = mark;;) {
    const std::size_t start = text.substr(0, end).rfind('\n') + 1;  // npos + 1 is 0
    const auto dash = without_comment(text.substr(start, end - start)).rfind('-');
    if (dash != std::string_view::npos) return start + dash;
    if (start == 0) return mark;
    end = start - 1;
  }
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, Places& places, Diagnostics& diagnostics)
      : text_(text), places_(places), diagnostics_(diagnostics) {}

  Node& root() { return root_; }
  // Reports what the parser could not read.
  void report(const YAML::Exception& problem);

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "yaml_anchor"); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    check(mark, anchor);
    open(mark, Node::Kind::sequence, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    check(mark, anchor);
    open(mark, Node::Kind::mapping, style);
  }
  void OnMapEnd() override { close(); }

 private:
  // A sequence or mapping that is being read.
  struct Level {
    Node node;
    std::size_t start = 0;
    bool in_brackets = false;
    std::optional<Located<std::string>> key;       // of a mapping: the key without its value yet
    std::size_t key_start = 0;                     // of the last key
    std::unordered_map<std::string, Origin> keys;  // where each was first written
  };

  // The place of a mark within the text: at the end, marks run past it.
  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }
  Origin place(const YAML::Mark& mark) { return places_.at(offset(mark)); }

  bool is_item() const { return !levels_.empty() && !is_mapping(); }
  bool is_mapping() const {
    return !levels_.empty() && levels_.back().node.kind == Node::Kind::mapping;
  }
  bool is_value() const { return is_mapping() && levels_.back().key; }

  void open(const YAML::Mark& mark, Node::Kind kind, YAML::EmitterStyle::value style);
  void close();
  void add(Node node, std::size_t start);
  void set_key(Node node, std::size_t start);

  Origin place_of_null(std::size_t at);
  bool lacks_colon(std::size_t at) const;

  void refuse(const YAML::Mark& mark, const char* id);
  void check(const YAML::Mark& mark, YAML::anchor_t anchor);
  bool is_quote(std::size_t at) const;
  void check_closed(std::size_t quote);
  void report_missing_colon();

  std::string_view text_;
  Places& places_;
  Diagnostics& diagnostics_;
  Node root_;
  std::vector<Level> levels_;
  bool started_ = false;
  std::optional<std::size_t> last_;      // where the last value read begins
  std::optional<std::size_t> unquoted_;  // the last brace reported as the beginning of a text
};

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (std::exchange(started_, true)) {
    const bool marked = text_.substr(offset(mark)).starts_with("---");
    diagnostics_.error(place(mark), marked ? "yaml_several_documents" : "yaml_after_end");
    throw Stop();
  }
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  check(mark, anchor);
  const std::size_t at = offset(mark);
  if (is_value() && lacks_colon(at)) report_missing_colon();
  add({Node::Kind::null, place_of_null(at), {}, {}, {}, false}, at);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                           const std::string& value) {
  check(mark, anchor);
  last_ = offset(mark);
  const bool quoted = is_quote(*last_);
  if (quoted) check_closed(*last_);
  add({Node::Kind::scalar, place(mark), value, {}, {}, quoted}, *last_);
}

void TreeBuilder::open(const YAML::Mark& mark, Node::Kind kind, YAML::EmitterStyle::value style) {
  if (levels_.size() == kDeepest) {
    diagnostics_.error(place(mark), "yaml_too_deep");
    throw Stop();
  }
  Level level;
  level.node.kind = kind;
  level.node.origin = place(mark);
  level.start = offset(mark);
  level.in_brackets = style == YAML::EmitterStyle::Flow;
  levels_.push_back(std::move(level));
}

void TreeBuilder::close() {
  Level level = std::move(levels_.back());
  levels_.pop_back();
  last_ = level.start;
  add(std::move(level.node), level.start);
}

void TreeBuilder::add(Node node, std::size_t start) {
  if (levels_.empty()) {
    root_ = std::move(node);
  } else if (is_item()) {
    levels_.back().node.items.push_back(std::move(node));
  } else if (!is_value()) {
    set_key(std::move(node), start);
  } else {
    Level& level = levels_.back();
    level.node.members.push_back({*std::exchange(level.key, {}), std::move(node)});
  }
}

void TreeBuilder::set_key(Node node, std::size_t start) {
  Level& level = levels_.back();
  level.key_start = start;
  level.key = Located<std::string>{node.text, node.origin};
  if (node.kind != Node::Kind::scalar) {
    diagnostics_.error(node.origin, "yaml_key_not_text");
    return;
  }
  const auto [first, is_new] = level.keys.try_emplace(node.text, node.origin);
  if (!is_new) {
    diagnostics_.error(node.origin, "yaml_duplicate_key", {{"key", node.text}})
        .note(first->second, "yaml_first_here");
  }
}

// An empty value has no place of its own, and its mark is that of whatever follows: it is found at
// its key or its dash.
Origin TreeBuilder::place_of_null(std::size_t at) {
  if (is_value()) return levels_.back().key->origin;
  const bool after_dash = is_item() && !levels_.back().in_brackets;
  return places_.at(after_dash ? dash_before(text_, at) : at);
}

// A name alone on its line, or in braces, is a key without a value to YAML.
bool TreeBuilder::lacks_colon(std::size_t at) const {
  const Level& level = levels_.back();
  if (!level.in_brackets) return at == level.key_start;
  const std::size_t previous = text_.substr(0, at).find_last_not_of(" \n\t");
  return previous != std::string_view::npos && text_[previous] != ':';
}

void TreeBuilder::report_missing_colon() {
  const Level& level = levels_.back();
  if (!level.in_brackets) {
    diagnostics_.error(level.key->origin, "yaml_no_colon", {{"text", level.key->value}});
    throw Stop();
  }
  // "title: {name}" was meant as a text.
  if (std::exchange(unquoted_, level.start) == level.start) return;
  diagnostics_
      .error(level.node.origin, "yaml_needs_quotes",
             {{"character", std::string(text_.substr(level.start, 1))}})
      .hint("yaml_quotes");
}

void TreeBuilder::refuse(const YAML::Mark& mark, const char* id) {
  diagnostics_.error(place(mark), id).hint("yaml_quotes");
  throw Stop();
}

// A tag is told by its "!": of "! text" yaml-cpp says the same as of a quoted text.
void TreeBuilder::check(const YAML::Mark& mark, YAML::anchor_t anchor) {
  if (anchor != YAML::NullAnchor) refuse(mark, "yaml_anchor");
  if (text_.substr(offset(mark)).starts_with('!')) refuse(mark, "yaml_tag");
}

bool TreeBuilder::is_quote(std::size_t at) const {
  return at < text_.size() && (text_[at] == '"' || text_[at] == '\'');
}

// At the end of the text yaml-cpp 0.7 takes an open quote for closed.
void TreeBuilder::check_closed(std::size_t quote) {
  if (closing_quote(text_, quote)) return;
  diagnostics_.error(places_.at(quote), "yaml_quote_open");
  throw Stop();
}

void TreeBuilder::report(const YAML::Exception& problem) {
  Halt halt{text_, offset(problem.mark), problem.msg, last_, std::nullopt};
  if (!levels_.empty() && levels_.back().in_brackets) halt.open = levels_.back().start;
  Mistake mistake = explain(halt);
  if (mistake.remark.at == unquoted_) return;  // known already
  Message& message = mistake.remark.message;
  Diagnostic& diagnostic = diagnostics_.error(places_.at(mistake.remark.at), std::move(message.id),
                                              std::move(message.arguments));
  if (mistake.elsewhere) {
    Message& note = mistake.elsewhere->message;
    diagnostic.note(places_.at(mistake.elsewhere->at), std::move(note.id),
                    std::move(note.arguments));
  }
  if (mistake.needs_quotes) diagnostic.hint("yaml_quotes");
}

// yaml-cpp takes U+0004 for the end of the text, and YAML knows none of these characters.
bool has_control_character(std::string_view text, Places& places, Diagnostics& diagnostics) {
  const auto found = std::find_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
  });
  if (found == text.end()) return false;
  diagnostics.error(places.at(static_cast<std::size_t>(found - text.begin())),
                    "yaml_control_character");
  return true;
}

// The tree of `text`; a null when there is nothing in it or something is wrong.
Node parse(const std::string& path, const std::string& text, Diagnostics& diagnostics) {
  Places places(std::make_shared<const std::string>(path), text);
  if (has_control_character(text, places, diagnostics)) return {};
  TreeBuilder builder(text, places, diagnostics);
  const int errors_before = diagnostics.error_count();
  try {
    std::istringstream stream(text + "\n");  // without it an open quote would be found nowhere
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& problem) {
    builder.report(problem);
  } catch (const Stop&) {
    return {};
  }
  const bool clean = diagnostics.error_count() == errors_before;
  if (clean && builder.root().kind == Node::Kind::null) {
    diagnostics.error(places.whole(), "yaml_empty");
  }
  return std::move(builder.root());
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.key.value == key; });
  return found == members.end() ? nullptr : &found->value;
}

std::optional<Node> read_yaml(const std::string& path, std::string_view bytes, Texts& texts,
                              Diagnostics& diagnostics) {
  const auto reported_before = static_cast<std::ptrdiff_t>(diagnostics.all().size());
  if (bytes.size() > kLargestText) {
    diagnostics.error({path, 0, 0}, "yaml_too_large");
    return std::nullopt;
  }
  std::optional<std::string> text = plain_text(bytes);
  if (!text) {
    diagnostics.error({path, 0, 0}, "text_not_utf8");
    return std::nullopt;
  }
  std::optional<Node> root = parse(path, *text, diagnostics);
  texts.keep(path, *std::move(text));
  const auto& all = diagnostics.all();
  const bool is_readable = std::all_of(
      all.begin() + reported_before, all.end(),
      [](const Diagnostic& diagnostic) { return diagnostic.message.id == "yaml_duplicate_key"; });
  if (!is_readable) root.reset();
  return root;
}

}  // namespace chiwat::source
