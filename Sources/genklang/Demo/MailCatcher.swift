import NIOCore
import NIOPosix

/// A small real SMTP server for the demonstration: takes every letter on this machine and keeps it in a folder.
///
/// It listens on the loopback address alone and delivers nothing anywhere.
final class MailCatcher: Sendable {
    let letters: MailCatcherLetters
    /// Where it listens; the system chooses the port.
    let port: Int
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let connections: MailCatcherConnections

    private init(
        letters: MailCatcherLetters, port: Int, channel: any Channel, group: MultiThreadedEventLoopGroup,
        connections: MailCatcherConnections
    ) {
        self.letters = letters
        self.port = port
        self.channel = channel
        self.group = group
        self.connections = connections
    }

    /// - Parameters:
    ///   - folder: where letters are kept, one `.eml` file each.
    ///   - port: 0 lets the system choose.
    static func start(
        folder: String, port: Int = 0, limits: MailCatcherSession.Limits = MailCatcherSession.Limits()
    ) async throws -> MailCatcher {
        let letters = try MailCatcherLetters(folder: folder)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let connections = MailCatcherConnections()
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                connections.add(channel)
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        MailCatcherHandler(letters: letters, session: MailCatcherSession(limits: limits)))
                }
            }
        do {
            let channel = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
            return MailCatcher(
                letters: letters, port: channel.localAddress?.port ?? port, channel: channel, group: group,
                connections: connections)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// Closes every connection and ends the server's thread. Letters stay where they are.
    func stop() async {
        try? await channel.close().get()
        connections.closeAll()
        try? await group.shutdownGracefully()
    }
}
