// zlib's deflate, as minizip calls it: it must be ours, and what it packs must come out again.
#include <libdeflate.h>
#include <zlib.h>

#include <boost/test/unit_test.hpp>
#include <string>

#include "xlsx/deflate.hpp"

namespace chiwat::xlsx {
namespace {

// As much as is given, in pieces of this size, into pieces of another.
std::string packed(const std::string& text, std::size_t in, std::size_t out) {
  use_fast_deflate();
  std::string source = text;
  std::string piece(out, '\0');
  std::string result;
  z_stream stream{};
  BOOST_REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::size_t given = 0;
  int answer = Z_OK;
  while (answer == Z_OK) {
    if (stream.avail_in == 0 && given < source.size()) {
      const std::size_t size = std::min(in, source.size() - given);
      stream.next_in = reinterpret_cast<Bytef*>(source.data() + given);
      stream.avail_in = static_cast<uInt>(size);
      given += size;
    }
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    const bool is_all = given == source.size() && stream.avail_in == 0;
    answer = deflate(&stream, is_all ? Z_FINISH : Z_NO_FLUSH);
    result.append(piece, 0, piece.size() - stream.avail_out);
  }
  BOOST_TEST(answer == Z_STREAM_END);
  BOOST_TEST(stream.total_in == text.size());
  BOOST_TEST(stream.total_out == result.size());
  BOOST_TEST(deflateEnd(&stream) == Z_OK);
  return result;
}

std::string unpacked(std::string bytes, std::size_t size) {
  std::string text(size + 1, '\0');
  z_stream stream{};
  BOOST_REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  BOOST_TEST(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

// Something like the cells of a sheet.
std::string cells(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) {
    text += "<c r=\"A" + std::to_string(i) + "\" t=\"s\"><v>" + std::to_string(i * 7 % 1000) +
            "</v></c>";
  }
  text.resize(size);
  return text;
}

BOOST_AUTO_TEST_SUITE(packing)

BOOST_AUTO_TEST_CASE(what_is_packed_comes_out_again) {
  constexpr std::size_t kWhole = 8 << 20;  // longer ones are packed by zlib
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{100'000}, kWhole,
                                 kWhole + 1, kWhole * 2 + 12'345}) {
    const std::string text = cells(size);
    for (const std::size_t piece : {65'536u, 1'000'003u}) {
      const bool is_same = unpacked(packed(text, piece, 16'384), size) == text;
      BOOST_TEST(is_same, size << " bytes in pieces of " << piece);
    }
  }
}

BOOST_AUTO_TEST_CASE(libdeflate_packs_and_not_zlib) {
  const std::string text = cells(200'000);
  std::string expected(text.size(), '\0');
  libdeflate_compressor* const compressor = libdeflate_alloc_compressor(1);
  expected.resize(libdeflate_deflate_compress(compressor, text.data(), text.size(), expected.data(),
                                              expected.size()));
  libdeflate_free_compressor(compressor);
  const bool is_same = packed(text, 10'000, 1'000) == expected;
  BOOST_TEST(is_same);
}

// The value that the specification of CRC-32 gives to check by, at once and in pieces.
BOOST_AUTO_TEST_CASE(the_checksum_is_that_of_zlib) {
  const auto add = [](uLong so_far, std::string_view text) {
    return crc32(so_far, reinterpret_cast<const Bytef*>(text.data()),
                 static_cast<uInt>(text.size()));
  };
  const uLong begin = crc32(0, nullptr, 0);
  BOOST_TEST(add(begin, "123456789") == 0xCBF43926u);
  BOOST_TEST(add(add(begin, "1234"), "56789") == 0xCBF43926u);
  BOOST_TEST(add(begin, "") == begin);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::xlsx
