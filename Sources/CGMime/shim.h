#ifndef GENKLANG_CGMIME_SHIM_H
#define GENKLANG_CGMIME_SHIM_H

#include <gmime/gmime.h>

#endif
