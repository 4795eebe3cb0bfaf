#ifndef GENKLANG_CXML_SHIM_H
#define GENKLANG_CXML_SHIM_H

#include <libxml/xmlversion.h>

/* Debian's libxml2 shows ICU's headers, which clash with the ICU inside Foundation. Only a structure that we never
   touch (a character set's converters) depends on the macro. */
#undef LIBXML_ICU_ENABLED

#include <libxml/xmlreader.h>

#endif
