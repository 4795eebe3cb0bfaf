#ifndef GENKLANG_CIDN2_SHIM_H
#define GENKLANG_CIDN2_SHIM_H

#include <idn2.h>

#endif
