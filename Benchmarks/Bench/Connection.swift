import Foundation

/// One connection of the load generator: a request out, its reply in, without waiting.
///
/// Reads of HTTP/1.1 what this project's server writes: a status line and a Content-Length.
struct Connection {
    enum Progress {
        case waiting
        case replied(status: Int)
        case broken
    }

    let descriptor: Int32
    private var unsent: Range<Int> = 0..<0
    private var received: [UInt8] = []
    private(set) var began = ContinuousClock.now

    init?(port: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0, let port = UInt16(exactly: port) else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        var one: Int32 = 1
        let isReady =
            isConnected
            && setsockopt(
                descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size)) == 0
            && fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) >= 0
        guard isReady else {
            close(descriptor)
            return nil
        }
        received.reserveCapacity(4_096)
    }

    /// Begins with a request; the bytes lie in the range of what ``send(from:)`` is given.
    mutating func begin(_ range: Range<Int>) {
        unsent = range
        received.removeAll(keepingCapacity: true)
        began = .now
    }

    /// Answers whether everything is written or the socket is full; `false` means the connection is broken.
    mutating func send(from bytes: UnsafeRawBufferPointer) -> Bool {
        while !unsent.isEmpty {
            guard let start = bytes.baseAddress else { return false }
            let count = Glibc.send(descriptor, start + unsent.lowerBound, unsent.count, Int32(MSG_NOSIGNAL))
            if count < 0 { return errno == EAGAIN || errno == EINTR }
            unsent = (unsent.lowerBound + count)..<unsent.upperBound
        }
        return true
    }

    var isSent: Bool { unsent.isEmpty }

    mutating func receive(into room: UnsafeMutableRawBufferPointer) -> Progress {
        let count = recv(descriptor, room.baseAddress, room.count, 0)
        if count < 0 { return errno == EAGAIN || errno == EINTR ? .waiting : .broken }
        if count == 0 { return .broken }
        received.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
        guard let end = headEnd, let length = bodyLength(before: end) else { return .waiting }
        guard received.count >= end + length else { return .waiting }
        guard received.count == end + length, received.count > 12 else { return .broken }
        let status = received[9..<12].reduce(0) { $0 * 10 + Int($1) - 48 }
        return .replied(status: status)
    }

    private var headEnd: Int? {
        guard received.count >= 4 else { return nil }
        for place in 3..<received.count
        where received[place] == 0x0A && received[place - 2] == 0x0A && received[place - 1] == 0x0D {
            return place + 1
        }
        return nil
    }

    private func bodyLength(before end: Int) -> Int? {
        let name = Self.lengthName
        var place = 0
        while place + name.count < end {
            if received[place] == 0x0A, Self.isSame(received[(place + 1)...], name) {
                return received[(place + 1 + name.count)...].drop { $0 == 0x20 }.prefix { (48...57).contains($0) }
                    .reduce(0) { $0 * 10 + Int($1) - 48 }
            }
            place += 1
        }
        return nil
    }

    private static let lengthName = Array("content-length:".utf8)

    private static func isSame(_ bytes: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        guard bytes.count >= name.count else { return false }
        return zip(bytes, name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
