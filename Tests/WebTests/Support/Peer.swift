import NIOCore
import NIOPosix

/// The other end of a real socket: sends bytes as they are, and reads replies or the close.
struct Peer: ~Copyable {
    private let writer: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var bytes: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var buffer = ByteBuffer()

    /// Connects to the port on loopback, and closes when the body is done.
    static func connect<Result: Sendable>(
        to port: Int, _ body: (inout Peer) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var peer = Peer(writer: outbound, bytes: inbound.makeAsyncIterator())
            return try await body(&peer)
        }
    }

    func send(_ text: String) async throws {
        try await writer.write(ByteBuffer(string: text))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await writer.write(ByteBuffer(bytes: bytes))
    }

    /// Sends what it can of so many bytes; a server that closes in between is no error here.
    func flood(_ count: Int) async {
        let part = ByteBuffer(repeating: UInt8(ascii: "a"), count: 16 * 1024)
        for _ in 0..<(count / part.readableBytes) {
            guard (try? await writer.write(part)) != nil else { return }
        }
    }

    func finishSending() {
        writer.finish()
    }

    /// The next whole reply, or `nil` where the connection ends before one.
    mutating func reply(toHead: Bool = false) async throws -> PeerReply? {
        while true {
            if let reply = PeerReply.taken(from: &buffer, withoutBody: toHead) { return reply }
            guard let more = try await bytes.next() else { return nil }
            buffer.writeImmutableBuffer(more)
        }
    }

    /// Waits until the server closes; what still comes is thrown away. A reset counts as a close.
    mutating func waitForClose() async {
        while let more = try? await bytes.next() { _ = more }
    }
}

struct PeerReply: Sendable {
    var status: Int
    var headers: [String: String]
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    static func taken(from buffer: inout ByteBuffer, withoutBody: Bool) -> PeerReply? {
        let view = buffer.readableBytesView
        guard let end = view.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: view[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first, let status = Int(first.split(separator: " ")[1]) else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].drop { $0 == " " }.description
        }
        let length = withoutBody ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
        let size = view.distance(from: view.startIndex, to: end.upperBound) + length
        guard buffer.readableBytes >= size, let whole = buffer.readBytes(length: size) else { return nil }
        return PeerReply(status: status, headers: headers, body: Array(whole.suffix(length)))
    }
}

extension Peer {
    /// One request on a connection of its own.
    static func ask(
        _ port: Int, _ line: String, _ headers: [(String, String)] = [], body: [UInt8]? = nil
    ) async throws -> PeerReply? {
        try await connect(to: port) { peer in
            var head = "\(line) HTTP/1.1\r\nHost: localhost\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            if let body { head += "Content-Length: \(body.count)\r\n" }
            try await peer.send(Array((head + "\r\n").utf8) + (body ?? []))
            return try await peer.reply(toHead: line.hasPrefix("HEAD "))
        }
    }
}
