#ifndef GENKLANG_CGMIME_SHIM_H
#define GENKLANG_CGMIME_SHIM_H

#include <gmime/gmime.h>
#include <string.h>

/* GObject's casts are macros, which Swift does not see. So the few shapes a letter needs are typed here. Every
 * function that answers a pointer gives it away: the caller releases it with genklang_release. */

static inline void genklang_release(GMimeObject *object) {
    g_object_unref(object);
}

static inline GMimeObject *genklang_message_new(void) {
    return GMIME_OBJECT(g_mime_message_new(FALSE));
}

static inline void genklang_message_set_id(GMimeObject *message, const char *message_id) {
    g_mime_message_set_message_id(GMIME_MESSAGE(message), message_id);
}

/* Seconds since 1970 and the offset of the zone that the date is written in. */
static inline int genklang_message_set_date(GMimeObject *message, gint64 seconds, gint32 offset_in_seconds) {
    GTimeZone *zone = g_time_zone_new_offset(offset_in_seconds);
    GDateTime *utc = g_date_time_new_from_unix_utc(seconds);
    if (utc == NULL) {
        g_time_zone_unref(zone);
        return 0;
    }
    GDateTime *local = g_date_time_to_timezone(utc, zone);
    if (local != NULL) {
        g_mime_message_set_date(GMIME_MESSAGE(message), local);
        g_date_time_unref(local);
    }
    g_date_time_unref(utc);
    g_time_zone_unref(zone);
    return local != NULL;
}

static inline void genklang_message_set_body(GMimeObject *message, GMimeObject *body) {
    g_mime_message_set_mime_part(GMIME_MESSAGE(message), body);
}

/* A header that is already encoded and folded with LF: the value is written as it stands, after the name and a
 * colon. GMime 3.2.13 makes encoded words of any length from a word without spaces (a name of emoji), which RFC
 * 2047 limits to 75 characters, so names and subjects are encoded before they come here. */
static inline void genklang_add_folded_header(GMimeObject *object, const char *name, const char *value) {
    g_mime_object_append_header(object, name, "", NULL);
    GMimeHeaderList *headers = g_mime_object_get_header_list(object);
    GMimeHeader *header = g_mime_header_list_get_header(headers, name);
    if (header != NULL) g_mime_header_set_raw_value(header, value);
}

static inline GMimeObject *genklang_multipart_new(const char *subtype, const char *boundary) {
    GMimeMultipart *multipart = g_mime_multipart_new_with_subtype(subtype);
    g_mime_multipart_set_boundary(multipart, boundary);
    return GMIME_OBJECT(multipart);
}

static inline void genklang_multipart_add(GMimeObject *multipart, GMimeObject *part) {
    g_mime_multipart_add(GMIME_MULTIPART(multipart), part);
}

/* Text in UTF-8; the bytes are copied. */
static inline GMimeObject *genklang_text_new(const char *subtype, const char *bytes, size_t count,
                                             GMimeContentEncoding encoding) {
    GMimePart *part = g_mime_part_new_with_type("text", subtype);
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(part), "charset", "utf-8");
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    g_mime_part_set_content(part, content);
    g_mime_part_set_content_encoding(part, encoding);
    g_object_unref(content);
    g_object_unref(stream);
    return GMIME_OBJECT(part);
}

/* The whole message with CRLF line ends; NULL where it could not be written. Release with g_byte_array_unref. */
static inline GByteArray *genklang_message_bytes(GMimeObject *message) {
    GMimeFormatOptions *options = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    GByteArray *bytes = g_byte_array_new();
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    ssize_t written = g_mime_object_write_to_stream(message, options, stream);
    g_object_unref(stream);
    g_mime_format_options_free(options);
    if (written < 0) {
        g_byte_array_unref(bytes);
        return NULL;
    }
    return bytes;
}

/* A message from outside; NULL where there is none. The bytes are copied. */
static inline GMimeObject *genklang_message_parse(const char *bytes, size_t count) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    return message == NULL ? NULL : GMIME_OBJECT(message);
}

/* The first part of a type that is not inside a message of its own, to a stated depth; NULL where there is none, and
 * for the subtype NULL the first message that came inside. Borrowed from the message. */
static inline GMimeObject *genklang_find_part(GMimeObject *object, const char *type, const char *subtype, int depth) {
    if (object == NULL || depth > 8) return NULL;
    if (GMIME_IS_MESSAGE(object))
        return genklang_find_part(g_mime_message_get_mime_part(GMIME_MESSAGE(object)), type, subtype, depth + 1);
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *multipart = GMIME_MULTIPART(object);
        for (int place = 0; place < g_mime_multipart_get_count(multipart); place++) {
            GMimeObject *found =
                genklang_find_part(g_mime_multipart_get_part(multipart, place), type, subtype, depth + 1);
            if (found != NULL) return found;
        }
        return NULL;
    }
    if (subtype == NULL) return GMIME_IS_MESSAGE_PART(object) ? object : NULL;
    GMimeContentType *own = g_mime_object_get_content_type(object);
    return GMIME_IS_PART(object) && own != NULL && g_mime_content_type_is_type(own, type, subtype) ? object : NULL;
}

/* What such a part holds, decoded; NULL where there is none. Release with g_byte_array_unref. */
static inline GByteArray *genklang_part_content(GMimeObject *message, const char *type, const char *subtype) {
    GMimeObject *part = genklang_find_part(message, type, subtype, 0);
    GMimeDataWrapper *content = part == NULL ? NULL : g_mime_part_get_content(GMIME_PART(part));
    if (content == NULL) return NULL;
    GByteArray *bytes = g_byte_array_new();
    GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
    ssize_t written = g_mime_data_wrapper_write_to_stream(content, stream);
    g_object_unref(stream);
    if (written < 0) {
        g_byte_array_unref(bytes);
        return NULL;
    }
    return bytes;
}

/* The Message-ID of a message that came inside; NULL where there is none. Release with g_free. */
static inline char *genklang_returned_message_id(GMimeObject *message) {
    GMimeObject *part = genklang_find_part(message, NULL, NULL, 0);
    GMimeMessage *inner = part == NULL ? NULL : g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    const char *id = inner == NULL ? NULL : g_mime_message_get_message_id(inner);
    return id == NULL ? NULL : g_strdup(id);
}

#endif
