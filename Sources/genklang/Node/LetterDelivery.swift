import Delivery
import Documents
import Foundation
import Mailing
import Operations

/// The letters' way out of a node, as its workspace says: a relay over SMTP, or the outbox folder.
enum LetterDelivery {
    static func sending(_ node: OpenNode, transport: any LetterTransport, isDelayConfirmed: Bool = false) -> Sending {
        let workspace = node.workspace
        return Sending(
            store: node.store, mailings: workspace.mailings, transport: transport, time: node.time,
            options: Sending.Options(
                keyFolder: workspace.keyFolder, lockFolder: workspace.dataFolder, isDelayConfirmed: isDelayConfirmed),
            markdown: { Markdown.html($0) })
    }

    static func transport(of workspace: Workspace) throws -> any LetterTransport {
        switch workspace.configuration.delivery {
        case .off: OutboxFolder(folder: workspace.outboxFolder)
        case .smtp(let settings): try smtp(settings, of: workspace)
        }
    }

    static func smtp(
        _ settings: WorkspaceConfiguration.SMTPSettings, of workspace: Workspace
    ) throws -> SMTPPool {
        guard let port = UInt16(exactly: settings.port) else {
            throw Failure("Porten \(settings.port) finns inte.", "There is no port \(settings.port).")
        }
        let password = try settings.passwordFile.map { stated in
            let place = workspace.path(stated)
            guard let data = FileManager.default.contents(atPath: place) else {
                throw Failure("Lösenordsfilen \(place) kan inte läsas.", "The password file \(place) cannot be read.")
            }
            return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
        }
        return SMTPPool(
            server: SMTPServer(
                host: settings.host, port: port, security: settings.security, username: settings.username,
                password: password),
            connections: settings.connections)
    }
}
