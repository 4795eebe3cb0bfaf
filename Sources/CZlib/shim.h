#ifndef GENKLANG_CZLIB_SHIM_H
#define GENKLANG_CZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

/// `deflateInit2` is a macro. Window bits 15 + 16 ask for a gzip wrapper (zlib.h, deflateInit2).
static inline int genklang_gzip_start(z_stream *stream, int level) {
    memset(stream, 0, sizeof *stream);
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
