#ifndef GENKLANG_CZIP_SHIM_H
#define GENKLANG_CZIP_SHIM_H

#include <zip.h>

#endif
