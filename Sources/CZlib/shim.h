#include <zlib.h>

/// Begins to pack without a frame, as archives hold it. zlib's function is a macro.
static inline int lectern_deflate_begin(z_stream *stream) {
    return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
