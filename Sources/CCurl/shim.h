#ifndef GENKLANG_CCURL_SHIM_H
#define GENKLANG_CCURL_SHIM_H

#include <curl/curl.h>

#endif
