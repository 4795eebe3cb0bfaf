import Chronology
import Foundation
import Operations
import Registers
import Web
import Webhooks
import Wording

extension WebConfiguration {
    /// What the server is told by a workspace. Reads the sources' secrets.
    init(_ workspace: Workspace, signatureTime: any TimeSource) throws {
        let configuration = workspace.configuration
        let boards = workspace.frame.boards.compactMap { agency -> BoardFacts? in
            guard let id = agency.board, let facts = configuration.boards[id] else { return nil }
            return BoardFacts(
                board: id, name: agency.name.swedish, englishName: agency.name.english, contactName: facts.contactName,
                contactEmail: facts.contactEmail, contactPhone: facts.contactPhone,
                dataProtectionOfficer: facts.dataProtectionOfficer, caseNumber: facts.caseNumber)
        }
        let coordinator = BoardID(workspace.mandate.coordinator.rawValue)
        self.init(
            baseURL: configuration.baseURL,
            boards: boards.filter { $0.board == coordinator } + boards.filter { $0.board != coordinator },
            privacy: PrivacyFacts(
                retentionDecision: configuration.retention.decision,
                linkRemovedOn: configuration.retention.linkRemovedOn, smallestGroup: configuration.disclosure.people),
            signatureTime: signatureTime)
        host = configuration.listen.host
        port = configuration.listen.port
        trustedProxies = configuration.trustedProxies
        isSimulated = configuration.isSimulated
        isDemonstration = configuration.isDemonstration
        sources = try configuration.sources.map { source in
            AnswerSource(
                name: source.name, secrets: try source.secretFiles.map { try workspace.secret(at: $0) },
                conferences: source.conferences, waves: source.waves)
        }
    }
}

extension Workspace {
    /// A signature secret from a file that `genklang.yml` names. The error never holds what stands in the file.
    func secret(at stated: String) throws -> SignatureSecret {
        let place = path(stated)
        guard let data = FileManager.default.contents(atPath: place),
            let secret = try? SignatureSecret(
                String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        else {
            throw Failure(
                "\(place) innehåller ingen hemlighet. Skriv whsec_ och 24–64 byte i base64, till exempel med openssl rand -base64 32.",
                "\(place) holds no secret. Write whsec_ and 24 to 64 bytes in base64, for example with openssl rand -base64 32."
            )
        }
        return secret
    }
}
