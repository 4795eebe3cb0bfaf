#ifndef GENKLANG_CCURL_SHIM_H
#define GENKLANG_CCURL_SHIM_H

#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call. One typed wrapper for each kind of
 * value keeps the compiler's check that what is passed is what libcurl reads. */

typedef size_t (*genklang_curl_stream)(char *bytes, size_t size, size_t count, void *context);
typedef int (*genklang_curl_trace)(CURL *handle, curl_infotype kind, char *bytes, size_t count, void *context);
typedef curl_socket_t (*genklang_curl_opener)(void *context, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode genklang_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode genklang_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode genklang_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode genklang_curl_set_pointer(CURL *handle, CURLoption option, const void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode genklang_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode genklang_curl_set_stream(CURL *handle, CURLoption option, genklang_curl_stream value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode genklang_curl_set_trace(CURL *handle, genklang_curl_trace value) {
    return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, value);
}

static inline CURLcode genklang_curl_set_opener(CURL *handle, genklang_curl_opener value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode genklang_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode genklang_curl_get_pointer(CURL *handle, CURLINFO info, void **value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLMcode genklang_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/* The union inside CURLMsg. */
static inline CURLcode genklang_curl_result(const CURLMsg *message) {
    return message->data.result;
}

static inline CURLcode genklang_curl_global_init(void) {
    return curl_global_init(CURL_GLOBAL_ALL);
}

#endif
