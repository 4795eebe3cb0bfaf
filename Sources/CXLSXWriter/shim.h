#ifndef GENKLANG_CXLSXWRITER_SHIM_H
#define GENKLANG_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
