// A description that is good but for what a test gives, and what comes of reading it.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>

#include "model/read.hpp"

namespace chiwat::model {

// The rest of a description, after a head without mistakes on its first four lines, with its CSV.
struct Input {
  std::string rest;
  std::string csv = "d,n\nก,345\nข,450\n";
  std::string date = "1 มกราคม 2564";
  std::string registry = "";
};

inline std::optional<Circular> read(const Input& input, Diagnostics& diagnostics) {
  std::string description = "province: ก\nfiscal_year: 2564\nletter: {date: " + input.date +
                            ", subject: ก}\nindicator: {name: ก}\n" + input.rest;
  const auto add_unless_there = [&](const std::string& key, const std::string& value) {
    const bool there = description.find("\n" + key + ":") != std::string::npos;
    if (!there) description += key + ": " + value + "\n";
  };
  add_unless_there("rounds", "[{number: 1, months: ตุลาคม 2563 - มีนาคม 2564}]");
  add_unless_there("baseline", "{file: b.csv, district: d, columns: {n: n}}");
  add_unless_there("attachments", "[]");
  const source::MemoryFiles files(
      {{"c.yaml", description}, {"b.csv", input.csv}, {"r.csv", input.registry}});
  source::Texts texts;
  return read_circular(
      "c.yaml", files, texts, [](const auto&, const auto&) { return LayoutKind::table; },
      diagnostics);
}

// What is wrong with a description, one line for each mistake; empty when nothing is.
inline std::string mistakes(const Input& input) {
  Diagnostics diagnostics;
  const auto circular = read(input, diagnostics);
  BOOST_TEST(circular.has_value() == !diagnostics.has_errors());
  std::string result;
  for (const Diagnostic& d : diagnostics.all()) {
    result += d.origin.path() + ":" + std::to_string(d.origin.line) + " " + d.message.id + "\n";
  }
  return result;
}

// The names of the columns, in the order in which they are computed.
inline std::string columns(const Input& input) {
  Diagnostics diagnostics;
  const auto circular = read(input, diagnostics);
  BOOST_REQUIRE(circular);
  std::string result;
  for (const Column& column : circular->columns) {
    result += (result.empty() ? "" : " ") + column.name.value;
  }
  return result;
}

inline std::string attachment(const std::string& table) {
  return "attachments: [{number: 1, title: ก, tables: [{sheet: ก, columns: [{heading: ก, show: "
         "district}], " +
         table + "}]}]\n";
}

inline std::string times(int count, const std::string& text) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace chiwat::model
