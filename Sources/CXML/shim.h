#ifndef GENKLANG_CXML_SHIM_H
#define GENKLANG_CXML_SHIM_H

#include <libxml/xmlreader.h>

#endif
