// zlib's deflate and its checksum for this program, by libdeflate: the same calls and the same
// format.
//
// libxlsxwriter packs through minizip, which calls zlib; and what a program defines goes before
// what its libraries do. libdeflate takes a text whole, so one that is too long for that goes on to
// zlib itself. Neither looks at the processor for what it gives: equal texts are packed into equal
// bytes everywhere.
#include "xlsx/deflate.hpp"

#include <dlfcn.h>
#include <libdeflate.h>
#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

namespace chiwat::xlsx {
namespace {

constexpr std::size_t kLongestWhole = std::size_t{8} << 20;
constexpr int kLevel = 1;        // half the time of 4, and a tenth more bytes
constexpr int kLevelOfLong = 2;  // zlib's: a quarter of the time of 6, and two fifths more bytes

// zlib's own function of a name.
template <class Function>
Function* of_zlib(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

// A compressor is large, a workbook has fifteen parts and most are short: one for all of them. Null
// when there is no memory for it.
libdeflate_compressor* compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>
      one(libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor);
  return one.get();
}

// The memory of a text that has been packed, for the next one, unless it is very much.
std::vector<Bytef>& spare() {
  thread_local std::vector<Bytef> memory;
  return memory;
}
constexpr std::size_t kLargestSpare = std::size_t{1} << 20;

// What deflateInit2 was called with; the level is ours.
struct Settings {
  int method;
  int window_bits;
  int memory_level;
  int strategy;
  const char* version;
};

// A text on its way: kept until all of it has come, then packed and handed out.
class Packing {
 public:
  explicit Packing(const Settings& settings) : settings_(settings) { text_.swap(spare()); }
  Packing(const Packing&) = delete;
  Packing& operator=(const Packing&) = delete;
  ~Packing() {
    if (is_long_) of_zlib<decltype(deflateEnd)>("deflateEnd")(&long_);
    text_.clear();
    if (text_.capacity() <= kLargestSpare) text_.swap(spare());
  }

  // What deflate() does.
  int go_on(z_stream& stream, int flush) {
    if (is_long_) return by_zlib(stream, flush);
    text_.insert(text_.end(), stream.next_in, stream.next_in + stream.avail_in);
    stream.next_in += stream.avail_in;
    stream.total_in += stream.avail_in;
    stream.avail_in = 0;
    if (text_.size() > kLongestWhole) return become_long();
    if (flush != Z_FINISH) return Z_OK;
    if (packed_size_ == 0 && !pack()) return Z_MEM_ERROR;
    return hand_out(stream);
  }

 private:
  bool pack() {
    libdeflate_compressor* const by = compressor();
    if (!by) return false;
    const std::size_t most = libdeflate_deflate_compress_bound(by, text_.size());
    packed_ = std::make_unique_for_overwrite<Bytef[]>(most);
    packed_size_ = libdeflate_deflate_compress(by, text_.data(), text_.size(), packed_.get(), most);
    return packed_size_ > 0;
  }

  int hand_out(z_stream& stream) {
    const std::size_t size = std::min<std::size_t>(packed_size_ - given_, stream.avail_out);
    std::copy_n(packed_.get() + given_, size, stream.next_out);
    given_ += size;
    stream.next_out += size;
    stream.total_out += size;
    stream.avail_out -= static_cast<uInt>(size);
    return given_ == packed_size_ ? Z_STREAM_END : Z_OK;
  }

  // What has come so far goes on with the next call.
  int become_long() {
    is_long_ = true;
    return of_zlib<decltype(deflateInit2_)>("deflateInit2_")(
        &long_, kLevelOfLong, settings_.method, settings_.window_bits, settings_.memory_level,
        settings_.strategy, settings_.version, sizeof(z_stream));
  }

  // First what was kept, then what has come now.
  int by_zlib(z_stream& stream, int flush) {
    const auto zlib = of_zlib<decltype(deflate)>("deflate");
    long_.next_out = stream.next_out;
    long_.avail_out = stream.avail_out;
    int answer = Z_OK;
    if (given_ < text_.size()) {
      long_.next_in = text_.data() + given_;
      long_.avail_in = static_cast<uInt>(text_.size() - given_);
      answer = zlib(&long_, Z_NO_FLUSH);
      given_ = text_.size() - long_.avail_in;
    }
    if (given_ == text_.size() && long_.avail_out > 0) {
      std::vector<Bytef>().swap(text_);
      given_ = 0;
      long_.next_in = stream.next_in;
      long_.avail_in = stream.avail_in;
      answer = zlib(&long_, flush);
      stream.total_in += stream.avail_in - long_.avail_in;
      stream.next_in = long_.next_in;
      stream.avail_in = long_.avail_in;
    }
    stream.total_out = long_.total_out;
    stream.next_out = long_.next_out;
    stream.avail_out = long_.avail_out;
    return answer;
  }

  const Settings settings_;
  std::vector<Bytef> text_;
  std::unique_ptr<Bytef[]> packed_;
  std::size_t packed_size_ = 0;
  std::size_t given_ = 0;  // of packed_, or of text_ to zlib
  z_stream long_{};        // zlib's, of a text that is too long
  bool is_long_ = false;
};

// zlib keeps its own things where `state` points.
Packing* packing_of(const z_stream* stream) {
  return reinterpret_cast<Packing*>(stream->state);
}

}  // namespace

void use_fast_deflate() {}

}  // namespace chiwat::xlsx

using chiwat::xlsx::Packing;
using chiwat::xlsx::packing_of;

// zlib.h says what these do; of them minizip uses the raw format, and deflates to the end.
extern "C" int deflateInit2_(z_streamp stream, int, int method, int window_bits, int memory_level,
                             int strategy, const char* version, int) {
  auto* const packing =
      new (std::nothrow) Packing({method, window_bits, memory_level, strategy, version});
  stream->state = reinterpret_cast<internal_state*>(packing);
  stream->total_in = stream->total_out = 0;
  return packing ? Z_OK : Z_MEM_ERROR;
}

extern "C" int deflate(z_streamp stream, int flush) {
  try {
    return packing_of(stream)->go_on(*stream, flush);
  } catch (const std::bad_alloc&) {
    return Z_MEM_ERROR;
  }
}

// Asked for no bytes at all it gives what to begin with.
extern "C" uLong crc32(uLong so_far, const Bytef* bytes, uInt size) {
  return bytes ? libdeflate_crc32(static_cast<std::uint32_t>(so_far), bytes, size) : 0;
}

extern "C" int deflateEnd(z_streamp stream) {
  delete packing_of(stream);
  stream->state = nullptr;
  return Z_OK;
}
