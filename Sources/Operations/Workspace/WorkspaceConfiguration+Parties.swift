import Delivery
import Registers
import SourceText
import Surveying

/// The parts of `genklang.yml` about others: the mail relay, sources, endpoints, boards.
extension WorkspaceConfiguration {
    private enum DeliveryWord: String, CaseIterable {
        case off
        case smtp
    }

    /// The group `smtp` is read whatever `delivery` says, so that its mistakes are found before it is turned on; the
    /// password's file must be there only when it is.
    static func delivery(
        _ record: inout YAMLRecord, _ found: inout Diagnostics, _ secretFault: (String) -> SecretFault?
    ) -> DeliveryMode? {
        let word = record.choice("delivery", of: DeliveryWord.self)
        let group = record.optionalRecord("smtp")
        let settings = group.flatMap { smtp($0, &found, word == .smtp ? secretFault : { _ in nil }) }
        switch word {
        case .off: return .off
        case .smtp:
            if group == nil {
                record.fail(
                    "delivery", "delivery is smtp and the group smtp is missing.",
                    advice: "Add smtp: host, port, security.")
            }
            return settings.map(DeliveryMode.smtp)
        case nil: return nil
        }
    }

    private static func smtp(
        _ settings: YAMLRecord, _ found: inout Diagnostics, _ secretFault: (String) -> SecretFault?
    ) -> SMTPSettings? {
        var settings = settings
        let host = host(&settings, example: "relay.example.org")
        let port = settings.integer("port", in: 1...65_535, example: 587)
        let security = settings.choice("security", of: SMTPServer.Security.self)
        let username = settings.optionalText("username")
        let passwordFile = settings.optionalText("password_file")
        let connections = settings.optionalInteger("connections", in: 1...64) ?? 4
        if username != nil, passwordFile == nil {
            settings.fail(
                "username", "There is a username and no password_file.",
                advice: "Name the file that holds the password.")
        }
        if let passwordFile, secretFault(passwordFile) == .missing {
            settings.fail(
                "password_file", "\(passwordFile) is not there or cannot be read.",
                advice: "Write the password into it, readable by this user alone (chmod 600).")
        }
        settings.finish(&found)
        guard let host, let port, let security else { return nil }
        return SMTPSettings(
            host: host, port: port, security: security, username: username, passwordFile: passwordFile,
            connections: connections)
    }

    static func sources(
        _ record: inout YAMLRecord, _ found: inout Diagnostics, conferences: [Conference]?,
        _ secretFault: (String) -> SecretFault?
    ) -> [Source] {
        var names: Set<String> = []
        let known = conferences.map { Set($0.map(\.id)) }
        return (record.optionalRecords("sources") ?? []).compactMap { source in
            var source = source
            let name = source.text("name")
            if let name, !isName(name) || name == "form" || !names.insert(name).inserted {
                source.fail(
                    "name", "A source cannot be called \"\(name)\".",
                    advice: "Use a name of its own in a–z, 0–9 and hyphens; form is taken by the survey pages.")
            }
            let files = source.texts("secret_files")
            if files.isEmpty || files.count > 2 {
                source.fail(
                    "secret_files", "A source has one secret, or two while rotating.", advice: "Name one or two files.")
            }
            for file in files { refuse(secretFault(file), of: file, "secret_files", &source) }
            let ids = source.texts("conferences").map { ConferenceID($0) }
            for id in ids {
                guard let known, !known.contains(id) else { continue }
                source.fail(
                    "conferences", "There is no conference \"\(id)\".",
                    advice: Spelling.advice(for: id.rawValue, known: known.map(\.rawValue)))
            }
            let waves = source.texts("waves").compactMap { word in
                let wave = Wave(rawValue: word)
                if wave == nil {
                    source.fail(
                        "waves", "There is no wave \"\(word)\".",
                        advice: Spelling.advice(for: word, known: Wave.allCases.map(\.rawValue)))
                }
                return wave
            }
            source.finish(&found)
            guard let name else { return nil }
            return Source(name: name, secretFiles: files, conferences: Set(ids), waves: Set(waves))
        }
    }

