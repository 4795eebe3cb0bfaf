internal import CCmark

/// GitHub's Markdown (CommonMark 0.29 with tables) to HTML.
public enum Markdown {
    /// Raw HTML and images are left out (an image leaves its text), and only links to `https`, `http`, `mailto`,
    /// `tel`, an anchor or a relative path keep their target. Invalid UTF-8 cannot occur in a `String`; NUL becomes
    /// U+FFFD. Plain addresses in the text do not become links.
    public static func html(_ text: String) -> String {
        _ = isPrepared
        guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return "" }
        defer { cmark_parser_free(parser) }
        if let tables = cmark_find_syntax_extension("table") {
            cmark_parser_attach_syntax_extension(parser, tables)
        }
        var copy = text
        copy.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return }
            base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                cmark_parser_feed(parser, $0, bytes.count)
            }
        }
        guard let document = cmark_parser_finish(parser) else { return "" }
        defer { cmark_node_free(document) }
        makeSafe(document)
        guard let html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser))
        else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(html) }
        return String(cString: html)
    }

    private static let isPrepared: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Takes raw HTML and images out of the tree and targets out of unsafe links. Nodes are gathered first, since
    /// the library does not allow unlinking below an iterator that has yet to leave them.
    private static func makeSafe(_ document: OpaquePointer) {
        var raw: [OpaquePointer] = []
        var images: [OpaquePointer] = []
        guard let iterator = cmark_iter_new(document) else { return }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE else { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE {
                raw.append(node)
            } else if type == CMARK_NODE_IMAGE {
                images.append(node)
            } else if type == CMARK_NODE_LINK, let target = cmark_node_get_url(node),
                !LinkTarget.isSafe(String(cString: target))
            {
                cmark_node_set_url(node, "")
            }
        }
        cmark_iter_free(iterator)
        raw.forEach(cmark_node_free)
        for image in images {
            while let child = cmark_node_first_child(image) {
                guard cmark_node_insert_before(image, child) == 1 else { break }
            }
            cmark_node_free(image)
        }
    }
}
