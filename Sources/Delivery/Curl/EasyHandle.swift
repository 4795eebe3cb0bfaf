import CCurl
import Foundation

/// One libcurl easy handle with typed options.
///
/// Not `Sendable`: a handle belongs to the thread that made it. An option that libcurl refuses is remembered, and
/// ``perform()`` answers with it instead of running half configured.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private var firstRefusal = CURLE_OK
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    /// Returns `nil` when libcurl has no memory or was built without what it needs.
    init?() {
        guard Self.libraryIsReady, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
    }

    deinit {
        curl_easy_cleanup(pointer)
        freeLists()
    }

    /// Forgets the options and keeps the connections.
    func reset() {
        curl_easy_reset(pointer)
        freeLists()
        firstRefusal = CURLE_OK
    }

    func set(_ option: CURLoption, _ value: Int) {
        note(genklang_curl_set_long(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: Bool) {
        set(option, value ? 1 : 0)
    }

    func set(_ option: CURLoption, _ value: String) {
        note(genklang_curl_set_text(pointer, option, value))
    }

    func set(_ option: CURLoption, context: UnsafeMutableRawPointer) {
        note(genklang_curl_set_pointer(pointer, option, context))
    }

    func set(_ option: CURLoption, stream: @escaping genklang_curl_stream) {
        note(genklang_curl_set_stream(pointer, option, stream))
    }

    func set(trace: @escaping genklang_curl_trace) {
        note(genklang_curl_set_trace(pointer, trace))
    }

    func set(opener: @escaping genklang_curl_opener) {
        note(genklang_curl_set_opener(pointer, opener))
    }

    /// The list lives until the handle is reset or released, as libcurl asks.
    func set(_ option: CURLoption, list texts: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for text in texts {
            guard let longer = curl_slist_append(list, text) else {
                curl_slist_free_all(list)
                return note(CURLE_OUT_OF_MEMORY)
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        note(genklang_curl_set_list(pointer, option, list))
    }

    /// A body that libcurl copies, so that its memory outlives the transfer whatever becomes of the caller.
    func setBody(_ body: [UInt8]) {
        note(genklang_curl_set_size(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
        body.withUnsafeBytes { note(genklang_curl_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)) }
        if body.isEmpty { set(CURLOPT_COPYPOSTFIELDS, "") }
    }

    func integer(_ info: CURLINFO) -> Int {
        var value = 0
        return genklang_curl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    /// The code of the first option that was refused.
    var configuration: CURLcode { firstRefusal }

    func perform() -> CURLcode {
        firstRefusal == CURLE_OK ? curl_easy_perform(pointer) : firstRefusal
    }

    static func describe(_ code: CURLcode) -> String {
        "\(String(cString: curl_easy_strerror(code))) (libcurl \(code.rawValue))"
    }

    private func note(_ code: CURLcode) {
        if firstRefusal == CURLE_OK { firstRefusal = code }
    }

    private func freeLists() {
        lists.forEach { curl_slist_free_all($0) }
        lists = []
    }

    /// Once a process. With NOSIGNAL libcurl leaves SIGPIPE to us, and OpenSSL writes without MSG_NOSIGNAL.
    static let libraryIsReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return genklang_curl_global_init() == CURLE_OK
    }()
}