    /// A missing or unusable secret is told now, not when the first answer comes.
    private static func refuse(
        _ fault: SecretFault?, of file: String, _ key: String, _ record: inout YAMLRecord
    ) {
        switch fault {
        case nil: break
        case .missing:
            record.fail(
                key, "\(file) is not there or cannot be read.",
                advice: "Make it: (umask 077; echo \"whsec_$(openssl rand -base64 32)\" > \(file))")
        case .unusable:
            record.fail(
                key, "\(file) holds no secret.", advice: "It holds one line: whsec_ and 24 to 64 bytes in base64.")
        }
    }

    static func endpoints(
        _ record: inout YAMLRecord, _ found: inout Diagnostics, _ secretFault: (String) -> SecretFault?
    ) -> [Endpoint] {
        var names: Set<String> = []
        return (record.optionalRecords("endpoints") ?? []).compactMap { endpoint in
            var endpoint = endpoint
            let name = endpoint.text("name")
            if let name, !isName(name) || !names.insert(name).inserted {
                endpoint.fail(
                    "name", "An endpoint cannot be called \"\(name)\".",
                    advice: "Use a name of its own in a–z, 0–9 and hyphens.")
            }
            let url = endpoint.text("url")
            if let url, WebAddress(url) == nil {
                endpoint.fail("url", "An endpoint's url cannot be \"\(url)\".", advice: "Write https://host/path.")
            }
            let file = endpoint.text("secret_file")
            if let file { refuse(secretFault(file), of: file, "secret_file", &endpoint) }
            let allows = endpoint.boolean("allow_private", default: false)
            endpoint.finish(&found)
            guard let name, let url, let file else { return nil }
            return Endpoint(name: name, url: url, secretFile: file, allowsPrivateAddress: allows)
        }
    }

    static func boards(
        _ record: inout YAMLRecord, _ found: inout Diagnostics, known: [BoardID]?, conferences: [Conference]?
    ) -> [BoardID: BoardFacts] {
        var boards: [BoardID: BoardFacts] = [:]
        let entries = record.entries("boards")
        for entry in entries {
            let id = BoardID(entry.key)
            if let known, !known.contains(id) {
                found.add(
                    Diagnostic(
                        file: entry.value.file, line: entry.line, column: entry.column, "There is no board \"\(id)\".",
                        advice: Spelling.advice(for: id.rawValue, known: known.map(\.rawValue))))
                continue
            }
            if let facts = board(id, entry.value, &found) { boards[id] = facts }
        }
        // Without the key itself one line says so; an entry with mistakes has lines of its own.
        guard record.has("boards"), let conferences else { return boards }
        let owned = Dictionary(grouping: conferences, by: \.board)
        let written = Set(entries.map { BoardID($0.key) })
        for (board, conferences) in owned.sorted(by: { $0.key < $1.key }) where !written.contains(board) {
            let ids = conferences.map(\.id.rawValue).joined(separator: ", ")
            record.fail(
                "boards", "\(board) owns \(ids) and does not stand here.",
                advice: "Add \(board) with sender, dnr, contact and data_protection_officer.")
        }
        return boards
    }

    private static func board(_ id: BoardID, _ node: YAMLNode, _ found: inout Diagnostics) -> BoardFacts? {
        guard var facts = YAMLRecord(node, into: &found) else { return nil }
        let sender = address("sender", &facts)
        let caseNumber = facts.text("dnr")
        let officer = address("data_protection_officer", &facts)
        let simulated = facts.boolean("simulated", default: false)
        var contactName: String?
        var contactEmail: String?
        var contactPhone: String?
        if var contact = facts.record("contact") {
            contactName = contact.text("name")
            contactEmail = address("email", &contact)
            contactPhone = contact.optionalText("phone")
            contact.finish(&found)
        }
        facts.finish(&found)
        guard let sender, let caseNumber, let officer, let contactName, let contactEmail else { return nil }
        return BoardFacts(
            board: id, sender: sender, caseNumber: caseNumber, contactName: contactName, contactEmail: contactEmail,
            contactPhone: contactPhone, dataProtectionOfficer: officer, isSimulated: simulated)
    }

    private static func address(_ key: String, _ record: inout YAMLRecord) -> String? {
        guard let text = record.text(key) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[1].contains("."),
            text.utf8.allSatisfy({ (33...126).contains($0) })
        else {
            record.fail(key, "\(key) is not an address: \"\(text)\".", advice: "Write name@example.org.")
            return nil
        }
        return text
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
    }
}
